import { describe, expect, test } from 'vitest';
import { parseAllocation } from '../allocation/index.ts';
import type { PlanUnit } from '../facts/plan-unit.ts';
import {
  exampleLibrary,
  exampleUnit,
  MEASURES,
  problem,
  settingsOf,
  UNITS,
} from '../plan-example.fixture.ts';
import { buildProgramme } from './build-programme.ts';
import { instanceOf } from './instance-of.ts';
import type { Programme } from './programme.ts';

const library = exampleLibrary();
const build = (more: Readonly<Record<string, unknown>> = {}, units: readonly PlanUnit[] = UNITS): Programme =>
  buildProgramme(units, library, settingsOf(more), 2025);
const ways = ({ options }: Programme, unit: string): readonly string[] => [
  ...new Set(options.flatMap(({ candidate }) => (candidate.unit.id === unit ? [candidate.one.id] : []))),
];

describe('what is offered', () => {
  test('each candidate in each year, with the value of that year', () => {
    const programme = build();
    const forest = programme.options.filter(
      ({ candidate }) => candidate.unit.id === 'A' && candidate.one.endUse === 'forest',
    );
    expect(forest.map(({ year }) => year)).toEqual([2025, 2026, 2027]);
    expect(forest[0]!.value).toBeGreaterThan(forest[2]!.value);
  });

  test('values are weight x objective / scale', () => {
    const { options, weights, scales } = build({ weights: { ecology: 3, npv: 1 } });
    expect(weights).toEqual({ ecology: 0.75, carbon: 0, livelihood: 0, npv: 0.25 });
    for (const { value, outcome } of options)
      expect(value).toBeCloseTo(
        (0.75 * outcome.objectives.ecology) / scales.ecology + (0.25 * outcome.objectives.npv) / scales.npv,
        12,
      );
  });

  test('no package sets back what has grown, unless it makes farmland; told how many were left out', () => {
    const grown = exampleUnit('G', {}, { recoveryNow: 0.95, naturalRecovery: true });
    expect([...ways(build({}, [grown]), 'G')].sort()).toEqual(['field/planting', 'wild/natural-recovery']);
    expect(build({}, [grown]).units[0]!.setBack).toBe(1);
    expect(ways(build({ doNoHarm: false }, [grown]), 'G')).toContain('forest/planting');
  });
});

test('a survey of soil does not justify setting back what has grown; what treats the soil does', () => {
  const soil = problem({
    rule: 'contaminated',
    factor: 'contamination',
    severity: 'major',
    measures: ['survey', 'treat'],
  });
  const grown = exampleUnit('G', {}, { recoveryNow: 0.95, naturalRecovery: true, problems: [soil] });
  const survey = {
    ...MEASURES.lime,
    id: 'survey',
    answers: ['survey'],
    mends: [],
    quantities: [{ item: 'fence', per: 'unit' as const, amount: 1, source: 'book' }],
  };
  const treat = {
    ...survey,
    id: 'treat',
    answers: ['treat'],
    mends: [{ fact: 'contamination' as const, from: ['conditional' as const], to: 'pass' as const }],
  };
  const offered = (...more: (typeof survey | typeof treat)[]) =>
    ways(
      buildProgramme(
        [grown],
        exampleLibrary([...library.measures, ...more]),
        settingsOf({ endUses: ['forest'] }),
        2025,
      ),
      'G',
    );
  expect(offered(survey)).toEqual([]);
  expect(offered(treat)).toEqual(['forest/planting+treat']);
});

