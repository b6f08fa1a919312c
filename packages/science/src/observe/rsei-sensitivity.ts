import { principalComponent, type RseiModel } from './rsei-fit.ts';
import {
  addMoments,
  componentCount,
  emptyMoments,
  momentCovariance,
  type RseiMoments,
} from './rsei-moments.ts';
import type { RseiRecipe } from './rsei-recipe.ts';

/** Loadings of one refit, by component id. */
export type LoadingsById = Readonly<Record<string, number>>;

/** How much the index depends on which years, which land and which weights were used. */
export interface RseiSensitivity {
  readonly leaveOneYearOut: readonly {
    readonly year: number;
    readonly loadings: LoadingsById;
    readonly share: number;
  }[];
  /** 5th and 95th percentile of each loading over draws of blocks; empty with fewer than `MIN_BLOCKS` blocks. */
  readonly bootstrap: Readonly<Record<string, { readonly p05: number; readonly p95: number }>>;
  /** See `equalWeightsCorrelation`; null where undefined. */
  readonly equalWeightsCorrelation: number | null;
}

/** Blocks with pixels below which drawing blocks says nothing. */
export const MIN_BLOCKS = 5;

/**
 * Loadings without each year in turn. The scaling stays that of all years (components keep their meaning);
 * only the axis is fitted anew. With fewer than two years there is nothing to leave out: an empty list.
 *
 * @param byYear moments of each year over all blocks
 */
export function leaveOneYearOut(
  recipe: RseiRecipe,
  byYear: ReadonlyMap<number, RseiMoments>,
): RseiSensitivity['leaveOneYearOut'] {
  const k = recipe.components.length;
  const out: { year: number; loadings: LoadingsById; share: number }[] = [];
  for (const year of [...byYear.keys()].sort((a, b) => a - b)) {
    // summed anew rather than subtracted: the same figures to the last bit in any order of years
    const rest = emptyMoments(k);
    for (const [other, moments] of [...byYear].sort(([a], [b]) => a - b))
      if (other !== year) addMoments(rest, moments);
    const axis = principalComponent(recipe, rest);
    if ('kind' in axis) continue;
    out.push({ year, loadings: byId(recipe, axis.loadings), share: axis.share });
  }
  return out;
}

/**
 * Spread of the loadings over bootstrap draws of blocks: blocks are drawn with replacement, as many as there are,
 * because neighbouring pixels are not independent. The scaling stays fixed.
 *
 * @param blocks moments of each block over all years
 * @param random seeded generator of numbers in [0, 1)
 * @param draws 200 by default
 * @source Efron and Tibshirani 1993, An Introduction to the Bootstrap; Lahiri 2003 for blocks
 */
export function bootstrapLoadings(
  recipe: RseiRecipe,
  blocks: readonly RseiMoments[],
  random: () => number,
  draws = 200,
): RseiSensitivity['bootstrap'] {
  const filled = blocks.filter((moments) => moments[0]! > 0);
  if (filled.length < MIN_BLOCKS) return {};
  const k = recipe.components.length;
  const seen: number[][] = Array.from({ length: k }, () => []);
  for (let draw = 0; draw < draws; draw += 1) {
    const sum = emptyMoments(k);
    for (let b = 0; b < filled.length; b += 1) addMoments(sum, filled[Math.floor(random() * filled.length)]!);
    const axis = principalComponent(recipe, sum);
    if ('kind' in axis) continue;
    axis.loadings.forEach((value, c) => {
      seen[c]!.push(value);
    });
  }
  if (seen[0]!.length === 0) return {};
  return Object.fromEntries(
    recipe.components.map(({ id }, c) => {
      const sorted = seen[c]!.sort((a, b) => a - b);
      return [id, { p05: percentile(sorted, 5), p95: percentile(sorted, 95) }];
    }),
  );
}

/** Type 7 percentile of sorted values. */
function percentile(sorted: readonly number[], percent: number): number {
  const position = (percent / 100) * (sorted.length - 1);
  const low = Math.floor(position);
  const high = Math.min(sorted.length - 1, low + 1);
  return sorted[low]! + (position - low) * (sorted[high]! - sorted[low]!);
}

/**
 * Correlation over pixels of the index with its plainest alternative, the mean of the oriented components
 * (x for sign +1, 1 - x for -1). From moments alone: corr(w.x, e.x) = w'Ce / sqrt(w'Cw e'Ce), e = signs / k.
 *
 * @returns -1..1, or null when either has no variance
 */
export function equalWeightsCorrelation(model: RseiModel, moments: RseiMoments): number | null {
  const k = componentCount(moments);
  if (moments[0]! < 2) return null;
  const covariance = momentCovariance(moments);
  const equal = model.recipe.components.map(({ sign }) => sign / k);
  const form = (a: readonly number[], b: readonly number[]): number => {
    let sum = 0;
    for (let i = 0; i < k; i += 1)
      for (let j = 0; j < k; j += 1) sum += a[i]! * covariance[i * k + j]! * b[j]!;
    return sum;
  };
  const variances = form(model.loadings, model.loadings) * form(equal, equal);
  if (!(variances > 1e-24)) return null;
  return Math.max(-1, Math.min(1, form(model.loadings, equal) / Math.sqrt(variances)));
}

/**
 * The equal-weight alternative of one block: mean of the oriented scaled components.
 *
 * @returns 0..1; NaN outside land and where a component is missing
 */
export function equalWeightIndex(
  model: RseiModel,
  stack: readonly Float32Array[],
  land: Uint8Array,
): Float32Array {
  const k = stack.length;
  const out = new Float32Array(land.length);
  for (let i = 0; i < out.length; i += 1) {
    let sum = 0;
    for (let c = 0; c < k; c += 1) {
      const { lo, hi, clip } = model.scaling[c]!;
      const x = (stack[c]![i]! - lo) / (hi - lo);
      const scaled = clip ? (x < 0 ? 0 : x > 1 ? 1 : x) : x;
      sum += model.recipe.components[c]!.sign === 1 ? scaled : 1 - scaled;
    }
    out[i] = land[i] === 1 ? sum / k : NaN;
  }
  return out;
}

/**
 * All three at once.
 *
 * @param byYear moments of each year over all blocks
 * @param blocks moments of each block (or finer cell) over all years
 */
export function rseiSensitivity(
  model: RseiModel,
  byYear: ReadonlyMap<number, RseiMoments>,
  blocks: readonly RseiMoments[],
  random: () => number,
  draws = 200,
): RseiSensitivity {
  const all = emptyMoments(model.recipe.components.length);
  for (const moments of blocks) addMoments(all, moments);
  return {
    leaveOneYearOut: leaveOneYearOut(model.recipe, byYear),
    bootstrap: bootstrapLoadings(model.recipe, blocks, random, draws),
    equalWeightsCorrelation: equalWeightsCorrelation(model, all),
  };
}

function byId(recipe: RseiRecipe, loadings: readonly number[]): LoadingsById {
  return Object.fromEntries(recipe.components.map(({ id }, c) => [id, loadings[c]!]));
}
