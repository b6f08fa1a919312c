import { union } from 'polyclip-ts';
import { AftermineError } from '../base/index.ts';
import { closeRings, signedRingArea } from './geometry.ts';
import type { MultiPolygon, Position, Ring } from './types.ts';

/** Dissolving is exact arithmetic and slow; beyond this a desktop GIS is the better place. */
const MAX_VERTICES = 50_000;

/**
 * Mends what can be mended without a decision of the user: closes open rings, drops positions repeated in a
 * row and rings of no extent, and dissolves parts that overlap each other into one (land counts once). The
 * area covered is unchanged.
 *
 * @returns new polygons, outer rings counter-clockwise, holes clockwise (RFC 7946)
 * @throws InvalidInput `E-VEC-030` for more than 50 000 vertices
 */
export function mendPolygons(polygons: MultiPolygon): MultiPolygon {
  const count = polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
  if (count > MAX_VERTICES) {
    throw new AftermineError('InvalidInput', 'E-VEC-030', { expected: MAX_VERTICES, got: count });
  }
  const closed = closeRings(polygons)
    .polygons.map((polygon) => polygon.map(dropRepeats))
    .map((polygon) => polygon.filter((ring, i) => i === 0 || ring.length >= 4))
    .filter(([outer]) => outer !== undefined && outer.length >= 4);
  if (closed.length === 0) return [];
  const dissolved = union(
    closed.map((polygon) => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))),
  );
  return dissolved.map((polygon) =>
    polygon.map((ring, i): Ring => (signedRingArea(ring) > 0 === (i === 0) ? ring : ring.toReversed())),
  );
}

function dropRepeats(ring: Ring): Ring {
  return ring.filter(([x, y]: Position, i) => {
    const before = ring[i - 1];
    return before === undefined || before[0] !== x || before[1] !== y;
  });
}
