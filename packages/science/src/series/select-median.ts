/** Below this many values, sorting them into bins first costs more than it saves. */
const FEW = 64;
const BINS = 256;

/** Room for medians of up to `capacity` values, made once and used for every pixel of a block. */
export class MedianWorkspace {
  readonly #bins: Uint8Array;
  readonly #kept: Float64Array;
  readonly #counts = new Uint32Array(BINS);

  constructor(capacity: number) {
    this.#bins = new Uint8Array(capacity);
    this.#kept = new Float64Array(capacity);
  }

  /**
   * Median of the first `n` values, the mean of the two middle ones for an even count; the values may be reordered.
   *
   * One pass counts the values in 256 bins between the ends of a sample, a second keeps the bins that hold the
   * middle ranks, and `selectMiddle` answers from the few that are left. Binning is monotone, so the answer is exact
   * whatever the sample. Neither pass has a branch that depends on the values, which is what selection spends its
   * time on otherwise. No allocation.
   *
   * @param values all finite; @param n at least 1, at most the capacity
   */
  median(values: Float64Array, n: number): number {
    if (n < FEW) return medianInPlace(values, n);
    const step = n >> 4;
    let low = values[0]!;
    let high = low;
    for (let i = step; i < n; i += step) {
      low = Math.min(low, values[i]!);
      high = Math.max(high, values[i]!);
    }
    const scale = BINS / (high - low);
    // Equal or nearly equal values, or slopes beyond what a number holds.
    if (!(scale > 0 && scale < Infinity)) return medianInPlace(values, n);
    const bins = this.#bins;
    const counts = this.#counts;
    const kept = this.#kept;
    counts.fill(0);
    for (let i = 0; i < n; i += 1) {
      const bin = Math.min(Math.max((values[i]! - low) * scale, 0), BINS - 1) | 0;
      bins[i] = bin;
      counts[bin] = counts[bin]! + 1;
    }
    const upper = n >> 1;
    const lower = n % 2 === 1 ? upper : upper - 1;
    let first = 0;
    let below = 0;
    while (below + counts[first]! <= lower) {
      below += counts[first]!;
      first += 1;
    }
    let last = first;
    let through = below + counts[first]!;
    while (through <= upper) {
      last += 1;
      through += counts[last]!;
    }
    let m = 0;
    for (let i = 0; i < n; i += 1) {
      const bin = bins[i]!;
      kept[m] = values[i]!;
      m += (+(bin >= first) | 0) & (+(bin <= last) | 0);
    }
    return selectMiddle(kept, m, upper - below, n % 2 === 1);
  }
}

/** Median of the first `n` values, which are reordered. No allocation. */
export function medianInPlace(values: Float64Array, n: number): number {
  return selectMiddle(values, n, n >> 1, n % 2 === 1);
}

/**
 * The value of rank `k` (from 0) of the first `n` values, which are reordered, or the mean of the ranks k - 1 and k
 * when `odd` is false: Hoare's selection with the median of three as pivot, then the greatest of the lower part.
 */
function selectMiddle(values: Float64Array, n: number, k: number, odd: boolean): number {
  let left = 0;
  let right = n - 1;
  while (right > left) {
    const middle = (left + right) >> 1;
    const a = values[left]!;
    const b = values[middle]!;
    const c = values[right]!;
    const pivot = a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i += 1;
      while (values[j]! > pivot) j -= 1;
      if (i <= j) {
        const swap = values[i]!;
        values[i] = values[j]!;
        values[j] = swap;
        i += 1;
        j -= 1;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  const upper = values[k]!;
  if (odd) return upper;
  let lower = values[0]!;
  for (let i = 1; i < k; i += 1) if (values[i]! > lower) lower = values[i]!;
  return (lower + upper) / 2;
}
