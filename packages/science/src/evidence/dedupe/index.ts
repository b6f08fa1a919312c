export type { DedupDecision, Verdict } from './decision.ts';
export { deduplicate } from './deduplicate.ts';
export type {
  DedupConflict,
  DedupCounts,
  Deduplication,
  JoinedPair,
  ManualPair,
  StudyLink,
} from './deduplication.ts';
export type { ManualKind, ManualRule } from './manual-question.ts';
export type { KeptReference } from './merge-references.ts';
export type { SameRule } from './same-rule.ts';
export { type ToldDeduplication, withKeys, withWorks } from './with-works.ts';
