import { expect, test } from 'vitest';
import { isUnknown, unknown } from '../base/index.ts';
import { pointsOf, sixtyPoints } from './sample-points.fixture.ts';
import { empiricalVariogram, fitVariogram, semivariance, type Variogram } from './variogram.ts';

test('empirical: half the mean square difference of the pairs of a class', () => {
  // Four on a line, 10 m apart: pairs at 10 m differ by 1, 2, 4; at 20 m by 3, 6; at 30 m by 7.
  const line = pointsOf([0, 0, 0], [10, 0, 1], [20, 0, 3], [30, 0, 7]);
  // Classes of 0-12, 12-24, 24-36 m.
  expect(empiricalVariogram(line, 36, 3)).toEqual([
    { distanceM: 10, semivariance: (1 + 4 + 16) / 6, pairs: 3 },
    { distanceM: 20, semivariance: (9 + 36) / 4, pairs: 2 },
    { distanceM: 30, semivariance: 49 / 2, pairs: 1 },
  ]);
});

test.each(['spherical', 'exponential'] as const)(
  'the fit finds a %s model again from its own values',
  (model) => {
    const truth: Variogram = { model, nugget: 1, partialSill: 4, rangeM: 300 };
    const classes = Array.from({ length: 12 }, (_, i) => {
      const distanceM = 25 + 50 * i;
      return { distanceM, semivariance: semivariance(truth, distanceM), pairs: 40 };
    });
    const fit = fitVariogram(sixtyPoints(), ['spherical', 'exponential'], classes);
    if (isUnknown(fit)) throw new Error('no fit');
    expect(fit.model).toBe(model);
    expect(fit.nugget).toBeCloseTo(1, 4);
    expect(fit.partialSill).toBeCloseTo(4, 4);
    expect(fit.rangeM).toBeCloseTo(300, 2);
  },
);

test('no worse than a general optimiser (scipy least_squares, best of five starts) on sixty points', () => {
  const points = sixtyPoints();
  const misfit = (model: 'spherical' | 'exponential'): number => {
    const fit = fitVariogram(points, [model]);
    return isUnknown(fit) ? Number.NaN : fit.misfit;
  };
  expect(misfit('spherical')).toBeCloseTo(0.00722250883, 8);
  expect(misfit('exponential')).toBeCloseTo(0.00888519618, 8);
  expect(fitVariogram(points)).toMatchObject({ model: 'spherical', nugget: 0 });
  expect(empiricalVariogram(points)[0]).toEqual({
    distanceM: expect.closeTo(25.26582756, 7),
    semivariance: expect.closeTo(0.06821686, 7),
    pairs: 19,
  });
});

test('falling semivariance is all nugget: the model may not bend below zero', () => {
  const classes = [5, 4, 3, 2].map((gamma, i) => ({
    distanceM: 100 + 50 * i,
    semivariance: gamma,
    pairs: 30,
  }));
  const fit = fitVariogram(sixtyPoints(), ['spherical'], classes);
  if (isUnknown(fit)) throw new Error('no fit');
  expect(fit.partialSill).toBeGreaterThanOrEqual(0);
  expect(semivariance(fit, 1000)).toBeGreaterThan(3);
  expect(semivariance(fit, 0)).toBe(0);
});

test('too few places and values all alike are told, not fitted', () => {
  expect(fitVariogram(pointsOf([0, 0, 1], [5, 5, 2]))).toEqual(
    unknown('too-few-places', { count: 2, need: 10 }),
  );
  const alike = { ...sixtyPoints(), values: new Float64Array(60).fill(3) };
  expect(fitVariogram(alike)).toEqual(unknown('values-all-alike'));
});
