import { isUnknown, type Unknown, unknown } from '../base/index.ts';
import type { FieldSample } from '../site/index.ts';
import {
  type Classed,
  contaminationFactor,
  ecologicalRisk,
  geoaccumulationIndex,
  type NemerowClass,
  nemerowIndex,
  type RiskIndexClass,
  singleFactorIndex,
  TOXIC_RESPONSE,
  type ToxicElement,
} from './contamination.ts';
import type { ElementVerdict } from './contamination-gate.ts';
import { topsoilMedian } from './soil-indicators.ts';

export const TOXIC_ELEMENTS = Object.keys(TOXIC_RESPONSE) as readonly ToxicElement[];

/** Natural content of the ground, mg/kg by element. */
export type SoilBackground = Readonly<Partial<Record<ToxicElement, number>>>;

/** One element of one unit against the background. */
export interface ElementEnrichment {
  readonly element: ToxicElement;
  /** Median of the samples of the unit, mg/kg. */
  readonly median: number;
  readonly background: number;
  /** CF = median / background. */
  readonly factor: number;
  /** Igeo. */
  readonly geoaccumulation: number;
  /** Er. */
  readonly risk: number;
}

/** How far the soil of a unit lies above limits and above the background, in sum: it describes, the gate judges. */
export interface SoilPollution {
  readonly nemerow: Classed<NemerowClass> | Unknown;
  readonly elements: readonly ElementEnrichment[];
  /** RI with the limits in force for the elements at hand. */
  readonly riskIndex:
    | (Classed<RiskIndexClass> & { readonly limits: readonly [number, number, number] })
    | Unknown;
}

/** A background that rests on fewer samples is none. */
const ENOUGH = 3;

/**
 * The background of a site: what the settings state, else the median of the topsoil samples of the reference areas where at
 * least three have the element and the median lies above detection.
 *
 * @param samples of all reference areas together
 * @param stated mg/kg, from the settings
 */
export function soilBackground(samples: readonly FieldSample[], stated: SoilBackground): SoilBackground {
  const out: Partial<Record<ToxicElement, number>> = {};
  for (const element of TOXIC_ELEMENTS) {
    const median = topsoilMedian(samples, element);
    const known = !isUnknown(median) && median.evidence.count >= ENOUGH && median.value > 0;
    const value = stated[element] ?? (known ? median.value : undefined);
    if (value !== undefined) out[element] = value;
  }
  return out;
}

/**
 * Nemerow's index from the highest reading of each element over the strictest screening value of the gate, so that no single
 * sample has a higher one; CF, Igeo, Er and RI from the median of the topsoil over the background.
 *
 * @param verdicts of the contamination gate of the unit
 * @param samples that speak for the unit
 * @returns unknown `none-above-detection` where no element has a reading above detection with a screening value,
 * `no-background` where no element has both a median and a background
 */
export function soilPollution(
  verdicts: readonly ElementVerdict[],
  samples: readonly FieldSample[],
  background: SoilBackground,
): SoilPollution {
  const indices = verdicts.flatMap(({ worst, screening }) =>
    worst === null || screening === null ? [] : [singleFactorIndex(worst, screening).value],
  );
  const elements = TOXIC_ELEMENTS.flatMap((element): ElementEnrichment[] => {
    const natural = background[element];
    const median = topsoilMedian(samples, element);
    if (natural === undefined || isUnknown(median) || !(median.value > 0)) return [];
    const factor = contaminationFactor(median.value, natural).value;
    return [
      {
        element,
        median: median.value,
        background: natural,
        factor,
        geoaccumulation: geoaccumulationIndex(median.value, natural).value,
        risk: TOXIC_RESPONSE[element] * factor,
      },
    ];
  });
  const risk =
    elements.length === 0
      ? null
      : ecologicalRisk(Object.fromEntries(elements.map(({ element, factor }) => [element, factor])));
  return {
    nemerow: indices.length === 0 ? unknown('none-above-detection') : nemerowIndex(indices),
    elements,
    riskIndex: risk === null ? unknown('no-background') : { ...risk.index, limits: risk.limits },
  };
}
