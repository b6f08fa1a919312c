import { difference, intersection, union } from 'polyclip-ts';
import type { Box } from '../raster/index.ts';
import { boxOf, signedRingArea } from './geometry.ts';
import type { MultiPolygon, Position, Ring } from './types.ts';

/** Exact arithmetic is slow; beyond this many vertices a desktop GIS is the better place. */
export const MAX_CLIP_VERTICES = 50_000;

/** Room around a box that a partner is cropped to, so that the cut runs outside all that matters. */
const CROP_MARGIN = 0.1;

type Plain = [number, number][][][];

/**
 * Land of `a` that is also land of `b`, by exact arithmetic (polyclip-ts). `b` is cropped to the surroundings of
 * `a` first, so clipping small features to a long boundary is quick.
 *
 * @returns outer rings counter-clockwise, holes clockwise; null where the outlines are beyond the limits of the library
 */
export function intersectPolygons(a: MultiPolygon, b: MultiPolygon): MultiPolygon | null {
  return compute(a, cropToBox(b, roomy(boxOf(a))), (p, q) => intersection(p, q));
}

/** Land of `a` that is not land of `b`; see `intersectPolygons`. */
export function subtractPolygons(a: MultiPolygon, b: MultiPolygon): MultiPolygon | null {
  const near = cropToBox(b, roomy(boxOf(a)));
  return near.length === 0 ? a : compute(a, near, (p, q) => difference(p, q));
}

/** Land of any part of `a`, each place once, outlines that cross themselves split; see `intersectPolygons`. */
export function dissolvePolygons(a: MultiPolygon): MultiPolygon | null {
  return compute(a, [], (p) => union(p));
}

function compute(
  a: MultiPolygon,
  b: MultiPolygon,
  operation: (a: Plain, b: Plain) => Plain,
): MultiPolygon | null {
  const count = [...a.flat(), ...b.flat()].reduce((sum, ring) => sum + ring.length, 0);
  if (count > MAX_CLIP_VERTICES) return null;
  try {
    return operation(plain(a), plain(b)).map((polygon) =>
      polygon.map((ring, i): Ring => (signedRingArea(ring) > 0 === (i === 0) ? ring : ring.toReversed())),
    );
  } catch {
    // The library gives up on some outlines; who asked must then leave them as they are.
    return null;
  }
}

function plain(polygons: MultiPolygon): Plain {
  return polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y])));
}

function roomy([west, south, east, north]: Box): Box {
  const x = (east - west) * CROP_MARGIN;
  const y = (north - south) * CROP_MARGIN;
  return [west - x, south - y, east + x, north + y];
}

/**
 * Polygons cut to a box, ring by ring (Sutherland and Hodgman 1974). Inside the box nothing changes; along its
 * sides rings may run over themselves, so only what lies inside the box may be looked at afterwards.
 */
export function cropToBox(polygons: MultiPolygon, [west, south, east, north]: Box): MultiPolygon {
  const out: Ring[][] = [];
  for (const polygon of polygons) {
    const rings: Ring[] = [];
    for (const [i, ring] of polygon.entries()) {
      let cut = ring;
      cut = cutAt(cut, 0, west, 1);
      cut = cutAt(cut, 0, east, -1);
      cut = cutAt(cut, 1, south, 1);
      cut = cutAt(cut, 1, north, -1);
      if (cut.length >= 4) rings.push(cut);
      else if (i === 0) break;
    }
    if (rings.length > 0) out.push(rings);
  }
  return out;
}

/** The part of a closed ring where sign * (coordinate - limit) >= 0. */
function cutAt(ring: Ring, axis: 0 | 1, limit: number, sign: 1 | -1): Ring {
  if (ring.every((place) => sign * (place[axis] - limit) >= 0)) return ring;
  const out: Position[] = [];
  for (let i = 1; i < ring.length; i += 1) {
    const a = ring[i - 1]!;
    const b = ring[i]!;
    const da = sign * (a[axis] - limit);
    const db = sign * (b[axis] - limit);
    if (da >= 0) out.push(a);
    if (da < 0 !== db < 0) {
      const t = da / (da - db);
      const other = a[1 - axis]! + t * (b[1 - axis]! - a[1 - axis]!);
      out.push(axis === 0 ? [limit, other] : [other, limit]);
    }
  }
  if (out.length > 0) out.push(out[0]!);
  return out;
}
