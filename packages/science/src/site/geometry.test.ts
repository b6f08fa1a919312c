import { describe, expect, test } from 'vitest';
import { boxOf, centroid, closeRings, containsPosition, planarArea, signedRingArea } from './geometry.ts';
import type { MultiPolygon, Ring } from './types.ts';

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const holed: MultiPolygon = [[square(0, 0, 4), square(1, 1, 1)], [square(10, 0, 2)]];

describe('geometry of polygons', () => {
  test('the box holds every part', () => {
    expect(boxOf(holed)).toEqual([0, 0, 12, 4]);
  });

  test('counter-clockwise is positive, and drawing a ring the other way turns the sign', () => {
    expect(signedRingArea(square(0, 0, 3))).toBe(9);
    expect(signedRingArea(square(0, 0, 3).toReversed())).toBe(-9);
  });

  test('the area takes holes off, whichever way rings were drawn', () => {
    expect(planarArea(holed)).toBe(16 - 1 + 4);
    expect(planarArea(holed.map((polygon) => polygon.map((ring) => ring.toReversed())))).toBe(19);
  });

  test('a square of a square metre keeps its area beside eastings of 38 million', () => {
    expect(planarArea([[square(38_500_000.25, 4_300_000.5, 1)]])).toBe(1);
  });

  test('the centroid is the centre of mass, holes counted', () => {
    expect(centroid([[square(0, 0, 2)]])).toEqual([1, 1]);
    const [x, y] = centroid([[square(0, 0, 4), square(0, 0, 2)]])!;
    expect(x).toBeCloseTo((16 * 2 - 4 * 1) / 12, 12);
    expect(y).toBeCloseTo(x, 12);
    expect(centroid([[square(0, 0, 0)]])).toBeNull();
  });

  test('a position in a hole is outside', () => {
    expect(containsPosition(holed, [0.5, 0.5])).toBe(true);
    expect(containsPosition(holed, [1.5, 1.5])).toBe(false);
    expect(containsPosition(holed, [11, 1])).toBe(true);
    expect(containsPosition(holed, [5, 1])).toBe(false);
  });

  test('every position belongs to exactly one of two neighbours', () => {
    const left: MultiPolygon = [[square(0, 0, 1)]];
    const right: MultiPolygon = [[square(1, 0, 1)]];
    const below: MultiPolygon = [[square(0, -1, 1)]];
    for (const y of [0.25, 0.5, 1])
      expect([containsPosition(left, [1, y]), containsPosition(right, [1, y])]).toEqual([false, true]);
    for (const x of [0, 0.5])
      expect([containsPosition(left, [x, 0]), containsPosition(below, [x, 0])]).toEqual([false, true]);
  });

  test('an open ring is closed, a closed one is left alone', () => {
    const open: MultiPolygon = [[square(0, 0, 1).slice(0, 4)]];
    expect(closeRings(open)).toEqual({ polygons: [[square(0, 0, 1)]], closed: 1 });
    expect(closeRings(holed).polygons).toBe(holed);
  });
});
