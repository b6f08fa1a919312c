import Flatbush from 'flatbush';
import type { MultiPolygon, Position } from './types.ts';

/** Where two edges of polygons cross each other. */
export interface Crossing {
  readonly where: Position;
  /** True when the edges belong to different polygons of a multipolygon. */
  readonly betweenPolygons: boolean;
}

/** What was found; `complete: false` when the edges are too interwoven to look at every pair. */
export interface CrossingSearch {
  readonly crossing: Crossing | null;
  readonly complete: boolean;
}

/** Edges per box of the index. Neighbouring edges lie close together, so one box holds several. */
const EDGES_PER_BOX = 8;
/** Pairs of boxes looked at before giving up: seconds of work, far beyond any honest boundary. */
const MAX_BOX_PAIRS = 500_000;
const MAX_PAIRS_PER_BOX = 8;
/** Shewchuk's error bound of the orientation determinant: closer to zero it counts as on the line. */
const ORIENTATION_ERROR = 3.3306690738754716e-16;

/**
 * The first place where an edge of polygons crosses another, if any. Touching (a shared vertex, a vertex on an
 * edge, edges that run on top of each other) is no crossing; passing through a common vertex to the other side
 * is. Edges are indexed in an R-tree by runs of eight, so a ring of a million vertices takes seconds.
 *
 * @param polygons closed rings of finite coordinates
 * @source Shewchuk (1997), doi:10.1007/PL00009321 (error bound of the orientation test)
 */
export function findCrossing(polygons: MultiPolygon): CrossingSearch {
  const edges = collectEdges(polygons);
  const { count, x0, y0, x1, y1, next, ring, polygon } = edges;
  if (count < 4) return { crossing: null, complete: true };
  const boxes = Math.ceil(count / EDGES_PER_BOX);
  const index = new Flatbush(boxes);
  const bounds = new Float64Array(boxes * 4);
  for (let b = 0; b < boxes; b += 1) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let e = b * EDGES_PER_BOX; e < Math.min(count, (b + 1) * EDGES_PER_BOX); e += 1) {
      west = Math.min(west, x0[e]!, x1[e]!);
      east = Math.max(east, x0[e]!, x1[e]!);
      south = Math.min(south, y0[e]!, y1[e]!);
      north = Math.max(north, y0[e]!, y1[e]!);
    }
    bounds.set([west, south, east, north], b * 4);
    index.add(west, south, east, north);
  }
  index.finish();

  const meets = (i: number, j: number): Position | null => {
    if (ring[i] === ring[j] && (next[i] === j || next[j] === i)) return null;
    const [ax, ay, bx, by] = [x0[i]!, y0[i]!, x1[i]!, y1[i]!];
    const [cx, cy, dx, dy] = [x0[j]!, y0[j]!, x1[j]!, y1[j]!];
    if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return null;
    if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return null;
    const c = orientation(ax, ay, bx, by, cx, cy);
    const d = orientation(ax, ay, bx, by, dx, dy);
    if (c * d > 0) return null;
    const a = orientation(cx, cy, dx, dy, ax, ay);
    const b = orientation(cx, cy, dx, dy, bx, by);
    if (a * b > 0) return null;
    if (c !== 0 && d !== 0 && a !== 0 && b !== 0) {
      const t =
        ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / ((bx - ax) * (dy - cy) - (by - ay) * (dx - cx));
      // Nearly parallel edges that still cross: the place is then known to the length of an edge only.
      return t >= 0 && t <= 1 ? [ax + t * (bx - ax), ay + t * (by - ay)] : [bx, by];
    }
    // A touch. It is looked at once: from the edges that hold the point anywhere but at their start.
    const atEndOfI = b === 0 && between(cx, cy, dx, dy, bx, by);
    const atEndOfJ = d === 0 && between(ax, ay, bx, by, dx, dy);
    if (!atEndOfI && !atEndOfJ) return null;
    const px = atEndOfI ? bx : dx;
    const py = atEndOfI ? by : dy;
    if ((px === ax && py === ay) || (px === cx && py === cy)) return null;
    const onI = px === bx && py === by ? next[i]! : i;
    const onJ = px === dx && py === dy ? next[j]! : j;
    const crossed = passesThrough(px, py, ax, ay, x1[onI]!, y1[onI]!, cx, cy, x1[onJ]!, y1[onJ]!);
    return crossed ? [px, py] : null;
  };

  const maxPairs = MAX_BOX_PAIRS + MAX_PAIRS_PER_BOX * boxes;
  let pairs = 0;
  for (let b = 0; b < boxes; b += 1) {
    let found: Crossing | null = null;
    index.search(bounds[b * 4]!, bounds[b * 4 + 1]!, bounds[b * 4 + 2]!, bounds[b * 4 + 3]!, (other) => {
      if (other < b || found !== null) return false;
      pairs += 1;
      if (pairs > maxPairs) return false;
      const [iEnd, jEnd] = [
        Math.min(count, (b + 1) * EDGES_PER_BOX),
        Math.min(count, (other + 1) * EDGES_PER_BOX),
      ];
      for (let i = b * EDGES_PER_BOX; i < iEnd; i += 1) {
        for (let j = Math.max(other * EDGES_PER_BOX, i + 1); j < jEnd; j += 1) {
          const where = meets(i, j);
          if (where !== null) {
            found = { where, betweenPolygons: polygon[i] !== polygon[j] };
            return false;
          }
        }
      }
      return false;
    });
    if (found !== null) return { crossing: found, complete: true };
    if (pairs > maxPairs) return { crossing: null, complete: false };
  }
  return { crossing: null, complete: true };
}

