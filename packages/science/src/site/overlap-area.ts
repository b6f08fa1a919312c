import { type PackedEdges, packEdges } from './packed-edges.ts';
import type { MultiPolygon, Position } from './types.ts';

/** Area two features share, and a place inside it. */
export interface Overlap {
  /** In squared units of the CRS. */
  readonly area: number;
  /** Null where they share nothing. */
  readonly where: Position | null;
  /** False where the outlines are too interwoven to be measured in reasonable time; the area is then 0. */
  readonly complete: boolean;
}

const NOTHING: Overlap = { area: 0, where: null, complete: true };
const GIVEN_UP: Overlap = { area: 0, where: null, complete: false };
/** Edges looked at in one measurement: a second of work, reached only by hundreds of thousands of edges side by side. */
const MAX_STEPS = 300_000_000;

/**
 * Area that two sets of polygons share, by horizontal slabs. The heights of all vertices and of all crossings of
 * an edge of one with an edge of the other cut the plane into slabs in which no two edges change places; there
 * the shared width w is linear in y, so
 *
 *     area = sum over slabs of w(y_mid) (y_top - y_bottom),
 *     w(y) = length of { x : inside(a, x, y) and inside(b, x, y) }, inside by the even-odd rule.
 *
 * Nothing is built but this sum, so borders that two parcels have in common, vertices that touch and collinear
 * edges need no exact arithmetic: an error in a crossing changes the area in proportion, never its topology.
 */
export class OverlapMeter {
  readonly #a = new Edges();
  readonly #b = new Edges();
  #breaks = new Float64Array(256);
  #breakCount = 0;
  #steps = 0;
  #limit = 0;

  /** Edges looked at so far, over all measurements: what time was spent on. */
  get steps(): number {
    return this.#steps;
  }

