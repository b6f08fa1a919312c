import {
  type Information,
  inverseOf,
  NOTHING,
  type Pair,
  type Symmetric,
  throughNoise,
  times,
} from './information.ts';
import type { CurvePrior } from './types.ts';

/**
 * What the seasons of one unit say of its course: the filtered course with the prior taken out, and with the drift since the course
 * began taken for noise. In standard deviations of the prior, so that courses of different units compare.
 *
 *     J = P^-1 - (S + D)^-1      j = P^-1 (m - m0)      in units of sqrt S; then J, j through noise D / S
 *
 * The extended filter is not exactly Gaussian, and J may come out a little below zero; what is negative in it says nothing.
 *
 * @param prior the library's prior at the beginning of the course, without covariance
 * @param mean logit asymptote and ln rate now
 * @param covariance [KK, Kk, kk] now
 * @param drifted variance D that drift has added to each since
 */
export function unitEvidence(
  prior: CurvePrior,
  mean: Pair,
  covariance: Symmetric,
  drifted: number,
): Information {
  const [vK, , vk] = prior.covariance;
  const [sK, sk] = [Math.sqrt(vK), Math.sqrt(vk)];
  const noise: Pair = [Math.max(1e-9, drifted / vK), Math.max(1e-9, drifted / vk)];
  const P = inverseOf([covariance[0] / vK, covariance[1] / (sK * sk), covariance[2] / vk]);
  const pull = times(P, [(mean[0] - prior.mean[0]) / sK, (mean[1] - prior.mean[1]) / sk]);
  return throughNoise(
    withoutNegative({ precision: [P[0] - 1 / (1 + noise[0]), P[1], P[2] - 1 / (1 + noise[1])], pull }),
    noise,
  );
}

/** The nearest information without negative eigenvalues: no pull along what is not known. */
function withoutNegative({ precision: [a, b, c], pull }: Information): Information {
  const half = (a + c) / 2;
  const root = Math.hypot((a - c) / 2, b);
  const high = half + root;
  if (half - root > 1e-9 * high) return { precision: [a, b, c], pull };
  if (high <= 0) return NOTHING;
  const [x, y] = b === 0 ? (a >= c ? [1, 0] : [0, 1]) : direction(b, high - a);
  const along = pull[0] * x + pull[1] * y;
  return { precision: [high * x * x, high * x * y, high * y * y], pull: [along * x, along * y] };
}

function direction(x: number, y: number): Pair {
  const length = Math.hypot(x, y);
  return [x / length, y / length];
}
