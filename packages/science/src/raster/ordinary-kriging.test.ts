import { expect, test } from 'vitest';
import type { Grid } from './grid.ts';
import { crossValidateKriging, ordinaryKriging } from './ordinary-kriging.ts';
import { pointsOf, sixtyPoints } from './sample-points.fixture.ts';
import type { Variogram } from './variogram.ts';

/** One cell about a place. */
const cellAt = (x: number, y: number): Grid => ({
  crs: 'EPSG:32650',
  originX: x - 0.5,
  originY: y + 0.5,
  pixelWidth: 1,
  pixelHeight: 1,
  width: 1,
  height: 1,
});
const plain: Variogram = { model: 'spherical', nugget: 0, partialSill: 1, rangeM: 100 };

test('midway between two samples: their mean, and the variance by hand', () => {
  // d = 40 apart, 20 to each: gamma(20) = 0.2 (1.5 - 0.02) = 0.296, gamma(40) = 0.4 (1.5 - 0.08) = 0.568.
  // Weights 1/2: variance = 2 sum w gamma_i0 - sum sum w w gamma_ij = 2 x 0.296 - 2 x 0.568 / 4 = 0.308
  const { values, variance, nearestM } = ordinaryKriging(
    pointsOf([0, 0, 3], [40, 0, 5]),
    plain,
    cellAt(20, 0),
  );
  expect(values[0]).toBeCloseTo(4, 6);
  expect(variance[0]).toBeCloseTo(0.308, 6);
  expect(nearestM[0]).toBe(20);
});

test('one sample: its value everywhere, variance 2 gamma', () => {
  const { values, variance } = ordinaryKriging(pointsOf([0, 0, 7]), plain, cellAt(20, 0));
  expect(values[0]).toBe(7);
  expect(variance[0]).toBeCloseTo(0.592, 6);
});

test('beyond the range of all: the mean, variance sill (1 + 1/n)', () => {
  const four = pointsOf([0, 0, 1], [1000, 0, 2], [0, 1000, 3], [1000, 1000, 6]);
  const { values, variance } = ordinaryKriging(four, plain, cellAt(500, 500));
  expect(values[0]).toBeCloseTo(3, 6);
  expect(variance[0]).toBeCloseTo(1.25, 6);
});

test('exact at a sample, with nugget too; readings at one place are joined to their mean', () => {
  const points = pointsOf([0, 0, 3], [40, 0, 5], [0, 0, 4]);
  const { values, variance, duplicates } = ordinaryKriging(points, { ...plain, nugget: 0.5 }, cellAt(0, 0));
  expect(values[0]).toBeCloseTo(3.5, 6);
  expect(variance[0]).toBeCloseTo(0, 6);
  expect(duplicates).toBe(1);
});

test('beyond reach there is no value, but the distance of the nearest sample', () => {
  const surface = ordinaryKriging(pointsOf([0, 0, 3], [10, 0, 5]), plain, cellAt(910, 0), { withinM: 500 });
  expect(surface.values[0]).toBeNaN();
  expect(surface.variance[0]).toBeNaN();
  expect(surface.nearestM[0]).toBe(900);
  expect(ordinaryKriging(pointsOf(), plain, cellAt(0, 0)).nearestM[0]).toBeNaN();
});

test('equals a dense solution of the variogram system (numpy) for both models, k 8 to 60, outside the samples too', () => {
  const points = sixtyPoints();
  const cases = [
    ['spherical', 0.4, 6, 500, 16, 123, 456, 10.581527169, 1.326738739],
    ['spherical', 0.4, 6, 500, 16, 900, 100, 9.1064487, 2.4605354],
    ['spherical', 0.4, 6, 500, 16, -200, 900, 12.300755468, 7.893906763],
    ['exponential', 0, 5, 200, 8, 123, 456, 10.594546372, 1.057393291],
    ['exponential', 0, 5, 200, 8, 900, 100, 9.347363413, 2.387120183],
    ['exponential', 0.3, 5, 200, 60, 123, 456, 10.563099214, 1.466147055],
    ['exponential', 0.3, 5, 200, 60, -200, 900, 11.30707828, 5.503953962],
  ] as const;
  for (const [model, nugget, partialSill, rangeM, neighbours, x, y, value, variance] of cases) {
    const variogram = { model, nugget, partialSill, rangeM };
    const surface = ordinaryKriging(points, variogram, cellAt(x, y), { neighbours });
    expect(surface.values[0]).toBeCloseTo(value, 5);
    expect(surface.variance[0]).toBeCloseTo(variance, 5);
  }
});

test('cells in one run equal cells one by one: a kept factorisation is that of the same neighbours', () => {
  const points = sixtyPoints();
  const variogram: Variogram = { model: 'exponential', nugget: 0.2, partialSill: 5, rangeM: 200 };
  const grid: Grid = {
    ...cellAt(0, 0),
    originX: 0,
    originY: 800,
    pixelWidth: 50,
    pixelHeight: 50,
    width: 20,
    height: 16,
  };
  const whole = ordinaryKriging(points, variogram, grid);
  for (const [col, row] of [
    [0, 0],
    [7, 3],
    [8, 3],
    [19, 15],
  ] as const) {
    const alone = ordinaryKriging(points, variogram, cellAt(25 + 50 * col, 775 - 50 * row));
    expect(whole.values[row * 20 + col]).toBe(alone.values[0]);
    expect(whole.variance[row * 20 + col]).toBe(alone.variance[0]);
  }
});

test('leave-one-out equals the reference: mean error, root mean square, standardised squares, skill', () => {
  const variogram: Variogram = { model: 'spherical', nugget: 0.4, partialSill: 6, rangeM: 500 };
  const { count, meanError, rootMeanSquare, standardised, skill } = crossValidateKriging(
    sixtyPoints(),
    variogram,
  );
  expect(count).toBe(60);
  expect(meanError).toBeCloseTo(0.00354690934, 9);
  expect(rootMeanSquare).toBeCloseTo(0.48517501265, 9);
  expect(standardised).toBeCloseTo(0.09942630233, 9);
  expect(skill).toBeCloseTo(0.95005621527, 9);
});

test('a single place cannot be foretold from others', () => {
  expect(crossValidateKriging(pointsOf([0, 0, 3]), plain)).toMatchObject({
    count: 0,
    rootMeanSquare: null,
    standardised: null,
    skill: null,
  });
});

test('refuses what cannot be', () => {
  const points = pointsOf([0, 0, 3], [1, 0, Number.NaN]);
  expect(() => ordinaryKriging(points, plain, cellAt(0, 0))).toThrow('E-INT-002');
  const short = { ...pointsOf([0, 0, 3]), values: new Float64Array(0) };
  expect(() => ordinaryKriging(short, plain, cellAt(0, 0))).toThrow('E-INT-001');
  const one = pointsOf([0, 0, 3]);
  expect(() => ordinaryKriging(one, { ...plain, partialSill: 0 }, cellAt(0, 0))).toThrow('E-INT-003');
  expect(() => ordinaryKriging(one, plain, cellAt(0, 0), { neighbours: 0 })).toThrow('E-INT-003');
});
