import { type Unknown, unknown } from '../../base/index.ts';
import { type Arm, type EffectSize, effectSize, requireArm } from './effect-size.ts';
import { logGamma } from './log-gamma.ts';

/**
 * Standardised mean difference without the bias of few replicates (Hedges g):
 *
 *     s^2 = ((n1-1) s1^2 + (n2-1) s2^2) / m,  m = n1 + n2 - 2
 *     g = J (x1 - x2) / s,  J = Gamma(m/2) / (sqrt(m/2) Gamma((m-1)/2)),  v = 1/n1 + 1/n2 + g^2 / (2 (n1 + n2))
 *
 * @returns unknown `no-effect-spread` where both standard deviations are 0
 * @throws InvalidInput `E-EFF-001`
 * @source Hedges 1981, doi:10.3102/10769986006002107
 */
export function hedgesG(treated: Arm, comparator: Arm): EffectSize | Unknown {
  requireArm('treated', treated);
  requireArm('comparator', comparator);
  const [n1, n2] = [treated.n, comparator.n];
  const m = n1 + n2 - 2;
  const pooledSd = Math.sqrt(((n1 - 1) * treated.sd ** 2 + (n2 - 1) * comparator.sd ** 2) / m);
  if (pooledSd === 0) return unknown('no-effect-spread');
  const unbias = Math.exp(logGamma(m / 2) - logGamma((m - 1) / 2)) / Math.sqrt(m / 2);
  const g = (unbias * (treated.mean - comparator.mean)) / pooledSd;
  return effectSize('SMD', g, 1 / n1 + 1 / n2 + (g * g) / (2 * (n1 + n2)));
}
