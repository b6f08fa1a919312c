import type { ControlSettings } from '../settings.ts';

/** How closeness comes back: towards the asymptote by a share of what is missing, or by growth of what is there. */
export type CurveKind = ControlSettings['filter']['curve'];

/** No asymptote lies above this closeness: irrigated fields may pass their reference, nothing doubles it. */
export const CEILING = 1.5;
/** Growth starts from seed: least closeness a logistic course grows from. */
const SEED = 0.01;

/** Asymptote of a logit: K = c / (1 + exp(-x)), c the ceiling. */
export function asymptoteOf(logit: number): number {
  return CEILING / (1 + Math.exp(-logit));
}

/** Logit of an asymptote, ln(K / (c - K)); asymptotes are held between 0.02 and 0.02 below the ceiling. */
export function logitOf(asymptote: number): number {
  const held = Math.min(CEILING - 0.02, Math.max(0.02, asymptote));
  return Math.log(held / (CEILING - held));
}

/** dK / dlogit = K (1 - K / c). */
export function asymptoteSlope(asymptote: number): number {
  return asymptote * (1 - asymptote / CEILING);
}

/**
 * Closeness dt years on, and its derivatives by (closeness, logit asymptote, ln rate), written to `out`:
 *
 *     saturating: f = K - (K - r) e          e = exp(-k dt)
 *     logistic:   f = K r / (r + (K - r) e)  from r >= 0.01
 *
 * @param out length 4: f, df/dr, df/dlogit K, df/dln k
 */
export function stepCurve(
  kind: CurveKind,
  closeness: number,
  logit: number,
  lnRate: number,
  dt: number,
  out: Float64Array,
): void {
  const K = asymptoteOf(logit);
  const k = Math.exp(lnRate);
  const e = Math.exp(-k * dt);
  if (kind === 'saturating') {
    out[0] = K - (K - closeness) * e;
    out[1] = e;
    out[2] = (1 - e) * asymptoteSlope(K);
    out[3] = (K - closeness) * e * k * dt;
    return;
  }
  const r = Math.max(SEED, closeness);
  const d = r + (K - r) * e;
  out[0] = (K * r) / d;
  out[1] = (K * K * e) / (d * d);
  out[2] = ((r * r * (1 - e)) / (d * d)) * asymptoteSlope(K);
  out[3] = ((K * r * (K - r) * e) / (d * d)) * k * dt;
}

/**
 * Rate at which a logistic course from r comes as far in h years as a saturating one of rate k:
 *
 *     k_logistic = k + ln(r_h / r) / h,   r_h = K - (K - r) exp(-k h)
 *
 * Courses that do not rise keep their rate.
 */
export function logisticRate(rate: number, closeness: number, asymptote: number, years: number): number {
  const r = Math.max(SEED, closeness);
  if (asymptote <= r) return rate;
  const reached = asymptote - (asymptote - r) * Math.exp(-rate * years);
  return rate + Math.log(reached / r) / years;
}
