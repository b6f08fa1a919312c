import { type Unknown, unknown } from '../../base/index.ts';
import { type Arm, type EffectSize, effectSize, requireArm } from './effect-size.ts';

/**
 * Difference of two means in the unit of the outcome, for scales without a true zero (pH, temperature):
 *
 *     MD = x1 - x2,  v = s1^2 / n1 + s2^2 / n2
 *
 * @returns unknown `no-effect-spread` where both standard deviations are 0
 * @throws InvalidInput `E-EFF-001`
 */
export function meanDifference(treated: Arm, comparator: Arm): EffectSize | Unknown {
  requireArm('treated', treated);
  requireArm('comparator', comparator);
  const variance = treated.sd ** 2 / treated.n + comparator.sd ** 2 / comparator.n;
  if (variance === 0) return unknown('no-effect-spread');
  return effectSize('MD', treated.mean - comparator.mean, variance);
}
