import { AftermineError, canonicalJson } from '../../base/index.ts';
import type { LedgerEntry, LedgerKind } from './types.ts';

/** What a new line says, before it is bound to the one before. */
export interface LedgerDraft {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string;
  readonly kind: LedgerKind;
  readonly alert: string | null;
  readonly detail: LedgerEntry['detail'];
}

/** SHA-256 of a text in UTF-8, hex. */
export type HashText = (text: string) => string;

/** What the first entry is bound to. */
export const NO_ENTRY = '0'.repeat(64);

/** How far a history went and how it ended, kept apart from it: without it nobody could tell that its end was cut off. */
export interface LedgerHead {
  readonly entries: number;
  readonly hash: string;
}

export function headOf(entries: readonly LedgerEntry[]): LedgerHead {
  return { entries: entries.length, hash: entries.at(-1)?.hash ?? NO_ENTRY };
}

/**
 * Lines bound to a history: each holds the hash of the one before, and its own is that of everything it says,
 *
 *     hash = SHA-256(canonical JSON {seq, at, by, kind, alert, detail, previous})
 *
 * so that a line that is edited, left out or moved shows.
 *
 * @returns the new entries alone
 * @throws Conflict `E-CTL-301` for a line older than the last: the clock went backwards, or the line belongs elsewhere
 */
export function appendEntries(
  head: LedgerHead,
  lastAt: string | null,
  drafts: readonly LedgerDraft[],
  hash: HashText,
): readonly LedgerEntry[] {
  const added: LedgerEntry[] = [];
  let [at, previous] = [lastAt, head.hash];
  drafts.forEach((draft, i) => {
    if (at !== null && draft.at < at)
      throw new AftermineError('Conflict', 'E-CTL-301', {
        where: draft.kind,
        expected: `>= ${at}`,
        got: draft.at,
      });
    const { by, kind, alert, detail } = draft;
    const body = { seq: head.entries + i, at: draft.at, by, kind, alert, detail, previous };
    const entry = { ...body, hash: hash(canonicalJson(body)) };
    added.push(entry);
    [at, previous] = [entry.at, entry.hash];
  });
  return added;
}

/** What is wrong with a history, and from which line on. */
export interface LedgerBreak {
  readonly seq: number;
  readonly problem: 'edited' | 'order' | 'missing' | 'truncated';
}

/**
 * The first place where a history is not what it was when it was written: a line that was edited, lines deleted or reordered, an
 * end cut off. Who can write both the lines and the head, and hashes them anew, is not found out: keep the head of a season report
 * elsewhere.
 *
 * @returns null for a sound history
 */
export function findLedgerBreak(
  entries: readonly LedgerEntry[],
  head: LedgerHead,
  hash: HashText,
): LedgerBreak | null {
  let previous = NO_ENTRY;
  for (const [i, entry] of entries.entries()) {
    if (entry.seq !== i)
      return {
        seq: Math.min(i, entry.seq),
        problem: entries.some(({ seq }) => seq === i) ? 'order' : 'missing',
      };
    const { hash: stated, ...body } = entry;
    if (stated !== hash(canonicalJson(body))) return { seq: i, problem: 'edited' };
    if (entry.previous !== previous) return { seq: i, problem: 'edited' };
    previous = stated;
  }
  if (entries.length < head.entries) return { seq: entries.length, problem: 'truncated' };
  // Lines after the head were added by somebody who did not move it.
  if (entries.length > head.entries) return { seq: head.entries, problem: 'edited' };
  return previous === head.hash ? null : { seq: entries.length - 1, problem: 'edited' };
}
