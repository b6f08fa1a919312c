import type { SvmTrainer } from './svm-trainer.ts';

/** A record and its decision value: the higher, the more like what was included. */
export interface RankedRecord {
  readonly record: number;
  readonly decision: number;
}

/**
 * Candidates by falling decision value, equal ones by their number: the first is what the model most expects to be included.
 *
 * @param trainer trained
 * @param candidates numbers of records, each once
 */
export function rankRecords(trainer: SvmTrainer, candidates: readonly number[]): RankedRecord[] {
  const decisions = trainer.decide(candidates);
  return candidates
    .map((record, i): RankedRecord => ({ record, decision: decisions[i]! }))
    .sort((a, b) => b.decision - a.decision || a.record - b.record);
}
