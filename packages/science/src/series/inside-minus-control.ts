import { normalQuantile, type Unknown, unknown } from '../base/index.ts';
import type { YearlyValues } from './recovery-metrics.ts';

/** Inside minus control of one year; the band is that of the quartiles inside against the control's middle. */
export interface YearDifference {
  readonly year: number;
  readonly gap: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Inside minus control per year, over the years in which both were seen: weather moves both alike and falls out.
 *
 * @param inside with quartiles, where known; @param control undisturbed land under the same weather
 */
export function insideMinusControl(inside: YearlyValues, control: YearlyValues): YearDifference[] {
  const other = new Map(control.years.map((year, i) => [year, control.values[i]!]));
  return inside.years.flatMap((year, i) => {
    const value = inside.values[i]!;
    const reference = other.get(year);
    if (reference === undefined || !Number.isFinite(reference) || !Number.isFinite(value)) return [];
    const band = (bound: number | undefined): number =>
      (bound === undefined || !Number.isFinite(bound) ? value : bound) - reference;
    return [{ year, gap: value - reference, low: band(inside.low?.[i]), high: band(inside.high?.[i]) }];
  });
}

/** Difference in difference: how far the gap moved between two periods. */
export interface DifferenceInDifference {
  /** mean gap in `after` minus mean gap in `before`. */
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  readonly yearsBefore: number;
  readonly yearsAfter: number;
}

/**
 * Difference in difference: effect = mean gap (years >= `from`) - mean gap (years < `from`), with the 95 % interval
 * of two means, +-1.96 sqrt(var / n + var' / n').
 *
 * @returns unknown `too-few-years` with fewer than 3 years on either side
 */
export function differenceInDifference(
  gaps: readonly YearDifference[],
  from: number,
): DifferenceInDifference | Unknown {
  const before = gaps.filter(({ year }) => year < from).map(({ gap }) => gap);
  const after = gaps.filter(({ year }) => year >= from).map(({ gap }) => gap);
  const need = 3;
  if (before.length < need || after.length < need)
    return unknown('too-few-years', { have: Math.min(before.length, after.length), need });
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const varianceOfMean = (values: readonly number[]): number => {
    const m = mean(values);
    return values.reduce((sum, value) => sum + (value - m) ** 2, 0) / (values.length - 1) / values.length;
  };
  const effect = mean(after) - mean(before);
  const reach = normalQuantile(0.975) * Math.sqrt(varianceOfMean(before) + varianceOfMean(after));
  return {
    effect,
    low: effect - reach,
    high: effect + reach,
    yearsBefore: before.length,
    yearsAfter: after.length,
  };
}
