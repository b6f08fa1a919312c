import type { Box } from '../raster/index.ts';
import { transformer } from './crs.ts';
import type { MultiPolygon, Position, Ring } from './types.ts';

/** Pieces each side of a box is cut into before it is projected: sides of a box bend in another system. */
const BOX_PIECES = 21;

export interface ProjectOptions {
  /**
   * Longest edge in units of the source CRS; longer ones get positions in between, so that they keep their
   * course. Without it only vertices are projected (right for outlines digitised vertex by vertex).
   */
  readonly maxEdge?: number;
}

/**
 * Polygons in another coordinate system.
 *
 * @param from EPSG code of `polygons`
 * @param to EPSG code wanted
 * @returns the same polygons (the same arrays when both systems are one), rings closed as they were
 * @throws what `transformer` throws for a system it does not know
 */
export function projectPolygons(
  polygons: MultiPolygon,
  from: string,
  to: string,
  options: ProjectOptions = {},
): MultiPolygon {
  if (from === to) return polygons;
  const project = transformer(from, to);
  const place: [number, number] = [0, 0];
  const projectRing = (ring: Ring): Ring => {
    const positions = options.maxEdge === undefined ? ring : densifyRing(ring, options.maxEdge);
    return positions.map(([x, y]): Position => {
      project(x, y, place);
      return [place[0], place[1]];
    });
  };
  return polygons.map((polygon) => polygon.map(projectRing));
}

/** The box in another system that holds everything the box holds; its sides are followed, not only its corners. */
export function projectBox([west, south, east, north]: Box, from: string, to: string): Box {
  if (from === to) return [west, south, east, north];
  const project = transformer(from, to);
  const place: [number, number] = [0, 0];
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i <= BOX_PIECES; i += 1) {
    const x = west + ((east - west) * i) / BOX_PIECES;
    const y = south + ((north - south) * i) / BOX_PIECES;
    for (const [px, py] of [
      [x, south],
      [x, north],
      [west, y],
      [east, y],
    ] as const) {
      project(px, py, place);
      left = Math.min(left, place[0]);
      right = Math.max(right, place[0]);
      bottom = Math.min(bottom, place[1]);
      top = Math.max(top, place[1]);
    }
  }
  return [left, bottom, right, top];
}

/** A ring whose edges are at most `maxEdge` long; positions are added on the edges, none is moved. */
export function densifyRing(ring: Ring, maxEdge: number): Ring {
  const out: Position[] = [];
  for (let i = 0; i < ring.length; i += 1) {
    const to = ring[i]!;
    const from = ring[i - 1];
    if (from !== undefined) {
      const pieces = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / maxEdge);
      for (let p = 1; p < pieces; p += 1) {
        const t = p / pieces;
        out.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
      }
    }
    out.push(to);
  }
  return out;
}
