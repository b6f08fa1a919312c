import { AftermineError } from '@aftermine/science/base';
import { boxOf, type MultiPolygon, type Ring, signedRingArea } from '@aftermine/science/site';
import type { Tally } from './tally.ts';

/** Work that one file may ask for, in nanoseconds or so: boxes compared, edges looked at to tell inside from outside. */
export interface GroupingBudget {
  left: number;
}

/** A few seconds; an honest file needs thousands of times less. */
export const GROUPING_BUDGET = 3e9;
const BOX_COST = 3;
const PROBE_COST = 50;
const EDGE_COST = 5;
/** Places on a ring that are asked whether they lie inside another; most must. */
const PROBES = 5;

/**
 * The rings of one shapefile polygon as outer rings with their holes. Clockwise rings are outer ones, the others holes
 * of the smallest outer ring around them, as the format has it. Where all rings turn the same way their writer kept
 * no order, so nesting alone decides; that, and holes without an outer ring (taken as outer ones), are counted.
 *
 * @throws InvalidInput `E-VEC-115` for more rings than can be sorted out within the budget
 */
export function groupRings(
  rings: readonly Ring[],
  where: string,
  budget: GroupingBudget,
  tally: Tally,
): MultiPolygon {
  if (rings.length <= 1) return rings.map((ring) => [ring]);
  const areas = rings.map(signedRingArea);
  const clockwise = areas.map((area) => area < 0);
  const boxes = Float64Array.from(rings.flatMap((ring) => boxOf([[ring]])));
  const spend = (work: number): void => {
    budget.left -= work;
    if (budget.left < 0) throw new AftermineError('InvalidInput', 'E-VEC-115', { where, got: rings.length });
  };
  /** Rings from the smallest to the largest; of equal ones the later comes first, so that only the earlier holds. */
  const bySize = rings.map((_, i) => i).sort((a, b) => Math.abs(areas[a]!) - Math.abs(areas[b]!) || b - a);
  /** The smallest ring around ring `bySize[rank]`, of those that `fits` lets pass, or -1. */
  const around = (rank: number, fits: (j: number) => boolean): number => {
    const i = bySize[rank]!;
    const [west, south, east, north] = [
      boxes[4 * i]!,
      boxes[4 * i + 1]!,
      boxes[4 * i + 2]!,
      boxes[4 * i + 3]!,
    ];
    for (let k = rank + 1; k < bySize.length; k += 1) {
      const j = bySize[k]!;
      spend(BOX_COST);
      if (boxes[4 * j]! > west || boxes[4 * j + 1]! > south) continue;
      if (boxes[4 * j + 2]! < east || boxes[4 * j + 3]! < north || !fits(j)) continue;
      spend(PROBES * (PROBE_COST + EDGE_COST * rings[j]!.length));
      if (isInside(rings[i]!, rings[j]!)) return j;
    }
    return -1;
  };

  /** Of each outer ring: itself and its holes. */
  const holders = new Map<number, Ring[]>();
  const isMixed = clockwise.includes(true) && clockwise.includes(false);
  if (isMixed) {
    rings.forEach((ring, i) => {
      if (clockwise[i]) holders.set(i, [ring]);
    });
  }
  const depths = new Map<number, number>();
  // From the largest to the smallest, so that a ring's holder is placed before it.
  for (let rank = bySize.length - 1; rank >= 0; rank -= 1) {
    const i = bySize[rank]!;
    if (isMixed && clockwise[i]) continue;
    const outer = around(rank, (j) => !isMixed || clockwise[j]!);
    const depth = isMixed ? Number(outer >= 0) : outer < 0 ? 0 : depths.get(outer)! + 1;
    depths.set(i, depth);
    const isHole = depth % 2 === 1;
    if (isHole) holders.get(outer)!.push(rings[i]!);
    else holders.set(i, [rings[i]!]);
    if (isHole !== isMixed) tally.count('vector.ring-turned');
  }
  return [...holders].sort(([a], [b]) => a - b).map(([, polygon]) => polygon);
}

/** Corners may lie on the other ring, so middles of edges are asked; the majority answers. */
function isInside(inner: Ring, outer: Ring): boolean {
  const edges = inner.length - 1;
  const count = Math.min(PROBES, Math.max(1, edges));
  let inside = 0;
  for (let k = 0; k < count; k += 1) {
    const i = Math.floor((k * edges) / count);
    const a = inner[i]!;
    const b = inner[Math.min(i + 1, edges)]!;
    if (holds(outer, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2)) inside += 1;
  }
  return inside * 2 > count;
}

/** `containsPosition` of one ring, without the arrays in between: it is asked millions of times. */
function holds(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  let a = ring[0]!;
  for (let i = 1; i < ring.length; i += 1) {
    const b = ring[i]!;
    const below = a[1];
    const above = b[1];
    if (below >= y !== above >= y && a[0] + ((y - below) * (b[0] - a[0])) / (above - below) <= x)
      inside = !inside;
    a = b;
  }
  return inside;
}
