import { AftermineError } from '@aftermine/science/base';
import type { Grid } from '@aftermine/science/raster';
import type { Site } from '@aftermine/science/site';
import { describe, expect, test } from 'vitest';
import { terrainGrid } from './terrain-grid.ts';

const square = (west: number, south: number, side: number) =>
  [
    [
      [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ],
    ],
  ] as const;
const site = (crs: string, west: number, south: number, side: number): Site => ({
  name: 'mine',
  crs,
  boundary: square(west, south, side),
  units: [],
  references: [],
});
const dem = (changes: Partial<Grid> = {}): Grid => ({
  crs: 'EPSG:32650',
  originX: 400_003,
  originY: 4_500_007,
  pixelWidth: 30,
  pixelHeight: 30,
  width: 5000,
  height: 5000,
  ...changes,
});

describe('the grid of the terrain', () => {
  test('keeps the pixels of a model in metres, half a kilometre around the site', () => {
    const grid = terrainGrid(site('EPSG:32650', 450_000, 4_400_000, 1000), dem());
    expect((grid.originX - 400_003) % 30).toBe(0);
    expect((4_500_007 - grid.originY) % 30).toBe(0);
    expect(grid.originX).toBeLessThanOrEqual(449_500);
    expect(grid.originX).toBeGreaterThan(449_470);
    expect(grid.originX + grid.width * 30).toBeGreaterThanOrEqual(451_500);
    expect(grid).toMatchObject({ crs: 'EPSG:32650', pixelWidth: 30 });
  });

  test('lays a model in degrees onto metres: the CRS of the site, or its UTM zone', () => {
    const degrees = dem({
      crs: 'EPSG:4326',
      originX: 116,
      originY: 41,
      pixelWidth: 1 / 3600,
      pixelHeight: 1 / 3600,
      width: 3600,
      height: 3600,
    });
    expect(terrainGrid(site('EPSG:4490', 116.4, 40.4, 0.01), degrees).crs).toBe('EPSG:32650');
    const own = terrainGrid(site('EPSG:4547', 440_000, 4_480_000, 1000), degrees);
    expect(own.crs).toBe('EPSG:4547');
    // One second at 40.5 degrees: 30.84 m north, 23.54 m east, 26.95 m between them
    expect(own.pixelWidth).toBeCloseTo(26.95, 1);
    expect(own.pixelHeight).toBe(own.pixelWidth);
  });

  test('a model too fine for the site is refused with the number of cells', () => {
    const fine = dem({ pixelWidth: 0.1, pixelHeight: 0.1 });
    const body = (): unknown => terrainGrid(site('EPSG:32650', 450_000, 4_400_000, 2000), fine);
    expect(body).toThrow(AftermineError);
    expect(body).toThrow('E-DIA-301');
  });
});
