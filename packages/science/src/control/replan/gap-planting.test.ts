import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import type { PlanResult } from '../../plan/index.ts';
import { promiseDoubt } from '../alarms/promise-doubt.ts';
import { survivalOf } from '../forecast/curve-prior.ts';
import { madePromise } from '../forecast/made-promise.fixture.ts';
import type { FilterState } from '../forecast/types.ts';
import { controlSettingsSchema } from '../settings.ts';
import { gapGain, PLANT_GAPS, plantedPart, proposeGapPlantings, survivalWithGaps } from './gap-planting.ts';
import { promisedCloseness } from './promises.ts';

const promise = madePromise({ readyAt: 2026, survival: 0.6 });
const state = (year: number, departure: number, sd = 0.02): FilterState => ({
  year,
  mean: [promisedCloseness(promise, year) + departure, 0, -2],
  covariance: [sd * sd, 0, 0, 0.02, 0, 0.02],
});
const PLAN = {
  start: 2025,
  horizon: 20,
  discountRate: 0.05,
  weights: { ecology: 0.5, carbon: 0.1, livelihood: 0.2, npv: 0.2 },
  scales: { ecology: 100, carbon: 1, livelihood: 1, npv: 1e8 },
};

describe('what lives on a unit', () => {
  test('as promised where nothing departs', () => {
    expect(plantedPart(promise, state(2030, 0))).toEqual({ share: 0.6, reach: 1 });
    expect(survivalWithGaps(promise, state(2030, 0))).toBeCloseTo(0.6 + 0.4 * 0.6, 12);
  });

  test('share and reach take up a departure by their doubt, what is left is error of the filter', () => {
    const { uniform } = chance(5);
    for (let n = 0; n < 50; n += 1) {
      const [year, departure] = [2028 + Math.floor(6 * uniform()), 0.1 * (uniform() - 0.5)];
      const { share, reach } = plantedPart(promise, state(year, departure));
      const [whole, none] = [1, 0].map((survival) => promisedCloseness({ ...promise, survival }, year)) as [
        number,
        number,
      ];
      const doubt = promiseDoubt(promise, year) ** 2;
      const explained = (whole - none) * (share - 0.6) + 0.6 * whole * (reach - 1);
      expect(explained).toBeCloseTo((departure * doubt) / (doubt + 0.02 ** 2), 9);
      expect((share - 0.6) * (whole - none) * doubt).toBeCloseTo(
        explained * (whole - none) ** 2 * survivalOf(promise).variance,
        9,
      );
    }
  });
});

describe('what planting the gaps is worth', () => {
  test('the integral of what is gained, by steps of a thousandth of a year', () => {
    const [at, seen] = [2030, state(2029, -0.05)];
    const { share, reach } = plantedPart(promise, seen);
    const [K1, k1, K0, k0] = [reach * 0.8, 0.15, 0.3, 0.04];
    const first = promisedCloseness({ ...promise, survival: 0 }, at + 0.5 - 0.55);
    const left = PLAN.start + PLAN.horizon - at - 0.5;
    let sum = 0;
    const dt = 0.001;
    for (let t = dt / 2; t < left; t += dt)
      sum += dt * (K1 - (K1 - first) * Math.exp(-k1 * t) - (K0 - (K0 - first) * Math.exp(-k0 * t)));
    const ecology = (10 * (1 - share) * 0.6 * sum) / 20;
    const money = 50_000 / 1.05 ** 5;
    expect(gapGain({ promise, state: seen }, PLAN, at, 50_000, 0.55)).toBeCloseTo(
      (0.5 * ecology) / 100 - (0.2 * money) / 1e8,
      7,
    );
  });

  test('more where less lives, less where it costs more, nothing past the horizon', () => {
    const gain = (departure: number, cost: number, at = 2030): number =>
      gapGain({ promise, state: state(2029, departure) }, PLAN, at, cost, 0.55);
    expect(gain(0, 2e4)).toBeGreaterThan(gain(0, 1e5));
    expect(gain(0, 1e8)).toBeLessThan(0);
    expect(gain(0, 1e4, 2045)).toBe(0);
    const sure = madePromise({ readyAt: 2026, survival: 0.6, spread: { rate: 0, asymptote: 0 } });
    const of = (departure: number): number =>
      gapGain({ promise: sure, state: state(2029, departure) }, PLAN, 2030, 1e4, 0.55);
    expect(of(-0.05)).toBeGreaterThan(of(0));
  });
});

describe('which gaps are planted', () => {
  const { replant } = controlSettingsSchema.parse({}).replan;
  const unit = (id: string, cost: number) => ({
    id,
    choice: {},
    bill: [{ cost, payer: 'public', kind: 'works' }],
  });
  const plan = {
    ...PLAN,
    units: [unit('A', 4e5), unit('B', 2e5), unit('C', 1e12), unit('D', 0)],
  } as unknown as PlanResult;
  const cases = ['A', 'B', 'C', 'D', 'E'].map((id) => ({
    promise: { ...promise, unit: id },
    state: state(2029, 0),
    probability: 0.3,
  }));

  test('those that are worth it, the best for its money first, as far as the purse goes', () => {
    const all = proposeGapPlantings(cases, plan, 2030, () => true, replant, 0.55);
    expect(all.map(({ unit: id, cost, action, alarm }) => [id, cost, action, alarm])).toEqual([
      ['B', 0.4 * 2e5, PLANT_GAPS, null],
      ['A', 0.4 * 4e5, PLANT_GAPS, null],
    ]);
    const small = proposeGapPlantings(cases, plan, 2030, (cost) => cost < 1e5, replant, 0.55);
    expect(small.map(({ unit: id }) => id)).toEqual(['B']);
  });
});
