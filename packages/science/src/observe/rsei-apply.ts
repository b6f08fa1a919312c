import type { RseiModel } from './rsei-fit.ts';
import { projectBySimd } from './rsei-stack-simd.ts';
import { checkStack, SUMMARY_BINS } from './rsei-summary.ts';

/** PC1 values that become index 0 and index 1. */
export interface PcRange {
  readonly lo: number;
  readonly hi: number;
}

/** The range of no pixels: merging it with any other gives the other. */
export const EMPTY_RANGE: PcRange = { lo: Infinity, hi: -Infinity };

/** The range of two sets of pixels together. */
export function mergeRanges(a: PcRange, b: PcRange): PcRange {
  return { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) };
}

/**
 * PC1 of every pixel: sum over components of loading * scaled component (the mean is not subtracted; it would
 * move all values alike and the rescaling takes it away again).
 *
 * @param stack components in the order of the recipe, row-major, NaN = no value
 * @param land 1 = takes part
 * @param plain use the plain kernel; for tests
 * @returns NaN where `land` is not 1 or a component is missing; and the range met
 * @throws Misaligned `E-OBS-103` when lengths differ
 */
export function projectRsei(
  model: RseiModel,
  stack: readonly Float32Array[],
  land: Uint8Array,
  out: Float32Array = new Float32Array(land.length),
  plain = false,
): { values: Float32Array; range: PcRange } {
  checkStack(model.recipe, stack, land);
  const range =
    (plain ? null : projectBySimd(out, SUMMARY_BINS, stack, land, model.scaling, model.loadings)) ??
    projectPlain(model, stack, land, out);
  return { values: out, range };
}

/** The plain form of the kernel: equal to the SIMD form to the last bit; every operation rounded to float32. */
function projectPlain(
  model: RseiModel,
  stack: readonly Float32Array[],
  land: Uint8Array,
  out: Float32Array,
): PcRange {
  for (let i = 0; i < out.length; i += 1) out[i] = land[i] === 1 ? 0 : NaN;
  stack.forEach((values, c) => {
    const { lo, hi, clip } = model.scaling[c]!;
    const f = Math.fround;
    const first = f(lo);
    const inverse = f(1 / (hi - lo));
    const weight = f(model.loadings[c]!);
    const floor = clip ? 0 : -Infinity;
    const ceiling = clip ? 1 : Infinity;
    for (let i = 0; i < out.length; i += 1) {
      const x = f(f(values[i]! - first) * inverse);
      out[i] = out[i]! + f(weight * (x < floor ? floor : x > ceiling ? ceiling : x));
    }
  });
  let lo = Infinity;
  let hi = -Infinity;
  for (let i = 0; i < out.length; i += 1) {
    const value = out[i]!;
    if (value < lo) lo = value;
    if (value > hi) hi = value;
  }
  return { lo, hi };
}

/**
 * Rescales PC1 in place to the index: (PC1 - lo) / (hi - lo), held within 0..1.
 *
 * @param range of all pixels the model is applied to; a range without extent gives NaN everywhere
 */
export function rescaleRsei(values: Float32Array, range: PcRange): Float32Array {
  const inverse = 1 / (range.hi - range.lo);
  if (!(range.hi > range.lo)) return values.fill(NaN);
  const lo = range.lo;
  for (let i = 0; i < values.length; i += 1) {
    const value = (values[i]! - lo) * inverse;
    values[i] = value < 0 ? 0 : value > 1 ? 1 : value;
  }
  return values;
}

/**
 * The ecological index of one block: PC1 of the model, rescaled.
 *
 * @param range from `projectRsei` over every block and year, merged
 * @returns 0..1; NaN outside land and where a component is missing
 */
export function applyRsei(
  model: RseiModel,
  range: PcRange,
  stack: readonly Float32Array[],
  land: Uint8Array,
  out?: Float32Array,
): Float32Array {
  return rescaleRsei(projectRsei(model, stack, land, out).values, range);
}

/** Upper ends of the first four grades; each grade holds its lower end. */
export const RSEI_GRADE_LIMITS = [0.2, 0.4, 0.6, 0.8] as const;
/** Catalogue keys `rsei-grade.*`, worst first. */
export const RSEI_GRADES = ['poor', 'fair', 'moderate', 'good', 'excellent'] as const;
export type RseiGrade = (typeof RSEI_GRADES)[number];

/** The grade of an index value 0..1. */
export function rseiGrade(value: number): RseiGrade {
  let grade = 0;
  while (grade < 4 && value >= RSEI_GRADE_LIMITS[grade]!) grade += 1;
  return RSEI_GRADES[grade]!;
}

/** Pixels per grade, worst first; NaN is not counted. Counts of blocks add up. */
export function countGrades(rsei: Float32Array, into: Float64Array = new Float64Array(5)): Float64Array {
  for (let i = 0; i < rsei.length; i += 1) {
    const value = rsei[i]!;
    if (value >= 0.8) into[4] = into[4]! + 1;
    else if (value >= 0.6) into[3] = into[3]! + 1;
    else if (value >= 0.4) into[2] = into[2]! + 1;
    else if (value >= 0.2) into[1] = into[1]! + 1;
    else if (value >= 0) into[0] = into[0]! + 1;
  }
  return into;
}
