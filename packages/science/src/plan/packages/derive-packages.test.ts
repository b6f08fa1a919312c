import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import type { PlanUnit } from '../facts/plan-unit.ts';
import { evaluateGate, isOpen } from '../gates/evaluate-gate.ts';
import type { EndUse, Measure } from '../library/index.ts';
import {
  END_USES,
  exampleLibrary,
  exampleUnit,
  MEASURES,
  numberGate,
  problem,
  UNITS,
} from '../plan-example.fixture.ts';
import { quantityOf } from '../price/quantity.ts';
import { type Derivation, type DerivedPackage, derivePackages } from './derive-packages.ts';

const library = exampleLibrary();

function derive(
  unit: PlanUnit,
  uses: readonly EndUse[] = Object.values(END_USES),
  measures: readonly Measure[] = library.measures,
): Derivation {
  const own = exampleLibrary(measures, uses);
  const prices = new Map(own.costs.items.map(({ id, cost }) => [id, cost[1]]));
  return derivePackages(unit, own, {
    year: 2025,
    registerComplete: false,
    required: [],
    endUses: uses,
    costOf: (measure, use, mends) =>
      measure.quantities.reduce(
        (sum, one) => sum + prices.get(one.item)! * quantityOf(one, unit, use, mends, 10),
        0,
      ),
  });
}

const idsOf = ({ packages }: Derivation): readonly string[] => packages.map(({ id }) => id);

describe('packages follow from the gates', () => {
  test('good land needs nothing but plants', () => {
    expect(idsOf(derive(UNITS[0]!))).toEqual(['wild/natural-recovery', 'forest/planting', 'field/planting']);
  });

  test('a gate that fails brings the measure that meets it', () => {
    const found = derive(UNITS[1]!);
    expect(idsOf(found)).toEqual([
      'wild/natural-recovery',
      'forest/cover-soil+planting+reshape',
      'field/cover-soil+planting+reshape',
    ]);
    const forest = found.packages[1]!;
    expect(forest.mends).toEqual([
      { measure: 'reshape', fact: 'slope-p90', from: 35, to: 25, assumed: false },
      { measure: 'cover-soil', fact: 'soil-depth', from: 10, to: 30, assumed: false },
    ]);
    expect(forest.gates.find(({ gate }) => gate === 'forest-slope')).toMatchObject({
      mendedBy: 'reshape',
      state: 'pass',
    });
  });

  test('what no measure meets bars the end use and says which gate', () => {
    const { barred } = derive(UNITS[2]!);
    expect(barred).toEqual([
      { endUse: 'field', gates: [expect.objectContaining({ gate: 'field-clean', state: 'fail' })] },
    ]);
  });
});

describe('two gates on one fact', () => {
  const strict: EndUse = {
    ...END_USES.forest,
    gates: [numberGate('law', 'slope-p90', { max: 25 }), numberGate('machines', 'slope-p90', { max: 15 })],
  };

  test('are met by one measure, to the stricter limit, in either order', () => {
    for (const gates of [strict.gates, [...strict.gates].reverse()]) {
      const [one] = derive(UNITS[1]!, [{ ...strict, gates }]).packages;
      expect(one!.measures).toEqual(['reshape', 'planting']);
      expect(one!.mends).toEqual([
        { measure: 'reshape', fact: 'slope-p90', from: 35, to: 15, assumed: false },
      ]);
    }
  });

  test('by two measures: each is paid for what it does', () => {
    // The terrace cannot start where it is as steep as this, so reshaping to 25 comes beside benches to 10.
    const gentle: Measure = { ...MEASURES.reshape, mends: [{ fact: 'slope-p90', reach: 20, assume: 45 }] };
    const bench: Measure = {
      ...MEASURES.reshape,
      id: 'bench',
      mends: [{ fact: 'slope-p90', reach: 5, assume: 45 }],
      quantities: [{ item: 'digging', per: 'area', amount: 9000, source: 'book' }],
    };
    const [one] = derive(UNITS[1]!, [strict], [gentle, bench, MEASURES.planting]).packages;
    for (const mend of one!.mends) expect(one!.measures).toContain(mend.measure);
    for (const id of ['reshape', 'bench'].filter((id) => one!.measures.includes(id)))
      expect(one!.mends.some(({ measure }) => measure === id)).toBe(true);
  });
});

describe('soil of which nothing is known', () => {
  const gypsum: Measure = {
    ...MEASURES.lime,
    id: 'gypsum',
    mends: [{ fact: 'ph', reach: 8.3, assume: 9.8 }],
  };
  const uses = [
    {
      ...END_USES.forest,
      gates: [numberGate('acid', 'ph', { min: 5.5 }), numberGate('alkaline', 'ph', { max: 8.5 })],
    },
  ];
  const blind = {
    ...exampleUnit('A'),
    indicators: { ...exampleUnit('A').indicators, ph: { kind: 'unknown', reason: 'no-samples' } as const },
  };

  test('is not limed and gypsumed at once: the evidence is missing', () => {
    const found = derive(blind, uses, [MEASURES.planting, MEASURES.lime, gypsum]);
    expect(found.packages).toEqual([]);
    expect(found.barred[0]!.gates.map(({ gate, state }) => [gate, state])).toContainEqual([
      'alkaline',
      'insufficient',
    ]);
  });

  test('known soil is mended the way it needs', () => {
    expect(
      idsOf(derive(exampleUnit('A', { ph: 9.2 }), uses, [MEASURES.planting, MEASURES.lime, gypsum])),
    ).toEqual(['forest/gypsum+planting']);
    expect(
      idsOf(derive(exampleUnit('A', { ph: 4.2 }), uses, [MEASURES.planting, MEASURES.lime, gypsum])),
    ).toEqual(['forest/lime+planting']);
  });
});

