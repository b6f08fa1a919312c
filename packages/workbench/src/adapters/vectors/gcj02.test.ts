import gcoord from 'gcoord';
import { describe, expect, test } from 'vitest';
import { fromGcj02, gcj02ShiftMetres } from './gcj02.ts';

const { transform, GCJ02, WGS84 } = gcoord as unknown as (typeof gcoord)['default'];
const feature = (ring: readonly (readonly [number, number])[]) => ({
  id: null,
  geometry: [[ring]],
  properties: {},
});

describe('GCJ-02', () => {
  test('positions shifted as Chinese maps shift them come back within a millimetre, and the shift is told', () => {
    const true84 = [
      [110.9, 21.6],
      [116.4, 39.9],
      [87.6, 43.8],
    ] as const;
    const shifted = true84.map(([x, y]) => transform<[number, number]>([x, y], WGS84, GCJ02));
    const { features, shiftMetres } = fromGcj02([feature(shifted)]);
    features[0]!.geometry[0]![0]!.forEach(([x, y], i) => {
      expect(Math.abs(x - true84[i]![0]) * 111_195).toBeLessThan(0.001);
      expect(Math.abs(y - true84[i]![1]) * 111_195).toBeLessThan(0.001);
    });
    expect(shiftMetres).toBeGreaterThan(500);
    expect(shiftMetres).toBeLessThan(700);
  });

  test('the published example of the inverse agrees within a metre', () => {
    // gcj02towgs84(116.404, 39.915) of coordtransform, which inverts by one step only.
    const { features } = fromGcj02([feature([[116.404, 39.915]])]);
    const [x, y] = features[0]!.geometry[0]![0]![0]!;
    expect(Math.abs(x - 116.39775550083061) * 111_195).toBeLessThan(1);
    expect(Math.abs(y - 39.91359571849836) * 111_195).toBeLessThan(1);
    expect(gcj02ShiftMetres([116.404, 39.915])).toBeCloseTo(555, -1);
  });

  test('outside China nothing is shifted', () => {
    expect(gcj02ShiftMetres([2.35, 48.85])).toBe(0);
    const ring = [[2.35, 48.85]] as const;
    expect(fromGcj02([feature(ring)])).toEqual({ features: [feature(ring)], shiftMetres: 0 });
  });
});
