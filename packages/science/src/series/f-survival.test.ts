import { describe, expect, test } from 'vitest';
import { asOneMinusCdf, fSurvival, fSurvivalEven } from './f-survival.ts';

describe('survival function of the F distribution', () => {
  // scipy.stats.f.sf
  test.each([
    [18.8638973, 6, 26, 2.4200913682102184e-8],
    [3.3, 2, 3, 0.17469281074217108],
    [0.5, 1, 30, 0.4849569686830381],
    [12, 4, 33, 3.962838935162475e-6],
    [200, 12, 27, 4.0047436752243157e-23],
  ])(
    'equals an independent implementation at F = %d with %d and %d degrees of freedom',
    (f, df1, df2, expected) => {
      expect(fSurvival(f, df1, df2) / expected).toBeCloseTo(1, 10);
    },
  );

  test('is 1 at zero and falls with F', () => {
    expect(fSurvival(0, 4, 10)).toBe(1);
    const values = [0.1, 0.5, 1, 2, 8, 50, 1e4].map((f) => fSurvival(f, 4, 10));
    expect(values.toSorted((a, b) => b - a)).toEqual(values);
  });

  test('the finite sum for even df1 equals the continued fraction for every size the segmentation uses', () => {
    for (let half = 1; half <= 20; half++) {
      for (const df2 of [1, 2, 3, 7, 20, 27, 40]) {
        for (const x of [0.999, 0.7, 0.3, 0.05, 1e-3]) {
          const f = ((1 - x) / (2 * half)) * (df2 / x);
          const expected = fSurvival(f, 2 * half, df2);
          expect(Math.abs(fSurvivalEven(x, half, df2) / expected - 1)).toBeLessThan(1e-9);
        }
      }
    }
  });

  test('rounding as 1 - CDF gives exactly 0 below 2^-54 and multiples of 2^-53 above', () => {
    expect(asOneMinusCdf(5e-17)).toBe(0);
    expect(asOneMinusCdf(3e-16) / 2 ** -53).toBe(3);
    expect(asOneMinusCdf(0.25)).toBe(0.25);
  });
});