interface Edges {
  readonly count: number;
  readonly x0: Float64Array;
  readonly y0: Float64Array;
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  /** The edge that starts where this one ends, in the same ring. */
  readonly next: Int32Array;
  readonly ring: Int32Array;
  readonly polygon: Int32Array;
}

/** Edges of all rings in order; positions repeated in a row make no edge. */
function collectEdges(polygons: MultiPolygon): Edges {
  let size = 0;
  for (const polygon of polygons) for (const ring of polygon) size += ring.length;
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [next, ringOf, polygonOf] = [0, 1, 2].map(() => new Int32Array(size)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let count = 0;
  let ringCount = 0;
  polygons.forEach((polygon, polygonIndex) => {
    for (const ring of polygon) {
      const first = count;
      for (let i = 1; i < ring.length; i += 1) {
        const from = ring[i - 1]!;
        const to = ring[i]!;
        if (from[0] === to[0] && from[1] === to[1]) continue;
        x0[count] = from[0];
        y0[count] = from[1];
        x1[count] = to[0];
        y1[count] = to[1];
        next[count] = count + 1;
        ringOf[count] = ringCount;
        polygonOf[count] = polygonIndex;
        count += 1;
      }
      if (count > first) next[count - 1] = first;
      ringCount += 1;
    }
  });
  return { count, x0, y0, x1, y1, next, ring: ringOf, polygon: polygonOf };
}

/** Sign of the turn a -> b -> c: 1 to the left, -1 to the right, 0 on the line to rounding. */
function orientation(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const left = (ax - cx) * (by - cy);
  const right = (ay - cy) * (bx - cx);
  const det = left - right;
  return Math.abs(det) <= ORIENTATION_ERROR * (Math.abs(left) + Math.abs(right)) ? 0 : Math.sign(det);
}

function between(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
  return px >= Math.min(ax, bx) && px <= Math.max(ax, bx) && py >= Math.min(ay, by) && py <= Math.max(ay, by);
}

/** True when the path c -> p -> d changes from one side of the path a -> p -> b to the other. */
function passesThrough(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const left = (x: number, y: number): number => {
    const turn = orientation(ax, ay, px, py, bx, by);
    const beforePath = orientation(ax, ay, px, py, x, y);
    const afterPath = orientation(px, py, bx, by, x, y);
    if (
      (beforePath === 0 && sameWay(px, py, ax, ay, x, y)) ||
      (afterPath === 0 && sameWay(px, py, bx, by, x, y))
    )
      return 0;
    // At a left turn the left side is the narrow one: left of both legs; at a right turn, left of either.
    if (turn > 0) return beforePath > 0 && afterPath > 0 ? 1 : -1;
    if (turn < 0) return beforePath > 0 || afterPath > 0 ? 1 : -1;
    return beforePath !== 0 ? beforePath : afterPath;
  };
  return left(cx, cy) * left(dx, dy) < 0;
}

function sameWay(px: number, py: number, ax: number, ay: number, x: number, y: number): boolean {
  return (ax - px) * (x - px) + (ay - py) * (y - py) > 0;
}
