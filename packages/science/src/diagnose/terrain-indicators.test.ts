import { expect, test } from 'vitest';
import { isUnknown, unknown } from '../base/index.ts';
import { coverage, type Grid } from '../raster/index.ts';
import { type TerrainLayers, terrainIndicators } from './terrain-indicators.ts';
import type { IndicatorValue } from './types.ts';

const grid: Grid = {
  crs: 'EPSG:32650',
  originX: 0,
  originY: 40,
  pixelWidth: 10,
  pixelHeight: 10,
  width: 4,
  height: 4,
};
const box = (west: number, south: number, east: number, north: number) =>
  coverage(
    [
      [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    ],
    grid,
  );
const layer = (of: (i: number) => number): Float32Array => Float32Array.from({ length: 16 }, (_, i) => of(i));
const layers: TerrainLayers = {
  width: 4,
  heights: layer((i) => 100 + i),
  slopeDegrees: layer((i) => (i % 4 === 3 ? Number.NaN : i < 8 ? 30 : 10)),
  stability: layer((i) => (i < 8 ? 1.1 : 3)),
  erosion: layer((i) => i),
  sediment: layer((i) => (i === 8 ? Number.NaN : i / 4)),
  source: 'dem.tif',
};
const numberOf = (value: IndicatorValue): number => {
  if (isUnknown(value)) throw new Error(value.reason);
  return value.value;
};

test('cells weigh by their covered share', () => {
  // Upper two rows of the first column, and half of the third row: 30, 30, 10 with weights 1, 1, 0.5
  const found = terrainIndicators(layers, box(0, 15, 10, 40));
  expect(numberOf(found['slope-mean'])).toBeCloseTo((30 + 30 + 5) / 2.5, 5);
  expect(numberOf(found['steep-share'])).toBeCloseTo(2 / 2.5, 6);
  expect(numberOf(found.relief)).toBe(8);
  expect(numberOf(found.erosion)).toBeCloseTo((0 + 4 + 8 * 0.5) / 2.5, 6);
  // The third cell is a stream.
  expect(numberOf(found['sediment-yield'])).toBeCloseTo((0 + 1) / 2, 6);
  expect(numberOf(found['stability-factor'])).toBeCloseTo(1.1, 6);
  expect(found['slope-p90']).toMatchObject({
    value: 30,
    evidence: { kind: 'raster', source: 'dem.tif', count: 3 },
  });
});

test('voids take no part; land without any cell of data is off the terrain', () => {
  expect(numberOf(terrainIndicators(layers, box(20, 20, 40, 40))['slope-mean'])).toBe(30);
  expect(terrainIndicators(layers, box(30, 0, 40, 40))['slope-p90']).toEqual(unknown('off-terrain'));
});

test('without a terrain model or without cover the reason is told', () => {
  expect(terrainIndicators(null, null).erosion).toEqual(unknown('no-terrain'));
  const bare = { ...layers, erosion: unknown('no-cover') };
  expect(terrainIndicators(bare, box(0, 0, 20, 40)).erosion).toEqual(unknown('no-cover'));
  expect(numberOf(terrainIndicators(bare, box(0, 0, 10, 40))['slope-mean'])).toBe(20);
});
