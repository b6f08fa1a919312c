import { boxOf, distanceToPolygonsM, isGeographic, type MultiPolygon } from '../../site/index.ts';
import type { PlanSettings } from '../settings.ts';
import type { CompartmentsOf } from './build-programme.ts';

/** A unit with its outline, in the CRS of the site. */
export interface PlacedUnit {
  readonly id: string;
  readonly areaHa: number;
  readonly geometry: MultiPolygon;
}

/** Metres of a degree of latitude: for a first look at boxes only. */
const METRES_PER_DEGREE = 111_320;

/**
 * Groups neighbouring units into compartments that are treated together, and names the borders between them. Pairs of units that lie
 * within a distance are joined, nearest first, as long as the compartment stays below its greatest area; what stays apart but lies
 * within the distance is a border, which costs `penalty` where one side is treated and the other is not.
 *
 * The distance of two outlines that do not cross is that of a corner of one to the other.
 *
 * @returns compartments of two units or more, and of single units that have a border; ids `c1`, `c2` in the order of the units
 */
export function groupUnits(
  units: readonly PlacedUnit[],
  crs: string,
  { withinM, maxHa, penalty, least }: NonNullable<PlanSettings['compartments']>,
): CompartmentsOf {
  const pairs = neighbours(units, crs, withinM);
  const parent = units.map((_, i) => i);
  const area = units.map((unit) => unit.areaHa);
  const rootOf = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const { a, b } of pairs) {
    const [x, y] = [rootOf(a), rootOf(b)];
    if (x === y || area[x]! + area[y]! > maxHa) continue;
    const [low, high] = x < y ? [x, y] : [y, x];
    parent[high] = low;
    area[low]! += area[high]!;
  }
  const members = new Map<number, string[]>();
  units.forEach(({ id }, i) => {
    const root = rootOf(i);
    const list = members.get(root);
    if (list === undefined) members.set(root, [id]);
    else list.push(id);
  });
  const borders = new Set<string>();
  for (const { a, b } of pairs) {
    const [x, y] = [rootOf(a), rootOf(b)];
    if (x !== y) borders.add(x < y ? `${x} ${y}` : `${y} ${x}`);
  }
  const bordered = new Set([...borders].flatMap((key) => key.split(' ').map(Number)));
  const ids = new Map<number, string>();
  for (const [root, list] of members)
    if (list.length > 1 || bordered.has(root)) ids.set(root, `c${ids.size + 1}`);
  return {
    compartments: [...ids].map(([root, id]) => {
      const list = members.get(root)!;
      return { id, units: list, least: Math.min(least, list.length) };
    }),
    boundary:
      penalty === 0
        ? []
        : [...borders].map((key) => {
            const [x, y] = key.split(' ').map(Number) as [number, number];
            return { a: ids.get(x)!, b: ids.get(y)!, penalty };
          }),
  };
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly metres: number;
}

/** Pairs within a distance, nearest first: a sweep over boxes from west to east, then corner to outline. */
function neighbours(units: readonly PlacedUnit[], crs: string, withinM: number): readonly Pair[] {
  const boxes = units.map(({ geometry }) => boxOf(geometry));
  const geographic = isGeographic(crs);
  const reachY = geographic ? withinM / METRES_PER_DEGREE : withinM;
  const order = units.map((_, i) => i).sort((i, j) => boxes[i]![0] - boxes[j]![0] || i - j);
  const pairs: Pair[] = [];
  let open: number[] = [];
  for (const i of order) {
    const [west, south, , north] = boxes[i]!;
    const widest = Math.min(85, Math.max(Math.abs(south), Math.abs(north)));
    const reachX = geographic ? reachY / Math.cos((widest * Math.PI) / 180) : withinM;
    open = open.filter((j) => boxes[j]![2] + reachX >= west);
    for (const j of open) {
      if (boxes[j]![1] - reachY > north || boxes[j]![3] + reachY < south) continue;
      const metres = Math.min(
        cornersTo(units[i]!.geometry, units[j]!.geometry, crs),
        cornersTo(units[j]!.geometry, units[i]!.geometry, crs),
      );
      if (metres <= withinM) pairs.push({ a: Math.min(i, j), b: Math.max(i, j), metres });
    }
    open.push(i);
  }
  return pairs.sort((p, q) => p.metres - q.metres || p.a - q.a || p.b - q.b);
}

function cornersTo(from: MultiPolygon, to: MultiPolygon, crs: string): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const polygon of from)
    for (const corner of polygon[0] ?? []) {
      nearest = Math.min(nearest, distanceToPolygonsM(corner, to, crs));
      if (nearest === 0) return 0;
    }
  return nearest;
}
