import type { RseiRecipe } from './rsei-recipe.ts';
import { momentsBySimd } from './rsei-stack-simd.ts';
import { type ComponentScaling, checkStack, chooseValid, SUMMARY_BINS } from './rsei-summary.ts';

/**
 * Count, sums and sums of products of the scaled components: [n, k sums, k (k + 1) / 2 products (row by row of the
 * upper triangle)]. Plain additive numbers: moments of blocks, years and draws are added or subtracted freely.
 * Scaled components lie about 0..1, so plain sums lose nothing.
 */
export type RseiMoments = Float64Array;

/** Moments of no pixels, for `k` components. */
export function emptyMoments(k: number): RseiMoments {
  return new Float64Array(1 + k + (k * (k + 1)) / 2);
}

/** Adds `weight` times the moments of `part`. */
export function addMoments(into: RseiMoments, part: RseiMoments, weight = 1): RseiMoments {
  for (let m = 0; m < into.length; m += 1) into[m] = into[m]! + weight * part[m]!;
  return into;
}

/** Number of components the moments are of. */
export function componentCount(moments: RseiMoments): number {
  return Math.round((Math.sqrt(8 * moments.length + 1) - 3) / 2);
}

/** Part of a row-major block. */
export interface BlockPart {
  /** Width of the whole block. */
  readonly stride: number;
  readonly col: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

const STRIP = 2048;

/**
 * Moments of the scaled components of one block, over pixels with `land` = 1 in which every component has a
 * value. Call it per year and per block, and keep the results apart: leave-one-year-out and the bootstrap over
 * blocks then need no further pass over pixels.
 *
 * @param stack components in the order of the recipe, row-major, NaN = no value
 * @param part only this rectangle of the block (smaller cells give the bootstrap more to draw from)
 * @param plain use the plain kernel; for tests
 * @throws Misaligned `E-OBS-103` when lengths differ
 */
export function componentMoments(
  recipe: RseiRecipe,
  stack: readonly Float32Array[],
  land: Uint8Array,
  scaling: readonly ComponentScaling[],
  part?: BlockPart,
  plain = false,
): RseiMoments {
  checkStack(recipe, stack, land);
  const k = stack.length;
  const moments = emptyMoments(k);
  const runs = part === undefined ? [[0, land.length] as const] : rowRuns(part);
  if (!plain && momentsBySimd(moments, SUMMARY_BINS, stack, land, scaling, runs)) return moments;
  const chosen = new Uint32Array(STRIP);
  const scaled = Array.from({ length: k }, () => new Float64Array(STRIP));
  for (const [from, to] of runs) {
    for (let start = from; start < to; start += STRIP) {
      addStrip(moments, stack, land, scaling, start, Math.min(to, start + STRIP), chosen, scaled);
    }
  }
  return moments;
}

/** First and last-plus-one pixel of every row of a part. */
function rowRuns({ stride, col, row, width, height }: BlockPart): (readonly [number, number])[] {
  return Array.from({ length: height }, (_, r) => {
    const from = (row + r) * stride + col;
    return [from, from + width] as const;
  });
}

function addStrip(
  moments: RseiMoments,
  stack: readonly Float32Array[],
  land: Uint8Array,
  scaling: readonly ComponentScaling[],
  start: number,
  end: number,
  chosen: Uint32Array,
  scaled: readonly Float64Array[],
): void {
  const k = stack.length;
  const n = chooseValid(stack, land, start, end, chosen);
  moments[0] = moments[0]! + n;
  for (let c = 0; c < k; c += 1) {
    moments[1 + c] = moments[1 + c]! + scaleInto(scaled[c]!, stack[c]!, chosen, n, scaling[c]!);
  }
  let at = 1 + k;
  for (let a = 0; a < k; a += 1) {
    for (let b = a; b < k; b += 1) {
      moments[at] = moments[at]! + dot(scaled[a]!, scaled[b]!, n);
      at += 1;
    }
  }
}

/** Writes the scaled values of the chosen pixels; returns their sum. */
function scaleInto(
  out: Float64Array,
  values: Float32Array,
  chosen: Uint32Array,
  n: number,
  { lo, hi, clip }: ComponentScaling,
): number {
  const f = Math.fround;
  const inverse = f(1 / (hi - lo));
  const first = f(lo);
  const floor = clip ? 0 : -Infinity;
  const ceiling = clip ? 1 : Infinity;
  let sum = 0;
  for (let p = 0; p < n; p += 1) {
    let value = f(f(values[chosen[p]!]! - first) * inverse);
    value = value < floor ? floor : value > ceiling ? ceiling : value;
    out[p] = value;
    sum += value;
  }
  return sum;
}

function dot(a: Float64Array, b: Float64Array, n: number): number {
  let sum = 0;
  for (let p = 0; p < n; p += 1) sum += a[p]! * b[p]!;
  return sum;
}

/** Means of the scaled components. */
export function momentMeans(moments: RseiMoments): number[] {
  const k = componentCount(moments);
  return Array.from({ length: k }, (_, c) => moments[1 + c]! / moments[0]!);
}

/** Covariance matrix (divisor n - 1) of the scaled components, full and symmetric, row-major k x k. */
export function momentCovariance(moments: RseiMoments): Float64Array {
  const k = componentCount(moments);
  const n = moments[0]!;
  const matrix = new Float64Array(k * k);
  let at = 1 + k;
  for (let a = 0; a < k; a += 1) {
    for (let b = a; b < k; b += 1) {
      const value = (moments[at]! - (moments[1 + a]! * moments[1 + b]!) / n) / (n - 1);
      matrix[a * k + b] = value;
      matrix[b * k + a] = value;
      at += 1;
    }
  }
  return matrix;
}
