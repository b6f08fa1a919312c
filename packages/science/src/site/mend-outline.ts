import { dissolvePolygons } from './clip-polygons.ts';
import type { FeatureLimits, SiteCheck } from './feature-problem.ts';
import { closeRings, isClosed, planarArea } from './geometry.ts';
import { localScale } from './local-scale.ts';
import { ringFaults, sliverParts } from './outline-checks.ts';
import { evenOddArea } from './overlap-area.ts';
import type { MultiPolygon, Position, Ring } from './types.ts';

/** One step that changed an outline. */
export interface OutlineStep {
  readonly check: SiteCheck;
  readonly before: MultiPolygon;
  readonly after: MultiPolygon;
}

/** A spike's removal can lay another one bare; an honest outline is clean after two or three rounds. */
const MAX_ROUNDS = 50;
/** Relative difference of two areas of the same outline that is rounding. */
const SAME_AREA = 1e-9;

/**
 * Mends what an outline's checks named and nobody needs to decide: closes rings, drops repeated vertices and
 * spikes, splits an outline that crosses itself where its land is beyond doubt, dissolves parts that overlap,
 * drops parts that are slivers.
 *
 * Where an outline crosses itself its land is beyond doubt when two readings agree: places it winds around an
 * odd number of times (even-odd), and places it winds around at all (non-zero). A bow tie passes; an outline
 * that runs over some land twice does not, and is left.
 *
 * @param checks names of what `checkPolygons` and `checkOutlines` found
 * @returns the steps in order, none where nothing was mended
 */
export function mendOutline(
  geometry: MultiPolygon,
  crs: string,
  checks: ReadonlySet<SiteCheck>,
  limits: FeatureLimits,
): readonly OutlineStep[] {
  const steps: OutlineStep[] = [];
  let now = geometry;
  const step = (check: SiteCheck, mend: (polygons: MultiPolygon) => MultiPolygon | null): void => {
    if (!checks.has(check)) return;
    const after = mend(now);
    if (after === null || after.length === 0 || after === now) return;
    steps.push({ check, before: now, after });
    now = after;
  };
  const y = geometry[0]?.[0]?.[0]?.[1] ?? 0;
  const [mx, my] = localScale(crs, y);
  step('unclosed-ring', (polygons) => closeRings(polygons).polygons);
  step('repeated-vertices', (polygons) => dropFaults(polygons, mx, my, limits, 'repeated'));
  step('spike', (polygons) => dropFaults(polygons, mx, my, limits, 'spikes'));
  step('self-intersection', splitCrossings);
  step('polygons-overlap', dissolvePolygons);
  step('sliver-part', (polygons) => {
    const slivers = new Set(sliverParts(polygons, mx, my, limits).map(({ part }) => part));
    return slivers.size === polygons.length ? null : polygons.filter((_, part) => !slivers.has(part));
  });
  return steps;
}

/** Rings without their faulty vertices; null where a ring would be left with no area. */
function dropFaults(
  polygons: MultiPolygon,
  mx: number,
  my: number,
  limits: FeatureLimits,
  which: 'repeated' | 'spikes',
): MultiPolygon | null {
  const out: Ring[][] = [];
  for (const polygon of polygons) {
    const rings: Ring[] = [];
    for (const ring of polygon) {
      const clean = cleanRing(ring, mx, my, limits, which);
      if (clean.length < 4) return null;
      rings.push(clean);
    }
    out.push(rings);
  }
  return out;
}

function cleanRing(
  ring: Ring,
  mx: number,
  my: number,
  limits: FeatureLimits,
  which: 'repeated' | 'spikes',
): Ring {
  let now = ring;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const faults = ringFaults(now, mx, my, limits);
    // Where a spike is cut off its foot may be left twice: that goes with it.
    const first = which === 'spikes' ? faults.spikes[0] : undefined;
    const drop = new Set(first === undefined ? faults.repeated : [first]);
    if (drop.size === 0) break;
    const open: Position[] = (isClosed(now) ? now.slice(0, -1) : [...now]).filter((_, i) => !drop.has(i));
    if (open.length < 3) return [];
    now = [...open, open[0]!];
  }
  return now;
}

/** Each polygon split into parts that do not cross; null where its land is in doubt. */
function splitCrossings(polygons: MultiPolygon): MultiPolygon | null {
  const out: MultiPolygon[number][] = [];
  for (const polygon of polygons) {
    const parts = dissolvePolygons([polygon]);
    if (parts === null) return null;
    const nonZero = planarArea(parts);
    const evenOdd = evenOddArea([polygon]);
    if (evenOdd === null || Math.abs(nonZero - evenOdd) > SAME_AREA * nonZero) return null;
    out.push(...parts);
  }
  return out;
}
