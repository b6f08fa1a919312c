import { expect, test } from 'vitest';
import { normalCdf, normalQuantile, normalTwoSidedP } from './normal-distribution.ts';

test('the normal distribution equals published figures', () => {
  // scipy.stats.norm.cdf
  const table: readonly (readonly [number, number])[] = [
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.96, 0.024997895148220435],
    [-3.859273515045842, 5.686229942037071e-5],
    [-6, 9.865876450376981e-10],
    [-10, 7.61985302416052e-24],
    [-37, 5.725571222524577e-300],
  ];
  for (const [z, p] of table) expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(2e-10);
  expect(normalTwoSidedP(1.959963984540054)).toBeCloseTo(0.05, 14);
});

test('the quantile inverts the distribution', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  for (const p of [1e-10, 0.001, 0.2, 0.5, 0.9, 0.9999])
    expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13);
});

test('the two branches meet', () => {
  const z = 2.5 * Math.SQRT2;
  expect(Math.abs(normalCdf(-z - 1e-12) / normalCdf(-z + 1e-12) - 1)).toBeLessThan(1e-9);
});
