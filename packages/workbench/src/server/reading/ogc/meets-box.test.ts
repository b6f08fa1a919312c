import { chance } from '@aftermine/science/base';
import type { Box } from '@aftermine/science/raster';
import type { MultiPolygon, Position } from '@aftermine/science/site';
import { expect, test } from 'vitest';
import { meetsBox } from './meets-box.ts';

function square(west: number, south: number, side: number): Position[] {
  return [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
}

test('a box inside, around, across the edge and beside a square', () => {
  const shape: MultiPolygon = [[square(0, 0, 10)]];
  expect(meetsBox(shape, [4, 4, 5, 5])).toBe(true);
  expect(meetsBox(shape, [-5, -5, 15, 15])).toBe(true);
  expect(meetsBox(shape, [9, 9, 12, 12])).toBe(true);
  expect(meetsBox(shape, [10, 10, 12, 12])).toBe(true);
  expect(meetsBox(shape, [11, 0, 12, 10])).toBe(false);
});

test('a box in a hole meets nothing, one across its rim does', () => {
  const shape: MultiPolygon = [[square(0, 0, 10), square(3, 3, 4)]];
  expect(meetsBox(shape, [4, 4, 6, 6])).toBe(false);
  expect(meetsBox(shape, [6, 6, 8, 8])).toBe(true);
});

/** Separating axes: two convex shapes are apart exactly where some normal of an edge tells them apart. */
function convexMeets(triangle: readonly Position[], [west, south, east, north]: Box): boolean {
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  const axes: Position[] = [
    [1, 0],
    [0, 1],
    ...triangle.map((from, i): Position => {
      const to = triangle[(i + 1) % 3]!;
      return [from[1] - to[1], to[0] - from[0]];
    }),
  ];
  return axes.every(([x, y]) => {
    const reach = (points: readonly Position[]): [number, number] => {
      const along = points.map(([px, py]) => px * x + py * y);
      return [Math.min(...along), Math.max(...along)];
    };
    const [a, b] = [reach(triangle), reach(corners)];
    return a[0] <= b[1] && b[0] <= a[1];
  });
}

test('of 5,000 random triangles and boxes: as the separating axes say', () => {
  const random = chance(17).uniform;
  let met = 0;
  for (let run = 0; run < 5000; run += 1) {
    const point = (): Position => [10 * random(), 10 * random()];
    const triangle = [point(), point(), point()];
    const [west, south] = point();
    const box: Box = [west, south, west + 3 * random(), south + 3 * random()];
    const expected = convexMeets(triangle, box);
    met += Number(expected);
    expect(meetsBox([[[...triangle, triangle[0]!]]], box)).toBe(expected);
  }
  expect(met).toBeGreaterThan(500);
  expect(met).toBeLessThan(4500);
});
