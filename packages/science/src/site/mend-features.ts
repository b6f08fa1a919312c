import { intersectPolygons, subtractPolygons } from './clip-polygons.ts';
import { checkFeatures, type FeatureCheckOptions } from './feature-checks.ts';
import {
  FEATURE_LIMITS,
  type FeatureLimits,
  type FeatureProblem,
  type SiteCheck,
} from './feature-problem.ts';
import { localScale } from './local-scale.ts';
import { mendOutline } from './mend-outline.ts';
import { sliverParts } from './outline-checks.ts';
import { multiPolygonAreaHa } from './polygon-area.ts';
import type { Feature, MultiPolygon } from './types.ts';

/** Which of two features gives up the land that both have. */
export type OverlapRule = 'smaller-gives' | 'later-gives' | 'earlier-gives';

export interface MendOptions extends FeatureCheckOptions {
  /**
   * Who gives up shared land. Without it only overlaps that count as drawing accuracy of the smaller feature
   * (`can-fix`) are taken from the smaller; with it all of them are settled by the rule.
   */
  readonly overlapRule?: OverlapRule;
}

/** One thing that was mended. */
export interface MendChange {
  /** Id of the feature, or its place in the file from 1 after `#`. */
  readonly feature: string;
  readonly check: SiteCheck;
  /** As the file had it; of an outline that crosses itself the shoelace area, in which lobes cancel. */
  readonly areaBeforeHa: number;
  /** 0 where the feature was dropped. */
  readonly areaAfterHa: number;
}

/** What was not mended because a person must decide; its words are in the catalogue under `left.<reason>`. */
export interface LeftProblem extends FeatureProblem {
  readonly reason: LeftReason;
}

export type LeftReason =
  | 'whose-land'
  | 'which-record'
  | 'which-id'
  | 'where-it-belongs'
  | 'doubtful-land'
  | 'hole-or-polygon'
  | 'small-or-mistake'
  | 'which-system'
  | 'no-outline'
  | 'beyond-mending';

export interface MendedFeatures<F extends Feature = Feature> {
  /** Whatever else the features carried is carried on. */
  readonly features: readonly F[];
  readonly changes: readonly MendChange[];
  /** Indices are places among `features`. */
  readonly left: readonly LeftProblem[];
}

const REASONS: Partial<Readonly<Record<SiteCheck, LeftReason>>> = {
  overlap: 'whose-land',
  'duplicate-geometry': 'which-record',
  'duplicate-id': 'which-id',
  'outside-boundary': 'where-it-belongs',
  'self-intersection': 'doubtful-land',
  'hole-outside': 'hole-or-polygon',
  sliver: 'small-or-mistake',
  'out-of-range': 'which-system',
  'axes-swapped': 'which-system',
  'zone-number': 'which-system',
  antimeridian: 'which-system',
  empty: 'no-outline',
  'not-finite': 'no-outline',
  'short-ring': 'no-outline',
  'zero-area': 'no-outline',
};

/**
 * Mends features without deciding anything for a person: each outline by itself (`mendOutline`), then exact
 * duplicates are dropped, what reaches over the boundary is clipped to it, and small overlaps are taken from one
 * of the two. Nothing given is changed; whatever is still wrong afterwards is in `left` with the reason.
 *
 * @param features outlines in `crs`
 * @param crs EPSG code of the coordinates
 */
export function mendFeatures<F extends Feature>(
  features: readonly F[],
  crs: string,
  options: MendOptions = {},
): MendedFeatures<F> {
  const limits: FeatureLimits = { ...FEATURE_LIMITS, ...options.limits };
  const work = new MendWork(features, crs, limits);
  const problems = checkFeatures(features, crs, options);
  work.mendOutlines(problems);
  work.dropDuplicates(problems);
  if (options.boundary !== undefined)
    work.clip(checkFeatures(work.present(), crs, options), options.boundary);
  work.removeOverlaps(checkFeatures(work.present(), crs, options), options.overlapRule ?? null);
  const mended = work.present();
  const left = checkFeatures(mended, crs, options)
    .filter(({ severity, check }) => severity !== 'just-know' || check === 'sliver')
    .map((problem): LeftProblem => ({ ...problem, reason: REASONS[problem.check] ?? 'beyond-mending' }));
  return { features: mended, changes: work.changes, left };
}

