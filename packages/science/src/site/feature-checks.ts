import Flatbush from 'flatbush';
import { BoundaryRuler, placeOutside } from './boundary-checks.ts';
import { findDuplicates, findRepeatedIds } from './duplicate-features.ts';
import {
  type CheckedFeature,
  FEATURE_LIMITS,
  type FeatureLimits,
  type FeatureProblem,
  featureLabel,
} from './feature-problem.ts';
import { containsPosition, planarArea } from './geometry.ts';
import { localScale } from './local-scale.ts';
import { checkOutlines } from './outline-checks.ts';
import { type Overlap, OverlapMeter } from './overlap-area.ts';
import { type PackedEdges, packEdges } from './packed-edges.ts';
import { MU_PER_HA, multiPolygonAreaHa } from './polygon-area.ts';
import { checkPolygons, type GeometryProblem } from './polygon-checks.ts';
import type { MultiPolygon } from './types.ts';

export interface FeatureCheckOptions {
  /** Land the features must lie in, in their CRS. Without it nothing is said about the boundary. */
  readonly boundary?: MultiPolygon;
  readonly limits?: Partial<FeatureLimits>;
}

/** Pairs of features whose boxes meet that are looked at for each feature, on average, before giving up. */
const PAIRS_PER_FEATURE = 100;
const FREE_PAIRS = 200_000;
/** Edges looked at over all pairs before giving up: about ten seconds of work. */
const MAX_STEPS = 3_000_000_000;

/** Faults after which a feature has no area to compare. */
const UNUSABLE: ReadonlySet<string> = new Set([
  'empty',
  'not-finite',
  'zero-area',
  'out-of-range',
  'axes-swapped',
  'zone-number',
  'antimeridian',
]);

/**
 * Every check of a set of features: each feature by itself (`checkPolygons`, `checkOutlines`), and the features
 * against each other and the boundary.
 *
 * - `duplicate-geometry`: the same outline, from whichever vertex and whichever way; can be fixed where everything
 *   the file says of both is the same, too
 * - `duplicate-id`: an id that an earlier feature has
 * - `overlap`: more shared land than drawing accuracy; can be fixed up to `overlapMustFixShare` of the smaller
 * - `outside-boundary`, `partly-outside`
 * - `overlap-not-checked`: boxes so interwoven that looking was given up
 *
 * Boxes are indexed in an R-tree; shared areas come from `OverlapMeter`.
 *
 * @param features outlines in `crs`; ids as the register knows them
 * @param crs EPSG code of the coordinates
 * @returns problems by feature, the gravest of each first; an overlap stands with the smaller of the two
 */
export function checkFeatures(
  features: readonly CheckedFeature[],
  crs: string,
  options: FeatureCheckOptions = {},
): readonly FeatureProblem[] {
  const limits: FeatureLimits = { ...FEATURE_LIMITS, ...options.limits };
  const found: FeatureProblem[] = [];
  const measured: Measured[] = [];
  const meter = new OverlapMeter();
  features.forEach(({ geometry }, index) => {
    const own = checkPolygons(geometry, crs);
    for (const problem of own) found.push({ ...problem, index, other: null });
    if (own.some(({ check, severity }) => UNUSABLE.has(check) && severity === 'must-fix')) return;
    const one = measure(geometry, index, crs, own, meter);
    measured.push(one);
    const stray = own.some(({ check }) => check === 'hole-outside');
    for (const problem of checkOutlines(geometry, crs, limits)) {
      // Lobes that cancel, and a stray hole, make land look like a sliver.
      if ((one.crossed || stray) && problem.check === 'sliver') continue;
      found.push({ ...problem, index, other: null });
    }
    if (!one.complete && !own.some(({ check }) => check === 'not-checked'))
      found.push(notChecked('not-checked', index));
    if (!one.complete || one.crossed || stray) return;
    const twice = Math.abs(planarArea(geometry) - one.area) * one.squareMetres;
    if (twice <= Math.max(limits.overlapM2, limits.overlapWidthM * one.perimeterM)) return;
    // Outlines that cross along a common edge, or lie within one another, have no crossing point to find.
    one.crossed = true;
    const check = geometry.length > 1 ? 'polygons-overlap' : 'self-intersection';
    const severity = geometry.length > 1 ? 'can-fix' : 'must-fix';
    found.push({ check, severity, where: null, params: {}, index, other: null });
  });
  const duplicates = findDuplicates(
    features,
    measured.map(({ index }) => index),
    found,
  );
  findRepeatedIds(features, duplicates, found);
  const single = measured.filter(({ index }) => !duplicates.has(index));
  if (options.boundary !== undefined && options.boundary.length > 0)
    findOutside(features, crs, single, options.boundary, limits, found);
  findOverlaps(features, crs, single, meter, limits, found);
  const rank = { 'must-fix': 0, 'can-fix': 1, 'just-know': 2 };
  return found.sort((a, b) => a.index - b.index || rank[a.severity] - rank[b.severity]);
}

/** A feature as the comparisons need it. */
interface Measured {
  readonly index: number;
  readonly edges: PackedEdges;
  /** In squared units of the CRS, each place once (even-odd). */
  readonly area: number;
  /** False where the outline is too interwoven for that; the area is then the shoelace's. */
  readonly complete: boolean;
  /** Square metres per squared unit. */
  readonly squareMetres: number;
  readonly perimeterM: number;
  /** True where the outline crosses itself or its parts overlap. */
  crossed: boolean;
}

