import { AftermineError } from '../../base/index.ts';

/**
 * What a person says of two records: one work; two works; a work and its translation; two reports of one study; or `undecided`,
 * which takes an earlier answer back and leaves the pair to the rules.
 */
export type Verdict = 'same' | 'different' | 'translation' | 'report-of-one-study' | 'undecided';

/** One answer. Answers are only ever added; a later one of the same pair stands in place of the earlier. */
export interface DedupDecision {
  /** Keys of the two records; their order does not matter. */
  readonly a: string;
  readonly b: string;
  readonly verdict: Verdict;
  /** Who said so. */
  readonly by: string;
  /** When, in UTC: `2026-03-01T09:30:00Z`. */
  readonly at: string;
}

/** The answers in force. */
export interface Standing {
  /** The last answer of each pair of records that are both here, the latest first. */
  readonly inForce: readonly DedupDecision[];
  /** Answers about a record that is not here (its file is not loaded): kept for when it comes back. */
  readonly waiting: readonly DedupDecision[];
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/**
 * The answers in force among `keys`: of each pair the one given last, by its time and, at the same time, by its place in the list.
 * `undecided` leaves no answer. Throws E-DUP-002 for a time that is no instant in UTC and E-DUP-003 for a record compared with itself.
 */
export function standingDecisions(decisions: readonly DedupDecision[], keys: ReadonlySet<string>): Standing {
  const waiting: DedupDecision[] = [];
  const last = new Map<string, { readonly decision: DedupDecision; readonly place: number }>();
  for (const [place, decision] of decisions.entries()) {
    const { a, b, at } = decision;
    if (!INSTANT.test(at))
      throw new AftermineError('InvalidInput', 'E-DUP-002', { where: `decisions[${place}]`, got: at });
    if (a === b)
      throw new AftermineError('InvalidInput', 'E-DUP-003', { where: `decisions[${place}]`, got: a });
    if (!keys.has(a) || !keys.has(b)) {
      waiting.push(decision);
      continue;
    }
    const pair = pairKey(a, b);
    const earlier = last.get(pair);
    if (earlier === undefined || compareInstants(earlier.decision.at, at) <= 0)
      last.set(pair, { decision, place });
  }
  const inForce = [...last.values()]
    .filter(({ decision }) => decision.verdict !== 'undecided')
    .sort((x, y) => compareInstants(y.decision.at, x.decision.at) || y.place - x.place)
    .map(({ decision }) => decision);
  return { inForce, waiting };
}

/** One text for a pair of records, whichever is named first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

/** Instants of one form compare as text once the mark of the zone is off (`00Z` is before `00.5Z`). */
function compareInstants(a: string, b: string): number {
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  return x < y ? -1 : x > y ? 1 : 0;
}
