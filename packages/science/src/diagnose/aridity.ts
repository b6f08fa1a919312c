import { type Unknown, unknown } from '../base/index.ts';
import { requireWithin } from './model-input.ts';

/** Classes of dryness, driest first, with the aridity index at which the next one begins. */
export const ARIDITY_CLASSES = [
  { id: 'hyper-arid', below: 0.05 },
  { id: 'arid', below: 0.2 },
  { id: 'semi-arid', below: 0.5 },
  { id: 'dry-sub-humid', below: 0.65 },
  { id: 'humid', below: Number.POSITIVE_INFINITY },
] as const;

export type AridityClass = (typeof ARIDITY_CLASSES)[number]['id'];

/**
 * Aridity index and its class: AI = P / PET.
 *
 * @param precipitationMm P of the mean year, mm, >= 0
 * @param potentialEvapotranspirationMm PET of the mean year, mm, >= 0
 * @returns index (unitless; the LOWER the drier) and class (labels in the catalogue under `aridity-class.*`); `verified`
 * is false: class limits were not checked against the atlas. Unknown `no-potential-evaporation` for PET = 0
 * @throws InvalidInput `E-DIA-102`
 * @source UNEP 1997, World Atlas of Desertification, 2nd edition (limits not checked against it)
 */
export function aridity(
  precipitationMm: number,
  potentialEvapotranspirationMm: number,
): { readonly index: number; readonly class: AridityClass; readonly verified: false } | Unknown {
  requireWithin('precipitationMm', precipitationMm, 0, 20_000);
  requireWithin('potentialEvapotranspirationMm', potentialEvapotranspirationMm, 0, 5000);
  if (potentialEvapotranspirationMm === 0) return unknown('no-potential-evaporation');
  const index = precipitationMm / potentialEvapotranspirationMm;
  const found = ARIDITY_CLASSES.find(({ below }) => index < below) ?? ARIDITY_CLASSES[4];
  return { index, class: found.id, verified: false };
}
