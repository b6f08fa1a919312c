import { AftermineError, type Unknown, unknown } from '../base/index.ts';
import { requireWithin } from './model-input.ts';

/** Factor from the US unit of erodibility (t acre h per hundred acre ft tonf in) to t ha h ha-1 MJ-1 mm-1. */
export const ERODIBILITY_US_TO_SI = 0.1317;

/** Fractions of fine earth, percent by mass, that add up to 100. */
export interface Texture {
  /** 0.05 to 2 mm. */
  readonly sandPercent: number;
  /** 0.002 to 0.05 mm. */
  readonly siltPercent: number;
  /** Below 0.002 mm. */
  readonly clayPercent: number;
}

/** What the nomograph asks for beside texture. */
export interface NomographSoil extends Texture {
  /** 0.05 to 0.1 mm, percent; part of the sand. */
  readonly veryFineSandPercent: number;
  /** Organic MATTER, percent (organic carbon times 1.724). */
  readonly organicMatterPercent: number;
  /** Structure code 1 (very fine granular) to 4 (blocky, platy, massive). */
  readonly structureCode: number;
  /** Permeability code 1 (rapid) to 6 (very slow). */
  readonly permeabilityCode: number;
}

/**
 * Erodibility by the nomograph equation: K = (2.1e-4 (12 - a) M^1.14 + 3.25 (b - 2) + 2.5 (c - 3)) / 759,
 * M = (silt + very fine sand)(100 - clay), a organic matter, b structure, c permeability. The divisor 759 is
 * 100 / 0.1317: the result is SI already and is not converted again.
 *
 * @returns t ha h ha-1 MJ-1 mm-1; unknown `soil-outside-nomograph` above 70 % silt and very fine sand, above 4 %
 * organic matter, or where the equation falls below zero
 * @throws InvalidInput `E-DIA-102`
 * @source Wischmeier et al. 1971, Journal of Soil and Water Conservation 26, 189-193; metric form: Renard et al. 1997, USDA Agriculture Handbook 703
 */
export function erodibilityWischmeier(soil: NomographSoil): number | Unknown {
  checkTexture(soil);
  const veryFine = requireWithin('veryFineSandPercent', soil.veryFineSandPercent, 0, soil.sandPercent);
  const organic = requireWithin('organicMatterPercent', soil.organicMatterPercent, 0, 100);
  const structure = requireWithin('structureCode', soil.structureCode, 1, 4);
  const permeability = requireWithin('permeabilityCode', soil.permeabilityCode, 1, 6);
  const fine = soil.siltPercent + veryFine;
  const m = fine * (100 - soil.clayPercent);
  const k = (2.1e-4 * (12 - organic) * m ** 1.14 + 3.25 * (structure - 2) + 2.5 * (permeability - 3)) / 759;
  if (fine > 70 || organic > 4 || k < 0)
    return unknown('soil-outside-nomograph', { fine: round(fine), organic: round(organic) });
  return k;
}

/**
 * Erodibility from grain size alone:
 * K = 7.594 (0.0034 + 0.0405 exp(-0.5 ((log10 Dg + 1.659) / 0.7101)^2)) x 0.1317.
 * 7.594 gives the US unit, hence the last factor. The 1.659 stands OUTSIDE the logarithm; printed inside it, as
 * in some guides, the curve no longer peaks at Dg = 10^-1.659 = 0.022 mm, the size of silt.
 *
 * @param meanDiameterMm geometric mean diameter of the grains, mm, > 0
 * @returns t ha h ha-1 MJ-1 mm-1
 * @throws InvalidInput `E-DIA-102`
 * @source Renard et al. 1997, USDA Agriculture Handbook 703, equation 3-4
 */
export function erodibilityRenard(meanDiameterMm: number): number {
  requireWithin('meanDiameterMm', meanDiameterMm, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  const off = (Math.log10(meanDiameterMm) + 1.659) / 0.7101;
  return 7.594 * (0.0034 + 0.0405 * Math.exp(-0.5 * off * off)) * ERODIBILITY_US_TO_SI;
}

/** Middle of each texture class, mm: the mean of its limits (2-0.05, 0.05-0.002, 0.002-0). */
const SAND_MM = 1.025;
const SILT_MM = 0.026;
const CLAY_MM = 0.001;

/**
 * Geometric mean diameter of the grains: exp(0.01 sum f_i ln m_i), m_i the arithmetic mean of the limits of class i.
 *
 * @returns mm
 * @throws InvalidInput `E-DIA-102`
 * @source Shirazi & Boersma 1984, doi:10.2136/sssaj1984.03615995004800010026x
 */
export function geometricMeanDiameterMm(texture: Texture): number {
  checkTexture(texture);
  const { sandPercent, siltPercent, clayPercent } = texture;
  return Math.exp(
    0.01 *
      (sandPercent * Math.log(SAND_MM) + siltPercent * Math.log(SILT_MM) + clayPercent * Math.log(CLAY_MM)),
  );
}

/**
 * Erodibility of the EPIC model, from texture and organic carbon:
 * K = (0.2 + 0.3 exp(-0.0256 SAN (1 - SIL/100))) (SIL / (CLA + SIL))^0.3
 *     (1 - 0.25 C / (C + exp(3.72 - 2.95 C))) (1 - 0.7 SN / (SN + exp(-5.51 + 22.9 SN))) x 0.1317, SN = 1 - SAN/100.
 * The product is in the US unit, hence the last factor.
 *
 * @param organicCarbonPercent organic CARBON (organic matter / 1.724), percent
 * @returns t ha h ha-1 MJ-1 mm-1; 0 for soil without silt
 * @throws InvalidInput `E-DIA-102`
 * @source Sharpley & Williams 1990, EPIC: Erosion/Productivity Impact Calculator, USDA Technical Bulletin 1768
 */
export function erodibilityEpic(texture: Texture, organicCarbonPercent: number): number {
  checkTexture(texture);
  const carbon = requireWithin('organicCarbonPercent', organicCarbonPercent, 0, 100);
  const { sandPercent, siltPercent, clayPercent } = texture;
  if (siltPercent === 0) return 0;
  const notSand = 1 - sandPercent / 100;
  const coarse = 0.2 + 0.3 * Math.exp(-0.0256 * sandPercent * (1 - siltPercent / 100));
  const silty = (siltPercent / (clayPercent + siltPercent)) ** 0.3;
  const organic = 1 - (0.25 * carbon) / (carbon + Math.exp(3.72 - 2.95 * carbon));
  const verySandy = 1 - (0.7 * notSand) / (notSand + Math.exp(-5.51 + 22.9 * notSand));
  return coarse * silty * organic * verySandy * ERODIBILITY_US_TO_SI;
}

function checkTexture({ sandPercent, siltPercent, clayPercent }: Texture): void {
  requireWithin('sandPercent', sandPercent, 0, 100);
  requireWithin('siltPercent', siltPercent, 0, 100);
  requireWithin('clayPercent', clayPercent, 0, 100);
  const sum = sandPercent + siltPercent + clayPercent;
  // Laboratory sheets round each fraction to a tenth or to a whole percent.
  if (Math.abs(sum - 100) <= 1) return;
  throw new AftermineError('InvalidInput', 'E-DIA-102', {
    where: 'sandPercent + siltPercent + clayPercent',
    expected: '100 (±1)',
    got: round(sum),
  });
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
