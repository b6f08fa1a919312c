import type { FeatureCheck, FeatureLimits } from './feature-problem.ts';
import { signedRingArea } from './geometry.ts';
import { localScale } from './local-scale.ts';
import type { GeometryProblem, Severity } from './polygon-checks.ts';
import type { MultiPolygon, Position, Ring } from './types.ts';

/** Vertices of a ring that need mending: the places where a spike's tip or a repeated vertex stands. */
export interface RingFaults {
  /** Places in the ring, from 0, ascending; the closing position is never among them. */
  readonly repeated: readonly number[];
  readonly spikes: readonly number[];
}

const NO_FAULTS: RingFaults = { repeated: [], spikes: [] };

/**
 * Checks the outlines of one feature: vertices repeated in a row, spikes, and slivers (of the whole feature or
 * of one of its parts).
 *
 *     thinness = 4 pi A / P^2
 *
 * A spike is a vertex b between a and c with angle(a b c) < `spikeDegrees` whose shorter leg is longer than
 * `spikeM`: the outline goes out and comes back on itself.
 *
 * @param polygons rings of finite coordinates, closed or not
 * @param crs EPSG code; lengths and angles are taken on the ground
 */
export function checkOutlines(
  polygons: MultiPolygon,
  crs: string,
  limits: FeatureLimits,
): readonly GeometryProblem[] {
  const y = polygons[0]?.[0]?.[0]?.[1];
  if (y === undefined) return [];
  const [mx, my] = localScale(crs, y);
  let repeated = 0;
  let spikes = 0;
  let firstRepeat: Position | null = null;
  let firstSpike: Position | null = null;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      const faults = ringFaults(ring, mx, my, limits);
      if (faults === NO_FAULTS) continue;
      repeated += faults.repeated.length;
      spikes += faults.spikes.length;
      firstRepeat ??= ring[faults.repeated[0] ?? -1] ?? null;
      firstSpike ??= ring[faults.spikes[0] ?? -1] ?? null;
    }
  }
  const found: GeometryProblem[] = [];
  const slivers = sliverParts(polygons, mx, my, limits);
  const whole = slivers.length === polygons.length;
  // The ends of a sliver are sharp because it is one.
  if (spikes > 0 && !whole) found.push(problem('spike', 'can-fix', firstSpike, { count: spikes }));
  if (repeated > 0) found.push(problem('repeated-vertices', 'can-fix', firstRepeat, { count: repeated }));
  if (slivers.length > 0) {
    const first = slivers[0]!;
    found.push(
      problem(whole ? 'sliver' : 'sliver-part', whole ? 'just-know' : 'can-fix', first.where, {
        count: slivers.length,
        squareMetres: Math.round(first.squareMetres * 100) / 100,
        thinness: Number(first.thinness.toPrecision(2)),
      }),
    );
  }
  return found;
}

/** Repeated vertices and spikes of one ring. `mx` and `my` are metres per unit of x and y. */
export function ringFaults(ring: Ring, mx: number, my: number, limits: FeatureLimits): RingFaults {
  const closed = isSame(ring[0], ring.at(-1)) && ring.length > 1;
  const count = closed ? ring.length - 1 : ring.length;
  if (count < 3) return NO_FAULTS;
  const repeatSquared = limits.repeatM ** 2;
  const spikeSquared = limits.spikeM ** 2;
  const cosine = Math.cos((limits.spikeDegrees * Math.PI) / 180);
  let repeated: number[] | null = null;
  let spikes: number[] | null = null;
  // The vertex that stays: what lies within a repeat's distance of it goes, however many follow each other.
  let at = 0;
  let bx = ring[0]![0];
  let by = ring[0]![1];
  const start = ring[count - 1]!;
  let inX = (bx - start[0]) * mx;
  let inY = (by - start[1]) * my;
  for (let i = 1; i <= count; i += 1) {
    const next = ring[i < count ? i : 0]!;
    const outX = (next[0] - bx) * mx;
    const outY = (next[1] - by) * my;
    const outSquared = outX * outX + outY * outY;
    if (outSquared <= repeatSquared) {
      if (i === count && at === 0) break;
      repeated ??= [];
      repeated.push(i < count ? i : at);
      continue;
    }
    const inSquared = inX * inX + inY * inY;
    const dot = -(inX * outX + inY * outY);
    if (
      dot > 0 &&
      inSquared > spikeSquared &&
      outSquared > spikeSquared &&
      dot * dot > cosine * cosine * inSquared * outSquared
    ) {
      spikes ??= [];
      spikes.push(at);
    }
    at = i;
    bx = next[0];
    by = next[1];
    inX = outX;
    inY = outY;
  }
  if (repeated === null && spikes === null) return NO_FAULTS;
  return { repeated: (repeated ?? []).sort((a, b) => a - b), spikes: spikes ?? [] };
}

interface Sliver {
  readonly part: number;
  readonly where: Position | null;
  readonly squareMetres: number;
  readonly thinness: number;
}

/** Parts that are slivers. `mx` and `my` are metres per unit of x and y. */
export function sliverParts(
  polygons: MultiPolygon,
  mx: number,
  my: number,
  limits: FeatureLimits,
): readonly Sliver[] {
  let found: Sliver[] | null = null;
  for (let part = 0; part < polygons.length; part += 1) {
    const polygon = polygons[part]!;
    let area = 0;
    let perimeter = 0;
    for (let r = 0; r < polygon.length; r += 1) {
      const ring = polygon[r]!;
      area += Math.abs(signedRingArea(ring)) * (r === 0 ? 1 : -1);
      for (let i = 1; i < ring.length; i += 1) {
        const a = ring[i - 1]!;
        const b = ring[i]!;
        const dx = (b[0] - a[0]) * mx;
        const dy = (b[1] - a[1]) * my;
        perimeter += Math.sqrt(dx * dx + dy * dy);
      }
    }
    const squareMetres = area * mx * my;
    if (!(perimeter > 0) || squareMetres >= limits.sliverHa * 10_000) continue;
    const thinness = (4 * Math.PI * squareMetres) / perimeter ** 2;
    if (thinness >= limits.sliverThinness) continue;
    found ??= [];
    found.push({ part, where: polygon[0]?.[0] ?? null, squareMetres, thinness });
  }
  return found ?? [];
}

function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

function problem(
  check: FeatureCheck,
  severity: Severity,
  where: Position | null,
  params: Readonly<Record<string, string | number>>,
): GeometryProblem {
  return { check, severity, where, params };
}