describe('problems of the diagnosis', () => {
  const thin = problem({
    rule: 'thin-soil',
    factor: 'soil-depth',
    indicator: 'soil-depth',
    measures: ['cover-soil'],
  });
  const acid = problem({
    rule: 'acid-soil',
    factor: 'soil-quality',
    indicator: 'ph',
    severity: 'minor',
    measures: ['lime', 'cover-soil'],
  });
  const unstable = problem({
    rule: 'unstable-slope',
    factor: 'stability',
    indicator: 'stability-factor',
    severity: 'critical',
    measures: ['reshape-slope', 'slope-design-check'],
  });
  const check: Measure = {
    ...MEASURES.lime,
    id: 'check',
    family: 'earthworks',
    answers: ['slope-design-check'],
    mends: [],
    quantities: [{ item: 'lime', per: 'unit', amount: 1, source: 'book' }],
  };

  test('come in two variants: left, and answered', () => {
    const unit = exampleUnit('A', { 'soil-depth': 20 }, { problems: [thin] });
    const grass: EndUse = { ...END_USES.wild, land: 'grassland' };
    const found = derive(unit, [grass]);
    expect(found.packages.map(({ measures, unresolved }) => [measures, unresolved.length])).toEqual([
      [['natural-recovery'], 1],
      [['natural-recovery', 'cover-soil'], 0],
    ]);
    expect(found.packages[1]!.mends).toEqual([
      { measure: 'cover-soil', fact: 'soil-depth', from: 20, to: 30, assumed: false },
    ]);
  });

  test('a measure of which nothing is needed here is no answer, however cheap', () => {
    const unit = exampleUnit('A', { ph: 4.5 }, { problems: [acid] });
    const [, answered] = derive(unit, [END_USES.wild]).packages;
    expect(answered!.measures).toEqual(['natural-recovery', 'lime']);
    expect(answered!.mends).toEqual([{ measure: 'lime', fact: 'ph', from: 4.5, to: 5, assumed: false }]);
  });

  test('a survey does not take a danger away', () => {
    const unit = exampleUnit('A', { 'stability-factor': 0.9, 'slope-p90': 33 }, { problems: [unstable] });
    const [, answered] = derive(unit, [END_USES.wild], [...library.measures, check]).packages;
    expect(answered!.measures).toEqual(['natural-recovery', 'reshape']);
    expect(answered!.unresolved).toEqual([]);
  });

  test('what a gate had mended is answered already', () => {
    const dump: Measure = { ...MEASURES.reshape, answers: [] };
    const safe: EndUse = {
      ...END_USES.forest,
      gates: [numberGate('stable', 'stability-factor', { min: 1.3 }, { kind: 'safety' })],
    };
    const unit = exampleUnit('A', { 'stability-factor': 0.9, 'slope-p90': 33 }, { problems: [unstable] });
    const found = derive(unit, [safe], [dump, MEASURES.planting]);
    expect(found.packages).toHaveLength(1);
    expect(found.packages[0]!.unresolved).toEqual([]);
  });
});

test('of random land no package has a gate that is not met, and what is barred names such a gate', () => {
  const random = chance(7).uniform;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  for (let n = 0; n < 200; n += 1) {
    const known = Object.fromEntries(
      (['slope-p90', 'steep-share', 'soil-depth', 'ph', 'stability-factor'] as const).flatMap((id) =>
        random() < 0.7
          ? [
              [
                id,
                { 'slope-p90': 45, 'steep-share': 1, 'soil-depth': 80, ph: 11, 'stability-factor': 3 }[id] *
                  random(),
              ],
            ]
          : [],
      ),
    );
    const verdict = pick(['pass', 'conditional', 'fail', 'insufficient'] as const);
    const base = exampleUnit('A');
    const unit: PlanUnit = {
      ...exampleUnit('A', known),
      contamination: { ...base.contamination, agricultural: { verdict, reason: null } },
    };
    const found = derive(unit);
    for (const one of found.packages) expectSound(one, unit);
    for (const { gates } of found.barred) expect(gates.some(({ state }) => !isOpen(state))).toBe(true);
    expect(
      new Set([...found.packages.map(({ endUse }) => endUse), ...found.barred.map(({ endUse }) => endUse)])
        .size,
    ).toBe(3);
    expect(new Set(idsOf(found)).size).toBe(found.packages.length);
  }
});

/** Gates of end use and measures asked anew: each is met as the land is, or by a mend of the package that reaches its limit. */
function expectSound(one: DerivedPackage, unit: PlanUnit): void {
  expect(isOpen(one.state)).toBe(true);
  expect(one.gates.filter(({ state }) => !isOpen(state))).toEqual([]);
  for (const gate of one.use.gates) {
    const state = evaluateGate(gate, unit, {
      of: one.endUse,
      land: one.use.land,
      year: 2025,
      registerComplete: false,
    }).state;
    if (isOpen(state)) continue;
    const { min, max } = gate as { min?: number; max?: number };
    const reached = one.mends.some(
      ({ fact, to }) => fact === gate.fact && (to === null || ((min ?? -1e9) <= to && to <= (max ?? 1e9))),
    );
    expect(reached).toBe(true);
  }
}
