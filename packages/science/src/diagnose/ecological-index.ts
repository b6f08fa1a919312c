import { AftermineError } from '../base/index.ts';
import { requireWithin } from './model-input.ts';

/** Areas of land kinds of a region, in one unit. */
export interface LandAreas {
  readonly forest: number;
  readonly grass: number;
  /** Rivers, lakes, reservoirs and wetlands. */
  readonly water: number;
  readonly crop: number;
  readonly built: number;
  readonly unused: number;
}

/** Areas under stress, in the unit of the region's area. */
export interface StressAreas {
  readonly severeErosion: number;
  readonly moderateErosion: number;
  readonly built: number;
  readonly other: number;
}

/** The sub-indices of the index, 0..100. */
export interface EcologicalSubIndices {
  /** Species richness index BI. */
  readonly biodiversity: number;
  /** `habitatQualityIndex`. */
  readonly habitat: number;
  readonly vegetation: number;
  readonly water: number;
  /** `landStressIndex`. */
  readonly landStress: number;
  readonly pollutionLoad: number;
  /** Points taken off for accidents and breaches of law, <= 0; 0 by default. */
  readonly restriction?: number;
}

/** Classes of the index with the least value of each, best first; labels under `ecological-index-class.*`. */
export const ECOLOGICAL_INDEX_CLASSES = [
  { id: 'excellent', from: 75 },
  { id: 'good', from: 55 },
  { id: 'fair', from: 35 },
  { id: 'poor', from: 20 },
  { id: 'bad', from: Number.NEGATIVE_INFINITY },
] as const;

export type EcologicalIndexClass = (typeof ECOLOGICAL_INDEX_CLASSES)[number]['id'];

/** An index that always says what it may not be taken for. */
export interface EcologicalIndex {
  readonly value: number;
  readonly class: EcologicalIndexClass;
  /** The standard assesses counties and larger areas (`ecological-index.scope`): never official for a mine. */
  readonly scope: 'county-and-above';
  readonly official: false;
  /** Weights and coefficients were not checked against the official text; the class limits were read. */
  readonly verified: false;
}

/** National normalising coefficients of the two indices made from areas. */
const HABITAT_COEFFICIENT = 511.2642;
const STRESS_COEFFICIENT = 236.0436;

/**
 * Habitat quality index: 511.2642 (0.35 forest + 0.21 grass + 0.28 water + 0.11 crop + 0.04 built + 0.01 unused) / area,
 * held at 100. Weights within a kind (closed and open forest, say) are left to the caller: give weighted areas.
 *
 * @param areaTotal area of the region, > 0, at least the sum of the kinds
 * @returns 0..100
 * @throws InvalidInput `E-DIA-102`
 * @source HJ 192-2015, Technical criterion for ecosystem status evaluation (coefficients not checked against it)
 */
export function habitatQualityIndex(areas: LandAreas, areaTotal: number): number {
  const { forest, grass, water, crop, built, unused } = areas;
  checkAreas('areas', Object.values(areas), areaTotal);
  const weighted = 0.35 * forest + 0.21 * grass + 0.28 * water + 0.11 * crop + 0.04 * built + 0.01 * unused;
  return Math.min(100, (HABITAT_COEFFICIENT * weighted) / areaTotal);
}

/**
 * Land stress index: 236.0436 (0.4 severe erosion + 0.2 moderate erosion + 0.2 built + 0.2 other) / area, held at 100.
 *
 * @param areaTotal area of the region, > 0
 * @returns 0..100; the higher the worse
 * @throws InvalidInput `E-DIA-102`
 * @source HJ 192-2015 (coefficients not checked against it)
 */
export function landStressIndex(areas: StressAreas, areaTotal: number): number {
  const { severeErosion, moderateErosion, built, other } = areas;
  checkAreas('areas', Object.values(areas), areaTotal);
  const weighted = 0.4 * severeErosion + 0.2 * moderateErosion + 0.2 * built + 0.2 * other;
  return Math.min(100, (STRESS_COEFFICIENT * weighted) / areaTotal);
}

/**
 * Ecological index: EI = 0.35 (BI + HQ) / 2 + 0.25 vegetation + 0.15 water + 0.15 (100 - land stress)
 * + 0.10 (100 - pollution) + restriction. For comparing states of one region; below the county it is no official value.
 *
 * @throws InvalidInput `E-DIA-102`
 * @source HJ 192-2015 (weights not checked against it)
 */
export function ecologicalIndex(sub: EcologicalSubIndices): EcologicalIndex {
  const within = (name: Exclude<keyof EcologicalSubIndices, 'restriction'>): number =>
    requireWithin(name, sub[name], 0, 100);
  const biological = (within('biodiversity') + within('habitat')) / 2;
  const value =
    0.35 * biological +
    0.25 * within('vegetation') +
    0.15 * within('water') +
    0.15 * (100 - within('landStress')) +
    0.1 * (100 - within('pollutionLoad')) +
    requireWithin('restriction', sub.restriction ?? 0, -100, 0);
  const found = ECOLOGICAL_INDEX_CLASSES.find(({ from }) => value >= from) ?? ECOLOGICAL_INDEX_CLASSES[4];
  return { value, class: found.id, scope: 'county-and-above', official: false, verified: false };
}

function checkAreas(where: string, areas: readonly number[], total: number): void {
  requireWithin('areaTotal', total, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  let sum = 0;
  for (const area of areas) sum += requireWithin(where, area, 0, Number.POSITIVE_INFINITY);
  // A thousandth of leeway for areas that were rounded one by one.
  if (sum <= total * 1.001) return;
  throw new AftermineError('InvalidInput', 'E-DIA-102', { where, expected: `<= ${total}`, got: sum });
}
