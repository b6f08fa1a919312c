import type { FlowEvent } from '../prisma/flow-event.ts';
import type { ScreeningMark } from './rank-next.ts';
import { decisionsInOrder, type ScreenDecision, type ScreenStage } from './screen-decision.ts';

/** `conflict`: the screeners do not say the same; `waiting`: fewer screeners than asked for have spoken. */
export type RecordVerdict = ScreeningMark | 'conflict' | 'waiting';

/** Where one record stands at one stage. */
export interface VerdictOfRecord {
  readonly record: string;
  readonly verdict: RecordVerdict;
  /** The decision of each screener that is in force, by the time each first spoke. */
  readonly inForce: readonly ScreenDecision[];
  /** The decision that ended a conflict; the verdict is then its own. */
  readonly settledBy: ScreenDecision | null;
  /** Reasons given for the exclusion, each once; of the settling decision where there is one. */
  readonly reasons: readonly string[];
}

/**
 * Where every record stands at a stage, in the order in which records were first decided on. A settling decision stands above
 * all others, the last one if there are several. Otherwise the verdict is what all screeners say; two who differ, or one
 * who is unsure while another is not, are a conflict.
 *
 * @param screenersNeeded how many must have spoken; 1 by default
 */
export function recordVerdicts(
  decisions: readonly ScreenDecision[],
  stage: ScreenStage,
  screenersNeeded = 1,
): VerdictOfRecord[] {
  const byRecord = new Map<string, { said: Map<string, ScreenDecision>; settled: ScreenDecision | null }>();
  for (const decision of decisionsInOrder(decisions, stage)) {
    const entry = byRecord.get(decision.record) ?? { said: new Map(), settled: null };
    byRecord.set(decision.record, entry);
    if (decision.settles) entry.settled = decision;
    else entry.said.set(decision.screener, decision);
  }
  return [...byRecord].map(([record, { said, settled }]) => {
    const inForce = [...said.values()];
    const verdict = settled?.decision ?? commonVerdict(inForce, screenersNeeded);
    const speaking = settled === null ? inForce : [settled];
    const reasons = verdict === 'exclude' ? speaking.flatMap(({ reason }) => reason ?? []) : [];
    return { record, verdict, inForce, settledBy: settled, reasons: [...new Set(reasons)] };
  });
}

function commonVerdict(inForce: readonly ScreenDecision[], screenersNeeded: number): RecordVerdict {
  const said = new Set(inForce.map(({ decision }) => decision));
  if (said.size > 1) return 'conflict';
  if (inForce.length < screenersNeeded) return 'waiting';
  return inForce[0]?.decision ?? 'waiting';
}

/** The records on which screeners differ and nobody has settled it. */
export function conflictsOf(decisions: readonly ScreenDecision[], stage: ScreenStage): VerdictOfRecord[] {
  return recordVerdicts(decisions, stage).filter(({ verdict }) => verdict === 'conflict');
}

/**
 * Marks for the queue: what was agreed on, or, with a screener named, what that screener said, so that two people can screen
 * without seeing each other's decisions; what was settled is settled for both. A conflict counts as `unsure`; a record still waiting has no mark.
 *
 * @param records keys by number, as the texts of the matrix are
 */
export function marksOfDecisions(
  decisions: readonly ScreenDecision[],
  stage: ScreenStage,
  records: readonly string[],
  screener?: string,
): (ScreeningMark | null)[] {
  const own =
    screener === undefined
      ? decisions
      : decisions.filter((decision) => decision.screener === screener || decision.settles);
  const verdictOf = new Map(recordVerdicts(own, stage).map(({ record, verdict }) => [record, verdict]));
  return records.map((record) => {
    const verdict = verdictOf.get(record) ?? 'waiting';
    if (verdict === 'waiting') return null;
    return verdict === 'conflict' ? 'unsure' : verdict;
  });
}

/**
 * What screening means for the flow diagram: an event a record of each stage, `undecided` where nothing is agreed on. Of several
 * reasons for an exclusion the first counts, for the diagram counts each report once.
 */
export function flowEventsOfDecisions(
  decisions: readonly ScreenDecision[],
  screenersNeeded = 1,
): FlowEvent[] {
  const verdictOf = (verdict: RecordVerdict): 'include' | 'exclude' | 'undecided' =>
    verdict === 'include' || verdict === 'exclude' ? verdict : 'undecided';
  return [
    ...recordVerdicts(decisions, 'title-abstract', screenersNeeded).map(
      ({ record, verdict }): FlowEvent => ({ kind: 'screened', record, verdict: verdictOf(verdict) }),
    ),
    ...recordVerdicts(decisions, 'full-text', screenersNeeded).map(
      ({ record, verdict, reasons }): FlowEvent => ({
        kind: 'assessed',
        record,
        verdict: verdictOf(verdict),
        ...(reasons[0] === undefined ? {} : { reason: reasons[0] }),
      }),
    ),
  ];
}
