import { AftermineError, normalTwoSidedP } from '../base/index.ts';
import { MIN_TREND_VALUES } from './mann-kendall.ts';
import { MedianWorkspace } from './select-median.ts';

/** Trend of every pixel; NaN where there are fewer than four values. */
export interface TrendBlock {
  /** Theil-Sen slope per year. */
  readonly slope: Float32Array;
  /** Two-sided Mann-Kendall p. */
  readonly p: Float32Array;
  readonly z: Float32Array;
  readonly s: Int32Array;
}

/**
 * Mann-Kendall (original, tie-corrected) and Theil-Sen on true time steps for a block of pixels: the same
 * answers as `mannKendall`, without allocating per pixel. A series that never varies has z 0 and p 1.
 *
 * @param input pixel-interleaved, `input[pixel * years.length + i]`, NaN = missing
 * @param years strictly ascending
 * @throws Misaligned `E-SER-002` when the input is not a whole number of series
 * @source Mann 1945, doi:10.2307/1907187; Sen 1968, doi:10.1080/01621459.1968.10480934
 */
export function trendBlock(input: Float32Array | Float64Array, years: ArrayLike<number>): TrendBlock {
  const length = years.length;
  if (input.length % length !== 0) {
    throw new AftermineError('Misaligned', 'E-SER-002', {
      where: 'input',
      expected: length,
      got: input.length,
    });
  }
  const pixels = input.length / length;
  const slope = new Float32Array(pixels).fill(Number.NaN);
  const p = new Float32Array(pixels).fill(Number.NaN);
  const z = new Float32Array(pixels).fill(Number.NaN);
  const scores = new Int32Array(pixels);
  // Reciprocals of all time steps: a multiplication each instead of a division.
  const reciprocal = new Float64Array(length * length);
  for (let i = 0; i < length; i += 1)
    for (let j = i + 1; j < length; j += 1) reciprocal[i * length + j] = 1 / (years[j]! - years[i]!);
  const values = new Float64Array(length);
  const position = new Int32Array(length);
  const slopes = new Float64Array((length * (length - 1)) / 2);
  const tied = new Float64Array(length);
  const workspace = new MedianWorkspace(slopes.length);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const base = pixel * length;
    let n = 0;
    for (let i = 0; i < length; i += 1) {
      const value = input[base + i]!;
      values[n] = value;
      position[n] = i;
      n += value - value === 0 ? 1 : 0;
    }
    if (n < MIN_TREND_VALUES) continue;
    let s = 0;
    let equal = 0;
    let m = 0;
    for (let i = 0; i < n - 1; i += 1) {
      const value = values[i]!;
      const row = position[i]! * length;
      for (let j = i + 1; j < n; j += 1) {
        const difference = values[j]! - value;
        slopes[m] = difference * reciprocal[row + position[j]!]!;
        m += 1;
        // A truth value made a number costs no branch; on noisy series every second branch is guessed wrong.
        s += +(difference > 0) | 0;
        equal += +(difference === 0) | 0;
      }
    }
    // Falling pairs are those left over: one comparison a pair less.
    s = 2 * s - (m - equal);
    let variance = n * (n - 1) * (2 * n + 5);
    // One or two equal pairs are so many ties of two, 2 (2 - 1) (2 2 + 5) = 18 each; a tie of three has three pairs.
    if (equal > 0) variance -= equal <= 2 ? 18 * equal : tieCorrection(values, n, tied);
    variance /= 18;
    const score = s === 0 || variance <= 0 ? 0 : (s - (s > 0 ? 1 : -1)) / Math.sqrt(variance);
    scores[pixel] = s;
    z[pixel] = score;
    p[pixel] = normalTwoSidedP(score);
    slope[pixel] = workspace.median(slopes, m);
  }
  return { slope, p, z, s: scores };
}

function tieCorrection(values: Float64Array, n: number, sorted: Float64Array): number {
  // Insertion: for some tens of values far cheaper than a call of sort.
  for (let i = 0; i < n; i += 1) {
    const value = values[i]!;
    let at = i;
    while (at > 0 && sorted[at - 1]! > value) {
      sorted[at] = sorted[at - 1]!;
      at -= 1;
    }
    sorted[at] = value;
  }
  let ties = 0;
  for (let i = 0; i < n; ) {
    let t = 1;
    while (i + t < n && sorted[i + t] === sorted[i]) t += 1;
    ties += t * (t - 1) * (2 * t + 5);
    i += t;
  }
  return ties;
}
