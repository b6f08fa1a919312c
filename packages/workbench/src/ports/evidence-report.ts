import type { Unknown } from '@aftermine/science/base';
import type {
  AppraisedPaper,
  ClaimsReport,
  Codebook,
  ComputedFlow,
  DedupCounts,
  EvidenceComplaint,
  GapMap,
  judgeAgreement,
  ManualPair,
  MeasureParameter,
  Reference,
  ScreenerAgreement,
  ScreenStage,
  StoppingSignals,
  SuggestedTheme,
  Synthesis,
} from '@aftermine/science/evidence';
import type { SupportedFigure } from '@aftermine/science/plan';
import type { EvidenceSource } from './evidence-store.ts';

/** A finding that somebody took back, and why; its record stays. */
export interface WithdrawnFinding {
  readonly finding: string;
  readonly note: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** How far one stage of screening is. */
export interface ScreeningState {
  readonly stage: ScreenStage;
  /** Records that the stage is about. */
  readonly works: number;
  readonly verdicts: number;
  readonly included: number;
  readonly excluded: number;
  readonly unsure: number;
  /** Keys of the records on which screeners differ. */
  readonly conflicts: readonly string[];
  readonly agreement: readonly ScreenerAgreement[];
  readonly signals: StoppingSignals;
}

/** What coders say of studies, and how well they agree. */
export interface CodingState {
  readonly studies: number;
  readonly disputed: number;
  readonly coders: readonly string[];
  /** Pairs of study and code that somebody spoke of, and those that two did. */
  readonly units: number;
  readonly twice: number;
  /** Krippendorff's alpha; null with a single coder. */
  readonly alpha: number | Unknown | null;
  readonly verdict: ReturnType<typeof judgeAgreement>;
  readonly themes: readonly SuggestedTheme[];
}

/** Two records that a person should look at, with what can be read of them. */
export interface ManualQuestion extends ManualPair {
  readonly first: Reference | null;
  readonly second: Reference | null;
}

/** What the report of a review is made from. */
export interface EvidenceReport {
  readonly projectName: string;
  readonly version: string;
  readonly codebook: Codebook;
  readonly sources: readonly EvidenceSource[];
  readonly counts: DedupCounts;
  readonly manual: readonly ManualQuestion[];
  readonly screening: readonly ScreeningState[];
  readonly flow: ComputedFlow;
  readonly gapMap: GapMap;
  readonly coding: CodingState;
  /** Papers whose trustworthiness somebody judged. */
  readonly appraisals: readonly AppraisedPaper[];
  /** Pairs of technology and indicator that two papers or more are about. */
  readonly syntheses: readonly Synthesis[];
  /** Findings in force. */
  readonly findings: number;
  readonly suggestions: readonly MeasureParameter[];
  /** Figures of the measure library that findings stand in for. */
  readonly figures: readonly SupportedFigure[];
  /** Null where the folder has no `claims.yaml`. */
  readonly claims: ClaimsReport | null;
  readonly withdrawn: readonly WithdrawnFinding[];
  readonly complaints: readonly EvidenceComplaint[];
}
