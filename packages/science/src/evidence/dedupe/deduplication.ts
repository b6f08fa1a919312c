import type { DedupDecision } from './decision.ts';
import type { ManualKind, ManualRule } from './manual-question.ts';
import type { KeptReference } from './merge-references.ts';
import type { SameRule } from './same-rule.ts';

/** Two records that were joined, and why. */
export interface JoinedPair {
  readonly a: string;
  readonly b: string;
  readonly rule: SameRule | 'decision';
  /** How strongly the fields agree: the higher, the earlier the pair was joined. Null for a person's answer. */
  readonly score: number | null;
}

/** Two records a person should look at. Of two groups only the most alike records are asked about. */
export interface ManualPair {
  readonly a: string;
  readonly b: string;
  readonly rule: ManualRule;
  readonly kind: ManualKind;
  readonly score: number;
}

/** Two records that belong together without being one work, as a person said. */
export interface StudyLink {
  readonly a: string;
  readonly b: string;
  readonly verdict: 'translation' | 'report-of-one-study';
}

/** A join that was refused, since it would have brought together two records that are kept apart. */
export interface DedupConflict {
  readonly a: string;
  readonly b: string;
  /** Why the two should have been joined. */
  readonly rule: SameRule | 'decision';
  /** The two records that would have met. */
  readonly apart: readonly [string, string];
  /** Whether a person or a rule keeps them apart. */
  readonly by: 'decision' | 'rule';
}

/** How many; `records = kept + duplicates`, `duplicates = withinFiles + acrossFiles`, `kept = groups + alone`. */
export interface DedupCounts {
  readonly records: number;
  /** Works after duplicates are removed. */
  readonly kept: number;
  /** Records removed: of each group all but one. */
  readonly duplicates: number;
  /** Removed records whose work is in the same file once more. */
  readonly withinFiles: number;
  /** Removed records whose work is in another file. */
  readonly acrossFiles: number;
  /** Works of two or more records. */
  readonly groups: number;
  /** Works of one record. */
  readonly alone: number;
  readonly manual: number;
  readonly links: number;
  readonly conflicts: number;
  /** Pairs of records that were compared. */
  readonly compared: number;
}

/** Which records are one work. Everything in it is in the order of the record keys. */
export interface Deduplication {
  /** Keys of the records of each work of two or more records. */
  readonly groups: readonly (readonly string[])[];
  readonly manual: readonly ManualPair[];
  readonly links: readonly StudyLink[];
  /** One entry for each work, works of one record included. */
  readonly kept: readonly KeptReference[];
  readonly pairs: readonly JoinedPair[];
  readonly conflicts: readonly DedupConflict[];
  /** Answers about records that are not here. They are kept and count again when the records are back. */
  readonly waiting: readonly DedupDecision[];
  readonly counts: DedupCounts;
}
