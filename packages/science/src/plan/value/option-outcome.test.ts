import { describe, expect, test } from 'vitest';
import type { EndUse } from '../library/index.ts';
import type { DerivedPackage } from '../packages/derive-packages.ts';
import { END_USES, exampleLibrary, exampleUnit, MEASURES } from '../plan-example.fixture.ts';
import { billOfPackage } from '../price/bill-of-package.ts';
import type { PackageOutcome } from '../result.ts';
import { schedulePackage } from '../schedule/schedule-package.ts';
import { irrigation, LIKELY, OptionOutcomes, type OutcomeContext, optionOutcome } from './option-outcome.ts';

const library = exampleLibrary();
const context: OutcomeContext = {
  library,
  start: 2025,
  horizon: 10,
  discountRate: 0.1,
  localShare: 0.5,
  ...LIKELY,
};

function outcomeOf(
  use: EndUse,
  year = 2025,
  unit = exampleUnit('A'),
  of: OutcomeContext = context,
): PackageOutcome {
  const parts = [MEASURES.planting];
  const one: DerivedPackage = {
    id: `${use.id}/planting`,
    endUse: use.id,
    measures: ['planting'],
    state: 'pass',
    gates: [],
    use,
    parts,
    establishing: MEASURES.planting,
    mends: [],
    unresolved: [],
  };
  const tasks = schedulePackage(parts);
  const bill = billOfPackage(library, unit, use, parts, [], tasks, { benchHeightM: 10, haulKm: 2 });
  return optionOutcome(unit, one, bill, tasks, year, of);
}

describe('a field of 10 ha planted from March to May 2025, counted over 10 years at 10 %, by hand', () => {
  const outcome = outcomeOf(END_USES.field);

  test('cost: 10 x 20,000 now, 10 x 1,000 in each of three years', () => {
    expect(outcome.publicCost).toBe(230_000);
    expect(outcome.concessionCost).toBe(0);
  });

  test('money: ready after 5/12 of a year, revenue from year 3 (2 years later, rounded up) to year 9', () => {
    let npv = -200_000;
    for (const t of [1, 2, 3]) npv -= 10_000 / 1.1 ** t;
    for (let t = 3; t < 10; t += 1) npv += (10 * (5000 - 1000)) / 1.1 ** t;
    expect(outcome.objectives.npv).toBeCloseTo(npv, 6);
  });

  test('work: half of half of 230,000 at 50,000 a year, and 0.1 jobs a hectare, half of them local', () => {
    expect(outcome.permanentJobs).toBeCloseTo(0.5, 12);
    expect(outcome.objectives.livelihood).toBeCloseTo(
      (230_000 * 0.5 * 0.5) / 50_000 + 0.5 * (10 - 5 / 12),
      9,
    );
    expect(outcome.localPersonYears).toBe(outcome.objectives.livelihood);
  });

  test('carbon: 44/12 of what grows and of soil, in the share that would not be there anyway, less a kilogramme for each unit of works', () => {
    const forest = outcomeOf(END_USES.forest);
    const years = 10 - 5 / 12;
    const wild = (t: number): number => 0.4 - 0.2 * Math.exp(-0.05 * t);
    const grown = 0.8 - (0.8 - wild(5 / 12)) * Math.exp(-0.2 * years);
    const stock = 0.9 * 60 * (1 - Math.exp(-0.05 * years)) + years;
    expect(forest.objectives.carbon).toBeCloseTo(
      ((10 * 44) / 12) * (1 - wild(10) / grown) * stock - 40 / 1000,
      9,
    );
  });

  test('nature: from 0.2, towards 0.4 with half of the field and of the wild', () => {
    const [ready, H] = [5 / 12, 10];
    const wild = (t: number): number => 0.4 - 0.2 * Math.exp(-0.05 * t);
    let sum = 0;
    const steps = 100_000;
    for (let i = 0; i < steps; i += 1) {
      const t = ready + ((i + 0.5) * (H - ready)) / steps;
      const grown = 0.4 - (0.4 - wild(ready)) * Math.exp(-0.2 * (t - ready));
      sum += 0.9 * (grown - wild(t));
    }
    expect(outcome.objectives.ecology).toBeCloseTo((10 * sum * (H - ready)) / steps / H, 6);
  });

  test('water: 500 m3 on each of 10 ha in two years; land for crops', () => {
    expect(outcome.waterM3).toBe(10_000);
    expect(outcome.farmlandHa).toBe(10);
    expect(outcomeOf(END_USES.forest).farmlandHa).toBe(0);
  });
});

