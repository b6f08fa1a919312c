import { AftermineError, type Unknown, unknown } from '../../base/index.ts';
import { type RiskModel, requireThat } from './risk-input.ts';
import { type RiskFactor, type SampleOptions, sampleFactors } from './sample-factors.ts';

export interface MonteCarloOptions extends SampleOptions {
  /** Threshold for each output, null for none. */
  readonly thresholds?: readonly (number | null)[];
}

/** Spread of one output over the draws. */
export interface MonteCarloOutput {
  readonly mean: number;
  /** With n - 1 in the denominator; 0 for a single draw. */
  readonly sd: number;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  /** Share of draws below the threshold; null without one. */
  readonly below: number | null;
  /** Draws in which the model gave a number. All figures are over these. */
  readonly answered: number;
}

/**
 * Runs a model over draws of its factors and says how its outputs spread.
 *
 * Quantiles are between order statistics, at 1 + (n - 1) p (Hyndman and Fan's type 7).
 *
 * @param model outputs from one value for each factor; NaN where it has no answer. It must not keep its argument
 * @returns one entry for each output, in order; unknown `model-without-answer` where no draw gave a number
 * @throws InvalidInput `E-PLN-201`, Misaligned `E-PLN-202` for a model whose number of outputs changes
 * @source Hyndman and Fan 1996, The American Statistician 50, 361-365, doi:10.2307/2684934
 */
export function monteCarlo(
  model: RiskModel,
  factors: readonly RiskFactor[],
  options: MonteCarloOptions,
): readonly (MonteCarloOutput | Unknown)[] {
  const { draws, thresholds } = options;
  const sample = sampleFactors(factors, options);
  const width = factors.length;
  let results: Float64Array[] = [];
  for (let n = 0; n < draws; n += 1) {
    const outputs = model(sample.slice(n * width, (n + 1) * width));
    if (n === 0) results = Array.from(outputs, () => new Float64Array(draws));
    requireOutputs('model', outputs.length, results.length);
    for (let k = 0; k < outputs.length; k += 1) results[k]![n] = outputs[k]!;
  }
  if (thresholds !== undefined) requireOutputs('thresholds', thresholds.length, results.length);
  return results.map((values, k) => spreadOf(values, thresholds?.[k] ?? null));
}

/**
 * Quantile of ascending values, between order statistics (type 7).
 *
 * @param p 0..1
 */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  requireThat(sorted.length > 0, 'values', '>= 1', sorted.length);
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below]!;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}

function spreadOf(values: Float64Array, threshold: number | null): MonteCarloOutput | Unknown {
  const sorted = values.filter(Number.isFinite).sort();
  const n = sorted.length;
  if (n === 0) return unknown('model-without-answer', { got: values.length, draws: values.length });
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const at = (p: number): number => quantileOfSorted(sorted, p);
  return {
    mean,
    sd: n < 2 ? 0 : Math.sqrt(squares / (n - 1)),
    p5: at(0.05),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
    below: threshold === null ? null : sorted.filter((value) => value < threshold).length / n,
    answered: n,
  };
}

function requireOutputs(where: string, got: number, expected: number): void {
  if (got !== expected) throw new AftermineError('Misaligned', 'E-PLN-202', { where, expected, got });
}
