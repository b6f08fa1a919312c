import { AftermineError } from '@aftermine/science/base';
import {
  boxOf,
  containsPosition,
  type MultiPolygon,
  type Ring,
  signedRingArea,
} from '@aftermine/science/site';

/** Rings of one parcel; nesting compares each with each. */
const MAX_RINGS = 5_000;

/**
 * Loose closed rings of one parcel as polygons: a ring inside an odd number of larger rings is a hole of the
 * smallest of them, every other ring is an outer one, whichever way rings were drawn.
 *
 * @throws InvalidInput `E-TAB-007` for more than 5000 rings
 */
export function nestRings(rings: readonly Ring[], where: string): MultiPolygon {
  if (rings.length <= 1) return rings.map((ring) => [ring]);
  if (rings.length > MAX_RINGS) {
    throw new AftermineError('InvalidInput', 'E-TAB-007', { where, expected: MAX_RINGS, got: rings.length });
  }
  const order = rings
    .map((ring, i) => ({ ring, i, area: Math.abs(signedRingArea(ring)), box: boxOf([[ring]]) }))
    .sort((a, b) => b.area - a.area || a.i - b.i);
  const polygons: { readonly i: number; readonly rings: Ring[] }[] = [];
  /** Of each ring in `order`: how many rings hold it, and the polygon it is the outer ring of. */
  const placed: { depth: number; polygon: (typeof polygons)[number] | null }[] = [];
  order.forEach((inner, k) => {
    let parent = -1;
    for (let j = k - 1; j >= 0 && parent < 0; j -= 1) {
      const outer = order[j]!;
      const [west, south, east, north] = outer.box;
      const [w, s, e, n] = inner.box;
      if (w >= west && s >= south && e <= east && n <= north && isInside(inner.ring, outer.ring)) parent = j;
    }
    const depth = parent < 0 ? 0 : placed[parent]!.depth + 1;
    if (depth % 2 === 1) {
      placed[parent]!.polygon!.rings.push(inner.ring);
      placed.push({ depth, polygon: null });
    } else {
      const polygon = { i: inner.i, rings: [inner.ring] };
      polygons.push(polygon);
      placed.push({ depth, polygon });
    }
  });
  return polygons.sort((a, b) => a.i - b.i).map((polygon) => polygon.rings);
}

/** Corners may lie on the other ring, so the middles of edges are asked too; the majority answers. */
function isInside(inner: Ring, outer: Ring): boolean {
  const polygon = [[outer]];
  const step = Math.max(1, Math.floor(inner.length / 16));
  let votes = 0;
  for (let i = 1; i < inner.length; i += step) {
    const [ax, ay] = inner[i - 1]!;
    const [bx, by] = inner[i]!;
    votes += containsPosition(polygon, [ax, ay]) ? 1 : -1;
    votes += containsPosition(polygon, [(ax + bx) / 2, (ay + by) / 2]) ? 1 : -1;
  }
  return votes > 0;
}