function measure(
  geometry: MultiPolygon,
  index: number,
  crs: string,
  own: readonly GeometryProblem[],
  meter: OverlapMeter,
): Measured {
  const edges = packEdges(geometry);
  const [mx, my] = localScale(crs, (edges.south + edges.north) / 2);
  const { area, complete } = meter.measure(edges, edges);
  return {
    index,
    edges,
    area: complete ? area : planarArea(geometry),
    complete,
    squareMetres: mx * my,
    perimeterM: perimeterOf(geometry, mx, my),
    crossed: own.some(({ check }) => check === 'self-intersection' || check === 'polygons-overlap'),
  };
}

function findOutside(
  features: readonly CheckedFeature[],
  crs: string,
  measured: readonly Measured[],
  boundary: MultiPolygon,
  limits: FeatureLimits,
  found: FeatureProblem[],
): void {
  const ruler = new BoundaryRuler(boundary);
  for (const one of measured) {
    const outside = ruler.outside(one.edges, one.area, one.squareMetres, one.perimeterM, limits);
    if (outside === null) continue;
    if (outside === 'not-measured') {
      found.push(notChecked('overlap-not-checked', one.index));
      continue;
    }
    const { geometry } = features[one.index]!;
    const ha = hectares(one, geometry, crs, outside.share * one.area);
    found.push({
      check: outside.wholly ? 'outside-boundary' : 'partly-outside',
      severity: outside.wholly ? 'must-fix' : 'can-fix',
      where: placeOutside(geometry, (place) => containsPosition(boundary, place)),
      params: { ...areas(ha), ...(outside.wholly ? {} : { percent: percentOf(outside.share) }) },
      index: one.index,
      other: null,
    });
  }
}

function findOverlaps(
  features: readonly CheckedFeature[],
  crs: string,
  measured: readonly Measured[],
  meter: OverlapMeter,
  limits: FeatureLimits,
  found: FeatureProblem[],
): void {
  if (measured.length < 2) return;
  const boxes = new Flatbush(measured.length);
  for (const { edges } of measured) boxes.add(edges.west, edges.south, edges.east, edges.north);
  boxes.finish();
  let budget = FREE_PAIRS + PAIRS_PER_FEATURE * measured.length;
  const lastStep = meter.steps + MAX_STEPS;
  for (let k = 0; k < measured.length; k += 1) {
    const mine = measured[k]!;
    const { west, south, east, north } = mine.edges;
    let complete = true;
    boxes.search(west, south, east, north, (j) => {
      if (j <= k || budget <= 0 || meter.steps > lastStep) return false;
      budget -= 1;
      const other = measured[j]!;
      const shared = meter.measure(mine.edges, other.edges);
      if (shared.area > 0) addOverlap(features, crs, mine, other, shared, limits, found);
      complete &&= shared.complete;
      return false;
    });
    const spent = budget <= 0 || meter.steps > lastStep;
    if (spent || !complete) found.push(notChecked('overlap-not-checked', mine.index));
    if (spent) return;
  }
}

function notChecked(check: 'not-checked' | 'overlap-not-checked', index: number): FeatureProblem {
  return { check, severity: 'just-know', where: null, params: {}, index, other: null };
}

function addOverlap(
  features: readonly CheckedFeature[],
  crs: string,
  a: Measured,
  b: Measured,
  { area, where }: Overlap,
  limits: FeatureLimits,
  found: FeatureProblem[],
): void {
  const [small, large] = a.area < b.area ? [a, b] : [b, a];
  const tolerance = Math.max(limits.overlapM2, limits.overlapWidthM * small.perimeterM);
  if (area * small.squareMetres <= tolerance) return;
  const share = Math.min(1, area / small.area);
  found.push({
    check: 'overlap',
    severity: share > limits.overlapMustFixShare ? 'must-fix' : 'can-fix',
    where,
    params: {
      other: featureLabel(features, large.index),
      ...areas(hectares(small, features[small.index]!.geometry, crs, area)),
      percent: percentOf(share),
    },
    index: small.index,
    other: large.index,
  });
}

/** An area in both units, to the square metre. */
function areas(ha: number): { readonly ha: number; readonly mu: number } {
  return { ha: Math.round(ha * 10_000) / 10_000, mu: Math.round(ha * MU_PER_HA * 1000) / 1000 };
}

/** Hectares on the ellipsoid of an area within a feature. */
function hectares(one: Measured, geometry: MultiPolygon, crs: string, part: number): number {
  // The ellipsoidal area of an outline that crosses itself would let its lobes cancel.
  return one.crossed
    ? (part * one.squareMetres) / 10_000
    : (multiPolygonAreaHa(geometry, crs) * part) / one.area;
}

function perimeterOf(polygons: MultiPolygon, mx: number, my: number): number {
  let sum = 0;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i += 1) {
        const a = ring[i - 1]!;
        const b = ring[i]!;
        const dx = (b[0] - a[0]) * mx;
        const dy = (b[1] - a[1]) * my;
        sum += Math.sqrt(dx * dx + dy * dy);
      }
    }
  }
  return sum;
}

function percentOf(share: number): number {
  return share < 0.001 ? Number((share * 100).toPrecision(1)) : Math.round(share * 1000) / 10;
}
