import Flatbush from 'flatbush';
import type { MultiPolygon } from './types.ts';

/** Polygons of one feature as runs of edges that are not level, each from its lower to its upper end. */
export interface PackedEdges {
  readonly count: number;
  readonly xLow: Float64Array;
  readonly yLow: Float64Array;
  readonly xHigh: Float64Array;
  readonly yHigh: Float64Array;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** Where there are many edges, those that reach into a box, found without looking at all. */
  readonly index: Flatbush | null;
}

/** With fewer edges a scan is faster than an index. */
const INDEXED_FROM = 256;

/**
 * Edges of polygons for measuring overlaps. Level edges are left out: they bound no area between two heights.
 *
 * @param polygons rings of finite coordinates; an open ring is closed
 */
export function packEdges(polygons: MultiPolygon): PackedEdges {
  let size = 0;
  for (const polygon of polygons) for (const ring of polygon) size += ring.length;
  const store = new Float64Array(size * 4);
  const xLow = store.subarray(0, size);
  const yLow = store.subarray(size, size * 2);
  const xHigh = store.subarray(size * 2, size * 3);
  const yHigh = store.subarray(size * 3);
  let count = 0;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons) {
    for (const ring of polygon) {
      const last = ring.at(-1);
      if (last === undefined) continue;
      let ax = last[0];
      let ay = last[1];
      for (let i = 0; i < ring.length; i += 1) {
        const to = ring[i]!;
        const bx = to[0];
        const by = to[1];
        if (bx < west) west = bx;
        if (bx > east) east = bx;
        if (by < south) south = by;
        if (by > north) north = by;
        if (ay !== by) {
          const up = ay < by;
          xLow[count] = up ? ax : bx;
          yLow[count] = up ? ay : by;
          xHigh[count] = up ? bx : ax;
          yHigh[count] = up ? by : ay;
          count += 1;
        }
        ax = bx;
        ay = by;
      }
    }
  }
  let index: Flatbush | null = null;
  if (count >= INDEXED_FROM) {
    index = new Flatbush(count);
    for (let i = 0; i < count; i += 1)
      index.add(Math.min(xLow[i]!, xHigh[i]!), yLow[i]!, Math.max(xLow[i]!, xHigh[i]!), yHigh[i]!);
    index.finish();
  }
  return { count, xLow, yLow, xHigh, yHigh, west, south, east, north, index };
}
