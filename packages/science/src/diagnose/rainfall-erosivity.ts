import { AftermineError } from '../base/index.ts';
import { requireWithin } from './model-input.ts';

/** Factor from hundreds of ft tonf in acre-1 h-1 yr-1 to MJ mm ha-1 h-1 yr-1. */
export const EROSIVITY_US_TO_SI = 17.02;

/** A published relation between rain and erosivity; which one was used is part of lineage. */
export interface ErosivityRelation {
  readonly id: 'wischmeier-fournier' | 'zhang-fu';
  readonly needs: 'monthly-rain' | 'annual-rain';
  readonly source: string;
  /** False where the coefficients were not checked against the paper itself. */
  readonly verified: boolean;
}

export const EROSIVITY_RELATIONS: Readonly<Record<ErosivityRelation['id'], ErosivityRelation>> = {
  'wischmeier-fournier': {
    id: 'wischmeier-fournier',
    needs: 'monthly-rain',
    source: 'Wischmeier & Smith 1978, Predicting rainfall erosion losses, USDA Agriculture Handbook 537',
    verified: false,
  },
  'zhang-fu': {
    id: 'zhang-fu',
    needs: 'annual-rain',
    source: 'Zhang & Fu 2003, Resources Science 25(1), 35-41 (in Chinese)',
    verified: false,
  },
};

/**
 * Erosivity from the rain of twelve months:
 * R = 17.02 sum over months of 1.735 x 10^(1.5 lg(Pm^2 / P) - 0.8188), P the rain of the year. Dry months add nothing.
 *
 * @param monthlyRainMm twelve values, mm, >= 0, long-term means
 * @returns MJ mm ha-1 h-1 yr-1; 0 without rain
 * @throws InvalidInput `E-DIA-102`
 * @source Wischmeier & Smith 1978, USDA Agriculture Handbook 537 (coefficients not checked against it)
 */
export function erosivityFromMonths(monthlyRainMm: readonly number[]): number {
  if (monthlyRainMm.length !== 12) {
    throw new AftermineError('InvalidInput', 'E-DIA-102', {
      where: 'monthlyRainMm',
      expected: '12 values',
      got: `${monthlyRainMm.length} values`,
    });
  }
  let yearMm = 0;
  for (const rain of monthlyRainMm) yearMm += requireWithin('monthlyRainMm', rain, 0, 3000);
  let sum = 0;
  for (const rain of monthlyRainMm) {
    if (rain > 0) sum += 1.735 * 10 ** (1.5 * Math.log10((rain * rain) / yearMm) - 0.8188);
  }
  return sum * EROSIVITY_US_TO_SI;
}

/**
 * Erosivity from the rain of the year: R = 0.0534 P^1.6548.
 *
 * @param annualRainMm mm, >= 0, a long-term mean
 * @returns MJ mm ha-1 h-1 yr-1
 * @throws InvalidInput `E-DIA-102`
 * @source Zhang & Fu 2003, Resources Science 25(1), 35-41 (coefficients not checked against it)
 */
export function erosivityFromYear(annualRainMm: number): number {
  return 0.0534 * requireWithin('annualRainMm', annualRainMm, 0, 20_000) ** 1.6548;
}
