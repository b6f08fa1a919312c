import {
  type Factor,
  type Finding,
  INDICATOR_IDS,
  INDICATORS,
  type IndicatorId,
  type UnitDiagnosis,
} from '@aftermine/science/diagnose';
import { type Standing, standingOf } from './standing.ts';

/** Sides of a unit that the sheet looks at one by one. */
export const ASPECTS = ['stability', 'soil', 'water', 'pollution', 'vegetation', 'social'] as const;
export type Aspect = (typeof ASPECTS)[number];

const OF_FACTOR: Readonly<Record<Factor, Aspect>> = {
  slope: 'stability',
  stability: 'stability',
  erosion: 'stability',
  'soil-depth': 'soil',
  'soil-quality': 'soil',
  water: 'water',
  contamination: 'pollution',
  vegetation: 'vegetation',
  planting: 'vegetation',
  'land-status': 'social',
};

/** One side of a unit: what was found, and the figures it was judged by. */
export interface AspectSheet {
  readonly aspect: Aspect;
  /** Null: nothing was looked at, so nothing may be said. */
  readonly standing: Standing | null;
  readonly findings: readonly Finding[];
  readonly indicators: readonly IndicatorId[];
}

/**
 * Findings and indicators of a unit by side. A side without any finding is clean only where something of it is known: an
 * indicator with a value, a soil test, or (social) an entry of the register.
 */
export function aspectSheets(
  diagnosis: Pick<UnitDiagnosis, 'indicators' | 'pollutants'>,
  findings: readonly Finding[],
  isRegistered: boolean,
): readonly AspectSheet[] {
  return ASPECTS.map((aspect) => {
    const own = findings.filter(({ factor }) => OF_FACTOR[factor] === aspect);
    const indicators = INDICATOR_IDS.filter((id) => OF_FACTOR[INDICATORS[id].factor] === aspect);
    const isKnown =
      indicators.some((id) => diagnosis.indicators[id]?.kind === 'known') ||
      (aspect === 'pollution' && diagnosis.pollutants.some(({ samples }) => samples > 0)) ||
      (aspect === 'social' && isRegistered);
    return {
      aspect,
      findings: own,
      indicators,
      standing: own.length > 0 || isKnown ? standingOf(own) : null,
    };
  });
}
