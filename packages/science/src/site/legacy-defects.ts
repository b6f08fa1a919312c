import { isGeographic } from './crs.ts';
import type { FeatureProblem, SiteCheck } from './feature-problem.ts';
import { canonicalOutline } from './same-outline.ts';
import type { Feature } from './types.ts';

/** A defect that somebody has accepted as it is. */
export interface AcceptedDefect {
  /** From `defectKey`. */
  readonly key: string;
  readonly check: SiteCheck;
  /** What the feature was called when it was accepted, for people who read the list. */
  readonly feature: string;
}

/** Problems of today against the list of accepted ones. */
export interface DefectComparison<P extends FeatureProblem> {
  /** Accepted before: they warn. */
  readonly legacy: readonly P[];
  /** `must-fix`, and not accepted: they block. */
  readonly blocking: readonly P[];
  /** Neither accepted nor in need of it. */
  readonly open: readonly P[];
  /** Accepted, and no longer there: mended, or the feature was drawn anew. */
  readonly gone: readonly AcceptedDefect[];
}

/** Faults that nobody can accept, since nothing can be computed from such an outline or id. */
const UNACCEPTABLE: ReadonlySet<SiteCheck> = new Set<SiteCheck>([
  'empty',
  'not-finite',
  'short-ring',
  'zero-area',
  'out-of-range',
  'axes-swapped',
  'zone-number',
  'antimeridian',
  'duplicate-id',
]);

/** True for problems that a person may accept as they are. */
export function isAcceptable({ check }: Pick<FeatureProblem, 'check'>): boolean {
  return !UNACCEPTABLE.has(check);
}

/**
 * What a defect is known by: the check and the outline of the feature (of both, where two are at odds), written
 * in one way and hashed. Renaming a feature, turning its ring or sorting the file anew keeps the key; moving a
 * vertex by a millimetre or more does not, so an acceptance never covers an outline that nobody has seen.
 *
 * @param features the set the problem was found in
 * @param crs EPSG code of the coordinates
 * @param hash digest of a text, as hex
 */
export function defectKey(
  problem: Pick<FeatureProblem, 'check' | 'index' | 'other'>,
  features: readonly Pick<Feature, 'geometry'>[],
  crs: string,
  hash: (text: string) => string,
): string {
  const decimals = isGeographic(crs) ? 8 : 3;
  const outline = (index: number): string => canonicalOutline(features[index]?.geometry ?? [], decimals);
  const outlines = [problem.index, ...(problem.other === null ? [] : [problem.other])].map(outline).sort();
  return hash([problem.check, crs, ...outlines].join('\n'));
}

/**
 * Divides problems into accepted ones, which warn, and new ones, which block where they must be fixed.
 *
 * @param problems each with its key from `defectKey`
 * @param accepted the acknowledged list
 */
export function compareWithAccepted<P extends FeatureProblem & { readonly key: string }>(
  problems: readonly P[],
  accepted: readonly AcceptedDefect[],
): DefectComparison<P> {
  const known = new Set(accepted.map(({ key }) => key));
  const legacy: P[] = [];
  const blocking: P[] = [];
  const open: P[] = [];
  for (const problem of problems) {
    if (known.has(problem.key) && isAcceptable(problem)) legacy.push(problem);
    else if (problem.severity === 'must-fix') blocking.push(problem);
    else open.push(problem);
  }
  const present = new Set(problems.map(({ key }) => key));
  return { legacy, blocking, open, gone: accepted.filter(({ key }) => !present.has(key)) };
}
