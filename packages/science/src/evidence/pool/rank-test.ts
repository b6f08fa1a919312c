import { isUnknown, normalTwoSidedP, type Unknown, unknown } from '../../base/index.ts';
import { poolEffects } from './pool-effects.ts';
import type { StudyEffect } from './study-effect.ts';

/** Rank correlation between effects and their variances. */
export interface RankTest {
  /** Kendall's tau (tau-b where values tie), -1..1. */
  readonly tau: number;
  /** Two-sided. */
  readonly p: number;
  /** From the exact distribution: no ties, fewer than 50 studies. Otherwise from its normal limit. */
  readonly isExact: boolean;
}

/**
 * Begg's rank test of funnel asymmetry: Kendall's tau between the variances and
 *
 *     (y_i - mu) / sqrt(v_i - 1 / sum(1/v)),  mu the common-effect mean
 *
 * @returns unknown `too-few-studies` for fewer than 3 studies, `equal-precision` where all variances or effects are alike
 * @throws InvalidInput `E-EFF-003`; Conflict `E-EFF-004`
 * @source Begg and Mazumdar 1994, doi:10.2307/2533446; exact law: Kendall 1938, doi:10.2307/2332226
 */
export function rankTest(effects: readonly StudyEffect[]): RankTest | Unknown {
  const pooled = poolEffects(effects, { method: 'EE' });
  if (isUnknown(pooled)) return unknown('too-few-studies', { k: 0, need: 3 });
  const k = effects.length;
  if (k < 3) return unknown('too-few-studies', { k, need: 3 });
  const v = effects.map(({ variance }) => variance);
  const ofMean = 1 / v.reduce((sum, variance) => sum + 1 / variance, 0);
  const standardised = effects.map(
    ({ estimate, variance }) => (estimate - pooled.estimate) / Math.sqrt(variance - ofMean),
  );
  let score = 0;
  for (let i = 0; i < k; i += 1)
    for (let j = 0; j < i; j += 1)
      score += Math.sign(standardised[i]! - standardised[j]!) * Math.sign(v[i]! - v[j]!);
  const [tiesX, tiesY] = [tieSizes(standardised), tieSizes(v)];
  const pairs = (k * (k - 1)) / 2;
  const tied = (sizes: readonly number[]): number =>
    sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const scale = Math.sqrt((pairs - tied(tiesX)) * (pairs - tied(tiesY)));
  if (scale === 0) return unknown('equal-precision');
  const isExact = tied(tiesX) === 0 && tied(tiesY) === 0 && k < 50;
  return { tau: score / scale, p: isExact ? exactP(score, k) : limitP(score, k, tiesX, tiesY), isExact };
}

/** Sizes of the groups of equal values. */
function tieSizes(values: readonly number[]): readonly number[] {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return [...sizes.values()];
}

/** Shares of the permutations of n by their number of inversions. */
function inversionShares(n: number): readonly number[] {
  let shares = [1];
  for (let m = 2; m <= n; m += 1) {
    const next = new Array<number>(shares.length + m - 1).fill(0);
    shares.forEach((share, inversions) => {
      for (let more = 0; more < m; more += 1) next[inversions + more]! += share / m;
    });
    shares = next;
  }
  return shares;
}

function exactP(score: number, k: number): number {
  const shares = inversionShares(k);
  const concordant = Math.round((score + (k * (k - 1)) / 2) / 2);
  const atMost = shares.slice(0, concordant + 1).reduce((sum, share) => sum + share, 0);
  const atLeast = shares.slice(concordant).reduce((sum, share) => sum + share, 0);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}

/** Normal limit with the variance that ties leave. */
function limitP(score: number, n: number, tiesX: readonly number[], tiesY: readonly number[]): number {
  const sum = (sizes: readonly number[], of: (size: number) => number): number =>
    sizes.reduce((total, size) => total + of(size), 0);
  const cubic = (size: number): number => size * (size - 1) * (2 * size + 5);
  const triple = (size: number): number => size * (size - 1) * (size - 2);
  const double = (size: number): number => size * (size - 1);
  const variance =
    (cubic(n) - sum(tiesX, cubic) - sum(tiesY, cubic)) / 18 +
    (sum(tiesX, triple) * sum(tiesY, triple)) / (9 * triple(n)) +
    (sum(tiesX, double) * sum(tiesY, double)) / (2 * double(n));
  return normalTwoSidedP(score / Math.sqrt(variance));
}
