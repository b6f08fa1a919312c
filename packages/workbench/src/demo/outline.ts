import { chance, seedOf } from '@aftermine/science/base';
import type { Grid } from '@aftermine/science/raster';
import { containsPosition, type MultiPolygon, type Position } from '@aftermine/science/site';
import type { PlanPosition } from './types.ts';

/**
 * Rounds the corners of a closed outline: each corner gives way to two positions a quarter along its edges
 * (Chaikin). A convex outline stays inside itself, so that neighbours never come to overlap.
 */
export function roundCorners(outline: readonly PlanPosition[], times: number): PlanPosition[] {
  let ring: PlanPosition[] = [...outline];
  for (let t = 0; t < times; t += 1) {
    ring = ring.flatMap((a, i): PlanPosition[] => {
      const b = ring[(i + 1) % ring.length]!;
      return [
        [0.75 * a[0] + 0.25 * b[0], 0.75 * a[1] + 0.25 * b[1]],
        [0.25 * a[0] + 0.75 * b[0], 0.25 * a[1] + 0.75 * b[1]],
      ];
    });
  }
  return ring;
}

/**
 * A natural-looking version of an outline: rounded corners, then every position drawn towards the middle by 0 to 9 %,
 * the same way each time for the same name. It stays inside a convex outline.
 */
export function naturalOutline(outline: readonly PlanPosition[], name: string): PlanPosition[] {
  const ring = roundCorners(outline, 1);
  const middle = [0, 1].map((k) => ring.reduce((sum, at) => sum + at[k]!, 0) / ring.length) as [
    number,
    number,
  ];
  const draw = chance(seedOf(0, `outline ${name}`));
  const drawn = ring.map(([x, y]): PlanPosition => {
    const shrink = 0.09 * draw.uniform();
    return [x + shrink * (middle[0] - x), y + shrink * (middle[1] - y)];
  });
  return roundCorners(drawn, 2);
}

/** An outline of the plan as a closed, counter-clockwise ring in the units of the grid's CRS. */
export function polygonOnGrid(outline: readonly PlanPosition[], grid: Grid): MultiPolygon {
  const ring = outline.map(
    ([x, y]): Position => [
      grid.originX + x * grid.width * grid.pixelWidth,
      grid.originY - y * grid.height * grid.pixelHeight,
    ],
  );
  const turn = ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]!;
    return sum + (nx - x) * (ny + y - 2 * grid.originY);
  }, 0);
  if (turn > 0) ring.reverse();
  return [[[...ring, ring[0]!]]];
}

/** Calls `visit` with every pixel whose centre lies inside the outline, and its plan position. */
export function eachPixelInside(
  outline: readonly PlanPosition[],
  size: number,
  visit: (pixel: number, x: number, y: number) => void,
): void {
  const ring: MultiPolygon = [[[...outline, outline[0]!]]];
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const first = (least: number): number => Math.max(0, Math.floor(least * size) - 1);
  const last = (greatest: number): number => Math.min(size - 1, Math.ceil(greatest * size) + 1);
  for (let row = first(Math.min(...ys)); row <= last(Math.max(...ys)); row += 1) {
    for (let col = first(Math.min(...xs)); col <= last(Math.max(...xs)); col += 1) {
      const x = (col + 0.5) / size;
      const y = (row + 0.5) / size;
      if (containsPosition(ring, [x, y])) visit(row * size + col, x, y);
    }
  }
}

/** Distance of a position to the nearest edge of an outline, in units of the plan. */
export function distanceToEdge(outline: readonly PlanPosition[], x: number, y: number): number {
  let best = Infinity;
  for (let i = 0; i < outline.length; i += 1) {
    const [ax, ay] = outline[i]!;
    const [bx, by] = outline[(i + 1) % outline.length]!;
    const dx = bx - ax;
    const dy = by - ay;
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    best = Math.min(best, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return best;
}
