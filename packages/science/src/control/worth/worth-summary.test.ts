import { expect, test } from 'vitest';
import type { FutureWorth } from './future-worth.ts';
import { worthSummary } from './worth-summary.ts';

function future(n: number, fixed: number, steered: number, perfect: number): FutureWorth {
  const of = (value: number) => ({ value, ecology: 10 * value, cost: 1000 * value });
  return {
    future: n,
    fixed: of(fixed),
    blind: of(fixed),
    steered: of(steered),
    perfect: { ...of(perfect), proven: true },
    changes: 1,
    repairs: n,
    alarms: 2,
    unpaid: 0,
  };
}

test('shares are of sums, not means of shares: 3 of 12 gained is a quarter', () => {
  const summary = worthSummary([future(0, 10, 12, 12), future(1, 10, 10, 18), future(2, 10, 11, 12)], 1);
  expect(summary.share).toMatchObject({ value: 0.25 });
  expect(summary.uplift.mean).toBe(1);
  expect(summary.relative).toBeCloseTo(0.1, 12);
  expect(summary.ecology.mean).toBeCloseTo(10, 12);
  expect(summary.cost.mean).toBeCloseTo(1000, 9);
  expect(summary).toMatchObject({ lost: 0, even: 1, repairs: 1, changes: 1, proven: 3 });
});

test('it is open where the interval covers zero, pays where it lies above, costs where it lies below', () => {
  const of = (gains: readonly number[]) =>
    worthSummary(
      gains.map((gain, n) => future(n, 5, 5 + gain, 9)),
      1,
    ).verdict;
  expect(of([1, -1, 0.5, -0.5])).toBe('open');
  expect(of([1, 1.1, 0.9, 1])).toBe('pays');
  expect(of([-1, -1.1, -0.9, -1])).toBe('costs');
});

test('where nothing can be gained there is no share', () => {
  const { share, shareBlind } = worthSummary([future(0, 5, 5, 5), future(1, 6, 6, 6)], 1);
  expect(share).toMatchObject({ kind: 'unknown', reason: 'nothing-to-gain' });
  expect(shareBlind).toMatchObject({ kind: 'unknown' });
});

test('the order of drawing changes nothing but rounding, and steering like perfect captures all', () => {
  const futures = Array.from({ length: 30 }, (_, n) => future(n, 5, 5 + (n % 7), 5 + (n % 7)));
  const { share, quantiles } = worthSummary(futures, 1);
  expect(share).toEqual({ value: 1, low: 1, high: 1 });
  expect(quantiles.p5).toBeLessThanOrEqual(quantiles.p50);
  expect(quantiles.p50).toBeLessThanOrEqual(quantiles.p95);
});
