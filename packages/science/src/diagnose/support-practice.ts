import { requireNamed, requireWithin } from './model-input.ts';

/** Literature range of the support practice factor of one measure. */
export interface PracticeFactorEntry {
  readonly low: number;
  readonly high: number;
  /** False: the range was not checked against a primary source. */
  readonly verified: false;
}

/** Support practice factors by measure, as ranges of the literature. */
export const PRACTICE_FACTORS = {
  none: { low: 1, high: 1, verified: false },
  contour: { low: 0.5, high: 0.9, verified: false },
  terraces: { low: 0.1, high: 0.35, verified: false },
  'straw-or-sand-barrier': { low: 0.3, high: 0.6, verified: false },
} as const satisfies Readonly<Record<string, PracticeFactorEntry>>;

export type Practice = keyof typeof PRACTICE_FACTORS;

/**
 * Support practice factor of a measure: the middle of its range.
 *
 * @returns P, 0..1
 * @throws InvalidInput `E-DIA-103` for a measure the table does not have
 */
export function practiceFactor(practice: string): number {
  const { low, high } = requireNamed<PracticeFactorEntry>('practice', PRACTICE_FACTORS, practice);
  return (low + high) / 2;
}

/**
 * Support practice factor of cropland from its slope, where nothing is known of practices: P = 0.2 + 0.03 s, at most 1.
 *
 * @param slopePercent gradient, percent, >= 0
 * @returns P, 0.2..1
 * @throws InvalidInput `E-DIA-102`
 * @source Wenner 1980, Soil conservation in Kenya, Ministry of Agriculture, Nairobi (coefficients not checked against it)
 */
export function practiceFactorWenner(slopePercent: number): number {
  requireWithin('slopePercent', slopePercent, 0, Number.POSITIVE_INFINITY);
  return Math.min(1, 0.2 + 0.03 * slopePercent);
}
