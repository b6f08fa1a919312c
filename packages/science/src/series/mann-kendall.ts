import { AftermineError, normalQuantile, normalTwoSidedP, type Unknown, unknown } from '../base/index.ts';
import { autocorrelation, ranks } from './autocorrelation.ts';
import { kendallScore } from './kendall-score.ts';
import { theilSen } from './theil-sen.ts';

export const TREND_METHODS = [
  'original',
  'hamed-rao',
  'yue-wang',
  'pre-whitening',
  'trend-free-pre-whitening',
] as const;
export type TrendMethod = (typeof TREND_METHODS)[number];

export interface TrendOptions {
  readonly method?: TrendMethod;
  /** Autocorrelation lags taken into account by `hamed-rao` and `yue-wang`; all by default. */
  readonly lag?: number;
  /** Significance level of the autocorrelation test inside `hamed-rao`; 0.05 by default. */
  readonly alpha?: number;
  /**
   * `true-time` (default) uses the times given; `positions` numbers the valid values 0, 1, 2 ... as some packages do,
   * which shrinks time across gaps. For parity only.
   */
  readonly time?: 'true-time' | 'positions';
}

/** The test and the line of one series. */
export interface Trend {
  readonly method: TrendMethod;
  /** Values the test was made on (one fewer after pre-whitening). */
  readonly n: number;
  readonly s: number;
  readonly varS: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  readonly tau: number;
  readonly slopePerYear: number;
  readonly intercept: number;
  readonly slopeLow: number | null;
  readonly slopeHigh: number | null;
}

/** Fewer values say nothing: with 4 the least two-sided p that can occur is 0.09. */
export const MIN_TREND_VALUES = 4;

/**
 * Mann-Kendall trend test with tie-corrected variance and the Theil-Sen line.
 *
 * S = sum over i < j of sign(v_j - v_i); Var S = [n(n-1)(2n+5) - sum over ties t(t-1)(2t+5)] / 18;
 * Z = (S - sign S) / sqrt(Var S).
 * - `hamed-rao`: Var S times 1 + 2 / (n(n-1)(n-2)) * sum (n-i)(n-i-1)(n-i-2) r_i over the significant lags of
 *   the ranks of the detrended series.
 * - `yue-wang`: Var S times 1 + 2 sum (1 - i/n) r_i over the lags of the detrended series.
 * - `pre-whitening`: the test on v_t - r_1 v_(t-1).
 * - `trend-free-pre-whitening`: the same on the detrended series, the trend added again.
 *
 * @param times strictly ascending (years); @param values NaN = missing
 * @returns unknown `too-few-years` below 4 values, `no-variation` when the corrected variance is not positive
 * @throws InvalidInput `E-SER-010` when times do not ascend
 * @source Mann 1945, doi:10.2307/1907187; Kendall 1975; Hamed and Rao 1998, doi:10.1016/S0022-1694(97)00125-X;
 * Yue and Wang 2004, doi:10.1023/B:WARM.0000043140.61082.60; Yue et al. 2002, doi:10.1002/hyp.1095
 */
export function mannKendall(
  times: readonly number[],
  values: readonly number[],
  options: TrendOptions = {},
): Trend | Unknown {
  const method = options.method ?? 'original';
  const t: number[] = [];
  let v: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    if (i > 0 && !(times[i]! > times[i - 1]!))
      throw new AftermineError('InvalidInput', 'E-SER-010', { where: `times[${i}]`, got: times[i]! });
    if (!Number.isFinite(values[i]!)) continue;
    t.push(options.time === 'positions' ? v.length : times[i]!);
    v.push(values[i]!);
  }
  if (v.length < MIN_TREND_VALUES)
    return unknown('too-few-years', { have: v.length, need: MIN_TREND_VALUES });
  let at = t;
  if (method === 'pre-whitening') {
    v = whiten(v, autocorrelation(v, 1)[1]!);
    at = t.slice(1);
  } else if (method === 'trend-free-pre-whitening') {
    const { slopePerYear } = theilSen(t, v);
    const detrended = v.map((value, i) => value - slopePerYear * (t[i]! - t[0]! + 1));
    const rest = whiten(detrended, autocorrelation(detrended, 1)[1]!);
    v = rest.map((value, i) => value + slopePerYear * (t[i]! - t[0]! + 1));
    at = t.slice(0, -1);
  }
  const n = v.length;
  const { s, varS: plain } = kendallScore(v);
  const factor = method === 'hamed-rao' || method === 'yue-wang' ? varianceFactor(method, at, v, options) : 1;
  const varS = plain * factor;
  if (!(varS > 0)) return unknown('no-variation', { n });
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(varS);
  return {
    method,
    n,
    s,
    varS,
    z,
    p: normalTwoSidedP(z),
    tau: s / (0.5 * n * (n - 1)),
    ...theilSen(at, v, varS),
  };
}

function whiten(values: readonly number[], r1: number): number[] {
  return values.slice(1).map((value, i) => value - r1 * values[i]!);
}

function varianceFactor(
  method: 'hamed-rao' | 'yue-wang',
  times: readonly number[],
  values: readonly number[],
  options: TrendOptions,
): number {
  const n = values.length;
  const { slopePerYear } = theilSen(times, values);
  const detrended = values.map((value, i) => value - slopePerYear * (times[i]! - times[0]! + 1));
  const lags = Math.min(n - 1, options.lag ?? n - 1);
  let sum = 0;
  if (method === 'yue-wang') {
    const r = autocorrelation(detrended, lags);
    for (let i = 1; i <= lags; i += 1) sum += (1 - i / n) * r[i]!;
    return 1 + 2 * sum;
  }
  const r = autocorrelation(ranks(detrended), lags);
  const limit = normalQuantile(1 - (options.alpha ?? 0.05) / 2) / Math.sqrt(n);
  for (let i = 1; i <= lags; i += 1)
    if (Math.abs(r[i]!) > limit) sum += (n - i) * (n - i - 1) * (n - i - 2) * r[i]!;
  return 1 + (2 / (n * (n - 1) * (n - 2))) * sum;
}
