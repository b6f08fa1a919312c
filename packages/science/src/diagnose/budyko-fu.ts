import { type Unknown, unknown } from '../base/index.ts';
import { requireLength, requireWithin } from './model-input.ts';

/** How the rain of a mean year divides, mm. */
export interface WaterBalance {
  readonly actualEvapotranspirationMm: number;
  /** Rain less evapotranspiration: runoff and recharge. */
  readonly waterYieldMm: number;
}

/**
 * Fu's parameter from the plant-available water of the soil: w = Z AWC / P + 1.25, at most 5 (beyond, more soil water changes
 * nothing).
 *
 * @param availableWaterMm AWC, mm: what roots can take from full soil
 * @param precipitationMm P of the mean year, mm
 * @param seasonality Z, 1..30, about the number of rain events of a year over five
 * @returns w >= 1.25; unknown `no-precipitation` for P = 0
 * @throws InvalidInput `E-DIA-102`
 * @source Donohue et al. 2012, doi:10.1016/j.jhydrol.2012.02.033; InVEST user's guide, annual water yield
 */
export function fuParameter(
  availableWaterMm: number,
  precipitationMm: number,
  seasonality: number,
): number | Unknown {
  requireWithin('availableWaterMm', availableWaterMm, 0, 5000);
  requireWithin('precipitationMm', precipitationMm, 0, 20_000);
  requireWithin('seasonality', seasonality, 1, 30);
  if (precipitationMm === 0) return unknown('no-precipitation');
  return Math.min(5, (seasonality * availableWaterMm) / precipitationMm + 1.25);
}

/**
 * Evapotranspiration of a mean year on the curve of Budyko and Fu:
 * AET / P = 1 + PET / P - (1 + (PET / P)^w)^(1/w).
 *
 * @param precipitationMm P, mm
 * @param potentialEvapotranspirationMm PET of the vegetation at hand (crop coefficient times ET0), mm
 * @param w shape, > 1: higher where soil stores more and plants root deeper
 * @returns AET within 0 and the lesser of P and PET, and P - AET; unknown `no-precipitation` for P = 0
 * @throws InvalidInput `E-DIA-102`
 * @source Fu 1981, Scientia Atmospherica Sinica 5, 23-31; Zhang et al. 2004, doi:10.1029/2003WR002710
 */
export function budykoFu(
  precipitationMm: number,
  potentialEvapotranspirationMm: number,
  w: number,
): WaterBalance | Unknown {
  requireWithin('precipitationMm', precipitationMm, 0, 20_000);
  requireWithin('potentialEvapotranspirationMm', potentialEvapotranspirationMm, 0, 5000);
  requireWithin('w', w, 1, 1000);
  if (precipitationMm === 0) return unknown('no-precipitation');
  const actualEvapotranspirationMm =
    precipitationMm * evaporatedShare(potentialEvapotranspirationMm / precipitationMm, w);
  return { actualEvapotranspirationMm, waterYieldMm: precipitationMm - actualEvapotranspirationMm };
}

/**
 * Evapotranspiration of every cell, as `budykoFu`.
 *
 * @param precipitationMm NaN is no data; 0 gives 0
 * @param w one shape for all cells, or one per cell
 * @returns AET, mm; NaN where an input is NaN
 * @throws Misaligned `E-DIA-101`
 */
export function budykoFuCells(
  precipitationMm: Float32Array,
  potentialEvapotranspirationMm: Float32Array,
  w: number | Float32Array,
  out: Float32Array = new Float32Array(precipitationMm.length),
): Float32Array {
  const n = out.length;
  requireLength('budyko-fu', n, precipitationMm, potentialEvapotranspirationMm);
  if (typeof w !== 'number') requireLength('budyko-fu', n, w);
  for (let i = 0; i < n; i += 1) {
    const rain = precipitationMm[i]!;
    const demand = potentialEvapotranspirationMm[i]!;
    const shape = typeof w === 'number' ? w : w[i]!;
    out[i] = rain === 0 && demand >= 0 ? 0 : rain * evaporatedShare(demand / rain, shape);
  }
  return out;
}

/**
 * 1 + x - (1 + x^w)^(1/w). For x > 1 the power is taken out, x (1 + x^-w)^(1/w): x^w would overflow on deserts. The
 * difference is held at 0 and min(1, x), which rounding can cross by a digit.
 */
function evaporatedShare(x: number, w: number): number {
  const norm = x > 1 ? x * (1 + x ** -w) ** (1 / w) : (1 + x ** w) ** (1 / w);
  return Math.max(0, Math.min(1 + x - norm, x, 1));
}
