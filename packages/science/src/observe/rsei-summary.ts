import { AftermineError, type Unknown, unknown } from '../base/index.ts';
import type { RseiRecipe } from './rsei-recipe.ts';
import { countBySimd } from './rsei-stack-simd.ts';

/** Bins of each component's histogram: NDVI is resolved to 0.00003, heat to 0.0034 K. */
export const SUMMARY_BINS = 65_536;

/**
 * What the scaling of components needs to know about a set of pixels. Mergeable: summaries of blocks, years
 * and workers add up to the summary of all, in any order.
 */
export interface ComponentSummary {
  /** Pixels in which every component has a value. */
  readonly count: number;
  /** Per component: counts in `SUMMARY_BINS` equal bins over its declared range; values outside in the end bins. */
  readonly bins: readonly Float64Array[];
  readonly min: Float64Array;
  readonly max: Float64Array;
  /** Sums of (value - middle of the range, as float32) and of its square: the shift keeps them accurate. */
  readonly sum: Float64Array;
  readonly sumOfSquares: Float64Array;
}

/** A mutable summary while pixels are added; `Uint32Array` bins hold 4 thousand million pixels each. */
export interface ComponentCounter {
  count: number;
  readonly bins: readonly (Uint32Array | Float64Array)[];
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly sum: Float64Array;
  readonly sumOfSquares: Float64Array;
}

/** How a component becomes comparable: (value - lo) / (hi - lo), held within 0..1 when `clip`. */
export interface ComponentScaling {
  readonly lo: number;
  readonly hi: number;
  readonly clip: boolean;
}

export type ScalingMethod =
  /** Percentiles, 2 and 98 by default. */
  | { readonly method: 'percentile'; readonly clip?: readonly [low: number, high: number] }
  | { readonly method: 'min-max' }
  /** Mean and standard deviation (divisor n); not held within 0..1. */
  | { readonly method: 'z-score' };

/** A counter with nothing in it. */
export function emptyCounter(recipe: RseiRecipe): ComponentCounter {
  const k = recipe.components.length;
  return {
    count: 0,
    bins: recipe.components.map(() => new Uint32Array(SUMMARY_BINS)),
    min: new Float64Array(k).fill(Infinity),
    max: new Float64Array(k).fill(-Infinity),
    sum: new Float64Array(k),
    sumOfSquares: new Float64Array(k),
  };
}

/** Pixels gathered before their values are counted, so that each component's bins stay in the cache. */
const STRIP = 2048;

/**
 * Adds the pixels of one block: those with `land` = 1 in which every component has a value.
 *
 * @param stack components in the order of the recipe, row-major, NaN = no value
 * @param land 1 = takes part (see `rseiComponents`)
 * @param plain use the plain kernel; for tests
 * @throws Misaligned `E-OBS-103` when lengths differ
 */
export function countComponents(
  counter: ComponentCounter,
  recipe: RseiRecipe,
  stack: readonly Float32Array[],
  land: Uint8Array,
  plain = false,
): void {
  checkStack(recipe, stack, land);
  const ranges = recipe.components.map(({ range }) => range);
  if (!plain && countBySimd(counter, ranges, SUMMARY_BINS, stack, land)) return;
  const chosen = new Uint32Array(STRIP);
  for (let start = 0; start < land.length; start += STRIP) {
    const n = chooseValid(stack, land, start, Math.min(land.length, start + STRIP), chosen);
    counter.count += n;
    for (let c = 0; c < stack.length; c += 1) {
      const [low, high] = recipe.components[c]!.range;
      countOne(counter, c, stack[c]!, chosen, n, low, high);
    }
  }
}

function countOne(
  counter: ComponentCounter,
  c: number,
  values: Float32Array,
  chosen: Uint32Array,
  n: number,
  low: number,
  high: number,
): void {
  const bins = counter.bins[c]!;
  const f = Math.fround;
  const first = f(low);
  const scale = f(SUMMARY_BINS / (high - low));
  const middle = f((low + high) / 2);
  let min = counter.min[c]!;
  let max = counter.max[c]!;
  let sum = 0;
  let squares = 0;
  for (let p = 0; p < n; p += 1) {
    const value = values[chosen[p]!]!;
    if (value < min) min = value;
    if (value > max) max = value;
    const shifted = f(value - middle);
    sum += shifted;
    squares += shifted * shifted;
    const bin = Math.max(0, Math.min(SUMMARY_BINS - 1, Math.trunc(f(f(value - first) * scale))));
    bins[bin] = bins[bin]! + 1;
  }
  counter.min[c] = min;
  counter.max[c] = max;
  counter.sum[c] = counter.sum[c]! + sum;
  counter.sumOfSquares[c] = counter.sumOfSquares[c]! + squares;
}

/** Writes the positions of the pixels that take part into `chosen`; returns how many. */
export function chooseValid(
  stack: readonly Float32Array[],
  land: Uint8Array,
  start: number,
  end: number,
  chosen: Uint32Array,
): number {
  let n = 0;
  for (let i = start; i < end; i += 1) {
    chosen[n] = i;
    n += land[i] === 1 ? 1 : 0;
  }
  for (const values of stack) {
    let kept = 0;
    for (let p = 0; p < n; p += 1) {
      const at = chosen[p]!;
      const value = values[at]!;
      chosen[kept] = at;
      // also drops infinities, which no kernel of ours makes but a custom component may
      kept += value - value === 0 ? 1 : 0;
    }
    n = kept;
  }
  return n;
}

