import type { ControlSettings } from '../settings.ts';
import { stepCurve } from './curve-step.ts';
import type { FilterState } from './types.ts';

/** Nodes and weights of Gauss-Hermite quadrature for a standard normal deviate with 11 points, exact for polynomials to degree 21. */
const HALF: readonly (readonly [node: number, weight: number])[] = [
  [0.928868997381064, 0.24224029987396997],
  [1.876035020154846, 0.06613874607105778],
  [2.865123160643645, 0.0067202852355372706],
  [3.936166607129977, 0.0001956719302712236],
  [5.1880012243748705, 8.121849790214909e-7],
];
const QUADRATURE: readonly (readonly [node: number, weight: number])[] = [
  ...HALF.map(([node, weight]) => [-node, weight] as const),
  [0, 0.3694083694083693],
  ...HALF,
];

/** Distribution of closeness as a sum of normal ones. */
export interface Mixture {
  readonly weights: readonly number[];
  readonly means: readonly number[];
  readonly sds: readonly number[];
}

/**
 * Closeness h seasons after a state, before anybody looks: for each of 121 courses that the state allows (logit asymptote and ln rate
 * at Gauss-Hermite nodes) closeness is normal, with the error of the state and the noise of h seasons; drift of the course widens
 * rate and asymptote by the variance of its mean over the way, d^2 h / 3.
 */
export function mixtureAfter(
  state: FilterState,
  seasons: number,
  settings: ControlSettings['filter'],
): Mixture {
  const [r, logit, lnRate] = state.mean;
  const [rr, rK, rk, KK0, Kk, kk0] = state.covariance;
  const wander = (settings.drift ** 2 * seasons) / 3;
  const [KK, kk] = [KK0 + wander, kk0 + wander];
  // Cholesky factor of the course, and regression of closeness on it.
  const a = Math.sqrt(KK);
  const b = Kk / a;
  const c = Math.sqrt(Math.max(1e-12, kk - b * b));
  const det = KK * kk - Kk * Kk;
  const [gK, gk] = [(rK * kk - rk * Kk) / det, (rk * KK - rK * Kk) / det];
  const rest = Math.max(1e-8, rr - gK * rK - gk * rk);
  const q = settings.seasonNoise ** 2;
  const step = new Float64Array(4);
  const [weights, means, sds]: [number[], number[], number[]] = [[], [], []];
  for (const [x, weightX] of QUADRATURE)
    for (const [y, weightY] of QUADRATURE) {
      const [dK, dk] = [a * x, b * x + c * y];
      let [mean, variance] = [r + gK * dK + gk * dk, rest];
      for (let season = 0; season < seasons; season += 1) {
        stepCurve(settings.curve, mean, logit + dK, lnRate + dk, 1, step);
        mean = step[0]!;
        variance = step[1]! * step[1]! * variance + q;
      }
      weights.push(weightX * weightY);
      means.push(mean);
      sds.push(Math.sqrt(variance));
    }
  return { weights, means, sds };
}

/** P(closeness <= x), within 1e-7. */
export function mixtureCdf({ weights, means, sds }: Mixture, x: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += weights[i]! * quickCdf((x - means[i]!) / sds[i]!);
  return sum;
}

/**
 * Normal distribution function within 7.5e-8, for sums of many.
 *
 * @source Abramowitz & Stegun 1964, 26.2.17
 */
function quickCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = 0.3989422804014327 * Math.exp(-0.5 * z * z) * poly;
  return z >= 0 ? 1 - tail : tail;
}

/** Closeness below which it lies with probability p, by Newton steps that halve where they would leave what is known. */
export function mixtureQuantile(mixture: Mixture, p: number): number {
  const { weights, means, sds } = mixture;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let x = 0;
  for (let i = 0; i < means.length; i += 1) {
    low = Math.min(low, means[i]! - 6 * sds[i]!);
    high = Math.max(high, means[i]! + 6 * sds[i]!);
    x += weights[i]! * means[i]!;
  }
  for (let step = 0; step < 60 && high - low > 1e-9; step += 1) {
    const excess = mixtureCdf(mixture, x) - p;
    if (Math.abs(excess) < 1e-8) break;
    if (excess > 0) high = x;
    else low = x;
    let density = 0;
    for (let i = 0; i < means.length; i += 1) {
      const z = (x - means[i]!) / sds[i]!;
      density += (weights[i]! * Math.exp((-z * z) / 2)) / sds[i]!;
    }
    const next = x - (excess * Math.sqrt(2 * Math.PI)) / density;
    x = next > low && next < high ? next : (low + high) / 2;
  }
  return x;
}
