import type { Box } from '../raster/index.ts';
import type { MultiPolygon, Position, Ring } from './types.ts';

/** The box around polygons; [Infinity, Infinity, -Infinity, -Infinity] around nothing. */
export function boxOf(polygons: MultiPolygon): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (const [x, y] of ring) {
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < south) south = y;
        if (y > north) north = y;
      }
    }
  }
  return [west, south, east, north];
}

/**
 * Signed area of a ring in the plane of its CRS: A = 1/2 sum(x_i y_i+1 - x_i+1 y_i), about the first position
 * to keep the digits of large coordinates. Counter-clockwise is positive.
 */
export function signedRingArea(ring: Ring): number {
  const origin = ring[0];
  if (origin === undefined) return 0;
  const [ox, oy] = origin;
  let sum = 0;
  for (let i = 2; i < ring.length; i += 1) {
    const a = ring[i - 1]!;
    const b = ring[i]!;
    sum += (a[0] - ox) * (b[1] - oy) - (b[0] - ox) * (a[1] - oy);
  }
  return sum / 2;
}

/** Area in squared units of the CRS, holes taken off, whichever way rings were drawn. */
export function planarArea(polygons: MultiPolygon): number {
  let sum = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, i) => {
      sum += Math.abs(signedRingArea(ring)) * (i === 0 ? 1 : -1);
    });
  }
  return sum;
}

/**
 * Centre of mass in the plane of the CRS, holes taken into account. It may lie outside (a crescent).
 * Null for polygons without area.
 */
export function centroid(polygons: MultiPolygon): Position | null {
  const [west, south] = boxOf(polygons);
  let [area, sumX, sumY] = [0, 0, 0];
  for (const polygon of polygons) {
    polygon.forEach((ring, ringIndex) => {
      let [ringArea, x, y] = [0, 0, 0];
      for (let i = 1; i < ring.length; i += 1) {
        const ax = ring[i - 1]![0] - west;
        const ay = ring[i - 1]![1] - south;
        const bx = ring[i]![0] - west;
        const by = ring[i]![1] - south;
        const cross = ax * by - bx * ay;
        ringArea += cross;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
      }
      const sign = (ringArea < 0 ? -1 : 1) * (ringIndex === 0 ? 1 : -1);
      area += sign * ringArea;
      sumX += sign * x;
      sumY += sign * y;
    });
  }
  return area > 0 ? [west + sumX / (3 * area), south + sumY / (3 * area)] : null;
}

/**
 * True when a position lies inside polygons (even-odd rule over all rings, so holes are outside). On an edge
 * the answer belongs to the side east or south of it, as in `coverage`.
 */
export function containsPosition(polygons: MultiPolygon, [x, y]: Position): boolean {
  let inside = false;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i += 1) {
        const [ax, ay] = ring[i - 1]!;
        const [bx, by] = ring[i]!;
        if (ay >= y === by >= y) continue;
        const cross =
          ay < by ? ax + ((y - ay) * (bx - ax)) / (by - ay) : bx + ((y - by) * (ax - bx)) / (ay - by);
        if (cross <= x) inside = !inside;
      }
    }
  }
  return inside;
}

/** Closes every ring whose last position is not its first. Returns the same arrays where nothing was open. */
export function closeRings(polygons: MultiPolygon): {
  readonly polygons: MultiPolygon;
  readonly closed: number;
} {
  let closed = 0;
  const out = polygons.map((polygon) =>
    polygon.map((ring) => {
      if (ring.length === 0 || isClosed(ring)) return ring;
      closed += 1;
      return [...ring, ring[0]!];
    }),
  );
  return closed === 0 ? { polygons, closed } : { polygons: out, closed };
}

/** True when a ring ends where it starts. */
export function isClosed(ring: Ring): boolean {
  const first = ring[0];
  const last = ring.at(-1);
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}
