import type { MessageParam, Unknown } from '../base/index.ts';

/** What can hold recovery back; labels in the catalogue under `factor.*`. */
export type Factor =
  | 'slope'
  | 'stability'
  | 'erosion'
  | 'contamination'
  | 'water'
  | 'soil-depth'
  | 'soil-quality'
  | 'vegetation'
  | 'planting'
  | 'land-status';

/** How grave a finding is: `critical` forbids the land use aimed at, `major` holds recovery back, `minor` slows it. */
export type FindingSeverity = 'critical' | 'major' | 'minor' | 'info';

/** Where a number of a unit comes from. */
export interface Evidence {
  readonly kind: 'raster' | 'samples' | 'observation' | 'settings' | 'register';
  /** Raster file, sample ids, index or settings key. */
  readonly source: string;
  /** Pixels, samples or years behind the number. */
  readonly count: number;
}

/** One indicator of one unit: a value with what it rests on, or why there is none. */
export interface KnownIndicator {
  readonly kind: 'known';
  readonly value: number;
  /** 5th to 95th percentile, or the extremes of few samples; null without a spread. */
  readonly low: number | null;
  readonly high: number | null;
  readonly evidence: Evidence;
}
export type IndicatorValue = KnownIndicator | Unknown;

/** A problem of one unit, or a question that could not be answered. */
export interface Finding {
  /** `<unit>:<rule>[:<detail>]`, stable from run to run. */
  readonly id: string;
  readonly unitId: string;
  readonly rule: string;
  readonly factor: Factor;
  readonly severity: FindingSeverity;
  /** `insufficient`: the rule could not decide; `reason` says why. */
  readonly verdict: 'problem' | 'insufficient';
  readonly reason: Unknown | null;
  /** Fill the sentence `finding.<rule>` of the catalogue. */
  readonly params: Readonly<Record<string, MessageParam>>;
  readonly evidence: readonly Evidence[];
  /** Source of the limit (words: `limit-source.*` of the catalogue), and whether it was read in the official document. */
  readonly limitSource: string;
  readonly limitVerified: boolean;
  readonly confidence: 'high' | 'medium' | 'low';
  /** What would change this, as keys `change.*` of the catalogue. */
  readonly wouldChange: readonly string[];
  /** Measures that answer it, as ids `measure.*` of the catalogue. */
  readonly measures: readonly string[];
}
