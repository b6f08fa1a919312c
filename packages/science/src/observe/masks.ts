import { AftermineError } from '../base/index.ts';
import type { Samples } from '../raster/index.ts';
import { type BandName, type MaskKind, REFLECTANCE_BANDS } from './types.ts';

/** Why a pixel is not used; the order is the priority when several flags are set. */
export const MASK_REASONS = [
  'fill',
  'saturated',
  'cloud',
  'shadow',
  'dilated-cloud',
  'cirrus',
  'snow',
  'defective',
] as const;
export type MaskReason = (typeof MASK_REASONS)[number];

/** What may be dropped by choice; fill, saturation and defects always are. */
export type MaskDrop = 'dilated-cloud' | 'cirrus' | 'cloud' | 'shadow' | 'snow';

export const DEFAULT_DROP: readonly MaskDrop[] = ['dilated-cloud', 'cirrus', 'cloud', 'shadow', 'snow'];

/** 1 = usable, 0 = not; `reasons` counts every dropped pixel once, under its first reason. */
export interface ClearMask {
  readonly clear: Uint8Array;
  readonly reasons: Readonly<Record<MaskReason, number>>;
}

export interface MaskOptions {
  readonly drop?: readonly MaskDrop[];
  /** `qa-radsat` only: the bands that must not be saturated; all six by default. */
  readonly bands?: readonly BandName[];
  /** `qa-radsat` only: decides which bit belongs to which band. */
  readonly sensor?: 'tm' | 'oli';
}

/** A table from sample to 0 (usable) or 1 + index of its first reason in `MASK_REASONS`. */
export type MaskTable = Uint8Array;

/**
 * The decision for every possible sample of one kind of mask, as a table: masks are then one look-up a pixel.
 *
 * - `qa-pixel` (Landsat Collection 2): bits 0 fill, 1 dilated cloud, 2 cirrus, 3 cloud, 4 shadow, 5 snow.
 *   A sample of 0 is fill too: no clear pixel of the product is 0.
 * - `qa-radsat`: any saturated band among `bands` drops the pixel. TM/ETM+: bit b-1 for band b (1-5, 7);
 *   OLI: bit b-1 for band b (2-7).
 * - `scl` (Sentinel-2): 4, 5, 6, 7 are kept; 0 fill, 1 defective, 2 and 3 shadow, 8 and 9 cloud, 10 cirrus,
 *   11 snow.
 * - `fmask` (HLS): bits 1 cloud, 2 adjacent, 3 shadow, 4 snow; 255 fill.
 *
 * @source USGS LSDS-1619 (QA_PIXEL, QA_RADSAT); Sentinel-2 L2A product definition (SCL); HLS User Guide v2 (Fmask)
 */
export function maskTable(kind: MaskKind, options: MaskOptions = {}): MaskTable {
  const drop = new Set<MaskReason>(options.drop ?? DEFAULT_DROP);
  const table = new Uint8Array(kind === 'qa-pixel' || kind === 'qa-radsat' ? 65536 : 256);
  const reasonsOf = REASONS_OF[kind];
  const radsat = kind === 'qa-radsat' ? radsatBits(options) : 0;
  for (let sample = 0; sample < table.length; sample += 1) {
    const found = reasonsOf(sample, radsat).filter((reason) => ALWAYS.has(reason) || drop.has(reason));
    let code = 0;
    for (const reason of found) {
      const candidate = MASK_REASONS.indexOf(reason) + 1;
      if (code === 0 || candidate < code) code = candidate;
    }
    table[sample] = code;
  }
  return table;
}

const ALWAYS: ReadonlySet<MaskReason> = new Set<MaskReason>(['fill', 'saturated', 'defective']);

/** SCL classes that are not kept, by number. */
const SCL_REASONS: Readonly<Record<number, MaskReason>> = {
  0: 'fill',
  1: 'defective',
  2: 'shadow',
  3: 'shadow',
  8: 'cloud',
  9: 'cloud',
  10: 'cirrus',
  11: 'snow',
};

function flags(sample: number, bits: readonly (readonly [number, MaskReason])[]): MaskReason[] {
  return bits.filter(([bit]) => (sample >> bit) & 1).map(([, reason]) => reason);
}

