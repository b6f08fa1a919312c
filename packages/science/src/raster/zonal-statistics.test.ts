import { describe, expect, test } from 'vitest';
import { coverage } from './coverage.ts';
import { blocks, type Grid, windowGrid } from './grid.ts';
import type { Polygons } from './polygons.ts';
import { weightedQuantiles, zonalStatistics } from './zonal-statistics.ts';
import { histogramStatistics, mergeHistograms, zoneHistogram } from './zone-histogram.ts';

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

describe('zoneHistogram', () => {
  const fine: Grid = {
    crs: 'EPSG:4547',
    originX: 0,
    originY: 90,
    pixelWidth: 1,
    pixelHeight: 1,
    width: 100,
    height: 90,
  };
  const polygons: Polygons = [
    [
      [
        [3.3, 4.1],
        [95.7, 10.2],
        [80.4, 85.9],
        [40.5, 50.5],
        [10.2, 88.8],
        [3.3, 4.1],
      ],
    ],
  ];
  const samples = new Int16Array(9000);
  const water = new Uint8Array(9000);
  let seed = 7;
  for (let i = 0; i < samples.length; i += 1) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    samples[i] = seed % 11 === 0 ? -32768 : (seed >>> 16) % 10_000;
    water[i] = seed % 13 === 0 ? 1 : 0;
  }
  const whole = histogramStatistics(
    zoneHistogram(samples, 100, -32768, coverage(polygons, fine), water),
    1e-4,
  );
  const parts = blocks(fine, 16).map((block) => {
    const pick = <T extends Int16Array | Uint8Array>(from: T, into: T): T => {
      for (let r = 0; r < block.height; r += 1) {
        const at = (block.row + r) * 100 + block.col;
        into.set(from.subarray(at, at + block.width), r * block.width);
      }
      return into;
    };
    const count = block.width * block.height;
    const zone = coverage(polygons, windowGrid(fine, block));
    return zoneHistogram(
      pick(samples, new Int16Array(count)),
      block.width,
      -32768,
      zone,
      pick(water, new Uint8Array(count)),
    );
  });

  test('merged tiles give exactly the quartiles and counts of the whole, in any order', () => {
    const merged = histogramStatistics(mergeHistograms(parts), 1e-4);
    const { mean, validShare, ...exact } = whole;
    expect(merged).toMatchObject(exact);
    expect(merged.mean).toBeCloseTo(mean!, 7);
    expect(merged.validShare).toBeCloseTo(validShare, 7);
    expect(histogramStatistics(mergeHistograms(parts.toReversed()), 1e-4)).toEqual(merged);
    const nested = mergeHistograms([mergeHistograms(parts.slice(0, 10)), mergeHistograms(parts.slice(10))]);
    expect(histogramStatistics(nested, 1e-4)).toEqual(merged);
  });

  test('it agrees with the statistics of the unquantised kernel', () => {
    const direct = zonalStatistics(samples, 100, -32768, coverage(polygons, fine), water);
    expect(whole.mean! * 1e4).toBeCloseTo(direct.mean!, 3);
    expect(Math.round(whole.median! * 1e4)).toBe(Math.round(direct.median!));
    expect(whole.pixelCount).toBe(direct.pixelCount);
    expect(whole.validCount).toBe(direct.validCount);
    expect(whole.validShare).toBeCloseTo(direct.validShare, 6);
  });

  test('scale and offset turn samples into values', () => {
    const zone = coverage(box(0, 0, 2, 1), grid);
    const result = histogramStatistics(
      zoneHistogram(Int16Array.of(0, 0, 0, 100, 300, 0), 3, null, zone),
      0.01,
      250,
    );
    expect(result).toMatchObject({ mean: 252, median: 252, p25: 251, p75: 253 });
  });

  test('nothing merged is a zone without land', () => {
    expect(histogramStatistics(mergeHistograms([]), 1)).toMatchObject({
      mean: null,
      validShare: 0,
      pixelCount: 0,
    });
  });
});
