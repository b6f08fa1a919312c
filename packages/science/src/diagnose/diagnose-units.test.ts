import { expect, test } from 'vitest';
import { unknown } from '../base/index.ts';
import type { FieldSample, UnitRegister } from '../site/index.ts';
import { diagnoseUnits, type UnitFacts } from './diagnose-units.ts';
import { noRecovery } from './recovery-indicators.ts';
import { diagnoseSettingsSchema } from './settings.ts';
import { tellFinding, tellMode } from './tell-finding.ts';
import { terrainIndicators } from './terrain-indicators.ts';
import type { KnownIndicator } from './types.ts';

const settings = diagnoseSettingsSchema.parse({});
const known = (value: number, count = 100): KnownIndicator => ({
  kind: 'known',
  value,
  low: null,
  high: null,
  evidence: { kind: 'raster', source: 'dem.tif', count },
});
const register = (changes: Partial<UnitRegister>): UnitRegister => ({
  landClass: null,
  owner: null,
  village: null,
  basicFarmland: null,
  target: null,
  waterM3HaYr: null,
  ...changes,
});
/** Clean soil of the steppe, all eight metals measured. */
const clean: FieldSample['values'] = {
  pH: { value: 7.8 },
  soilDepth: { value: 60 },
  Cd: { value: 0.1 },
  Hg: { value: 0.03 },
  As: { value: 8 },
  Pb: { value: 20 },
  Cr: { value: 50 },
  Cu: { value: 20 },
  Ni: { value: 22 },
  Zn: { value: 60 },
};
const soil = (values: FieldSample['values'], count = 5): FieldSample[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `s${i}`,
    kind: 'soil',
    x: null,
    y: null,
    unitId: 'U1',
    date: null,
    depthFromCm: 0,
    depthToCm: 20,
    values,
  }));
const facts = (changes: Partial<UnitFacts> = {}): UnitFacts => ({
  id: 'U1',
  name: null,
  areaHa: 10,
  kind: 'unit',
  register: null,
  terrain: {
    ...terrainIndicators(null, null),
    'slope-p90': known(8),
    'stability-factor': known(3),
    erosion: known(2),
  },
  recovery: { ...noRecovery(unknown('not-reclaimed')), 'index-gap': known(-0.02) },
  samples: soil(clean),
  unsupported: null,
  ...changes,
});
const problemsOf = (one: UnitFacts) =>
  diagnoseUnits([one], settings).findings.filter(({ verdict }) => verdict === 'problem');

test('a unit with nothing wrong has no problem', () => {
  const { units, findings } = diagnoseUnits([facts()], settings);
  expect(findings.filter(({ verdict }) => verdict === 'problem')).toEqual([]);
  expect(units[0]).toMatchObject({ limiting: null, target: 'grassland', targetStated: false });
});

test('metal above intervention limits whatever else is good, and forbids the use', () => {
  const { units, findings } = diagnoseUnits(
    [facts({ samples: soil({ ...clean, Cd: { value: 6 } }) })],
    settings,
  );
  expect(findings[0]).toMatchObject({
    id: 'U1:contaminated:Cd',
    severity: 'critical',
    confidence: 'high',
    limitVerified: true,
  });
  expect(tellFinding(findings[0]!, 'zh')).toBe(
    'U1：Cd 最高 6 mg/kg（5 个样点）；GB 15618-2018 筛选值 0.6 mg/kg，管制值 4 mg/kg。',
  );
  expect(units[0]).toMatchObject({ limiting: 'contamination', mode: 'conversion' });
});

test('between screening and intervention is major, and one sample is no high confidence', () => {
  const found = problemsOf(facts({ samples: soil({ ...clean, Cd: { value: 1 } }, 1) }));
  expect(found).toMatchObject([
    { severity: 'major', confidence: 'low', measures: expect.arrayContaining(['stabilise-metal']) },
  ]);
});

test('an element nobody measured leaves the gate open, as a question and not as a problem', () => {
  const { Zn: _, ...rest } = clean;
  const { findings } = diagnoseUnits([facts({ samples: soil(rest) })], settings);
  const open = findings.find(({ rule }) => rule === 'contaminated');
  expect(open).toMatchObject({ verdict: 'insufficient', severity: 'info' });
  expect(tellFinding(open!, 'en')).toContain('Is the soil contaminated?');
});

