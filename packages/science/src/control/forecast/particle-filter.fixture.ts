import { chance } from '../../base/index.ts';
import type { ControlSettings } from '../settings.ts';
import { stepCurve } from './curve-step.ts';
import type { FilterState } from './types.ts';

/** Weighted mean and standard deviation of the particles after a season. */
export interface ParticleYear {
  readonly mean: readonly [closeness: number, logitAsymptote: number, lnRate: number];
  readonly sd: readonly [number, number, number];
}

/**
 * Bootstrap particle filter of one course: the reference that the extended filter is held against. Systematic resampling in every
 * season; nothing is linear or Gaussian in it but the noise.
 *
 * @param seen closeness and variance by season; null where nothing was seen
 */
export function particleFilter(
  start: FilterState,
  seen: readonly ({ readonly closeness: number; readonly variance: number } | null)[],
  settings: ControlSettings['filter'],
  particles: number,
  seed: number,
): readonly ParticleYear[] {
  const draw = chance(seed);
  const [rr, rK, rk, KK, Kk, kk] = start.covariance;
  // Cholesky factor of the start, closeness last so that its correlations come with it.
  const a = Math.sqrt(KK);
  const [b, c] = [Kk / a, rK / a];
  const d = Math.sqrt(kk - b * b);
  const e = (rk - b * c) / d;
  const f = Math.sqrt(rr - c * c - e * e);
  let now = Array.from({ length: particles }, (): [number, number, number] => {
    const [x, y, z] = [draw.normal(), draw.normal(), draw.normal()];
    return [start.mean[0] + c * x + e * y + f * z, start.mean[1] + a * x, start.mean[2] + b * x + d * y];
  });
  const step = new Float64Array(4);
  return seen.map((look) => {
    const weights = new Float64Array(particles).fill(1 / particles);
    now = now.map(([r, logit, lnRate]) => {
      stepCurve(settings.curve, r, logit, lnRate, 1, step);
      return [
        step[0]! + settings.seasonNoise * draw.normal(),
        logit + settings.drift * draw.normal(),
        lnRate + settings.drift * draw.normal(),
      ];
    });
    if (look !== null) {
      let sum = 0;
      for (let i = 0; i < particles; i += 1) {
        weights[i] = Math.exp(-((look.closeness - now[i]![0]) ** 2) / (2 * look.variance));
        sum += weights[i]!;
      }
      for (let i = 0; i < particles; i += 1) weights[i]! /= sum;
    }
    const moment = (j: 0 | 1 | 2, power: 1 | 2, around: number): number =>
      now.reduce((sum, one, i) => sum + weights[i]! * (one[j] - around) ** power, 0);
    const mean = [moment(0, 1, 0), moment(1, 1, 0), moment(2, 1, 0)] as const;
    const sd = [0, 1, 2].map((j) => Math.sqrt(moment(j as 0 | 1 | 2, 2, mean[j]!)));
    now = resampled(now, weights, draw.uniform());
    return { mean, sd: sd as unknown as ParticleYear['sd'] };
  });
}

function resampled<T>(items: readonly T[], weights: Float64Array, offset: number): T[] {
  const n = items.length;
  const kept: T[] = [];
  let [sum, i] = [weights[0]!, 0];
  for (let k = 0; k < n; k += 1) {
    const at = (k + offset) / n;
    while (sum < at && i < n - 1) {
      i += 1;
      sum += weights[i]!;
    }
    kept.push(items[i]!);
  }
  return kept;
}
