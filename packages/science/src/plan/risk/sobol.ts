import { chance, seedOf, type Unknown, unknown } from '../../base/index.ts';
import { outputOf, type RiskModel, requireThat } from './risk-input.ts';
import { type RiskFactor, sampleFactors } from './sample-factors.ts';

export interface SobolOptions {
  /** N, rows of each of the two samples, >= 2; the model runs (factors + 2) N times. */
  readonly draws: number;
  readonly seed: number;
  /** Which output of the model; 0 by default. */
  readonly output?: number;
  /** Bootstrap replicates for the standard errors, >= 2; 100 by default. */
  readonly replicates?: number;
}

export interface SobolIndex {
  readonly factor: string;
  /** Share of the variance that the factor makes alone. Sampling error can carry it slightly outside 0..1. */
  readonly first: number;
  /** Standard error of `first`. */
  readonly firstError: number;
  /** Share of the variance in which the factor has a part, alone or with others. */
  readonly total: number;
  readonly totalError: number;
}

/**
 * Which factor makes how much of the variance of an output (Sobol indices). From two samples A and B and, for each
 * factor i, A with the column i of B:
 *
 *     S_i = mean(f_B (f_ABi - f_A)) / V  (Saltelli 2010),  T_i = mean((f_A - f_ABi)^2) / (2 V)  (Jansen 1999)
 *
 * f is taken about the mean of f_A and f_B together, V is its variance over both. Standard errors: rows drawn
 * anew with replacement.
 *
 * @returns in the order of the factors; unknown `no-spread` for an output that is always the same,
 * `model-without-answer` where a run gives no number
 * @throws InvalidInput `E-PLN-201`
 * @source Saltelli et al. 2010, Computer Physics Communications 181, 259-270, doi:10.1016/j.cpc.2009.09.018; Jansen 1999, Computer Physics Communications 117, 35-43, doi:10.1016/S0010-4655(98)00154-4
 */
export function sobolIndices(
  model: RiskModel,
  factors: readonly RiskFactor[],
  options: SobolOptions,
): readonly SobolIndex[] | Unknown {
  const { draws, seed, output = 0, replicates = 100 } = options;
  requireThat(Number.isSafeInteger(draws) && draws >= 2, 'draws', '>= 2', draws);
  requireThat(Number.isSafeInteger(replicates) && replicates >= 2, 'replicates', '>= 2', replicates);
  const width = factors.length;
  const draw = (name: string): Float64Array =>
    sampleFactors(factors, { draws, seed: seedOf(seed, name), design: 'random' });
  const [a, b] = [draw('sobol a'), draw('sobol b')];
  const run = (swapped: number | null, from: Float64Array): Float64Array =>
    Float64Array.from({ length: draws }, (_, n) => {
      const x = from.slice(n * width, (n + 1) * width);
      if (swapped !== null) x[swapped] = b[n * width + swapped]!;
      return outputOf(model, x, output);
    });
  const [fA, fB] = [run(null, a), run(null, b)];
  const fAB = factors.map((_, i) => run(i, a));
  const runs = [fA, fB, ...fAB];
  const got = runs.reduce((sum, values) => sum + values.filter((value) => !Number.isFinite(value)).length, 0);
  if (got > 0) return unknown('model-without-answer', { got, draws: runs.length * draws });

  const all = Uint32Array.from({ length: draws }, (_, n) => n);
  const best = estimate(fA, fB, fAB, all);
  if (best === null) return unknown('no-spread');
  const { uniform } = chance(seedOf(seed, 'sobol bootstrap'));
  const again = Array.from({ length: replicates }, () => {
    const rows = all.map(() => Math.floor(uniform() * draws));
    return estimate(fA, fB, fAB, rows);
  }).filter((replicate) => replicate !== null);
  return factors.map(({ name }, i) => ({
    factor: name,
    first: best.first[i]!,
    firstError: deviation(again.map(({ first }) => first[i]!)),
    total: best.total[i]!,
    totalError: deviation(again.map(({ total }) => total[i]!)),
  }));
}

/** Both indices over the rows named; null where f does not vary there. */
function estimate(
  fA: Float64Array,
  fB: Float64Array,
  fAB: readonly Float64Array[],
  rows: Uint32Array,
): { first: number[]; total: number[] } | null {
  const count = rows.length;
  let sum = 0;
  for (const n of rows) sum += fA[n]! + fB[n]!;
  const mean = sum / (2 * count);
  let squares = 0;
  for (const n of rows) squares += (fA[n]! - mean) ** 2 + (fB[n]! - mean) ** 2;
  const variance = squares / (2 * count);
  if (!(variance > ROUNDING * mean ** 2)) return null;
  const [first, total]: [number[], number[]] = [[], []];
  for (const values of fAB) {
    let [products, steps] = [0, 0];
    for (const n of rows) {
      const step = values[n]! - fA[n]!;
      products += (fB[n]! - mean) * step;
      steps += step ** 2;
    }
    first.push(products / count / variance);
    total.push(steps / count / (2 * variance));
  }
  return { first, total };
}

/** A variance below this share of the squared mean is rounding. */
const ROUNDING = 1e-24;

function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
