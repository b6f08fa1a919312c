import { describe, expect, test } from 'vitest';
import { autocorrelation, ranks } from './autocorrelation.ts';

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('autocorrelation', () => {
  test('1 to 5: lag 1 is 4 / 10, lag 2 is -1 / 10', () => {
    const [r0, r1, r2] = autocorrelation([1, 2, 3, 4, 5], 2);
    expect(r0).toBe(1);
    expect(r1).toBeCloseTo(0.4, 14);
    expect(r2).toBeCloseTo(-0.1, 14);
  });

  test('a constant series has none beyond lag 0', () => {
    expect(autocorrelation([3, 3, 3, 3], 3)).toEqual([1, 0, 0, 0]);
  });

  test('property: never beyond 1, and the same after any shift and stretch', () => {
    const random = seeded(23);
    for (let round = 0; round < 100; round += 1) {
      const values = Array.from({ length: 5 + Math.floor(20 * random()) }, random);
      const lags = values.length - 1;
      const r = autocorrelation(values, lags);
      const moved = autocorrelation(
        values.map((value) => 5 - 3 * value),
        lags,
      );
      r.forEach((value, k) => {
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(moved[k]).toBeCloseTo(value, 10);
      });
    }
  });
});

describe('ranks', () => {
  test('equal values share the mean of their ranks', () => {
    expect(ranks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]);
    expect(ranks([4, 4, 4])).toEqual([2, 2, 2]);
  });

  test('property: ranks sum to n (n + 1) / 2, with ties as without', () => {
    const random = seeded(29);
    for (let n = 1; n < 40; n += 1) {
      const values = Array.from({ length: n }, () => Math.floor(6 * random()));
      expect(ranks(values).reduce((sum, rank) => sum + rank, 0)).toBe((n * (n + 1)) / 2);
    }
  });
});
