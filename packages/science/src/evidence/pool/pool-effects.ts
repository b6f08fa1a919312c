import { AftermineError, normalQuantile, normalTwoSidedP, type Unknown, unknown } from '../../base/index.ts';
import { type Heterogeneity, heterogeneityOf } from './heterogeneity.ts';
import { studentQuantile, studentTwoSidedP } from './student-t.ts';
import { requirePoolable, type StudyEffect } from './study-effect.ts';
import { type PoolMethod, tauSquared } from './tau-squared.ts';

/**
 * The law that interval and p of a pooled effect rest on. `knapp-hartung`: Student's t with a rescaled standard error;
 * `normal`; `auto`: Knapp-Hartung for random effects with fewer than 20 studies, normal otherwise.
 */
export type PoolTest = 'auto' | 'knapp-hartung' | 'normal';

export interface PoolOptions {
  /** `REML` where absent. */
  readonly method?: PoolMethod;
  /** `auto` where absent. */
  readonly test?: PoolTest;
  /** Level of the intervals, 0.95 where absent. */
  readonly level?: number;
}

/** Where the true effect of a further study is expected. */
export interface PredictionInterval {
  readonly low: number;
  readonly high: number;
  /** Law of its width: `z`, or `t` with k - 1 degrees of freedom. */
  readonly law: 'z' | 't';
}

/** The effects of k studies as one. */
export interface PooledEffect {
  readonly method: PoolMethod;
  readonly k: number;
  readonly estimate: number;
  readonly standardError: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly level: number;
  /** Law of interval and p: `z` normal, `t` Knapp-Hartung with k - 1 degrees of freedom. */
  readonly law: 'z' | 't';
  /** estimate / standardError. */
  readonly statistic: number;
  /** Two-sided. */
  readonly p: number;
  /**
   * True where Knapp-Hartung made the standard error smaller than the normal one: few studies that agree by chance. The
   * interval is then narrower than it looks safe to believe.
   */
  readonly isNarrowedByKnappHartung: boolean;
  /** Variance between studies; 0 for `EE` and for a single study. */
  readonly tau2: number;
  /** Unknown `one-study` for k = 1. */
  readonly heterogeneity: Heterogeneity | Unknown;
  /** Unknown `one-study` for k = 1, `common-effect` for `EE`. */
  readonly prediction: PredictionInterval | Unknown;
  /** Share of each study in the pooled effect, per cent, in the order given. */
  readonly weightsPercent: readonly number[];
}

/** Number of studies from which the normal law serves well enough. */
export const KNAPP_HARTUNG_BELOW = 20;

/**
 * Pools the effects of independent studies:
 *
 *     mu = sum w_i y_i / sum w_i,  w_i = 1 / (v_i + tau2),  se = 1 / sqrt(sum w_i)
 *     Knapp-Hartung: se^2 = sum w_i (y_i - mu)^2 / ((k-1) sum w_i), law t with k - 1 degrees of freedom
 *     prediction: mu -+ q sqrt(tau2 + se^2), q of the same law
 *
 * tau2 as `tauSquared` tells. Knapp-Hartung gives way to the normal law for one study, and where all effects are the same.
 *
 * @returns unknown `no-effects` for an empty list
 * @throws InvalidInput `E-EFF-003`, `E-EFF-005`; Conflict `E-EFF-004` two effects of one study
 * @source Knapp and Hartung 2003, doi:10.1002/sim.1482; prediction: Higgins, Thompson and Spiegelhalter 2009, doi:10.1111/j.1467-985X.2008.00552.x
 */
export function poolEffects(
  effects: readonly StudyEffect[],
  options: PoolOptions = {},
): PooledEffect | Unknown {
  const { method = 'REML', test = 'auto', level = 0.95 } = options;
  if (!(level > 0 && level < 1))
    throw new AftermineError('InvalidInput', 'E-EFF-005', { where: 'level', expected: '0..1', got: level });
  requirePoolable(effects);
  const k = effects.length;
  if (k === 0) return unknown('no-effects');
  const y = effects.map(({ estimate }) => estimate);
  const v = effects.map(({ variance }) => variance);
  const ones = [y.map(() => 1)];
  const { tau2, standardError: tau2StandardError, fit } = tauSquared(y, v, ones, method)!;
  const estimate = fit.coefficients[0]!;
  const plainError = Math.sqrt(fit.covariance[0]![0]!);
  const isSpread = Math.max(...y) > Math.min(...y);
  const rescale = isSpread ? fit.residualSum / (k - 1) : 0;
  const wantsT = test === 'knapp-hartung' || (test === 'auto' && method !== 'EE' && k < KNAPP_HARTUNG_BELOW);
  const law = wantsT && rescale > 0 ? 't' : 'z';
  const standardError = law === 't' ? plainError * Math.sqrt(rescale) : plainError;
  const quantile = law === 't' ? studentQuantile((1 + level) / 2, k - 1) : normalQuantile((1 + level) / 2);
  const statistic = estimate / standardError;
  const reach = quantile * Math.sqrt(tau2 + standardError ** 2);
  const weightSum = fit.weights.reduce((sum, w) => sum + w, 0);
  return {
    method,
    k,
    estimate,
    standardError,
    ciLow: estimate - quantile * standardError,
    ciHigh: estimate + quantile * standardError,
    level,
    law,
    statistic,
    p: law === 't' ? studentTwoSidedP(statistic, k - 1) : normalTwoSidedP(statistic),
    isNarrowedByKnappHartung: law === 't' && rescale < 1,
    tau2,
    heterogeneity:
      k === 1
        ? unknown('one-study')
        : heterogeneityOf(y, v, ones, { method, level, tau2, tau2StandardError }),
    prediction:
      k === 1
        ? unknown('one-study')
        : method === 'EE'
          ? unknown('common-effect')
          : { low: estimate - reach, high: estimate + reach, law },
    weightsPercent: fit.weights.map((w) => (100 * w) / weightSum),
  };
}
