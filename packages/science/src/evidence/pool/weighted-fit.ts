import { solveSymmetric } from './solve-symmetric.ts';

/** A regression of k effects on p columns with weights 1 / (v_i + tau2), and what the estimators of tau2 need of it. */
export interface WeightedFit {
  /** By column. */
  readonly coefficients: readonly number[];
  /** (X'WX)^-1, row by row. */
  readonly covariance: readonly (readonly number[])[];
  readonly weights: readonly number[];
  /** y'Py: weighted sum of squared residuals. */
  readonly residualSum: number;
  /** y'PPy. */
  readonly residualSum2: number;
  /** tr(P), P = W - WX (X'WX)^-1 X'W. */
  readonly traceP: number;
  /** tr(PP). */
  readonly tracePP: number;
  /** Restricted log likelihood without its constant. */
  readonly restrictedLogLikelihood: number;
  /** Log likelihood without its constant. */
  readonly logLikelihood: number;
}

/**
 * Weighted least squares with known sampling variances.
 *
 * @param y effects
 * @param v sampling variances
 * @param columns the design, by column; a column of ones for a mean
 * @param tau2 variance between studies, >= 0
 * @returns null where the columns do not span (a moderator alike in all studies)
 */
export function weightedFit(
  y: readonly number[],
  v: readonly number[],
  columns: readonly (readonly number[])[],
  tau2: number,
): WeightedFit | null {
  const weights = v.map((variance) => 1 / (variance + tau2));
  const squares = weights.map((w) => w * w);
  const moment = (powers: readonly number[]): number[][] =>
    columns.map((a) => columns.map((b) => weightedSum(powers, a, b)));
  const solved = solveSymmetric(moment(weights));
  if (solved === null) return null;
  const covariance = solved.inverse;
  const right = columns.map((a) => weightedSum(weights, a, y));
  const coefficients = covariance.map((row) => row.reduce((sum, value, j) => sum + value * right[j]!, 0));
  let residualSum = 0;
  let residualSum2 = 0;
  let logWeights = 0;
  for (let i = 0; i < y.length; i += 1) {
    const w = weights[i]!;
    const residual = columns.reduce((rest, column, j) => rest - column[i]! * coefficients[j]!, y[i]!);
    residualSum += w * residual * residual;
    residualSum2 += w * w * residual * residual;
    logWeights += Math.log(w);
  }
  const second = product(covariance, moment(squares));
  const third = product(covariance, moment(squares.map((w2, i) => w2 * weights[i]!)));
  const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
  const logLikelihood = 0.5 * (logWeights - residualSum);
  return {
    coefficients,
    covariance,
    weights,
    residualSum,
    residualSum2,
    traceP: sum(weights) - trace(second),
    tracePP: sum(squares) - 2 * trace(third) + trace(product(second, second)),
    logLikelihood,
    restrictedLogLikelihood: logLikelihood - 0.5 * solved.logDeterminant,
  };
}

/**
 * y'Py alone, for what looks for the tau2 at which it has a given value.
 * The columns must span.
 */
export function residualSumAt(
  y: readonly number[],
  v: readonly number[],
  columns: readonly (readonly number[])[],
  tau2: number,
): number {
  const weights = v.map((variance) => 1 / (variance + tau2));
  const inverse = solveSymmetric(columns.map((a) => columns.map((b) => weightedSum(weights, a, b))))!.inverse;
  const right = columns.map((a) => weightedSum(weights, a, y));
  const coefficients = inverse.map((row) => row.reduce((sum, value, j) => sum + value * right[j]!, 0));
  return y.reduce((sum, value, i) => {
    const residual = columns.reduce((rest, column, j) => rest - column[i]! * coefficients[j]!, value);
    return sum + weights[i]! * residual * residual;
  }, 0);
}

function weightedSum(weights: readonly number[], a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += weights[i]! * a[i]! * b[i]!;
  return sum;
}

function product(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, i) => sum + value * b[i]![j]!, 0)));
}

function trace(a: readonly (readonly number[])[]): number {
  return a.reduce((sum, row, i) => sum + row[i]!, 0);
}