/** The copy that is being mended. */
class MendWork<F extends Feature> {
  readonly changes: MendChange[] = [];
  readonly #crs: string;
  readonly #limits: FeatureLimits;
  /** Null where a feature was dropped. */
  readonly #features: (F | null)[];
  /** Places in the file of the features that are present. */
  #places: number[];

  constructor(features: readonly F[], crs: string, limits: FeatureLimits) {
    this.#features = [...features];
    this.#crs = crs;
    this.#limits = limits;
    this.#places = features.map((_, place) => place);
  }

  /** Features that were not dropped, in their order. Problems of a check of these count in these places. */
  present(): readonly F[] {
    this.#places = this.#features.flatMap((feature, place) => (feature === null ? [] : [place]));
    return this.#features.filter((feature) => feature !== null);
  }

  mendOutlines(problems: readonly FeatureProblem[]): void {
    const byPlace = new Map<number, Set<SiteCheck>>();
    for (const { index, check } of problems) {
      const checks = byPlace.get(index) ?? new Set();
      byPlace.set(index, checks.add(check));
    }
    for (const [place, checks] of byPlace) {
      if (['not-finite', 'empty', 'hole-outside'].some((check) => checks.has(check as SiteCheck))) continue;
      const { geometry } = this.#features[place]!;
      for (const { check, after } of mendOutline(geometry, this.#crs, checks, this.#limits))
        this.#put(place, check, after);
    }
  }

  dropDuplicates(problems: readonly FeatureProblem[]): void {
    for (const { check, severity, index } of problems) {
      if (check !== 'duplicate-geometry' || severity !== 'can-fix') continue;
      this.#tell(index, check, this.#features[index]!.geometry, null);
      this.#features[index] = null;
    }
  }

  clip(problems: readonly FeatureProblem[], boundary: MultiPolygon): void {
    for (const { check, index } of problems) {
      if (check !== 'partly-outside') continue;
      const place = this.#places[index]!;
      const inside = intersectPolygons(this.#features[place]!.geometry, boundary);
      this.#put(place, check, inside === null ? null : this.#withoutSlivers(inside));
    }
  }

  removeOverlaps(problems: readonly FeatureProblem[], rule: OverlapRule | null): void {
    // An overlap stands with the smaller feature; `can-fix` ones first, so that rules see what is left of land.
    const overlaps = problems
      .filter(({ check, severity }) => check === 'overlap' && (severity === 'can-fix' || rule !== null))
      .sort((a, b) => Number(a.severity === 'must-fix') - Number(b.severity === 'must-fix'));
    for (const { check, index, other } of overlaps) {
      if (other === null) continue;
      const first = Math.min(index, other);
      const later = Math.max(index, other);
      const gives = rule === 'later-gives' ? later : rule === 'earlier-gives' ? first : index;
      const place = this.#places[gives]!;
      const keeper = this.#features[this.#places[gives === index ? other : index]!]!.geometry;
      const rest = subtractPolygons(this.#features[place]!.geometry, keeper);
      this.#put(place, check, rest === null ? null : this.#withoutSlivers(rest));
    }
  }

  /** Cutting leaves crumbs; they go unless nothing else is left. */
  #withoutSlivers(polygons: MultiPolygon): MultiPolygon {
    const y = polygons[0]?.[0]?.[0]?.[1];
    if (y === undefined) return polygons;
    const [mx, my] = localScale(this.#crs, y);
    const slivers = new Set(sliverParts(polygons, mx, my, this.#limits).map(({ part }) => part));
    return slivers.size === polygons.length ? polygons : polygons.filter((_, part) => !slivers.has(part));
  }

  #put(place: number, check: SiteCheck, after: MultiPolygon | null): void {
    if (after === null || after.length === 0) return;
    const feature = this.#features[place]!;
    this.#tell(place, check, feature.geometry, after);
    this.#features[place] = { ...feature, geometry: after };
  }

  #tell(place: number, check: SiteCheck, before: MultiPolygon, after: MultiPolygon | null): void {
    this.changes.push({
      feature: this.#features[place]!.id ?? `#${place + 1}`,
      check,
      areaBeforeHa: multiPolygonAreaHa(before, this.#crs),
      areaAfterHa: after === null ? 0 : multiPolygonAreaHa(after, this.#crs),
    });
  }
}
