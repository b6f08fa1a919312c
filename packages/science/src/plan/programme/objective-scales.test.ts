import { expect, test } from 'vitest';
import { settingsOf } from '../plan-example.fixture.ts';
import type { ObjectiveValues, PackageOutcome } from '../result.ts';
import { objectiveScales, objectiveWeights, weightedValue } from './objective-scales.ts';

const outcome = (ecology: number, npv: number): PackageOutcome =>
  ({ objectives: { ecology, carbon: 0, livelihood: 1, npv } }) as unknown as PackageOutcome;

test('a scale is the sum over units of the best of each; where nothing pays, what it usually costs', () => {
  const scales = objectiveScales([
    [outcome(3, -100), outcome(5, -300), outcome(1, -200)],
    [outcome(2, 50), outcome(4, -900)],
  ]);
  expect(scales).toEqual({ ecology: 9, carbon: 1, livelihood: 2, npv: 250 });
});

test('weights add up to 1, from numbers or from pairwise comparisons', () => {
  expect(objectiveWeights(settingsOf({ weights: { ecology: 2, npv: 2 } }))).toEqual({
    ecology: 0.5,
    carbon: 0,
    livelihood: 0,
    npv: 0.5,
  });
  const twice = [
    [1, 2, 2, 2],
    [0.5, 1, 1, 1],
    [0.5, 1, 1, 1],
    [0.5, 1, 1, 1],
  ];
  const weights = objectiveWeights(settingsOf({ judgements: twice }));
  expect(weights.ecology).toBeCloseTo(0.4, 9);
  expect(weights.npv).toBeCloseTo(0.2, 9);
  expect(objectiveWeights(settingsOf({ weights: {} }))).toEqual({
    ecology: 0.25,
    carbon: 0.25,
    livelihood: 0.25,
    npv: 0.25,
  });
});

test('property: the value does not change with the unit an objective is counted in', () => {
  const weights: ObjectiveValues = { ecology: 0.4, carbon: 0.1, livelihood: 0.2, npv: 0.3 };
  const [values, scales] = [
    { ecology: 3, carbon: 4, livelihood: 5, npv: -6 },
    { ecology: 10, carbon: 20, livelihood: 30, npv: 40 },
  ];
  const plain = weightedValue(values, weights, scales);
  expect(weightedValue({ ...values, npv: -6e6 }, weights, { ...scales, npv: 40e6 })).toBeCloseTo(plain, 12);
});
