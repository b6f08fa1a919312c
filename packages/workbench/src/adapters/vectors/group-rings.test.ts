import { planarArea, type Ring } from '@aftermine/science/site';
import { describe, expect, test } from 'vitest';
import { GROUPING_BUDGET, groupRings } from './group-rings.ts';
import { Tally } from './tally.ts';

/** A square, counter-clockwise. */
const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const outer = (x: number, y: number, side: number): Ring => [...square(x, y, side)].reverse();
const group = (rings: readonly Ring[], budget = GROUPING_BUDGET) => {
  const tally = new Tally();
  const polygons = groupRings(rings, 'a#1', { left: budget }, tally);
  return { polygons, warnings: tally.warnings() };
};

describe('groupRings', () => {
  test('a hole belongs to the smallest outer ring around it, in whichever order rings come', () => {
    const island = outer(20, 20, 20);
    const rings = [square(25, 25, 5), outer(0, 0, 100), square(10, 10, 40), island, outer(200, 0, 10)];
    const { polygons, warnings } = group(rings);
    expect(polygons).toEqual([
      [outer(0, 0, 100), square(10, 10, 40)],
      [island, square(25, 25, 5)],
      [outer(200, 0, 10)],
    ]);
    expect(planarArea(polygons)).toBe(10_000 - 1600 + 400 - 25 + 100);
    expect(warnings).toEqual([]);
  });

  test('where all rings turn the same way, nesting tells holes', () => {
    for (const turn of [square, outer]) {
      const { polygons, warnings } = group([
        turn(0, 0, 100),
        turn(10, 10, 20),
        turn(15, 15, 5),
        turn(200, 0, 10),
      ]);
      expect(planarArea(polygons)).toBe(10_000 - 400 + 25 + 100);
      expect(warnings).toEqual([{ key: 'vector.ring-turned', params: { count: 1 } }]);
    }
  });

  test('parts that lie apart stay parts, without a word', () => {
    const { polygons, warnings } = group([outer(0, 0, 10), outer(20, 0, 10)]);
    expect(polygons).toHaveLength(2);
    expect(warnings).toEqual([]);
  });

  test('a hole outside every outer ring becomes a polygon of its own, which is told', () => {
    const { polygons, warnings } = group([outer(0, 0, 10), square(20, 0, 10)]);
    expect(polygons).toHaveLength(2);
    expect(warnings).toEqual([{ key: 'vector.ring-turned', params: { count: 1 } }]);
  });

  test('a hole that touches its outer ring is still its hole', () => {
    const { polygons } = group([outer(0, 0, 10), outer(-30, -30, 60), square(0, 0, 5)]);
    expect(polygons[0]).toHaveLength(2);
  });

  test('thousands of rings one inside the other are sorted out at once', () => {
    const nested = Array.from({ length: 10_000 }, (_, i) => square(i, i, 100_000 - 2 * i));
    const started = performance.now();
    const { polygons } = group(nested);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(polygons).toHaveLength(5_000);
    expect(polygons.every((polygon) => polygon.length === 2)).toBe(true);
  });

  test('work beyond the budget is refused', () => {
    const rings = Array.from({ length: 300 }, (_, i) => square(i * 20, 0, 10));
    expect(() => group(rings, 10_000)).toThrow(/E-VEC-115/);
    expect(group(rings).polygons).toHaveLength(300);
  });
});