  /** @param a @param b packed polygons of the same CRS */
  measure(a: PackedEdges, b: PackedEdges): Overlap {
    const west = Math.max(a.west, b.west);
    const east = Math.min(a.east, b.east);
    const south = Math.max(a.south, b.south);
    const north = Math.min(a.north, b.north);
    if (!(west < east && south < north)) return NOTHING;
    const height = north - south;
    this.#limit = this.#steps + MAX_STEPS;
    // Coordinates count from the corner of the common box, which keeps the digits of large eastings.
    this.#a.collect(a, west, south, east, north);
    if (this.#a.count === 0) return NOTHING;
    this.#b.collect(b, west, south, east, north);
    if (this.#b.count === 0) return NOTHING;
    this.#steps += this.#a.count + this.#b.count;
    this.#breakCount = 0;
    this.#addBreak(0);
    this.#addBreak(height);
    this.#vertexBreaks(this.#a, height);
    this.#vertexBreaks(this.#b, height);
    if (!this.#crossingBreaks(height)) return GIVEN_UP;
    const breaks = this.#breaks.subarray(0, this.#breakCount).sort();
    return this.#sumSlabs(breaks, west, south, east - west);
  }

  #addBreak(y: number): void {
    if (this.#breakCount === this.#breaks.length) {
      const larger = new Float64Array(this.#breaks.length * 2);
      larger.set(this.#breaks);
      this.#breaks = larger;
    }
    this.#breaks[this.#breakCount] = y;
    this.#breakCount += 1;
  }

  #vertexBreaks({ count, low, high }: Edges, height: number): void {
    for (let i = 0; i < count; i += 1) {
      if (low[i]! > 0) this.#addBreak(low[i]!);
      if (high[i]! < height) this.#addBreak(high[i]!);
    }
  }

  /** Sweeps upwards; each edge is compared with those of the other set that are there when it starts. False when given up. */
  #crossingBreaks(height: number): boolean {
    const a = this.#a;
    const b = this.#b;
    a.rewind();
    b.rewind();
    let i = 0;
    let j = 0;
    while (i < a.count || j < b.count) {
      this.#steps += a.activeCount + b.activeCount;
      if (this.#steps > this.#limit) return false;
      const takeA = j >= b.count || (i < a.count && a.low[a.order[i]!]! <= b.low[b.order[j]!]!);
      if (takeA) {
        const edge = a.order[i]!;
        b.drop(a.low[edge]!);
        for (let k = 0; k < b.activeCount; k += 1) this.#cross(edge, b.active[k]!, height);
        a.take(edge);
        i += 1;
      } else {
        const edge = b.order[j]!;
        a.drop(b.low[edge]!);
        for (let k = 0; k < a.activeCount; k += 1) this.#cross(a.active[k]!, edge, height);
        b.take(edge);
        j += 1;
      }
    }
    return true;
  }

  #cross(i: number, j: number, height: number): void {
    const a = this.#a;
    const b = this.#b;
    const from = Math.max(a.low[i]!, b.low[j]!, 0);
    const to = Math.min(a.high[i]!, b.high[j]!, height);
    if (from >= to) return;
    const atFrom = a.x(i, from) - b.x(j, from);
    const atTo = a.x(i, to) - b.x(j, to);
    if (atFrom * atTo < 0) this.#addBreak(from + ((to - from) * atFrom) / (atFrom - atTo));
  }

  #sumSlabs(breaks: Float64Array, west: number, south: number, width: number): Overlap {
    const a = this.#a;
    const b = this.#b;
    a.rewind();
    b.rewind();
    let i = 0;
    let j = 0;
    let area = 0;
    let most = 0;
    let [placeX, placeY] = [0, 0];
    for (let k = 1; k < breaks.length; k += 1) {
      const bottom = breaks[k - 1]!;
      const tall = breaks[k]! - bottom;
      if (tall <= 0) continue;
      const y = bottom + tall / 2;
      while (i < a.count && a.low[a.order[i]!]! < y) a.take(a.order[i++]!);
      while (j < b.count && b.low[b.order[j]!]! < y) b.take(b.order[j++]!);
      a.drop(y);
      b.drop(y);
      this.#steps += a.activeCount + b.activeCount;
      if (this.#steps > this.#limit) return GIVEN_UP;
      a.cut(y);
      b.cut(y);
      const xa = a.cuts;
      const xb = b.cuts;
      const na = a.activeCount;
      const nb = b.activeCount;
      let p = 0;
      let q = 0;
      while (p < na && q < nb) {
        // An edge beyond the common box was left out: the interval goes on to the east side.
        const endA = p + 1 < na ? xa[p + 1]! : width;
        const endB = q + 1 < nb ? xb[q + 1]! : width;
        const start = Math.max(xa[p]!, xb[q]!);
        const piece = Math.min(endA, endB) - start;
        if (piece > 0) {
          const share = piece * tall;
          area += share;
          if (share > most) {
            most = share;
            placeX = start + piece / 2;
            placeY = y;
          }
        }
        if (endA < endB) p += 2;
        else q += 2;
      }
    }
    return area > 0 ? { area, where: [west + placeX, south + placeY], complete: true } : NOTHING;
  }
}

/**
 * Area of polygons by the even-odd rule, in squared units of the CRS, right also where outlines cross themselves.
 * Null where they are too interwoven to be measured.
 */
export function evenOddArea(polygons: MultiPolygon): number | null {
  const packed = packEdges(polygons);
  const { area, complete } = new OverlapMeter().measure(packed, packed);
  return complete ? area : null;
}

/** The edges of one set that matter in a window, and those of them that a height meets. */
class Edges {
  count = 0;
  low = new Float64Array(64);
  high = new Float64Array(64);
  order = new Uint32Array(64);
  active = new Uint32Array(64);
  cuts = new Float64Array(64);
  activeCount = 0;
  #xLow = new Float64Array(64);
  #slope = new Float64Array(64);

  collect(edges: PackedEdges, west: number, south: number, east: number, north: number): void {
    this.count = 0;
    const { count, xLow, yLow, xHigh, yHigh, index } = edges;
    if (index === null) {
      this.#reserve(count);
      for (let i = 0; i < count; i += 1) {
        if (yHigh[i]! <= south || yLow[i]! >= north || (xLow[i]! > east && xHigh[i]! > east)) continue;
        this.#add(xLow[i]!, yLow[i]!, xHigh[i]!, yHigh[i]!, west, south);
      }
    } else {
      const hits = index.search(-Infinity, south, east, north);
      this.#reserve(hits.length);
      for (const i of hits) {
        if (yHigh[i]! <= south || yLow[i]! >= north) continue;
        this.#add(xLow[i]!, yLow[i]!, xHigh[i]!, yHigh[i]!, west, south);
      }
    }
    const { low, order } = this;
    if (this.count > 48) {
      order.subarray(0, this.count).sort((p, q) => low[p]! - low[q]!);
      return;
    }
    for (let i = 1; i < this.count; i += 1) {
      const edge = order[i]!;
      let at = i - 1;
      for (; at >= 0 && low[order[at]!]! > low[edge]!; at -= 1) order[at + 1] = order[at]!;
      order[at + 1] = edge;
    }
  }

  rewind(): void {
    this.activeCount = 0;
  }

  take(edge: number): void {
    this.active[this.activeCount] = edge;
    this.activeCount += 1;
  }

  /** Lets go of edges that end at or below a height. */
  drop(y: number): void {
    const { active, high } = this;
    let kept = 0;
    for (let k = 0; k < this.activeCount; k += 1) {
      const edge = active[k]!;
      if (high[edge]! <= y) continue;
      active[kept] = edge;
      kept += 1;
    }
    this.activeCount = kept;
  }

  x(edge: number, y: number): number {
    return this.#xLow[edge]! + (y - this.low[edge]!) * this.#slope[edge]!;
  }

  /** Where the edges meet a height, from west to east. */
  cut(y: number): void {
    const { active, cuts, low } = this;
    const xLow = this.#xLow;
    const slope = this.#slope;
    for (let k = 0; k < this.activeCount; k += 1) {
      const edge = active[k]!;
      const x = xLow[edge]! + (y - low[edge]!) * slope[edge]!;
      // The order of the height before is nearly the order of this one.
      let at = k - 1;
      for (; at >= 0 && cuts[at]! > x; at -= 1) {
        cuts[at + 1] = cuts[at]!;
        active[at + 1] = active[at]!;
      }
      cuts[at + 1] = x;
      active[at + 1] = edge;
    }
  }

  #add(ax: number, ay: number, bx: number, by: number, west: number, south: number): void {
    const i = this.count;
    this.low[i] = ay - south;
    this.high[i] = by - south;
    this.#xLow[i] = ax - west;
    this.#slope[i] = (bx - ax) / (by - ay);
    this.order[i] = i;
    this.count = i + 1;
  }

  #reserve(size: number): void {
    if (size <= this.low.length) return;
    const length = size * 2;
    this.low = new Float64Array(length);
    this.high = new Float64Array(length);
    this.order = new Uint32Array(length);
    this.active = new Uint32Array(length);
    this.cuts = new Float64Array(length);
    this.#xLow = new Float64Array(length);
    this.#slope = new Float64Array(length);
  }
}
