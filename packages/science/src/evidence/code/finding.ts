import type { EffectMeasure, EventArm } from '../pool/index.ts';
import type { Validity } from './grade-of.ts';

/** What the column of spreads holds. */
export type SpreadKind = 'sd' | 'se' | 'ci95' | 'iqr' | 'unknown';

/** One arm as a paper prints it. */
export interface ReportedArm {
  readonly mean: number;
  readonly spread: number;
  readonly n: number;
}

/** The numbers of one comparison. */
export type FindingNumbers =
  | {
      readonly kind: 'means';
      readonly treated: ReportedArm;
      readonly comparator: ReportedArm;
      /** For `ci95` the spread is half of the interval, for `iqr` the whole range between the quartiles. */
      readonly spread: SpreadKind;
    }
  | { readonly kind: 'events'; readonly treated: EventArm; readonly comparator: EventArm }
  | {
      readonly kind: 'effect';
      readonly measure: EffectMeasure;
      readonly estimate: number;
      readonly variance: number;
    };

/** A figure that a practitioner could use: depth of topsoil, seed rate, dose of lime. */
export interface FindingParameter {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
}

/** Where a study stands; null where it does not say. */
export interface SiteAttributes {
  /** Köppen class: `BSk`. */
  readonly climate: string | null;
  readonly commodity: string | null;
  readonly landform: string | null;
  readonly region: string | null;
}

/** One comparison of one indicator at one time, from one paper. */
export interface EvidenceFinding {
  readonly id: string;
  readonly paper: string;
  /** Code of a technology. */
  readonly measure: string;
  /** Code of an indicator. */
  readonly indicator: string;
  readonly comparator: string;
  readonly design: string;
  readonly validity: Validity | null;
  /** Year of publication. */
  readonly year: number | null;
  readonly yearsSinceRestoration: number | null;
  readonly numbers: FindingNumbers | null;
  readonly parameters: readonly FindingParameter[];
  readonly site: SiteAttributes;
  /** Page, table or figure. Without it the finding cannot be cited by a measure. */
  readonly locator: string | null;
  readonly quote: string | null;
}

/** True for a finding that can be cited: it says where it stands, and has numbers. */
export function isCitable(finding: EvidenceFinding): boolean {
  return finding.locator !== null && (finding.numbers !== null || finding.parameters.length > 0);
}
