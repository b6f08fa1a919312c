import { expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { bootstrap, meanInterval, quantileOf } from './mean-interval.ts';

test('the interval of 1..5 by Student: 3 +- 2.776445 x 1.581139 / sqrt 5', () => {
  const { mean, low, high } = meanInterval([1, 2, 3, 4, 5], 1);
  expect(mean).toBe(3);
  expect(high - 3).toBeCloseTo((2.7764451052 * Math.sqrt(2.5)) / Math.sqrt(5), 8);
  expect(3 - low).toBeCloseTo(high - 3, 12);
});

test('with 200 values t is near 1.972, and the bootstrap near Student', () => {
  const draw = chance(2);
  const values = Array.from({ length: 200 }, () => 3 + draw.normal());
  const { mean, low, high, bootstrapLow, bootstrapHigh } = meanInterval(values, 1);
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 199);
  expect((high - mean) / (sd / Math.sqrt(200))).toBeCloseTo(1.97196, 4);
  expect(bootstrapLow).toBeCloseTo(low, 1);
  expect(bootstrapHigh).toBeCloseTo(high, 1);
});

test('95 % intervals hold the true mean about 95 times in 100', () => {
  const draw = chance(9);
  let held = 0;
  for (let n = 0; n < 400; n += 1) {
    const { low, high } = meanInterval(
      Array.from({ length: 12 }, () => draw.normal()),
      1,
    );
    if (low <= 0 && high >= 0) held += 1;
  }
  expect(held / 400).toBeGreaterThan(0.92);
  expect(held / 400).toBeLessThan(0.98);
});

test('the bootstrap repeats itself, and values that are all alike leave no doubt', () => {
  const mean = (picks: Uint32Array): number => picks.reduce((sum, i) => sum + i, 0) / picks.length;
  expect(bootstrap(20, 4, mean)).toEqual(bootstrap(20, 4, mean));
  expect(meanInterval([2, 2, 2], 1)).toMatchObject({ low: 2, high: 2, bootstrapLow: 2, bootstrapHigh: 2 });
});

test('quantiles lie between neighbours in proportion', () => {
  expect(quantileOf([0, 10, 20], 0.25)).toBe(5);
  expect(quantileOf([0, 10, 20], 1)).toBe(20);
});

test('one value has no interval', () => {
  expect(() => meanInterval([1], 1)).toThrow(/E-CTL-612/);
});
