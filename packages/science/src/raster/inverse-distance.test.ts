import { expect, test } from 'vitest';
import type { Grid } from './grid.ts';
import { crossValidateInverseDistance, inverseDistance } from './inverse-distance.ts';
import { pointsOf } from './sample-points.fixture.ts';

const cellAt = (x: number, y: number): Grid => ({
  crs: 'EPSG:32650',
  originX: x - 0.5,
  originY: y + 0.5,
  pixelWidth: 1,
  pixelHeight: 1,
  width: 1,
  height: 1,
});

test('weights d^-p by hand', () => {
  // Distances 10 and 30, p = 2: weights 9 : 1 -> (9 x 2 + 6) / 10 = 2.4; p = 1: 3 : 1 -> 3
  const points = pointsOf([0, 0, 2], [40, 0, 6]);
  expect(inverseDistance(points, cellAt(10, 0)).values[0]).toBeCloseTo(2.4, 6);
  expect(inverseDistance(points, cellAt(10, 0), { power: 1 }).values[0]).toBeCloseTo(3, 6);
  expect(inverseDistance(points, cellAt(10, 0), { neighbours: 1 }).values[0]).toBe(2);
  expect(inverseDistance(points, cellAt(10, 0), { power: 400 }).values[0]).toBe(2);
});

test('exact at a sample; readings at one place are joined to their mean', () => {
  const { values, duplicates } = inverseDistance(pointsOf([0, 0, 2], [40, 0, 6], [0, 0, 3]), cellAt(0, 0));
  expect([values[0], duplicates]).toEqual([2.5, 1]);
});

test('beyond reach there is no value, but the distance of the nearest sample', () => {
  const { values, nearestM } = inverseDistance(pointsOf([0, 0, 2]), cellAt(900, 0), { withinM: 500 });
  expect(values[0]).toBeNaN();
  expect(nearestM[0]).toBe(900);
});

test('leave-one-out by hand', () => {
  // On a line at 0, 10, 30 with 1, 2, 6. Weights to 0: 9 : 1 -> 2.4; to 10: 4 : 1 -> 2; to 30: 4 : 9 -> (4 + 18)/13
  const { errors, count, rootMeanSquare, standardised } = crossValidateInverseDistance(
    pointsOf([0, 0, 1], [10, 0, 2], [30, 0, 6]),
  );
  expect([...errors].map((error) => error.toFixed(6))).toEqual(['1.400000', '0.000000', '-4.307692']);
  expect(count).toBe(3);
  expect(rootMeanSquare).toBeCloseTo(Math.sqrt((1.4 ** 2 + 4.3076923 ** 2) / 3), 6);
  expect(standardised).toBeNull();
});

test('refuses what cannot be', () => {
  expect(() => inverseDistance(pointsOf([0, 0, 2]), cellAt(0, 0), { power: 0 })).toThrow('E-INT-003');
  expect(() => inverseDistance(pointsOf([0, 0, 2]), cellAt(0, 0), { withinM: 0 })).toThrow('E-INT-003');
});
