import { type Unknown, unknown } from '../base/index.ts';

/** A threshold and how well it parts the two classes. */
export interface OtsuThreshold {
  readonly threshold: number;
  /** Between-class variance over total variance, 0..1; below some 0.7 the histogram is hardly bimodal. */
  readonly separability: number;
}

/**
 * Otsu's threshold of a histogram: the bin edge that maximises the between-class variance
 * w0 w1 (mean0 - mean1)^2. Ties (an empty stretch between the classes) go to the middle of the stretch.
 *
 * @param counts pixels per bin, equal bins from `low` to `high`; histograms of tiles may be added first
 * @returns the threshold in the units of `low`/`high`, or unknown `otsu-one-class` when all pixels share a bin
 * @source Otsu 1979, doi:10.1109/TSMC.1979.4310076
 */
export function otsuThreshold(counts: ArrayLike<number>, low: number, high: number): OtsuThreshold | Unknown {
  const bins = counts.length;
  let total = 0;
  let sum = 0;
  let squares = 0;
  for (let b = 0; b < bins; b += 1) {
    const count = counts[b]!;
    total += count;
    sum += b * count;
    squares += b * b * count;
  }
  const variance = total === 0 ? 0 : squares / total - (sum / total) ** 2;
  if (!(variance > 1e-12)) return unknown('otsu-one-class');
  let below = 0;
  let belowSum = 0;
  let best = -1;
  let first = 0;
  let last = 0;
  for (let b = 0; b < bins - 1; b += 1) {
    below += counts[b]!;
    belowSum += b * counts[b]!;
    if (below === 0 || below === total) continue;
    const gap = belowSum / below - (sum - belowSum) / (total - below);
    const between = (below / total) * ((total - below) / total) * gap * gap;
    if (between > best) {
      best = between;
      first = b;
      last = b;
    } else if (between === best) {
      last = b;
    }
  }
  const edge = (first + last) / 2 + 1;
  return { threshold: low + (edge * (high - low)) / bins, separability: best / variance };
}

/**
 * Counts values into equal bins from `low` to `high`, for `otsuThreshold`; NaN and values outside are left out.
 *
 * @param counts receives the counts (added to what is there)
 */
export function countInto(counts: Float64Array, values: Float32Array, low: number, high: number): void {
  const bins = counts.length;
  const scale = bins / (high - low);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (!(value >= low && value <= high)) continue;
    const bin = Math.min(bins - 1, Math.floor((value - low) * scale));
    counts[bin] = counts[bin]! + 1;
  }
}
