import { expect, test } from 'vitest';
import { isUnknown, unknown } from '../base/index.ts';
import { entropyWeights } from './entropy-weights.ts';
import { minMax } from './min-max.ts';

function weightsOf<K extends string>(columns: Readonly<Record<K, readonly (number | null)[]>>) {
  const result = entropyWeights(columns);
  if (isUnknown(result)) throw new Error(result.reason);
  return result;
}

test('weights by hand', () => {
  // a: shares 1/2, 1/2, 0: e = ln 2 / ln 3 = 0.630930. b: 1/4, 1/4, 1/2: e = 1.5 ln 2 / ln 3 = 0.946395.
  // 1 - e: 0.369070, 0.053605; sum 0.422675 -> 0.873176, 0.126824
  const { weights, entropies } = weightsOf({ a: [1, 1, 0], b: [0.5, 0.5, 1] });
  expect(entropies.a).toBeCloseTo(0.63093, 6);
  expect(entropies.b).toBeCloseTo(0.946395, 6);
  expect(weights.a).toBeCloseTo(0.873176, 6);
  expect(weights.b).toBeCloseTo(0.126824, 6);
});

test('all alike weighs nothing, one against the rest weighs most', () => {
  const { weights } = weightsOf({
    alike: [0.7, 0.7, 0.7, 0.7],
    single: [0, 0, 0, 1],
    mixed: [0.2, 0.4, 0.6, 1],
  });
  expect(weights.alike).toBe(0);
  expect(weights.single).toBeGreaterThan(weights.mixed);
  expect(weights.alike + weights.single + weights.mixed).toBeCloseTo(1, 12);
});

test('unknown values are left out of their indicator, and do not change it', () => {
  expect(weightsOf({ a: [1, null, 1, 0], b: [0.5, 0.5, null, 1] }).entropies).toEqual(
    weightsOf({ a: [1, 1, 0], b: [0.5, 0.5, 1] }).entropies,
  );
  expect(weightsOf({ a: [1, 0], once: [0.3, null] }).weights).toEqual({ a: 1, once: 0 });
});

test('without contrast there are no weights', () => {
  expect(entropyWeights({ a: [1, 1], b: [0, 0] })).toEqual(unknown('no-contrast'));
  expect(entropyWeights({})).toEqual(unknown('no-contrast'));
});

test('the order of alternatives and the scale of a column do not matter', () => {
  const { weights } = weightsOf({ a: [0.1, 0.9, 0.4], b: [1, 0.2, 0.6] });
  const other = weightsOf({ a: [4, 1, 9], b: [0.6, 1, 0.2] }).weights;
  expect(other.a).toBeCloseTo(weights.a, 12);
});

test('refuses negative values and columns of different length', () => {
  expect(() => entropyWeights({ a: [1, -1] })).toThrow('E-CHO-001');
  expect(() => entropyWeights({ a: [1, Number.NaN] })).toThrow('E-CHO-001');
  expect(() => entropyWeights({ a: [1, 2], b: [1] })).toThrow('E-CHO-002');
});

test('min-max: best 1, worst 0, whichever way is better', () => {
  expect(minMax([10, 20, null, 40], 'high')).toEqual([0, 1 / 3, null, 1]);
  expect(minMax([10, 20, null, 40], 'low')).toEqual([1, 2 / 3, null, 0]);
  // Distances from 6..8: 1, 0, 0, 2
  expect(minMax([5, 6, 7.5, 10], { inside: [6, 8] })).toEqual([0.5, 1, 1, 0]);
  expect(minMax([3, 3], 'high')).toEqual([1, 1]);
  expect(minMax([null], 'low')).toEqual([null]);
});
