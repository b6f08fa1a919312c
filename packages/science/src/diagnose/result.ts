import type { MessageParam, Unknown } from '../base/index.ts';
import type { TargetLand } from '../site/index.ts';
import type { IndicatorId } from './declare.ts';
import type { SoilPollution } from './soil-pollution.ts';
import type { SoilSurfaceQuality } from './soil-surface.ts';
import type { Finding, IndicatorValue } from './types.ts';

export type RestorationMode =
  | 'natural-recovery'
  | 'assisted-regeneration'
  | 'ecological-reconstruction'
  | 'conversion';

/** One pollutant of one unit against the soil standard in force. */
export interface PollutantVerdict {
  readonly element: string;
  readonly verdict: 'pass' | 'conditional' | 'fail' | 'insufficient';
  /** Highest reading, mg/kg; null where every reading lies below detection, or there is none. */
  readonly worst: number | null;
  readonly screening: number | null;
  readonly intervention: number | null;
  readonly samples: number;
  readonly reason: Unknown | null;
}

/** One obstacle of a unit: how much of what it lacks is owed to this indicator. */
export interface Obstacle {
  readonly indicator: IndicatorId;
  /** Obstacle degree, 0..1; the degrees of a unit sum to 1. */
  readonly degree: number;
}

/** Everything the diagnosis says of one unit, or of one reference area. */
export interface UnitDiagnosis {
  readonly id: string;
  readonly name: string | null;
  readonly areaHa: number;
  readonly target: TargetLand;
  /** Words of whoever accepted a novel ecosystem as the goal; null where the reference is the goal. */
  readonly novelGoal: string | null;
  /** False where nobody stated a target and the default of the settings stands in. */
  readonly targetStated: boolean;
  readonly indicators: Readonly<Record<IndicatorId, IndicatorValue>>;
  readonly soilStandard: 'GB 15618-2018' | 'GB 36600-2018';
  readonly pollutants: readonly PollutantVerdict[];
  /** Indices that describe and never judge; absent where no sample speaks for the soil. */
  readonly pollution?: SoilPollution;
  /** Erosion class of SL 190, or why there is none. */
  readonly erosionClass: string | Unknown;
  /** Weighted sum of normalised factors, 0 (all worst) .. 1 (all best among the units). */
  readonly score: number | Unknown;
  /** Greatest first. */
  readonly obstacles: readonly Obstacle[];
  /** The indicator outside what the target land tolerates by most; it limits whatever the weights. */
  readonly limiting: IndicatorId | 'contamination' | null;
  readonly mode: RestorationMode | Unknown;
  /** Sentence `mode-reason.<reason>` of the catalogue and what fills it; null where the mode is unknown. */
  readonly modeReason: {
    readonly reason: string;
    readonly params: Readonly<Record<string, MessageParam>>;
    /** An unanswered question could still ask for more. */
    readonly provisional: boolean;
  } | null;
  readonly findings: readonly string[];
}

/** A raster the diagnosis wrote. */
export interface DiagnosisLayer {
  readonly kind: string;
  readonly path: string;
  readonly sha256: string;
  readonly unit: string;
}

/** The result of `diagnose`: printed by `--json`, kept in the store, read by reports and by the plan. */
export interface DiagnosisResult {
  /** Last year of the observation that was used; null without one. */
  readonly observedTo: number | null;
  readonly units: readonly UnitDiagnosis[];
  readonly references: readonly UnitDiagnosis[];
  readonly findings: readonly Finding[];
  /** Median of the reference areas by indicator, and how many areas it rests on: what units are told against. */
  readonly reference: Readonly<
    Partial<Record<IndicatorId, { readonly median: number; readonly areas: number }>>
  >;
  /** Entropy weights of the indicators over the units. */
  readonly weights: Readonly<Partial<Record<IndicatorId, number>>>;
  readonly layers: readonly DiagnosisLayer[];
  /** Pollutants that were interpolated between samples, and what each surface is worth. */
  readonly surfaces: readonly SoilSurfaceQuality[];
  readonly sampleCount: number;
  /** What a reader must know of the whole, as keys `diagnosis-note.*` of the catalogue. */
  readonly notes: readonly {
    readonly key: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
}