/** @throws Misaligned `E-OBS-103` when a component is missing or lengths differ */
export function checkStack(recipe: RseiRecipe, stack: readonly Float32Array[], land: Uint8Array): void {
  const ids = recipe.components.map((entry) => entry.id);
  if (stack.length !== ids.length || stack.some((values) => values.length !== land.length)) {
    throw new AftermineError('Misaligned', 'E-OBS-103', {
      where: `rsei components ${ids.join(', ')}`,
      expected: `${ids.length} x ${land.length}`,
      got: `${stack.length} x ${stack.map((values) => values.length).join('/')}`,
    });
  }
}

/** The summary of several sets of pixels together. */
export function mergeSummaries(
  recipe: RseiRecipe,
  parts: readonly (ComponentSummary | ComponentCounter)[],
): ComponentSummary {
  const total = {
    ...emptyCounter(recipe),
    bins: recipe.components.map(() => new Float64Array(SUMMARY_BINS)),
  };
  for (const part of parts) {
    total.count += part.count;
    for (let c = 0; c < recipe.components.length; c += 1) {
      total.min[c] = Math.min(total.min[c]!, part.min[c]!);
      total.max[c] = Math.max(total.max[c]!, part.max[c]!);
      total.sum[c] = total.sum[c]! + part.sum[c]!;
      total.sumOfSquares[c] = total.sumOfSquares[c]! + part.sumOfSquares[c]!;
      const into = total.bins[c]!;
      const from = part.bins[c]!;
      for (let b = 0; b < SUMMARY_BINS; b += 1) into[b] = into[b]! + from[b]!;
    }
  }
  return total;
}

/**
 * Percentile of one component by linear interpolation between order statistics (Hyndman and Fan type 7, as numpy
 * does), each order statistic placed evenly within its bin; exact to one bin (range / 65536).
 *
 * @param percent 0..100
 * @returns NaN for an empty summary
 */
export function summaryPercentile(
  recipe: RseiRecipe,
  summary: ComponentSummary | ComponentCounter,
  component: number,
  percent: number,
): number {
  if (summary.count === 0) return NaN;
  const position = (percent / 100) * (summary.count - 1);
  const rank = Math.floor(position);
  const value = orderStatistic(recipe, summary, component, rank);
  if (position === rank) return value;
  return value + (position - rank) * (orderStatistic(recipe, summary, component, rank + 1) - value);
}

/** The value of rank `rank` (0 = least): its bin, and its share of the pixels in that bin. */
function orderStatistic(
  recipe: RseiRecipe,
  summary: ComponentSummary | ComponentCounter,
  component: number,
  rank: number,
): number {
  const min = summary.min[component]!;
  const max = summary.max[component]!;
  if (rank <= 0) return min;
  if (rank >= summary.count - 1) return max;
  const [low, high] = recipe.components[component]!.range;
  const bins = summary.bins[component]!;
  let below = 0;
  let bin = 0;
  while (bin < SUMMARY_BINS - 1 && below + bins[bin]! <= rank) {
    below += bins[bin]!;
    bin += 1;
  }
  const value = low + ((bin + (rank - below + 0.5) / bins[bin]!) * (high - low)) / SUMMARY_BINS;
  return Math.min(max, Math.max(min, value));
}

/**
 * The scaling of every component from the pooled summary (or from that of one scene, in per-scene mode).
 *
 * @returns one scaling per component, or unknown `rsei-no-pixels`, or `rsei-constant-component` naming one
 * whose low and high ends coincide
 */
export function fitScaling(
  recipe: RseiRecipe,
  summary: ComponentSummary | ComponentCounter,
  how: ScalingMethod = { method: 'percentile' },
): readonly ComponentScaling[] | Unknown {
  const n = summary.count;
  if (n < 2) return unknown('rsei-no-pixels', { count: n });
  const scaling: ComponentScaling[] = [];
  for (let c = 0; c < recipe.components.length; c += 1) {
    const { id, range } = recipe.components[c]!;
    let lo = summary.min[c]!;
    let hi = summary.max[c]!;
    if (how.method === 'percentile') {
      const [low, high] = how.clip ?? [2, 98];
      lo = summaryPercentile(recipe, summary, c, low);
      hi = summaryPercentile(recipe, summary, c, high);
    } else if (how.method === 'z-score') {
      const shifted = summary.sum[c]! / n;
      const variance = Math.max(0, summary.sumOfSquares[c]! / n - shifted * shifted);
      lo = Math.fround((range[0] + range[1]) / 2) + shifted;
      hi = lo + Math.sqrt(variance);
    }
    if (!(hi - lo > 1e-9 * (range[1] - range[0])))
      return unknown('rsei-constant-component', { component: id });
    scaling.push({ lo, hi, clip: how.method !== 'z-score' });
  }
  return scaling;
}
