import { AftermineError, chance, seedOf } from '../../base/index.ts';
import { betaQuantile } from '../../plan/index.ts';

/** A mean with what it may be, at 95 %. */
export interface MeanInterval {
  readonly mean: number;
  /** By Student's t. */
  readonly low: number;
  readonly high: number;
  /** By the bootstrap, which asks for no shape. */
  readonly bootstrapLow: number;
  readonly bootstrapHigh: number;
}

/** Draws of the bootstrap. */
export const BOOTSTRAP_DRAWS = 2000;
const TAIL = 0.025;

/**
 * Mean of independent values with its 95 % interval, twice:
 *
 *     mean +- t(0.975, n - 1) s / sqrt(n)
 *     2.5 % and 97.5 % quantiles of means of n values drawn with replacement
 *
 * @throws InvalidInput `E-CTL-612` for fewer than two values
 * @source Student 1908, doi:10.1093/biomet/6.1.1; Efron 1979, doi:10.1214/aos/1176344552 (bootstrap)
 */
export function meanInterval(values: readonly number[], seed: number): MeanInterval {
  const n = values.length;
  if (n < 2)
    throw new AftermineError('InvalidInput', 'E-CTL-612', { where: 'futures', expected: '>= 2', got: n });
  const mean = sum(values) / n;
  const sd = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (n - 1));
  const half = (studentT(n - 1) * sd) / Math.sqrt(n);
  const [bootstrapLow, bootstrapHigh] = bootstrap(n, seed, (picks) => {
    let total = 0;
    for (const i of picks) total += values[i]!;
    return total / n;
  });
  return { mean, low: mean - half, high: mean + half, bootstrapLow, bootstrapHigh };
}

/**
 * 2.5 % and 97.5 % quantiles of a statistic over samples of n places drawn with replacement.
 *
 * @param statistic of the places drawn
 */
export function bootstrap(
  n: number,
  seed: number,
  statistic: (picks: Uint32Array) => number,
): readonly [low: number, high: number] {
  const { uniform } = chance(seedOf(seed, 'bootstrap'));
  const picks = new Uint32Array(n);
  const found = Float64Array.from({ length: BOOTSTRAP_DRAWS }, () => {
    for (let i = 0; i < n; i += 1) picks[i] = Math.floor(uniform() * n);
    return statistic(picks);
  }).sort();
  return [quantileOf(found, TAIL), quantileOf(found, 1 - TAIL)];
}

/** Quantile of sorted values, between neighbours in proportion. */
export function quantileOf(sorted: Float64Array | readonly number[], p: number): number {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const [a, b] = [sorted[below]!, sorted[Math.min(sorted.length - 1, below + 1)]!];
  return a + (at - below) * (b - a);
}

/** t(0.975) of Student's distribution: where T has v degrees of freedom, v / (v + T^2) is Beta(v / 2, 1 / 2). */
function studentT(freedom: number): number {
  const x = betaQuantile(2 * TAIL, freedom / 2, 0.5);
  return Math.sqrt((freedom * (1 - x)) / x);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
