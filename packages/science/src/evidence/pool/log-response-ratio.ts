import { type Unknown, unknown } from '../../base/index.ts';
import { type Arm, type EffectSize, effectSize, requireArm } from './effect-size.ts';

/** A log response ratio, and what a reader of ratios wants to know of it. */
export interface LogResponseRatio extends EffectSize {
  /** With the correction for few replicates. */
  readonly corrected: number;
  /** 100 (exp(estimate) - 1): how much higher the treated mean is, per cent. */
  readonly percentChange: number;
  /**
   * sqrt(n) mean / sd >= 3 in both arms (with 4 n^1.5 / (1 + 4 n) for sqrt(n), for few replicates): the logarithm of the ratio
   * is nearly normal. Where it is false, the interval is not to be trusted.
   */
  readonly isNearlyNormal: boolean;
}

/**
 * Log response ratio of two means on a ratio scale:
 *
 *     lnRR = ln(x1 / x2),  v = s1^2 / (n1 x1^2) + s2^2 / (n2 x2^2)
 *     corrected = lnRR + (s1^2 / (n1 x1^2) - s2^2 / (n2 x2^2)) / 2
 *
 * @param treated arm x1, s1, n1
 * @param comparator arm x2, s2, n2
 * @returns unknown `mean-not-positive` where a mean is 0 or less: use `meanDifference`; `no-effect-spread` where both standard
 * deviations are 0
 * @throws InvalidInput `E-EFF-001`
 * @source Hedges, Gurevitch and Curtis 1999, doi:10.1890/0012-9658(1999)080[1150:TMAORR]2.0.CO;2; correction: Lajeunesse 2015, doi:10.1890/14-2402.1
 */
export function logResponseRatio(treated: Arm, comparator: Arm): LogResponseRatio | Unknown {
  requireArm('treated', treated);
  requireArm('comparator', comparator);
  if (treated.mean <= 0 || comparator.mean <= 0) return unknown('mean-not-positive');
  const [a, b] = [relativeVariance(treated), relativeVariance(comparator)];
  if (a + b === 0) return unknown('no-effect-spread');
  const estimate = Math.log(treated.mean / comparator.mean);
  return {
    ...effectSize('lnRR', estimate, a + b),
    corrected: estimate + (a - b) / 2,
    percentChange: 100 * Math.expm1(estimate),
    isNearlyNormal: isFarFromZero(treated) && isFarFromZero(comparator),
  };
}

function relativeVariance({ mean, sd, n }: Arm): number {
  return (sd * sd) / (n * mean * mean);
}

function isFarFromZero({ mean, sd, n }: Arm): boolean {
  return sd === 0 || (mean / sd) * ((4 * n ** 1.5) / (1 + 4 * n)) >= 3;
}
