import { expect, test } from 'vitest';
import { screeningWeights } from './screening-weights.ts';

test('by hand: 1 of each: 2 / (1 + 1/9.8) and that over 9.8', () => {
  const { included, excluded } = screeningWeights(1, 1);
  expect(included).toBeCloseTo(1.8148148, 6);
  expect(excluded).toBeCloseTo(0.1851852, 6);
});

test('any counts: the mean weight is 1 and all included weigh 9.8 times as much as all excluded', () => {
  for (const [n1, n0] of [
    [1, 1],
    [3, 500],
    [280, 1700],
    [40, 2],
  ] as const) {
    const { included, excluded } = screeningWeights(n1, n0);
    expect(n1 * included + n0 * excluded).toBeCloseTo(n1 + n0, 9);
    expect((n1 * included) / (n0 * excluded)).toBeCloseTo(9.8, 9);
  }
});
