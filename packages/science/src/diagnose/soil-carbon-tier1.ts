import { type Unknown, unknown } from '../base/index.ts';
import { requireNamed, requireWithin } from './model-input.ts';

/** A default stock of the guidelines, and whether it was checked against them. */
export interface ReferenceStock {
  /** Organic carbon of 0-30 cm under native vegetation, t C ha-1. */
  readonly tonnesPerHa: number;
  readonly verified: false;
}

/** Soil groups of the guidelines: high and low activity clay, sandy, spodic, volcanic, wetland. */
export const IPCC_SOILS = [
  'high-activity-clay',
  'low-activity-clay',
  'sandy',
  'spodic',
  'volcanic',
  'wetland',
] as const;
export type IpccSoil = (typeof IPCC_SOILS)[number];

/** Reference stocks of high activity clay soils by climate; those of other soils were not at hand. */
export const REFERENCE_STOCKS_HAC = {
  'cold-temperate-dry': { tonnesPerHa: 50, verified: false },
  'cold-temperate-moist': { tonnesPerHa: 95, verified: false },
  'warm-temperate-dry': { tonnesPerHa: 38, verified: false },
  'warm-temperate-moist': { tonnesPerHa: 88, verified: false },
  'tropical-dry': { tonnesPerHa: 38, verified: false },
  'tropical-moist': { tonnesPerHa: 65, verified: false },
} as const satisfies Readonly<Record<string, ReferenceStock>>;

export type IpccClimate = keyof typeof REFERENCE_STOCKS_HAC;

/** What mines put back to plants have gained, t C ha-1 yr-1: a measure for results of this method. */
export const RECLAIMED_MINE_RATE = { low: 0.37, high: 5.68 } as const;

/** Stock change factors of one land use; 1 leaves the reference stock as it is. */
export interface StockFactors {
  /** FLU, land use. */
  readonly landUse: number;
  /** FMG, management. */
  readonly management: number;
  /** FI, input of organic matter. */
  readonly input: number;
}

/**
 * Reference stock of a climate and soil.
 *
 * @returns t C ha-1 of 0-30 cm; unknown `carbon-climate-not-tabled` for soils other than high activity clay
 * @throws InvalidInput `E-DIA-103` for a climate or soil the guidelines do not name
 * @source IPCC 2006, Guidelines for National Greenhouse Gas Inventories, volume 4, table 2.3 (not checked against it)
 */
export function referenceStock(climate: string, soil: string): ReferenceStock | Unknown {
  const stock = requireNamed<ReferenceStock>('climate', REFERENCE_STOCKS_HAC, climate);
  requireNamed('soil', Object.fromEntries(IPCC_SOILS.map((name) => [name, true])), soil);
  return soil === 'high-activity-clay' ? stock : unknown('carbon-climate-not-tabled', { climate, soil });
}

/**
 * Organic carbon of a soil in balance with its use: SOC = SOCref FLU FMG FI.
 *
 * @param referenceTonnesPerHa SOCref, t C ha-1
 * @returns t C ha-1 of 0-30 cm
 * @throws InvalidInput `E-DIA-102`
 * @source IPCC 2006, volume 4, equation 2.25
 */
export function soilCarbonStock(referenceTonnesPerHa: number, factors: StockFactors): number {
  return (
    requireWithin('referenceTonnesPerHa', referenceTonnesPerHa, 0, 1000) *
    requireWithin('landUse', factors.landUse, 0, 5) *
    requireWithin('management', factors.management, 0, 5) *
    requireWithin('input', factors.input, 0, 5)
  );
}

/**
 * Yearly change of soil carbon after a change of use: dSOC = (SOC_t - SOC_0) / D, even over D years and zero after.
 *
 * @param beforeTonnesPerHa SOC_0: measured where possible, as spoil is no soil of the guidelines
 * @param afterTonnesPerHa SOC_t, `soilCarbonStock` of the new use
 * @param transitionYears D, 20 by default
 * @returns t C ha-1 yr-1, positive for a gain
 * @throws InvalidInput `E-DIA-102`
 * @source IPCC 2006, volume 4, equation 2.25
 */
export function soilCarbonChange(
  beforeTonnesPerHa: number,
  afterTonnesPerHa: number,
  transitionYears = 20,
): number {
  requireWithin('beforeTonnesPerHa', beforeTonnesPerHa, 0, 5000);
  requireWithin('afterTonnesPerHa', afterTonnesPerHa, 0, 5000);
  requireWithin('transitionYears', transitionYears, 1, 500);
  return (afterTonnesPerHa - beforeTonnesPerHa) / transitionYears;
}
