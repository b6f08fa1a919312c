import { AftermineError, normalQuantile, normalTwoSidedP } from '../../base/index.ts';
import { chiSquareUpperTail } from './chi-square.ts';
import { fUpperTail } from './f-upper-tail.ts';
import { type Heterogeneity, heterogeneityOf } from './heterogeneity.ts';
import { KNAPP_HARTUNG_BELOW, type PoolOptions } from './pool-effects.ts';
import { solveSymmetric } from './solve-symmetric.ts';
import { studentQuantile, studentTwoSidedP } from './student-t.ts';
import { type PoolMethod, tauSquared } from './tau-squared.ts';

/** One coefficient of a regression of effects. */
export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number;
  /** Two-sided. */
  readonly p: number;
  readonly ciLow: number;
  readonly ciHigh: number;
}

/** A test that several coefficients, or differences of them, are zero together (QM). */
export interface JointTest {
  /** Chi-square with `degreesOfFreedom`; for law `t` an F with `degreesOfFreedom` and k - p. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/** A fitted mixed-effects regression of k effects. */
export interface MixedModel {
  readonly method: PoolMethod;
  readonly k: number;
  readonly law: 'z' | 't';
  readonly coefficients: readonly Coefficient[];
  readonly tau2: number;
  /** About the regression: its `q` is QE. */
  readonly heterogeneity: Heterogeneity;
  /** The combination of coefficients that a row names, with its own error. */
  combine(name: string, row: readonly number[]): Coefficient;
  /** Tests L b = 0 for the rows of L; null where they depend on each other. */
  joint(contrasts: readonly (readonly number[])[]): JointTest | null;
}

/**
 * Fits y = X b + u + e, u with variance tau2, e with known variances: the machine of moderators, subgroups and Egger's test.
 *
 * @param columns design by column, with their names
 * @returns null where the columns do not span or k <= p
 * @throws InvalidInput `E-EFF-005`
 */
export function mixedModel(
  y: readonly number[],
  v: readonly number[],
  columns: readonly { readonly name: string; readonly values: readonly number[] }[],
  options: PoolOptions = {},
): MixedModel | null {
  const { method = 'REML', test = 'auto', level = 0.95 } = options;
  if (!(level > 0 && level < 1))
    throw new AftermineError('InvalidInput', 'E-EFF-005', { where: 'level', expected: '0..1', got: level });
  const k = y.length;
  const spare = k - columns.length;
  if (spare <= 0) return null;
  const design = columns.map(({ values }) => values);
  const solved = tauSquared(y, v, design, method);
  if (solved === null) return null;
  const { tau2, standardError: tau2StandardError, fit } = solved;
  const rescale = fit.residualSum / spare;
  const wantsT = test === 'knapp-hartung' || (test === 'auto' && method !== 'EE' && k < KNAPP_HARTUNG_BELOW);
  const law = wantsT && rescale > 0 ? 't' : 'z';
  const covariance = fit.covariance.map((row) => row.map((value) => (law === 't' ? value * rescale : value)));
  const share = (1 + level) / 2;
  const quantile = law === 't' ? studentQuantile(share, spare) : normalQuantile(share);
  const combine = (name: string, row: readonly number[]): Coefficient => {
    const estimate = dot(row, fit.coefficients);
    const variance = dot(
      row,
      covariance.map((line) => dot(row, line)),
    );
    const standardError = Math.sqrt(variance);
    const statistic = estimate / standardError;
    return {
      name,
      estimate,
      standardError,
      statistic,
      p: law === 't' ? studentTwoSidedP(statistic, spare) : normalTwoSidedP(statistic),
      ciLow: estimate - quantile * standardError,
      ciHigh: estimate + quantile * standardError,
    };
  };
  return {
    method,
    k,
    law,
    coefficients: columns.map(({ name }, j) =>
      combine(
        name,
        columns.map((_, i) => (i === j ? 1 : 0)),
      ),
    ),
    combine,
    tau2,
    heterogeneity: heterogeneityOf(y, v, design, { method, level, tau2, tau2StandardError }),
    joint: (contrasts) => {
      const values = contrasts.map((row) => dot(row, fit.coefficients));
      const spread = contrasts.map((a) =>
        contrasts.map((b) =>
          dot(
            a,
            covariance.map((row) => dot(row, b)),
          ),
        ),
      );
      const inverse = solveSymmetric(spread)?.inverse;
      if (inverse === undefined) return null;
      const degreesOfFreedom = contrasts.length;
      const q = dot(
        values,
        inverse.map((row) => dot(row, values)),
      );
      return law === 't'
        ? {
            statistic: q / degreesOfFreedom,
            degreesOfFreedom,
            p: fUpperTail(q / degreesOfFreedom, degreesOfFreedom, spare),
          }
        : { statistic: q, degreesOfFreedom, p: chiSquareUpperTail(q, degreesOfFreedom) };
    },
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
