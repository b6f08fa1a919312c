import { findRootAbove } from './find-root.ts';
import { upperGamma } from './incomplete-gamma.ts';

/**
 * Upper tail of the chi-square distribution: P(X > x) = Q(df/2, x/2).
 *
 * @param df degrees of freedom, > 0
 * @source DLMF 8.7.1, 8.9.2 (doi:10.1017/9781108951388)
 */
export function chiSquareUpperTail(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}

/**
 * Quantile of the chi-square distribution, by bisection.
 *
 * @param p 0 < p < 1, the share below
 * @param df degrees of freedom, > 0
 */
export function chiSquareQuantile(p: number, df: number): number {
  return findRootAbove((x) => chiSquareUpperTail(x, df) - (1 - p), 0, Math.max(1, df));
}
