import { describe, expect, test } from 'vitest';
import { coverage } from './coverage.ts';
import type { Grid } from './grid.ts';
import type { Polygons } from './polygons.ts';
import { weightedQuantiles, zonalStatistics } from './zonal-statistics.ts';

const grid: Grid = {
  crs: 'EPSG:32650',
  originX: 0,
  originY: 2,
  pixelWidth: 1,
  pixelHeight: 1,
  width: 3,
  height: 2,
};
const box = (west: number, south: number, east: number, north: number): Polygons => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
];

describe('zonalStatistics', () => {
  test('the mean weighs pixels by their covered share, the count goes by centres', () => {
    // Weights of the top row 1, 1, 0.4: (1*10 + 1*20 + 0.4*60) / 2.4 = 22.5; the third centre is outside.
    const zone = coverage(box(0, 1, 2.4, 2), grid);
    const result = zonalStatistics(Float32Array.of(10, 20, 60, 9, 9, 9), 3, null, zone);
    expect(result.mean).toBeCloseTo(22.5, 6);
    expect(result).toMatchObject({ median: 20, pixelCount: 2, validCount: 2, validShare: 1 });
  });

  test('no data and NaN lower the valid share; water is no land', () => {
    const zone = coverage(box(0, 0, 3, 2), grid);
    const water = Uint8Array.of(0, 0, 1, 0, 0, 1);
    const result = zonalStatistics(Float64Array.of(1, Number.NaN, 5, -9, 3, 7), 3, -9, zone, water);
    expect(result).toEqual({
      mean: 2,
      median: 2,
      p25: 1,
      p75: 3,
      validShare: 0.5,
      pixelCount: 6,
      validCount: 2,
    });
  });

  test('a zone without a single value gives nulls, not numbers', () => {
    const zone = coverage(box(0, 0, 3, 2), grid);
    const empty = { mean: null, median: null, p25: null, p75: null };
    expect(zonalStatistics(new Int16Array(6).fill(-1), 3, -1, zone)).toEqual({
      ...empty,
      validShare: 0,
      pixelCount: 6,
      validCount: 0,
    });
    const outside = coverage(box(10, 10, 11, 11), grid);
    expect(zonalStatistics(new Int16Array(6), 3, -1, outside)).toEqual({
      ...empty,
      validShare: 0,
      pixelCount: 0,
      validCount: 0,
    });
  });

  test('equal weights give the textbook quartiles with averaging (type 2)', () => {
    const ones = (n: number) => new Float64Array(n).fill(1);
    expect(weightedQuantiles(Float64Array.of(1, 2, 3, 4), ones(4), [0.25, 0.5, 0.75])).toEqual([
      1.5, 2.5, 3.5,
    ]);
    expect(weightedQuantiles(Float64Array.of(1, 2, 3, 4, 5), ones(5), [0.25, 0.5, 0.75])).toEqual([2, 3, 4]);
    expect(weightedQuantiles(Float64Array.of(7), ones(1), [0.25, 0.5, 0.75])).toEqual([7, 7, 7]);
  });

  test('a weight of two is the same as the value twice', () => {
    const twice = weightedQuantiles(
      Float64Array.of(1, 2, 2, 5),
      new Float64Array(4).fill(1),
      [0.25, 0.5, 0.75],
    );
    expect(weightedQuantiles(Float64Array.of(1, 2, 5), Float64Array.of(1, 2, 1), [0.25, 0.5, 0.75])).toEqual(
      twice,
    );
  });
});
