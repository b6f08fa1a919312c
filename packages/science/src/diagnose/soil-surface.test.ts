import { describe, expect, test } from 'vitest';
import type { Grid } from '../raster/index.ts';
import type { FieldSample, Reading } from '../site/index.ts';
import { soilSurface } from './soil-surface.ts';

const grid: Grid = {
  crs: 'EPSG:4547',
  originX: 0,
  originY: 1000,
  pixelWidth: 10,
  pixelHeight: 10,
  width: 100,
  height: 100,
};

function sample(x: number, y: number, cd: Reading): FieldSample {
  return {
    id: `${x} ${y}`,
    kind: 'soil',
    x,
    y,
    unitId: null,
    date: null,
    depthFromCm: null,
    depthToCm: null,
    values: { Cd: cd },
  };
}

describe('soil surface', () => {
  const field = (x: number, y: number): number =>
    0.2 + 0.8 * Math.exp(-((x - 600) ** 2 + (y - 400) ** 2) / 90_000);
  const many = Array.from({ length: 64 }, (_, i) => {
    const [x, y] = [65 + 125 * (i % 8), 55 + 125 * Math.floor(i / 8)];
    return sample(x, y, { value: field(x, y) });
  });

  test('ten places and more are kriged: exact at a sample, error least there', () => {
    const surface = soilSurface(many, 'Cd', grid, 500)!;
    expect(surface.method).toBe('ordinary-kriging');
    expect(surface.skill).toBeGreaterThan(0.8);
    const at = (x: number, y: number): number => Math.floor((1000 - y) / 10) * 100 + Math.floor(x / 10);
    expect(surface.values[at(565, 430)]).toBeCloseTo(field(565, 430), 1);
    expect(surface.values[at(65, 55)]).toBeCloseTo(field(65, 55), 4);
    expect(surface.error![at(65, 55)]!).toBeLessThan(surface.error![at(2, 998)]!);
  });

  test('few places: inverse distance, no error map, and why', () => {
    const surface = soilSurface(many.slice(0, 5), 'Cd', grid, 100)!;
    expect(surface).toMatchObject({ method: 'inverse-distance', places: 5, error: null });
    expect(surface.reason?.reason).toBe('too-few-places');
    expect(surface.values[0]).toBeNaN();
    expect(surface.nearestM[0]).toBeGreaterThan(100);
  });

  test('a reading below detection enters with half its limit; two places make no surface', () => {
    const three = [sample(5, 995, { below: 0.1 }), ...many.slice(0, 2)];
    const surface = soilSurface(three, 'Cd', grid, 500)!;
    expect(surface.belowDetection).toBe(1);
    expect(surface.values[0]).toBeCloseTo(0.05, 6);
    expect(soilSurface(three.slice(1), 'Cd', grid, 500)).toBeNull();
  });
});
