import { normalQuantile } from '../base/index.ts';

/** A robust line: value = intercept + slopePerYear * year. */
export interface TheilSenLine {
  readonly slopePerYear: number;
  readonly intercept: number;
  /** Confidence interval of the slope; null with fewer pairs than the interval needs. */
  readonly slopeLow: number | null;
  readonly slopeHigh: number | null;
}

/**
 * Theil-Sen slope: the median of the slopes (v_j - v_i) / (t_j - t_i) of all pairs i < j, on TRUE times; the
 * intercept is median(v) - slope * median(t). The interval takes the slopes of rank (N - C) / 2 and
 * (N + C) / 2 + 1, C = z sqrt(Var S), of the N pairs.
 *
 * @param times strictly ascending; values of the same length, all finite
 * @param varS variance of the Mann-Kendall S, for the interval
 * @param confidence 0.95 by default
 * @source Sen 1968, doi:10.1080/01621459.1968.10480934; interval: Gilbert 1987, Statistical Methods for Environmental Pollution Monitoring, 16.4.2
 */
export function theilSen(
  times: readonly number[],
  values: readonly number[],
  varS: number | null = null,
  confidence = 0.95,
): TheilSenLine {
  const slopes = pairSlopes(times, values);
  const slopePerYear = medianOf(slopes);
  const intercept = medianOf([...values]) - slopePerYear * medianOf([...times]);
  if (varS === null || slopes.length < 6) return { slopePerYear, intercept, slopeLow: null, slopeHigh: null };
  const sorted = Float64Array.from(slopes).sort();
  const reach = normalQuantile(0.5 + confidence / 2) * Math.sqrt(varS);
  const low = Math.max(0, Math.round((sorted.length - reach) / 2) - 1);
  const high = Math.min(sorted.length - 1, Math.round((sorted.length + reach) / 2));
  return { slopePerYear, intercept, slopeLow: sorted[low]!, slopeHigh: sorted[high]! };
}

/** Slopes of all pairs. */
export function pairSlopes(times: readonly number[], values: readonly number[]): number[] {
  const slopes: number[] = [];
  for (let i = 0; i < values.length - 1; i += 1) {
    for (let j = i + 1; j < values.length; j += 1)
      slopes.push((values[j]! - values[i]!) / (times[j]! - times[i]!));
  }
  return slopes;
}

/** Median; the mean of the two middle values when their number is even. Sorts the array given. */
export function medianOf(values: number[]): number {
  values.sort((a, b) => a - b);
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
}
