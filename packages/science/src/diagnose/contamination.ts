import { AftermineError } from '../base/index.ts';
import { requireNamed, requireWithin } from './model-input.ts';

/** Toxic response factors of Hakanson; Ni by later practice. */
export const TOXIC_RESPONSE = { Hg: 40, Cd: 30, As: 10, Cu: 5, Pb: 5, Ni: 5, Cr: 2, Zn: 1 } as const;

export type ToxicElement = keyof typeof TOXIC_RESPONSE;

/** Sum of the factors of the eight substances (with PCB 40, without Ni) that Hakanson's limits of RI were set for. */
const HAKANSON_SUM = 133;

const SINGLE_FACTOR_LIMIT = 1;

/** Classes, cleanest first. Labels in the catalogue under `nemerow-class.*`, `igeo-class.*` and so on. */
export const NEMEROW_CLASSES = ['safe', 'warning', 'light', 'moderate', 'heavy'] as const;
export const IGEO_CLASSES = [
  'unpolluted',
  'unpolluted-to-moderate',
  'moderate',
  'moderate-to-strong',
  'strong',
  'strong-to-extreme',
  'extreme',
] as const;
export const CONTAMINATION_FACTOR_CLASSES = ['low', 'moderate', 'considerable', 'very-high'] as const;
export const ELEMENT_RISK_CLASSES = ['low', 'moderate', 'considerable', 'high', 'very-high'] as const;
export const RISK_INDEX_CLASSES = ['low', 'moderate', 'considerable', 'very-high'] as const;

export type NemerowClass = (typeof NEMEROW_CLASSES)[number];
export type IgeoClass = (typeof IGEO_CLASSES)[number];
export type ContaminationFactorClass = (typeof CONTAMINATION_FACTOR_CLASSES)[number];
export type ElementRiskClass = (typeof ELEMENT_RISK_CLASSES)[number];
export type RiskIndexClass = (typeof RISK_INDEX_CLASSES)[number];

/** A value with its class. */
export interface Classed<C extends string> {
  readonly value: number;
  readonly class: C;
}

/**
 * Single factor index P = C / S; above 1 the limit is exceeded.
 *
 * @param concentration C, mg/kg, >= 0
 * @param limit S of the standard, mg/kg, > 0
 * @throws InvalidInput `E-DIA-102`, `E-DIA-201`
 * @source HJ/T 166-2004, Technical specification for soil environmental monitoring
 */
export function singleFactorIndex(
  concentration: number,
  limit: number,
): { readonly value: number; readonly exceeded: boolean } {
  const value = requireWithin('concentration', concentration, 0, Infinity) / positive('limit', limit);
  return { value, exceeded: value > SINGLE_FACTOR_LIMIT };
}

/**
 * Nemerow index of several single factor indices: P_N = sqrt((max P^2 + mean P^2) / 2).
 * Safe to 0.7, warning to 1, light to 2, moderate to 3, heavy above; a limit belongs to the cleaner class.
 *
 * @param indices single factor indices, >= 0, at least one
 * @throws InvalidInput `E-DIA-102`, NotEnoughData `E-DIA-202` without indices
 * @source HJ/T 166-2004 (class limits not checked against the official text)
 */
export function nemerowIndex(indices: readonly number[]): Classed<NemerowClass> {
  let [max, sum] = [0, 0];
  for (const index of indices) {
    requireWithin('index', index, 0, Infinity);
    max = Math.max(max, index);
    sum += index;
  }
  const value = Math.sqrt((max ** 2 + (sum / counted('nemerow', indices.length)) ** 2) / 2);
  return { value, class: NEMEROW_CLASSES[limitsBelow(value, [0.7, 1, 2, 3])]! };
}

/**
 * Geo-accumulation index Igeo = log2(C / (1.5 B)); seven classes with limits 0, 1, ..., 5, a limit in the cleaner.
 *
 * @param concentration C, mg/kg, > 0: below detection has no logarithm
 * @param background B, geochemical background, mg/kg, > 0
 * @throws InvalidInput `E-DIA-201`
 * @source Müller 1969, Index of geoaccumulation in sediments of the Rhine River, GeoJournal 2, 108-118
 */
