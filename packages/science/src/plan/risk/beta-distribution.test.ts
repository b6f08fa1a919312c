import { expect, test } from 'vitest';
import { betaCdf, betaQuantile } from './beta-distribution.ts';

test('closed forms: powers, and the arcsine', () => {
  for (const x of [0, 0.01, 0.3, 0.5, 0.8, 1]) {
    expect(betaCdf(x, 3, 1)).toBeCloseTo(x ** 3, 13);
    expect(betaCdf(x, 1, 4)).toBeCloseTo(1 - (1 - x) ** 4, 13);
    expect(betaCdf(x, 2, 2)).toBeCloseTo(3 * x ** 2 - 2 * x ** 3, 13);
    expect(betaCdf(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13);
  }
});

test('quantiles of scipy 1.17.1', () => {
  for (const [p, a, b, expected] of [
    [0.05, 2, 3, 0.09761146288641434],
    [0.5, 2, 3, 0.3857275681323895],
    [0.9, 50, 3, 0.9786192225086043],
    [0.01, 900, 800, 0.5012169089327607],
    [0.5, 1000, 1, 0.9993070929904525],
  ] as const)
    expect(betaQuantile(p, a, b)).toBeCloseTo(expected, 13);
});

test('the quantile undoes the distribution function, which rises', () => {
  for (const [a, b] of [
    [0.5, 2],
    [2, 7],
    [40, 12],
  ] as const) {
    let before = 0;
    for (let p = 0.02; p < 1; p += 0.04) {
      const x = betaQuantile(p, a, b);
      expect(betaCdf(x, a, b)).toBeCloseTo(p, 12);
      expect(x).toBeGreaterThan(before);
      before = x;
    }
  }
});