describe('duties and locks', () => {
  const danger = problem({
    rule: 'unstable-slope',
    factor: 'stability',
    indicator: 'stability-factor',
    severity: 'critical',
    measures: ['reshape-slope'],
  });
  const unstable = exampleUnit('H', { 'stability-factor': 0.8, 'slope-p90': 30 }, { problems: [danger] });

  test('a danger must be treated, and by what takes it away', () => {
    const programme = build({}, [...UNITS, unstable]);
    expect(programme.mandatory).toEqual(['H']);
    for (const id of ways(programme, 'H')) expect(id).toContain('reshape');
    expect(build({ mandatoryHazards: false }, [...UNITS, unstable]).mandatory).toEqual([]);
  });

  test('a danger nobody can take away is not demanded', () => {
    const helpless = buildProgramme(
      [unstable],
      exampleLibrary([MEASURES.planting, MEASURES['natural-recovery']]),
      settingsOf(),
      2025,
    );
    expect(helpless.mandatory).toEqual([]);
    expect(helpless.options).toHaveLength(0);
  });

  test('locks leave, fix the use and fix the year', () => {
    expect(ways(build({ locks: [{ unit: 'A', mode: 'leave' }] }), 'A')).toEqual([]);
    const fixed = build({ locks: [{ unit: 'A', mode: 'treat', endUse: 'forest', year: 2026 }] });
    expect(
      fixed.options
        .filter(({ candidate }) => candidate.unit.id === 'A')
        .map(({ candidate, year }) => [candidate.one.endUse, year]),
    ).toEqual([['forest', 2026]]);
    expect(fixed.mandatory).toEqual(['A']);
  });

  test('a duty without any way is refused', () => {
    expect(() => build({ mandatory: ['C'], endUses: ['field'] })).toThrow(
      expect.objectContaining({ code: 'E-PLN-310', tag: 'Infeasible' }),
    );
  });
});

describe('as an instance', () => {
  test('it is one that the format allows, with everything asked at once', () => {
    const programme = build({
      budget: 400_000,
      funds: [{ id: 'green', name: 'Green', amounts: { '2026': 50_000 }, for: { families: ['vegetation'] } }],
      water: [{ id: 'well', m3PerYear: 6000 }],
      crewsHaPerYear: 30,
      farmlandFloorHa: 5,
      jobsFloor: [{ personYears: 0.1 }],
      mandatory: ['A'],
      works: [{ id: 'road', name: 'Road', cost: 1000, units: ['A'] }],
      exclusive: [[{ unit: 'B' }, { unit: 'D', endUse: 'forest' }]],
    });
    expect(() => parseAllocation(instanceOf(programme), 'test')).not.toThrow();
  });

  test('groups and compartments keep only units that have something left to choose', () => {
    const worthless = build({
      weights: { npv: 1 },
      endUses: ['wild'],
      exclusive: [[{ unit: 'A' }, { unit: 'B' }]],
    });
    expect(instanceOf(worthless).options).toEqual([]);
    expect(instanceOf(worthless).exclusive).toBeUndefined();
    const grouped: Programme = {
      ...build({ endUses: ['forest'], locks: [{ unit: 'D', mode: 'leave' }] }),
      compartments: [
        { id: 'K1', units: ['A', 'D'] },
        { id: 'K2', units: ['D'] },
      ],
      boundary: [{ a: 'K1', b: 'K2', penalty: 1 }],
    };
    expect(instanceOf(grouped)).toMatchObject({ compartments: [{ id: 'K1', units: ['A'] }], boundary: [] });
    expect(() => parseAllocation(instanceOf(grouped), 'test')).not.toThrow();
  });
});

test('property: the same input gives the same programme, and the order of settings lists is no matter to what is offered', () => {
  const settings = {
    budget: 500_000,
    works: [{ id: 'road', name: 'Road', cost: 1000, units: ['A'] }],
    mandatory: ['B', 'A'],
  };
  expect(JSON.stringify(build(settings))).toBe(JSON.stringify(build(settings)));
  expect(build(settings).mandatory).toEqual(build({ ...settings, mandatory: ['A', 'B'] }).mandatory);
  const backwards = buildProgramme(
    UNITS,
    exampleLibrary([...library.measures].reverse()),
    settingsOf(settings),
    2025,
  );
  expect([...ways(backwards, 'B')].sort()).toEqual([...ways(build(settings), 'B')].sort());
});
