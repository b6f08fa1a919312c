import { AftermineError, normalQuantile } from '../../base/index.ts';

/**
 * How a treatment and its comparator are compared: log response ratio, mean difference, standardised mean difference (Hedges
 * g), log odds ratio, log risk ratio.
 */
export type EffectMeasure = 'lnRR' | 'MD' | 'SMD' | 'logOR' | 'logRR';

/** One comparison as a number with its sampling variance. */
export interface EffectSize {
  readonly measure: EffectMeasure;
  /** Positive where the treated arm is higher; unit of the outcome for `MD`, none otherwise. */
  readonly estimate: number;
  /** Sampling variance, > 0. */
  readonly variance: number;
  /** Ends of the normal interval at 95 %. */
  readonly ciLow: number;
  readonly ciHigh: number;
}

/** Mean, standard deviation and number of replicates of one arm. */
export interface Arm {
  readonly mean: number;
  /** Standard deviation between replicates, >= 0; not the standard error. */
  readonly sd: number;
  /** Replicates, a whole number >= 2. */
  readonly n: number;
}

/** Units with and without the event (surviving plants, say) in one arm; whole numbers >= 0. */
export interface EventArm {
  readonly events: number;
  readonly without: number;
}

/** True for the measures whose zero is a ratio of one, shown as ratio or per cent. */
export function isLogRatio(measure: EffectMeasure): boolean {
  return measure === 'lnRR' || measure === 'logOR' || measure === 'logRR';
}

/** An effect with its normal interval: estimate -+ z(0.975) sqrt(variance). */
export function effectSize(measure: EffectMeasure, estimate: number, variance: number): EffectSize {
  const half = normalQuantile(0.975) * Math.sqrt(variance);
  return { measure, estimate, variance, ciLow: estimate - half, ciHigh: estimate + half };
}

/**
 * Refuses an arm that no measurement gives.
 *
 * @throws InvalidInput `E-EFF-001`
 */
export function requireArm(where: string, { mean, sd, n }: Arm): void {
  if (Number.isFinite(mean) && Number.isFinite(sd) && sd >= 0 && Number.isInteger(n) && n >= 2) return;
  throw new AftermineError('InvalidInput', 'E-EFF-001', { where, got: `mean ${mean}, sd ${sd}, n ${n}` });
}

/**
 * Refuses counts that are none, and an arm of nobody.
 *
 * @throws InvalidInput `E-EFF-002`
 */
export function requireEventArm(where: string, { events, without }: EventArm): void {
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
  if (isCount(events) && isCount(without) && events + without > 0) return;
  throw new AftermineError('InvalidInput', 'E-EFF-002', { where, got: `${events}, ${without}` });
}
