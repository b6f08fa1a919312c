import type { Coverage } from './coverage.ts';
import type { Samples } from './grid.ts';

/** What the pixels of one polygon say; the four numbers are null together, where no pixel had a value. */
export interface ZonalStatistics {
  readonly mean: number | null;
  readonly median: number | null;
  readonly p25: number | null;
  readonly p75: number | null;
  /** Covered area with a value over covered area of land, 0..1; 0 where there is no land. */
  readonly validShare: number;
  /** Pixels whose centre lies inside, land or not, seen or not. */
  readonly pixelCount: number;
  /** Of these, land pixels with a value. */
  readonly validCount: number;
}

/**
 * Mean, quartiles and counts of the pixels of a polygon. Every pixel weighs by the share of it that the
 * polygon covers; counts go by pixel centres.
 *
 * mean = sum(w v) / sum(w). The p-quantile is the smallest v whose cumulated weight exceeds p sum(w); where
 * the cumulated weight equals p sum(w) exactly it is the mean of v and the next value (with equal weights:
 * type 2 of Hyndman and Fan, the usual median).
 *
 * @param values one sample per pixel of the grid that `zone` was computed on, row by row
 * @param width columns of that grid
 * @param nodata sample that means "no value", beside NaN; null where there is none
 * @param zone from `coverage`
 * @param leftOut 1 for pixels that are no land (water), laid out as `values`; they count in `pixelCount` only
 * @source Hyndman and Fan (1996), doi:10.1080/00031305.1996.10473566
 */
export function zonalStatistics(
  values: Samples,
  width: number,
  nodata: number | null,
  zone: Coverage,
  leftOut?: Uint8Array,
): ZonalStatistics {
  const { window, share, inside } = zone;
  const found = new Float64Array(share.length);
  const weights = new Float64Array(share.length);
  let [n, landWeight, weight, sum, pixelCount, validCount] = [0, 0, 0, 0, 0, 0];
  for (let r = 0; r < window.height; r += 1) {
    const from = (window.row + r) * width + window.col;
    for (let c = 0; c < window.width; c += 1) {
      const at = r * window.width + c;
      const w = share[at]!;
      const centre = inside[at]!;
      pixelCount += centre;
      if (leftOut !== undefined && leftOut[from + c] === 1) continue;
      landWeight += w;
      const value = values[from + c]!;
      if (value === nodata || Number.isNaN(value)) continue;
      validCount += centre;
      if (w === 0) continue;
      weight += w;
      sum += w * value;
      found[n] = value;
      weights[n] = w;
      n += 1;
    }
  }
  const counts = { validShare: landWeight > 0 ? weight / landWeight : 0, pixelCount, validCount };
  if (n === 0) return { mean: null, median: null, p25: null, p75: null, ...counts };
  const order = new Uint32Array(n).map((_, i) => i).sort((a, b) => found[a]! - found[b]!);
  const sorted = Float64Array.from(order, (i) => found[i]!);
  const sortedWeights = Float64Array.from(order, (i) => weights[i]!);
  const [p25, median, p75] = weightedQuantiles(sorted, sortedWeights, [0.25, 0.5, 0.75]) as [
    number,
    number,
    number,
  ];
  return { mean: sum / weight, median, p25, p75, ...counts };
}

/**
 * Quantiles of weighted values, defined as in `zonalStatistics`.
 *
 * @param sorted values in ascending order, at least one
 * @param weights positive, in the same order; whole numbers make ties exact
 * @param probabilities ascending, each in (0, 1)
 */
export function weightedQuantiles(
  sorted: Float64Array | Int32Array,
  weights: Float64Array,
  probabilities: readonly number[],
): number[] {
  let total = 0;
  for (let i = 0; i < weights.length; i += 1) total += weights[i]!;
  const last = sorted.length - 1;
  let i = 0;
  let below = weights[0]!;
  return probabilities.map((p) => {
    const target = p * total;
    while (below < target && i < last) {
      i += 1;
      below += weights[i]!;
    }
    return below === target && i < last ? (sorted[i]! + sorted[i + 1]!) / 2 : sorted[i]!;
  });
}
