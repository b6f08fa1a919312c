import { requireWithin } from './model-input.ts';

/** What decides how much water vegetation lacks. */
export interface IrrigationInput {
  /** Crop coefficient Kc of the vegetation, unitless. */
  readonly cropCoefficient: number;
  /** Reference evapotranspiration ET0 of the year or growing season, mm. */
  readonly referenceEvapotranspirationMm: number;
  /** Rain of the same time that roots can use, Pe, mm; never the whole rain. */
  readonly effectiveRainMm: number;
}

/**
 * Water to bring: need = 10 max(0, Kc ET0 - Pe). A millimetre on a hectare is ten cubic metres.
 *
 * @returns m3 ha-1 yr-1, at the plant: divide by the efficiency of the irrigation for the water to be drawn
 * @throws InvalidInput `E-DIA-102`
 * @source Allen et al. 1998, Crop evapotranspiration, FAO Irrigation and Drainage Paper 56
 */
export function irrigationNeed(input: IrrigationInput): number {
  const kc = requireWithin('cropCoefficient', input.cropCoefficient, 0, 2);
  const et0 = requireWithin('referenceEvapotranspirationMm', input.referenceEvapotranspirationMm, 0, 5000);
  const rain = requireWithin('effectiveRainMm', input.effectiveRainMm, 0, 20_000);
  return 10 * Math.max(0, kc * et0 - rain);
}

/**
 * Water a package of land takes until it must live without: need times area times years, over efficiency.
 *
 * @param needM3PerHa of `irrigationNeed`
 * @param efficiency share of the water drawn that reaches the plant, 0 < e <= 1
 * @returns m3 over all years
 * @throws InvalidInput `E-DIA-102`
 */
export function irrigationVolume(needM3PerHa: number, areaHa: number, years: number, efficiency = 1): number {
  requireWithin('needM3PerHa', needM3PerHa, 0, Number.POSITIVE_INFINITY);
  requireWithin('areaHa', areaHa, 0, Number.POSITIVE_INFINITY);
  requireWithin('years', years, 0, 100);
  requireWithin('efficiency', efficiency, 0.01, 1);
  return (needM3PerHa * areaHa * years) / efficiency;
}