export function geoaccumulationIndex(concentration: number, background: number): Classed<IgeoClass> {
  const value = Math.log2(
    positive('concentration', concentration) / (1.5 * positive('background', background)),
  );
  return { value, class: IGEO_CLASSES[limitsBelow(value, [0, 1, 2, 3, 4, 5])]! };
}

/**
 * Contamination factor CF = C / B: low below 1, moderate below 3, considerable below 6, very high from there on.
 *
 * @param concentration C, mg/kg, >= 0
 * @param background B, mg/kg, > 0
 * @throws InvalidInput `E-DIA-102`, `E-DIA-201`
 * @source Hakanson 1980, doi:10.1016/0043-1354(80)90143-8
 */
export function contaminationFactor(
  concentration: number,
  background: number,
): Classed<ContaminationFactorClass> {
  const value =
    requireWithin('concentration', concentration, 0, Infinity) / positive('background', background);
  return { value, class: CONTAMINATION_FACTOR_CLASSES[limitsReached(value, [1, 3, 6])]! };
}

export interface EcologicalRisk {
  /** Er = Tr CF of each element: low below 40, then 80, 160, 320. */
  readonly elements: Readonly<Partial<Record<ToxicElement, Classed<ElementRiskClass>>>>;
  /** RI = sum Er. */
  readonly index: Classed<RiskIndexClass>;
  /** The limits of RI in force for the elements at hand, 150, 300, 600 rescaled. */
  readonly limits: readonly [number, number, number];
}

/**
 * Potential ecological risk: Er = Tr C/B, RI = sum Er.
 *
 * Hakanson set the limits of RI, 150, 300 and 600, for eight substances whose Tr sum to 133. Fewer elements can never
 * reach them, so the limits are rescaled by (sum of Tr at hand) / 133. Limits belong to the class above.
 *
 * @param factors contamination factor C/B of each element, >= 0, at least one
 * @throws InvalidInput `E-DIA-102`, `E-DIA-103` for an element without a Tr, NotEnoughData `E-DIA-202`
 * @source Hakanson 1980, doi:10.1016/0043-1354(80)90143-8
 */
export function ecologicalRisk(factors: Readonly<Partial<Record<ToxicElement, number>>>): EcologicalRisk {
  const elements: Partial<Record<ToxicElement, Classed<ElementRiskClass>>> = {};
  let [index, sum] = [0, 0];
  const given = Object.entries(factors) as readonly (readonly [ToxicElement, number])[];
  counted('ecological-risk', given.length);
  for (const [element, factor] of given) {
    const response = requireNamed<number>('element', TOXIC_RESPONSE, element);
    const value = response * requireWithin(element, factor, 0, Infinity);
    elements[element] = { value, class: ELEMENT_RISK_CLASSES[limitsReached(value, [40, 80, 160, 320])]! };
    index += value;
    sum += response;
  }
  const scale = sum / HAKANSON_SUM;
  const limits = [150 * scale, 300 * scale, 600 * scale] as const;
  return {
    elements,
    index: { value: index, class: RISK_INDEX_CLASSES[limitsReached(index, limits)]! },
    limits,
  };
}

/** How many limits a value exceeds: a limit belongs to the class below it. */
function limitsBelow(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value > limit).length;
}

/** How many limits a value reaches: a limit belongs to the class above it. */
function limitsReached(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length;
}

function positive(where: string, value: number): number {
  if (value > 0 && Number.isFinite(value)) return value;
  throw new AftermineError('InvalidInput', 'E-DIA-201', { where, expected: '> 0', got: String(value) });
}

function counted(where: string, count: number): number {
  if (count > 0) return count;
  throw new AftermineError('NotEnoughData', 'E-DIA-202', { where, expected: 1, got: 0 });
}