test('a slope beyond the land use asks for reconstruction, in the words of both languages', () => {
  const steep = facts({ terrain: { ...facts().terrain, 'slope-p90': known(33) } });
  const { units, findings } = diagnoseUnits([steep], settings);
  expect(findings[0]).toMatchObject({ rule: 'steep-slope', severity: 'major' });
  expect(units[0]!.mode).toBe('ecological-reconstruction');
  expect(tellMode(units[0]!, 'en')).toContain('Slope, 90th percentile');
  expect(tellMode(units[0]!, 'zh')).toContain('坡度');
});

test('permanent basic farmland may only become cropland', () => {
  const farmland = problemsOf(facts({ register: register({ basicFarmland: true, target: 'forest' }) }));
  expect(farmland.map(({ rule }) => rule)).toContain('basic-farmland');
  expect(tellFinding(farmland.find(({ rule }) => rule === 'basic-farmland')!, 'zh')).toContain('有林地');
  expect(
    problemsOf(facts({ register: register({ basicFarmland: true, target: 'dry-cropland' }) })).map(
      ({ rule }) => rule,
    ),
  ).not.toContain('basic-farmland');
});

test('what a unit cannot be asked is no open question', () => {
  const { findings } = diagnoseUnits([facts()], settings);
  expect(findings.map(({ reason }) => reason?.reason)).not.toContain('not-reclaimed');
});

test('obstacles rank what a unit lacks against the others; references take no part', () => {
  const { units, references, weights } = diagnoseUnits(
    [
      facts(),
      facts({ id: 'U2', terrain: { ...facts().terrain, 'slope-p90': known(30) } }),
      facts({ id: 'R1', kind: 'reference', terrain: { ...facts().terrain, erosion: known(900) } }),
    ],
    settings,
  );
  expect(weights['slope-p90']).toBe(1);
  expect(weights.erosion).toBe(0);
  expect(units[1]!.obstacles).toEqual([{ indicator: 'slope-p90', degree: 1 }]);
  expect(units[0]!.score).toBe(1);
  expect(references[0]!.obstacles).toEqual([]);
});

test('a rule of the project replaces the limit and counts as read', () => {
  const own = diagnoseSettingsSchema.parse({ rules: { 'steep-slope': { limit: 5 } } });
  const [finding] = diagnoseUnits([facts()], own).findings;
  expect(finding).toMatchObject({
    rule: 'steep-slope',
    limitVerified: true,
    limitSource: 'project-settings',
  });
});

test('a novel ecosystem is told its gap and judged by its own floors', () => {
  const far = facts({ recovery: { ...facts().recovery, 'index-gap': known(-0.4) } });
  expect(problemsOf(far).map(({ rule }) => rule)).toContain('behind-reference');
  const own = diagnoseSettingsSchema.parse({
    goals: {
      U1: {
        kind: 'novel-ecosystem',
        statement: 'County, 2026',
        floors: { 'soil-depth': { min: 80 }, ph: { max: 9 } },
      },
    },
  });
  const { units, findings } = diagnoseUnits([far], own);
  expect(findings.filter(({ verdict }) => verdict === 'problem').map(({ id }) => id)).toEqual([
    'U1:goal-missed:soil-depth',
  ]);
  expect(units[0]).toMatchObject({ novelGoal: 'County, 2026', mode: 'natural-recovery' });
});

test('units are told against the median of the reference areas', () => {
  const at = (id: string, slope: number) =>
    facts({ id, kind: 'reference', terrain: { ...facts().terrain, 'slope-p90': known(slope) } });
  const { reference } = diagnoseUnits([facts(), at('R1', 3), at('R2', 5)], settings);
  expect(reference['slope-p90']).toEqual({ median: 4, areas: 2 });
  expect(reference['relapse-share']).toBeUndefined();
});

test('soil is told against the reference areas too, which describes and does not judge', () => {
  const reference = facts({ id: 'R1', kind: 'reference' });
  const rich = facts({ samples: soil({ ...clean, Zn: { value: 180 } }) });
  const [unit] = diagnoseUnits([rich, reference], settings).units;
  expect(unit!.pollutants.find(({ element }) => element === 'Zn')?.verdict).toBe('pass');
  expect(unit!.pollution?.elements.find(({ element }) => element === 'Zn')).toMatchObject({
    background: 60,
    factor: 3,
  });
  expect(unit!.pollution?.nemerow).toMatchObject({ class: 'safe' });
  const stated = diagnoseSettingsSchema.parse({ background: { Zn: 90 } });
  const [again] = diagnoseUnits([rich], stated).units;
  expect(again!.pollution?.elements).toMatchObject([{ element: 'Zn', factor: 2 }]);
});