test('begun a year later everything is discounted once more and counts a year less', () => {
  const [now, later] = [outcomeOf(END_USES.forest), outcomeOf(END_USES.forest, 2026)];
  expect(later.objectives.npv).toBeCloseTo(now.objectives.npv / 1.1, 6);
  expect(later.publicCost).toBe(now.publicCost);
  expect(later.objectives.ecology).toBeLessThan(now.objectives.ecology);
});

test('what falls due when nothing is counted any more is neither cost nor work', () => {
  expect(outcomeOf(END_USES.forest, 2025, exampleUnit('A'), { ...context, horizon: 2 }).publicCost).toBe(
    210_000,
  );
});

test('grid power counts from the year it is sold', () => {
  const plant: EndUse = {
    ...END_USES.forest,
    powerMWhHaYear: 100,
    carbon: { ...END_USES.forest.carbon, biomassTCHa: 0, soilTCHaYear: 0 },
  };
  // Ready within the first year, sold from the second: 9 years of 10 ha x 100 MWh x 0.5 t.
  expect(outcomeOf(plant).objectives.carbon).toBeCloseTo(9 * 500 - 0.04, 9);
  expect(outcomeOf(plant).displacedCo2T).toBeCloseTo(9 * 500, 9);
  expect(outcomeOf(END_USES.forest)).not.toHaveProperty('displacedCo2T');
});

test('a fence round land that recovers as far by itself brings no carbon', () => {
  const parts = [MEASURES['natural-recovery']];
  const one: DerivedPackage = {
    id: 'wild/natural-recovery',
    endUse: 'wild',
    measures: ['natural-recovery'],
    state: 'pass',
    gates: [],
    use: END_USES.wild,
    parts,
    establishing: parts[0]!,
    mends: [],
    unresolved: [],
  };
  const unit = exampleUnit('A', {}, { recoveryNow: 0.7, naturalRecovery: true });
  const tasks = schedulePackage(parts);
  const bill = billOfPackage(library, unit, END_USES.wild, parts, [], tasks, { benchHeightM: 10, haulKm: 2 });
  const { objectives } = optionOutcome(unit, one, bill, tasks, 2025, context);
  expect(objectives.ecology).toBeCloseTo(0, 12);
  // The emissions of building it: 10 units at a kilogramme.
  expect(objectives.carbon).toBeCloseTo(-0.01, 9);
});

describe('soil kept', () => {
  const eroding = exampleUnit('A', { erosion: 50 });

  test('is counted against what would go without the package', () => {
    const kept = outcomeOf(END_USES.forest, 2025, eroding).erosionAvoidedT;
    let sum = 0;
    for (let t = 1; t < 10; t += 1) {
      const wild = 0.4 - 0.2 * Math.exp(-0.05 * t);
      const start = 0.4 - 0.2 * Math.exp((-0.05 * 5) / 12);
      const grown = 0.8 - (0.8 - start) * Math.exp(-0.2 * (t - 5 / 12));
      const mixed = 0.9 * grown + 0.1 * wild;
      // Each closeness won takes its share of 1 - C off the loss: 0.8 is left to win, C = 0.1.
      sum += 50 * (((mixed - wild) / 0.8) * 0.9);
    }
    expect(kept).toBeCloseTo(10 * sum, 6);
  });

  test('is nothing where the loss is unknown', () => {
    expect(outcomeOf(END_USES.forest).erosionAvoidedT).toBe(0);
  });
});

test('irrigation is what the deficit mended asks for', () => {
  const one = (from: number | null): DerivedPackage =>
    ({
      mends: [{ measure: 'bring-water', fact: 'water-deficit', from, to: 0, assumed: false }],
    }) as unknown as DerivedPackage;
  expect(irrigation(exampleUnit('A'), one(2000))).toBe(20_000);
  expect(irrigation(exampleUnit('A'), one(null))).toBe(0);
});

test('years asked of one package in any order are what each is by itself, also where the horizon cuts the bill', () => {
  const parts = [MEASURES.planting];
  const unit = exampleUnit('A');
  const one: DerivedPackage = {
    id: 'field/planting',
    endUse: 'field',
    measures: ['planting'],
    state: 'pass',
    gates: [],
    use: END_USES.field,
    parts,
    establishing: MEASURES.planting,
    mends: [],
    unresolved: [],
  };
  const tasks = schedulePackage(parts);
  const bill = billOfPackage(library, unit, END_USES.field, parts, [], tasks, {
    benchHeightM: 10,
    haulKm: 2,
  });
  const factors = Float64Array.from({ length: 10 }, (_, t) => 1.1 ** t);
  const all = new OptionOutcomes(unit, one, bill, tasks, { ...context, factors });
  for (const year of [2033, 2025, 2034, 2028, 2026])
    expect(all.at(year)).toEqual(outcomeOf(END_USES.field, year, unit));
});
