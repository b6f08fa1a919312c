import { requireLength, requireNamed, requireWithin } from './model-input.ts';

/** Classes of SL 190-2007, mildest first; labels in the catalogue under `erosion-class.*`. */
export const EROSION_CLASSES = ['slight', 'light', 'moderate', 'strong', 'very-strong', 'severe'] as const;

export type ErosionClass = (typeof EROSION_CLASSES)[number];

/** A limit that may act as a gate only where `verified`. */
export interface ErosionLimits {
  /** Soil loss the region tolerates, t km-2 yr-1: the upper end of `slight`. */
  readonly tolerableLoss: number;
  readonly source: string;
  /** False: the limits were not checked against the official text. */
  readonly verified: boolean;
}

const SOURCE = 'SL 190-2007, Standards for classification and gradation of soil erosion';

/** Tolerable loss by region of water erosion; labels in the catalogue under `erosion-region.*`. */
export const EROSION_REGIONS = {
  'north-west-loess-plateau': { tolerableLoss: 1000, source: SOURCE, verified: false },
  'north-east-black-soil': { tolerableLoss: 200, source: SOURCE, verified: false },
  'northern-earth-rock-mountains': { tolerableLoss: 200, source: SOURCE, verified: false },
  'southern-red-soil-hills': { tolerableLoss: 500, source: SOURCE, verified: false },
  'south-west-earth-rock-mountains': { tolerableLoss: 500, source: SOURCE, verified: false },
} as const satisfies Readonly<Record<string, ErosionLimits>>;

export type ErosionRegion = keyof typeof EROSION_REGIONS;

/** Lower ends of moderate, strong, very strong and severe, t km-2 yr-1, the same in all regions. */
const HIGHER = [2500, 5000, 8000, 15_000] as const;

/** Tonnes per square kilometre in a tonne per hectare. */
export const PER_KM2_OF_PER_HA = 100;

/**
 * Class of a soil loss: slight below what the region tolerates, then light to 2500, moderate to 5000, strong to
 * 8000, very strong to 15,000, severe from there on (t km-2 yr-1; a limit belongs to the class above it).
 *
 * @param lossTPerHa soil loss, t ha-1 yr-1, >= 0 (RUSLE's unit; the standard counts per square kilometre)
 * @returns the class, and whether its limits were checked against the official text
 * @throws InvalidInput `E-DIA-102`, `E-DIA-103` for a region the standard does not name
 * @source SL 190-2007 (limits not checked against the official text)
 */
export function erosionClass(
  lossTPerHa: number,
  region: string,
): { readonly class: ErosionClass; readonly verified: boolean } {
  requireWithin('lossTPerHa', lossTPerHa, 0, Number.POSITIVE_INFINITY);
  const { tolerableLoss, verified } = requireNamed<ErosionLimits>('region', EROSION_REGIONS, region);
  return { class: EROSION_CLASSES[rank(lossTPerHa * PER_KM2_OF_PER_HA, tolerableLoss)]!, verified };
}

/**
 * Class of every cell, as `erosionClass`.
 *
 * @param lossTPerHa t ha-1 yr-1; NaN is no data
 * @returns 1 (slight) to 6 (severe), 0 for no data
 * @throws Misaligned `E-DIA-101`, InvalidInput `E-DIA-103`
 */
export function erosionClassCells(
  lossTPerHa: Float32Array,
  region: string,
  out: Uint8Array = new Uint8Array(lossTPerHa.length),
): Uint8Array {
  const n = out.length;
  requireLength('erosion-classes', n, lossTPerHa);
  const { tolerableLoss } = requireNamed<ErosionLimits>('region', EROSION_REGIONS, region);
  for (let i = 0; i < n; i += 1) {
    const loss = lossTPerHa[i]! * PER_KM2_OF_PER_HA;
    out[i] = loss >= 0 ? rank(loss, tolerableLoss) + 1 : 0;
  }
  return out;
}

function rank(lossTPerKm2: number, tolerable: number): number {
  if (lossTPerKm2 < tolerable) return 0;
  for (let i = 0; i < HIGHER.length; i += 1) if (lossTPerKm2 < HIGHER[i]!) return i + 1;
  return HIGHER.length + 1;
}
