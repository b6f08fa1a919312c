import { describe, expect, test } from 'vitest';
import { coverage } from './coverage.ts';
import { blocks, type Grid, windowGrid } from './grid.ts';
import type { Polygons } from './polygons.ts';
import { zonalStatistics } from './zonal-statistics.ts';
import { histogramStatistics, mergeHistograms, zoneHistogram } from './zone-histogram.ts';

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
    const grid: Grid = { ...fine, originY: 2, width: 3, height: 2 };
    const zone = coverage(
      [
        [
          [
            [0, 0],
            [2, 0],
            [2, 1],
            [0, 1],
            [0, 0],
          ],
        ],
      ],
      grid,
    );
    const result = histogramStatistics(
      zoneHistogram(Int16Array.of(0, 0, 0, 100, 300, 0), 3, null, zone),
      0.01,
      250,
    );
    expect(result).toMatchObject({ mean: 252, median: 252, p25: 251, p75: 253 });
  });

  test('a tile within the polygon gives what counting share by share would give', () => {
    const around = coverage(
      [
        [
          [
            [-1, -1],
            [101, -1],
            [101, 91],
            [-1, 91],
            [-1, -1],
          ],
        ],
      ],
      fine,
    );
    expect(around.full).toBe(true);
    for (const leftOut of [water, undefined]) {
      const fast = zoneHistogram(samples, 100, -32768, around, leftOut);
      expect(fast).toEqual(zoneHistogram(samples, 100, -32768, { ...around, full: false }, leftOut));
    }
    expect(coverage(polygons, fine).full).toBe(false);
  });

  test('nothing merged is a zone without land', () => {
    expect(histogramStatistics(mergeHistograms([]), 1)).toMatchObject({
      mean: null,
      validShare: 0,
      pixelCount: 0,
    });
  });
});
