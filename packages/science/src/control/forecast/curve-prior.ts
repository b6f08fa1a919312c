import { ASYMPTOTE_SPREAD, RATE_SPREAD } from '../replan/promises.ts';
import { betaSurvival, type Survival, survivalPrior } from './beta-survival.ts';
import { asymptoteOf, asymptoteSlope, type CurveKind, logisticRate, logitOf } from './curve-step.ts';
import type { CurvePrior, UnitPromise } from './types.ts';

/** Slowest rate a course is taken to have, per year: nothing that stands still can be asked for its logarithm. */
const SLOWEST = 0.001;
/** Years over which a logistic course keeps pace with the saturating one of the library. */
const PACE_YEARS = 5;

/** Plants counted on a unit. */
export interface PlantCount {
  readonly alive: number;
  readonly dead: number;
}

/**
 * What the seasons taught other units, in standard deviations of the library's prior: shift of the mean, its covariance
 * [KK, Kk, kk], and the share of the library's variance that belongs to the single unit.
 */
export interface PooledPrior {
  readonly shift: readonly [logitAsymptote: number, lnRate: number];
  readonly covariance: readonly [number, number, number];
  readonly unitShare: readonly [logitAsymptote: number, lnRate: number];
}

/** Survival as promised, or as counted on top of it; a promise of 1 without a count is not doubted. */
export function survivalOf({ survival }: Pick<UnitPromise, 'survival'>, count?: PlantCount): Survival {
  if (count === undefined || count.alive + count.dead === 0) {
    if (survival >= 1) return { alive: 1, dead: 0, mean: 1, variance: 0 };
    return betaSurvival(survivalPrior(survival), 0, 0);
  }
  return betaSurvival(survivalPrior(survival), count.alive, count.dead);
}

/** Numbers of a packed prior: logit asymptote, ln rate, and their covariance [KK, Kk, kk]. */
export const PRIOR = 5;

/** Prior of the course before the works stand, or without any. */
export function priorBefore(promise: UnitPromise, closeness: number, kind: CurveKind): CurvePrior {
  const out = new Float64Array(PRIOR);
  fillPriorBefore(promise, closeness, kind, out);
  return unpackPrior(out);
}

/**
 * Prior of the course once the works stand. Where a share s of the plants lives, the unit goes to a mixture:
 *
 *     K = s K1 + (1 - s) K0
 *     k = [s k1 (K1 - r) + (1 - s) k0 (K0 - r)] / (K - r)         the slope of the mixture, held between k0 and k1
 *     var K = s^2 var K1 + (1 - s)^2 var K0 + (K1 - K0)^2 var s + (var K1 + var K0) var s
 *
 * K1 and k1 are those of the library: factors that a promise was made with are taken out again.
 *
 * @param before what is known of the course without works by then: logit asymptote, its variance, ln rate
 * @param closeness when the works come to stand
 */
export function priorAfter(
  promise: UnitPromise,
  survival: Survival,
  before: { readonly logit: number; readonly logitVariance: number; readonly lnRate: number },
  closeness: number,
  kind: CurveKind,
): CurvePrior {
  const out = new Float64Array(PRIOR);
  fillPriorAfter(promise, survival, before.logit, before.logitVariance, before.lnRate, closeness, kind, out);
  return unpackPrior(out);
}

/** The same prior with what was learned elsewhere put in. */
export function withPooled(prior: CurvePrior, pooled: PooledPrior | undefined): CurvePrior {
  if (pooled === undefined) return prior;
  const out = Float64Array.of(...prior.mean, ...prior.covariance);
  fillPooled(pooled, out);
  return unpackPrior(out);
}

/** `priorBefore`, packed. */
export function fillPriorBefore(
  { before }: UnitPromise,
  closeness: number,
  kind: CurveKind,
  out: Float64Array,
): void {
  fillPrior(before.asymptote, before.rate, ASYMPTOTE_SPREAD, RATE_SPREAD, closeness, kind, out);
}

/** `priorAfter`, packed. */
export function fillPriorAfter(
  { after, spread, learned }: UnitPromise,
  { mean: s, variance: doubt }: Survival,
  logit: number,
  logitVariance: number,
  lnRate: number,
  closeness: number,
  kind: CurveKind,
  out: Float64Array,
): void {
  const K0 = asymptoteOf(logit);
  const k0 = Math.exp(lnRate);
  const K1 = after!.asymptote / (learned?.reach ?? 1);
  const k1 = Math.max(SLOWEST, after!.rate / (learned?.rate ?? 1));
  const var0 = asymptoteSlope(K0) ** 2 * logitVariance;
  const var1 = (spread.asymptote * K1) ** 2;
  const K = s * K1 + (1 - s) * K0;
  const variance = s * s * var1 + (1 - s) ** 2 * var0 + (K1 - K0) ** 2 * doubt + (var1 + var0) * doubt;
  const missing = K - closeness;
  const slope = s * k1 * (K1 - closeness) + (1 - s) * k0 * (K0 - closeness);
  const mixed = missing === 0 ? k1 : slope / missing;
  const rate = Math.min(Math.max(k0, k1), Math.max(Math.min(k0, k1), mixed));
  fillPrior(K, rate, Math.sqrt(variance) / Math.max(K, 0.02), spread.rate, closeness, kind, out);
}

/** `withPooled`, packed and in place. */
export function fillPooled({ shift, covariance, unitShare }: PooledPrior, out: Float64Array): void {
  const sK = Math.sqrt(out[2]!);
  const sk = Math.sqrt(out[4]!);
  out[0]! += sK * shift[0];
  out[1]! += sk * shift[1];
  out[2]! *= unitShare[0] + covariance[0];
  out[3]! += sK * sk * covariance[1];
  out[4]! *= unitShare[1] + covariance[2];
}

function fillPrior(
  asymptote: number,
  rate: number,
  asymptoteSpread: number,
  rateSpread: number,
  closeness: number,
  kind: CurveKind,
  out: Float64Array,
): void {
  const logit = logitOf(asymptote);
  const held = asymptoteOf(logit);
  const sd = (asymptoteSpread * held) / asymptoteSlope(held);
  const k = Math.max(SLOWEST, rate);
  out[0] = logit;
  out[1] = Math.log(kind === 'logistic' ? logisticRate(k, closeness, held, PACE_YEARS) : k);
  out[2] = sd * sd;
  out[3] = 0;
  out[4] = Math.log1p(rateSpread * rateSpread);
}

/** A packed prior as a record, from an offset on. */
export function unpackPrior(packed: Float64Array, o = 0): CurvePrior {
  return {
    mean: [packed[o]!, packed[o + 1]!],
    covariance: [packed[o + 2]!, packed[o + 3]!, packed[o + 4]!],
  };
}
