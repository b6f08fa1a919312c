import { AftermineError, chance, normalCdf, normalQuantile, seedOf } from '../../base/index.ts';
import { betaQuantile } from './beta-distribution.ts';
import { requireThat } from './risk-input.ts';

/** Something uncertain that a model takes: a price, a survival rate, a recovery speed. */
export type RiskFactor = { readonly name: string } & (
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | {
      readonly kind: 'normal';
      readonly mean: number;
      readonly sd: number;
      /** Cut off below; -Infinity by default. */
      readonly low?: number;
      /** Cut off above; Infinity by default. */
      readonly high?: number;
    }
  | {
      readonly kind: 'beta';
      readonly alpha: number;
      readonly beta: number;
      /** 0 by default. */
      readonly low?: number;
      /** 1 by default. */
      readonly high?: number;
    }
);

export interface SampleOptions {
  /** >= 1. */
  readonly draws: number;
  readonly seed: number;
  /**
   * `latin-hypercube` (the default): each of `draws` equally likely slices of every factor is hit once. `random`: each
   * draw for itself.
   */
  readonly design?: 'latin-hypercube' | 'random';
}

/**
 * Draws of factors that do not depend on one another. Each factor has a stream of its own, named after it: a further
 * factor, or another order, leaves the draws of the others as they were.
 *
 * @returns draws x factors, row by row
 * @throws InvalidInput `E-PLN-201`, `E-PLN-203` for two factors of one name
 * @source McKay, Beckman and Conover 1979, Technometrics 21, 239-245, doi:10.1080/00401706.1979.10489755
 */
export function sampleFactors(factors: readonly RiskFactor[], options: SampleOptions): Float64Array {
  const { draws, seed, design = 'latin-hypercube' } = options;
  requireThat(Number.isSafeInteger(draws) && draws >= 1, 'draws', '>= 1', draws);
  checkNames(factors);
  const width = factors.length;
  const sample = new Float64Array(draws * width);
  factors.forEach((factor, k) => {
    checkFactor(factor);
    const { uniform } = chance(seedOf(seed, `factor ${factor.name}`));
    const slices = design === 'random' ? null : shuffled(draws, uniform);
    for (let n = 0; n < draws; n += 1) {
      // Half of the smallest step of the stream keeps 0 out, where a normal has no quantile
      const u = uniform() + 2 ** -33;
      sample[n * width + k] = quantileOf(factor, slices === null ? u : (slices[n]! + u) / draws);
    }
  });
  return sample;
}

/**
 * The value of a factor that is not exceeded with probability p.
 *
 * @param p 0 < p < 1
 * @throws InvalidInput `E-PLN-201`
 */
export function factorQuantile(factor: RiskFactor, p: number): number {
  checkFactor(factor);
  requireThat(p > 0 && p < 1, `${factor.name}.p`, '> 0, < 1', p);
  return quantileOf(factor, p);
}

function quantileOf(factor: RiskFactor, p: number): number {
  const { low, high } = boundsOf(factor);
  switch (factor.kind) {
    case 'uniform':
      return low + p * (high - low);
    case 'triangular': {
      const { mode } = factor;
      if (high === low) return low;
      return p < (mode - low) / (high - low)
        ? low + Math.sqrt(p * (high - low) * (mode - low))
        : high - Math.sqrt((1 - p) * (high - low) * (high - mode));
    }
    case 'normal':
      return truncatedNormal(factor.mean, factor.sd, low, high, p);
    case 'beta':
      return low + (high - low) * betaQuantile(p, factor.alpha, factor.beta);
  }
}

/** Where both cuts lie above the mean the lower tail is used by symmetry, for there the distribution function is exact. */
function truncatedNormal(mean: number, sd: number, low: number, high: number, p: number): number {
  if (sd === 0) return mean;
  if (low > mean) return 2 * mean - truncatedNormal(mean, sd, 2 * mean - high, 2 * mean - low, 1 - p);
  const from = low === -Infinity ? 0 : normalCdf((low - mean) / sd);
  const to = high === Infinity ? 1 : normalCdf((high - mean) / sd);
  const value = mean + sd * normalQuantile(from + p * (to - from));
  return Math.min(high, Math.max(low, value));
}

/** 0..count-1 in random order (Fisher and Yates). */
function shuffled(count: number, uniform: () => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, n) => n);
  for (let n = count - 1; n > 0; n -= 1) {
    const other = Math.floor(uniform() * (n + 1));
    [order[n], order[other]] = [order[other]!, order[n]!];
  }
  return order;
}

/** Range of a factor; a normal one has none unless it is cut off. */
function boundsOf(factor: RiskFactor): { readonly low: number; readonly high: number } {
  if (factor.kind === 'normal') return { low: factor.low ?? -Infinity, high: factor.high ?? Infinity };
  return { low: factor.low ?? 0, high: factor.high ?? 1 };
}

function checkFactor(factor: RiskFactor): void {
  const { low, high } = boundsOf(factor);
  const require = (holds: boolean, what: string, expected: string, got: number): void =>
    requireThat(holds, `${factor.name}.${what}`, expected, got);
  require(high >= low, 'high', `>= ${low}`, high);
  if (factor.kind === 'normal') {
    const { mean, sd } = factor;
    require(Number.isFinite(mean), 'mean', '-Inf < x < Inf', mean);
    require(sd >= 0 && sd < Infinity, 'sd', '>= 0', sd);
    // Beyond that the tail is too thin to draw from
    require(low <= mean + 8 * sd, 'low', '<= mean + 8 sd', low);
    require(high >= mean - 8 * sd, 'high', '>= mean - 8 sd', high);
    return;
  }
  require(Number.isFinite(low), 'low', '-Inf < x < Inf', low);
  require(Number.isFinite(high), 'high', '-Inf < x < Inf', high);
  if (factor.kind === 'triangular')
    require(factor.mode >= low && factor.mode <= high, 'mode', `${low} .. ${high}`, factor.mode);
  if (factor.kind === 'beta') {
    require(factor.alpha > 0 && factor.alpha <= 1000, 'alpha', '> 0, <= 1000', factor.alpha);
    require(factor.beta > 0 && factor.beta <= 1000, 'beta', '> 0, <= 1000', factor.beta);
  }
}

/** Two factors of one name would share their stream, and so rise and fall together. */
function checkNames(factors: readonly RiskFactor[]): void {
  const names = new Set<string>();
  for (const { name } of factors) {
    if (names.has(name))
      throw new AftermineError('InvalidInput', 'E-PLN-203', { where: 'factors', got: name });
    names.add(name);
  }
}
