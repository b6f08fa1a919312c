/** Filtered mean and variance of one season, and the gain that made them. */
export interface ScalarEstimate {
  readonly mean: number;
  readonly variance: number;
  readonly predictedMean: number;
  readonly predictedVariance: number;
  /** 0 where nothing was seen. */
  readonly gain: number;
}

/** The autoregressive model that recovery becomes when asymptote and rate are known. */
export interface ScalarModel {
  /** Asymptote: x' = K - (K - x) phi. */
  readonly asymptote: number;
  /** exp(-rate x years). */
  readonly phi: number;
  /** Variance of the season, and of what is seen. */
  readonly q: number;
  readonly r: number;
}

/**
 * Kalman filter of a scalar autoregression; seasons without a value only predict:
 *
 *     m' = K - (K - m) phi    V' = phi^2 V + Q
 *     g = V' / (V' + R)       m = m' + g (z - m')      V = (1 - g)^2 V' + g^2 R
 *
 * @param seen one value per season; null where nothing was seen
 * @source Kalman 1960, doi:10.1115/1.3662552
 */
export function scalarKalman(
  seen: readonly (number | null)[],
  model: ScalarModel,
  start: { readonly mean: number; readonly variance: number },
): readonly ScalarEstimate[] {
  const { asymptote, phi, q, r } = model;
  let { mean, variance } = start;
  return seen.map((value) => {
    const predictedMean = asymptote - (asymptote - mean) * phi;
    const predictedVariance = phi * phi * variance + q;
    const gain = value === null ? 0 : predictedVariance / (predictedVariance + r);
    mean = value === null ? predictedMean : predictedMean + gain * (value - predictedMean);
    variance = (1 - gain) ** 2 * predictedVariance + gain * gain * r;
    return { mean, variance, predictedMean, predictedVariance, gain };
  });
}

/**
 * Variance that the filter settles at, the positive root of its Riccati equation:
 *
 *     P = (phi^2 P + Q) R / (phi^2 P + Q + R)   <=>   phi^2 P^2 + (Q + R - phi^2 R) P - Q R = 0
 */
export function steadyVariance({ phi, q, r }: Omit<ScalarModel, 'asymptote'>): number {
  const b = q + r - phi * phi * r;
  // The form of the root that neither cancels nor divides by phi.
  return (2 * q * r) / (b + Math.sqrt(b * b + 4 * phi * phi * q * r));
}
