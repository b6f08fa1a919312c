import { type CoverTable, coverFactorsBySimd } from './cover-factor-simd.ts';
import { requireLength, requireNamed, requireWithin } from './model-input.ts';

/** Literature range of the cover factor of one kind of ground. */
export interface CoverFactorEntry {
  readonly low: number;
  readonly high: number;
  /** False: the range was not checked against a primary source. */
  readonly verified: false;
}

/** Cover factors by kind of ground, as ranges of the literature; use them where cover was not measured. */
export const COVER_FACTORS = {
  'bare-spoil': { low: 1, high: 1, verified: false },
  'sparse-grass': { low: 0.2, high: 0.45, verified: false },
  grass: { low: 0.01, high: 0.1, verified: false },
  shrub: { low: 0.02, high: 0.1, verified: false },
  forest: { low: 0.001, high: 0.01, verified: false },
  crop: { low: 0.2, high: 0.5, verified: false },
} as const satisfies Readonly<Record<string, CoverFactorEntry>>;

export type CoverKind = keyof typeof COVER_FACTORS;

/** Cover above which the relation gives no erosion, percent. */
const CLOSED_PERCENT = 78.3;

/**
 * Cover factor from vegetation cover f: 1 at f = 0; 0.6508 - 0.3436 lg f to 78.3 %; 0 above. Below 0.1 % the
 * logarithm exceeds 1 and is held there.
 *
 * @param coverPercent 0..100
 * @returns C, 0..1
 * @throws InvalidInput `E-DIA-102`
 * @source Cai et al. 2000, Journal of Soil and Water Conservation (China) 14(2), 19-24 (coefficients not checked against it)
 */
export function coverFactor(coverPercent: number): number {
  return fromCover(requireWithin('coverPercent', coverPercent, 0, 100));
}

/**
 * Cover factor of every cell, as `coverFactor` within 1e-10: the logarithm is that of the nearest of 256 numbers an
 * octave, and a series from there.
 *
 * @param coverPercent 0..100; NaN or outside is no data
 * @param out receives the result; may be the input
 * @returns C, 0..1; NaN for no data
 * @throws Misaligned `E-DIA-101`
 */
export function coverFactorCells(
  coverPercent: Float32Array,
  out: Float32Array = new Float32Array(coverPercent.length),
): Float32Array {
  requireLength('cover-factor', out.length, coverPercent);
  return coverFactorsBySimd(coverPercent, coverTable(), out) ? out : coverFactorCellsPlain(coverPercent, out);
}

/** The twin of `coverFactorsBySimd`, for where there is no SIMD and for tests. */
export function coverFactorCellsPlain(coverPercent: Float32Array, out: Float32Array): Float32Array {
  const n = out.length;
  const { pairs } = coverTable();
  const bits = new Int32Array(coverPercent.buffer, coverPercent.byteOffset, n);
  for (let i = 0; i < n; i += 1) {
    const cover = coverPercent[i]!;
    const entry = (bits[i]! >> STEP_BITS) - FIRST_STEP;
    if (entry >= 0 && cover <= CLOSED_PERCENT) {
      const t = cover * pairs[2 * entry + 1]! - 1;
      const factor = pairs[2 * entry]! - PER_LN * t * (1 - t * (1 / 2 - t * (1 / 3)));
      out[i] = factor < 1 ? factor : 1;
    } else out[i] = cover >= 0 && cover <= 100 ? (cover > CLOSED_PERCENT ? 0 : 1) : Number.NaN;
  }
  return out;
}

/**
 * Cover factor of a kind of ground: the middle of its range, by the geometric mean, as the ranges span a decade.
 *
 * @throws InvalidInput `E-DIA-103` for a kind the table does not have
 */
export function coverFactorOf(kind: string): number {
  const { low, high } = requireNamed<CoverFactorEntry>('cover', COVER_FACTORS, kind);
  return Math.sqrt(low * high);
}

/** ln f to 0.6508 - 0.3436 lg f. */
const PER_LN = 0.3436 / Math.LN10;
/** The exponent of a float32 and 8 bits of what follows number its steps: 256 an octave. */
const STEP_BITS = 15;
/** Below this the factor is 1, percent. */
const FIRST_PERCENT = 0.0625;
const FIRST_STEP = new Int32Array(Float32Array.of(FIRST_PERCENT).buffer)[0]! >> STEP_BITS;

/** Of each step of cover from 0.0625 to 128 % the factor in its middle and the inverse of that cover. */
function coverTable(): CoverTable {
  const steps = 11 * 256;
  const covers = new Float32Array(steps);
  const bits = new Int32Array(covers.buffer);
  for (let k = 0; k < steps; k += 1) bits[k] = ((k + FIRST_STEP) << STEP_BITS) | (1 << (STEP_BITS - 1));
  const pairs = new Float64Array(2 * steps);
  covers.forEach((cover, k) => {
    pairs[2 * k] = 0.6508 - 0.3436 * Math.log10(cover);
    pairs[2 * k + 1] = 1 / cover;
  });
  return {
    pairs,
    stepBits: STEP_BITS,
    firstStep: FIRST_STEP,
    firstPercent: FIRST_PERCENT,
    closedPercent: CLOSED_PERCENT,
    perLn: PER_LN,
  };
}

function fromCover(coverPercent: number): number {
  if (coverPercent > CLOSED_PERCENT) return 0;
  if (coverPercent === 0) return 1;
  return Math.min(1, 0.6508 - 0.3436 * Math.log10(coverPercent));
}
