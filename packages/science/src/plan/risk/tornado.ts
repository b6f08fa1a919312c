import { type Unknown, unknown } from '../../base/index.ts';
import { outputOf, type RiskModel, requireThat } from './risk-input.ts';
import { factorQuantile, type RiskFactor } from './sample-factors.ts';

export interface TornadoOptions {
  /** Which output of the model; 0 by default. */
  readonly output?: number;
  /** Probability of the low end; 0.05 by default. The high end is at 1 minus it. */
  readonly tail?: number;
}

export interface TornadoBar {
  readonly factor: string;
  /** Values of the factor at its low and high end. */
  readonly lowInput: number;
  readonly highInput: number;
  /** Output with the factor there and all others at their medians. */
  readonly low: number;
  readonly high: number;
  /** |high - low|. */
  readonly swing: number;
}

export interface Tornado {
  /** Output with all factors at their medians. */
  readonly base: number;
  /** Greatest swing first; equal swings in the order of the factors. */
  readonly bars: readonly TornadoBar[];
}

/**
 * How far an output swings when one factor goes from its low to its high end (5 % to 95 %) and all others stay at
 * their medians.
 *
 * @returns unknown `model-without-answer` where the model gives no number at some end
 * @throws InvalidInput `E-PLN-201`
 * @source Howard 1988, Management Science 34, 679-695, doi:10.1287/mnsc.34.6.679
 */
export function tornado(
  model: RiskModel,
  factors: readonly RiskFactor[],
  options: TornadoOptions = {},
): Tornado | Unknown {
  const { output = 0, tail = 0.05 } = options;
  requireThat(tail > 0 && tail < 0.5, 'tail', '> 0, < 0.5', tail);
  const medians = Float64Array.from(factors, (factor) => factorQuantile(factor, 0.5));
  const base = outputOf(model, medians.slice(), output);
  const at = (k: number, value: number): number => {
    const x = medians.slice();
    x[k] = value;
    return outputOf(model, x, output);
  };
  const bars = factors.map((factor, k): TornadoBar => {
    const [lowInput, highInput] = [factorQuantile(factor, tail), factorQuantile(factor, 1 - tail)];
    const [low, high] = [at(k, lowInput), at(k, highInput)];
    return { factor: factor.name, lowInput, highInput, low, high, swing: Math.abs(high - low) };
  });
  const results = [base, ...bars.flatMap(({ low, high }) => [low, high])];
  const got = results.filter((result) => !Number.isFinite(result)).length;
  if (got > 0) return unknown('model-without-answer', { got, draws: results.length });
  return { base, bars: bars.sort((one, other) => other.swing - one.swing) };
}
