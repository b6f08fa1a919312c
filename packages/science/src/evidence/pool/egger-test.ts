import { type Unknown, unknown } from '../../base/index.ts';
import { mixedModel } from './mixed-model.ts';
import { studentTwoSidedP } from './student-t.ts';
import { requirePoolable, type StudyEffect } from './study-effect.ts';
import type { PoolMethod } from './tau-squared.ts';
import { weightedFit } from './weighted-fit.ts';

/** A test of whether small studies tell another story than large ones. */
export interface AsymmetryTest {
  readonly statistic: number;
  /** Null where the statistic is a normal z. */
  readonly degreesOfFreedom: number | null;
  /** Two-sided. */
  readonly p: number;
  /** Slope of the effect on its standard error. */
  readonly slope: number;
  /** Effect that the line gives to a study without sampling error. */
  readonly limit: number;
}

/** Egger's test both ways. */
export interface EggerTest {
  /** With variance between studies (REML where no other is asked for), law z. */
  readonly mixed: AsymmetryTest;
  /** The classical one: weights 1 / v, residual variance estimated, law t with k - 2 degrees of freedom. */
  readonly classical: AsymmetryTest;
}

/**
 * Egger's regression test of funnel asymmetry: y_i = b0 + b1 sqrt(v_i), test of b1.
 *
 * @returns unknown `too-few-studies` for fewer than 3 studies, `equal-precision` where all standard errors are alike
 * @throws InvalidInput `E-EFF-003`; Conflict `E-EFF-004`
 * @source Egger, Davey Smith, Schneider and Minder 1997, doi:10.1136/bmj.315.7109.629; mixed: Sterne and Egger 2005, doi:10.1002/0470870168.ch6
 */
export function eggerTest(effects: readonly StudyEffect[], method: PoolMethod = 'REML'): EggerTest | Unknown {
  requirePoolable(effects);
  const k = effects.length;
  if (k < 3) return unknown('too-few-studies', { k, need: 3 });
  const y = effects.map(({ estimate }) => estimate);
  const v = effects.map(({ variance }) => variance);
  const errors = v.map(Math.sqrt);
  const ones = v.map(() => 1);
  const mixed = mixedModel(
    y,
    v,
    [
      { name: 'limit', values: ones },
      { name: 'slope', values: errors },
    ],
    { method, test: 'normal' },
  );
  const fit = weightedFit(y, v, [ones, errors], 0);
  if (mixed === null || fit === null) return unknown('equal-precision');
  const [limit, slope] = [mixed.coefficients[0]!, mixed.coefficients[1]!];
  const scatter = fit.residualSum / (k - 2);
  // Effects exactly on a line leave nothing to judge its slope by.
  if (!(scatter > 0)) return unknown('effects-on-a-line');
  const statistic = fit.coefficients[1]! / Math.sqrt(scatter * fit.covariance[1]![1]!);
  return {
    mixed: {
      statistic: slope.statistic,
      degreesOfFreedom: null,
      p: slope.p,
      slope: slope.estimate,
      limit: limit.estimate,
    },
    classical: {
      statistic,
      degreesOfFreedom: k - 2,
      p: studentTwoSidedP(statistic, k - 2),
      slope: fit.coefficients[1]!,
      limit: fit.coefficients[0]!,
    },
  };
}
