import type { CurveKind } from './curve-step.ts';
import { stepCurve } from './curve-step.ts';
import { OPENING } from './filter-unit.ts';

/** x' = f(x), P' = F P F' + diag(q, d, d) dt, in place. */
export function advance(
  kind: CurveKind,
  at: Float64Array,
  o: number,
  dt: number,
  q: number,
  d: number,
  step: Float64Array,
): void {
  stepCurve(kind, at[o]!, at[o + 1]!, at[o + 2]!, dt, step);
  const a = step[1]!;
  const b = step[2]!;
  const c = step[3]!;
  const rK = at[o + 4]!;
  const rk = at[o + 5]!;
  const Kk = at[o + 7]!;
  const newK = a * rK + b * at[o + 6]! + c * Kk;
  const newk = a * rk + b * Kk + c * at[o + 8]!;
  at[o] = step[0]!;
  at[o + 3] = a * (a * at[o + 3]! + b * rK + c * rk) + b * newK + c * newk + q * dt;
  at[o + 4] = newK;
  at[o + 5] = newk;
  at[o + 6]! += d * dt;
  at[o + 8]! += d * dt;
}

/**
 * Joseph's update for a look at closeness, in place; true where the departure was believed.
 *
 * @param look departure, its variance S, the same standardised, and the variance that a departure beyond the limit gives back to the
 * asymptote: packed, since numbers that are handed over one by one are boxed
 */
export function correct(at: Float64Array, o: number, look: Float64Array): boolean {
  const departure = look[0]!;
  const S = look[1]!;
  const nu = look[2]!;
  let rr = at[o + 3]!;
  let KK = at[o + 6]!;
  const rK = at[o + 4]!;
  const rk = at[o + 5]!;
  const Kk = at[o + 7]!;
  const kk = at[o + 8]!;
  const R = S - rr;
  const open = nu > OPENING || nu < -OPENING;
  if (open) {
    rr += (nu * nu - 1) * S;
    KK += look[3]!;
  }
  const weight = 1 / (rr + R);
  const g = rr * weight;
  const gK = rK * weight;
  const gk = rk * weight;
  at[o]! += g * departure;
  at[o + 1]! += gK * departure;
  at[o + 2]! += gk * departure;
  // (I - g H) P (I - g H)' + g R g', written out.
  const keep = 1 - g;
  const lessK = rK - gK * rr;
  const lessk = rk - gk * rr;
  at[o + 3] = keep * keep * rr + g * g * R;
  at[o + 4] = keep * lessK + g * gK * R;
  at[o + 5] = keep * lessk + g * gk * R;
  at[o + 6] = KK - gK * rK - gK * lessK + gK * gK * R;
  at[o + 7] = Kk - gK * rk - gk * lessK + gK * gk * R;
  at[o + 8] = kk - gk * rk - gk * lessk + gk * gk * R;
  return open;
}