const REASONS_OF: Readonly<Record<MaskKind, (sample: number, radsat: number) => readonly MaskReason[]>> = {
  'qa-pixel': (sample) =>
    sample === 0
      ? ['fill']
      : flags(sample, [
          [0, 'fill'],
          [1, 'dilated-cloud'],
          [2, 'cirrus'],
          [3, 'cloud'],
          [4, 'shadow'],
          [5, 'snow'],
        ]),
  'qa-radsat': (sample, radsat) => ((sample & radsat) === 0 ? [] : ['saturated']),
  scl: (sample) => {
    if (sample >= 4 && sample <= 7) return [];
    return [SCL_REASONS[sample] ?? 'fill'];
  },
  fmask: (sample) =>
    sample === 255
      ? ['fill']
      : flags(sample, [
          [1, 'cloud'],
          [2, 'dilated-cloud'],
          [3, 'shadow'],
          [4, 'snow'],
        ]),
};

/** Number of each band in the sensor's own counting. */
const BAND_NUMBERS = {
  tm: { blue: 1, green: 2, red: 3, nir: 4, swir1: 5, swir2: 7 },
  oli: { blue: 2, green: 3, red: 4, nir: 5, swir1: 6, swir2: 7 },
} as const;

function radsatBits(options: MaskOptions): number {
  const numbers: Readonly<Partial<Record<BandName, number>>> = BAND_NUMBERS[options.sensor ?? 'oli'];
  let bits = 0;
  for (const band of options.bands ?? REFLECTANCE_BANDS) {
    const number = numbers[band];
    if (number !== undefined) bits |= 1 << (number - 1);
  }
  return bits;
}

/**
 * Turns mask samples into a clear mask and the counts of what was dropped.
 *
 * @param samples mask samples; a sample beyond the table counts as fill
 * @param table from `maskTable`
 * @param into a mask made earlier for the same pixels: pixels it has dropped stay dropped (and keep their
 * reason), so that QA_PIXEL and QA_RADSAT combine
 * @throws Misaligned `E-OBS-103` when lengths differ
 */
export function applyMask(samples: Samples, table: MaskTable, into?: ClearMask): ClearMask {
  const n = samples.length;
  if (into !== undefined && into.clear.length !== n) {
    throw new AftermineError('Misaligned', 'E-OBS-103', {
      where: 'mask',
      expected: into.clear.length,
      got: n,
    });
  }
  const clear = into?.clear ?? new Uint8Array(n).fill(1);
  const counts = new Float64Array(MASK_REASONS.length + 1);
  for (let i = 0; i < n; i += 1) {
    if (clear[i] === 0) continue;
    const code = table[samples[i]!] ?? 1;
    if (code !== 0) {
      clear[i] = 0;
      counts[code] = counts[code]! + 1;
    }
  }
  const reasons = noReasons();
  MASK_REASONS.forEach((reason, k) => {
    reasons[reason] = (into?.reasons[reason] ?? 0) + counts[k + 1]!;
  });
  return { clear, reasons };
}

function noReasons(): Record<MaskReason, number> {
  return Object.fromEntries(MASK_REASONS.map((reason) => [reason, 0])) as Record<MaskReason, number>;
}

/** Adds the counts of two masks, for a total over blocks. */
export function addReasons(
  a: Readonly<Record<MaskReason, number>>,
  b: Readonly<Record<MaskReason, number>>,
): Record<MaskReason, number> {
  const sum = noReasons();
  for (const reason of MASK_REASONS) sum[reason] = a[reason] + b[reason];
  return sum;
}

/**
 * Water where MNDWI exceeds a threshold.
 *
 * @param mndwi NaN = no observation, which is not water
 * @param threshold 0 by custom, or from `otsuThreshold`
 * @returns 1 = water
 * @source Xu 2006, doi:10.1080/01431160600589179
 */
export function waterMask(mndwi: Float32Array, threshold = 0): Uint8Array {
  const water = new Uint8Array(mndwi.length);
  for (let i = 0; i < water.length; i += 1) water[i] = mndwi[i]! > threshold ? 1 : 0;
  return water;
}
