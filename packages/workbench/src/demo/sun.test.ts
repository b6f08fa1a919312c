import { describe, expect, test } from 'vitest';
import { sunPosition } from './sun.ts';

describe('sunPosition', () => {
  test('puts the sun overhead at noon on the equator at the equinox', () => {
    // 21 March: solar noon at Greenwich is 12:07 UTC
    expect(sunPosition(80, 12.12, 0, 0).elevation).toBeGreaterThan(89);
  });

  test('stands at 90 - 40 + 23.44 degrees at midsummer noon at 40 N, due south', () => {
    const { elevation, azimuth } = sunPosition(172, 12.03, 0, 40);
    expect(elevation).toBeCloseTo(73.4, 0);
    expect(Math.abs(azimuth - 180)).toBeLessThan(2);
  });

  test('stands in the east in the morning of the demonstration mine, at the height Landsat scenes of July have', () => {
    const { elevation, azimuth } = sunPosition(197, 2.98, 113.3, 41.7);
    expect(elevation).toBeGreaterThan(60);
    expect(elevation).toBeLessThan(66);
    expect(azimuth).toBeGreaterThan(120);
    expect(azimuth).toBeLessThan(140);
  });

  test('is nearest to the earth in January', () => {
    expect(sunPosition(4, 12, 0, 0).distance).toBeLessThan(sunPosition(186, 12, 0, 0).distance);
  });
});
