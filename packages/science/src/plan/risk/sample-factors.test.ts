import { expect, test } from 'vitest';
import { factorQuantile, type RiskFactor, sampleFactors } from './sample-factors.ts';

const price: RiskFactor = { name: 'price', kind: 'triangular', low: 10, mode: 20, high: 40 };
const survival: RiskFactor = { name: 'survival', kind: 'beta', alpha: 8, beta: 2 };
const delay: RiskFactor = { name: 'delay', kind: 'uniform', low: 0, high: 2 };
const speed: RiskFactor = { name: 'speed', kind: 'normal', mean: 0.15, sd: 0.05, low: 0.02, high: 0.4 };

function column(sample: Float64Array, width: number, k: number): number[] {
  return Array.from({ length: sample.length / width }, (_, n) => sample[n * width + k]!);
}

test('quantiles by hand', () => {
  // Triangle: a third of the mass left of the mode; p = 1/12: 10 + sqrt(30 * 10 / 12) = 15
  expect(factorQuantile(price, 1 / 3)).toBeCloseTo(20, 12);
  expect(factorQuantile(price, 1 / 12)).toBeCloseTo(15, 12);
  expect(factorQuantile(delay, 0.25)).toBe(0.5);
  // Cut off alike on both sides the median stays the mean
  const even: RiskFactor = { name: 'x', kind: 'normal', mean: 5, sd: 2, low: 4, high: 6 };
  expect(factorQuantile(even, 0.5)).toBeCloseTo(5, 12);
  expect(factorQuantile({ name: 'x', kind: 'beta', alpha: 1, beta: 1, low: 2, high: 4 }, 0.3)).toBeCloseTo(
    2.6,
    12,
  );
});

test('truncated normal quantiles of scipy 1.17.1, far in the upper tail too', () => {
  for (const [low, high, p, expected] of [
    [-1, 2, 0.3, -0.2424038178892269],
    [6, 9, 0.5, 6.111565061795188],
    [3, Infinity, 0.99, 4.197414437605671],
  ] as const)
    expect(factorQuantile({ name: 'x', kind: 'normal', mean: 0, sd: 1, low, high }, p)).toBeCloseTo(
      expected,
      12,
    );
});

test('factors that are certain are constant', () => {
  for (const factor of [
    { name: 'x', kind: 'triangular', low: 3, mode: 3, high: 3 },
    { name: 'x', kind: 'uniform', low: 3, high: 3 },
    { name: 'x', kind: 'normal', mean: 3, sd: 0 },
  ] as const)
    expect([...sampleFactors([factor], { draws: 3, seed: 1 })]).toEqual([3, 3, 3]);
});

test('a Latin hypercube hits each slice of each factor once', () => {
  const draws = 200;
  const sample = sampleFactors([delay, price], { draws, seed: 1 });
  const slices = column(sample, 2, 0).map((value) => Math.floor((value / 2) * draws));
  expect([...slices].sort((a, b) => a - b)).toEqual(Array.from({ length: draws }, (_, n) => n));
  const sorted = column(sample, 2, 1).sort((a, b) => a - b);
  sorted.forEach((value, n) => {
    if (n > 0) expect(value).toBeGreaterThanOrEqual(factorQuantile(price, n / draws));
    if (n < draws - 1) expect(value).toBeLessThanOrEqual(factorQuantile(price, (n + 1) / draws));
  });
});

test('means and spreads are those of the distributions', () => {
  const draws = 4000;
  const sample = sampleFactors([price, survival, delay, speed], { draws, seed: 3 });
  const mean = (k: number): number => column(sample, 4, k).reduce((sum, value) => sum + value, 0) / draws;
  expect(mean(0)).toBeCloseTo(70 / 3, 2);
  expect(mean(1)).toBeCloseTo(0.8, 4);
  expect(mean(2)).toBeCloseTo(1, 4);
  const centre = mean(1);
  const variance = column(sample, 4, 1).reduce((sum, value) => sum + (value - centre) ** 2, 0) / draws;
  // a b / ((a + b)^2 (a + b + 1)) = 16 / 1100
  expect(variance).toBeCloseTo(16 / 1100, 4);
  for (const value of column(sample, 4, 3)) expect(value >= 0.02 && value <= 0.4).toBe(true);
});

test('draws depend on the seed and on the own name alone', () => {
  for (const design of ['latin-hypercube', 'random'] as const) {
    const options = { draws: 50, seed: 7, design };
    const alone = sampleFactors([speed], options);
    expect(column(sampleFactors([price, speed], options), 2, 1)).toEqual([...alone]);
    expect(sampleFactors([speed], options)).toEqual(alone);
    expect(sampleFactors([speed], { ...options, seed: 8 })).not.toEqual(alone);
    expect(sampleFactors([{ ...speed, name: 'other' }], options)).not.toEqual(alone);
  }
});

test('refuses what is no distribution', () => {
  const bad = (factor: RiskFactor) => () => sampleFactors([factor], { draws: 1, seed: 1 });
  expect(bad({ ...price, mode: 50 } as RiskFactor)).toThrow('E-PLN-201');
  expect(bad({ ...delay, high: -1 } as RiskFactor)).toThrow('E-PLN-201');
  expect(bad({ ...delay, low: Number.NaN } as RiskFactor)).toThrow('E-PLN-201');
  expect(bad({ ...speed, sd: -1 } as RiskFactor)).toThrow('E-PLN-201');
  expect(bad({ name: 'x', kind: 'normal', mean: 0, sd: 1, low: 9 })).toThrow('E-PLN-201');
  expect(bad({ ...survival, alpha: 0 } as RiskFactor)).toThrow('E-PLN-201');
  expect(() => sampleFactors([price], { draws: 0, seed: 1 })).toThrow('E-PLN-201');
  expect(() => sampleFactors([price, price], { draws: 1, seed: 1 })).toThrow('E-PLN-203');
  expect(() => factorQuantile(price, 0)).toThrow('E-PLN-201');
});
