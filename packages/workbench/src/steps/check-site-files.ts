import {
  checkFeatures,
  type FeatureCheckOptions,
  type FeatureProblem,
  type MultiPolygon,
  projectPolygons,
} from '@aftermine/science/site';
import type { SiteFile, SiteProblem } from './read-site.ts';

/** Faults of a boundary against which nothing can be said to lie outside. */
const NO_PLACE: ReadonlySet<string> = new Set([
  'empty',
  'not-finite',
  'zero-area',
  'out-of-range',
  'axes-swapped',
  'zone-number',
  'antimeridian',
]);

/** Every check of every file: each in its own CRS, units against the boundary. */
export function checkSiteFiles(files: readonly SiteFile[]): readonly SiteProblem[] {
  const boundary = files.find(({ role }) => role === 'boundary');
  const check = (file: SiteFile, options: FeatureCheckOptions): SiteProblem[] =>
    checkFeatures(file.features, file.crs, options).map((problem) => named(problem, file));
  if (boundary === undefined) return files.flatMap((file) => check(file, {}));
  const own = check(boundary, checkOptions(boundary, null));
  const outline = usableOutline(boundary, own);
  return files.flatMap((file) => (file === boundary ? own : check(file, checkOptions(file, outline))));
}

/** Land with the system it is drawn in. */
export interface Outline {
  readonly polygons: MultiPolygon;
  readonly crs: string;
}

/** The boundary as one outline; null where its coordinates are no place. */
export function usableOutline(
  boundary: Pick<SiteFile, 'features' | 'crs'>,
  problems: readonly Pick<FeatureProblem, 'check' | 'severity'>[],
): Outline | null {
  if (problems.some(({ check, severity }) => severity === 'must-fix' && NO_PLACE.has(check))) return null;
  return { polygons: boundary.features.flatMap(({ geometry }) => geometry), crs: boundary.crs };
}

/**
 * What a file is checked against. Parts of a boundary may be settled among themselves without asking, since all
 * of them are the same land; units must lie inside the boundary, reference areas need not.
 */
export function checkOptions(
  file: Pick<SiteFile, 'role' | 'crs'>,
  boundary: Outline | null,
): FeatureCheckOptions {
  if (file.role === 'boundary') return { limits: { overlapMustFixShare: 1 } };
  if (file.role === 'reference' || boundary === null) return {};
  return { boundary: projectPolygons(boundary.polygons, boundary.crs, file.crs) };
}

/** A problem under the names that a person knows. */
export function named(
  problem: FeatureProblem,
  { file, features }: Pick<SiteFile, 'file' | 'features'>,
): SiteProblem {
  return { ...problem, file, feature: features[problem.index]?.id ?? String(problem.index + 1) };
}
