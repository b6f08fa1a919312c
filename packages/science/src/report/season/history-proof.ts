import { type LedgerEntry, NO_ENTRY, type SeasonResult } from '../../control/index.ts';
import { closingLine } from './season-alerts.ts';

/** What a printed report proves about the history: how many lines there were, and the hash of the last. */
export interface HistoryProof {
  /** Before the season was run. */
  readonly before: { readonly lines: number; readonly hash: string };
  /** When it was closed; null where the history holds no such line. */
  readonly closed: { readonly lines: number; readonly hash: string; readonly at: string } | null;
  /** When the report was made. */
  readonly now: { readonly lines: number; readonly hash: string; readonly at: string | null };
  /** The season goes on from a line that is not the one it was made from. */
  readonly isBroken: boolean;
}

export function historyProof(
  { year, madeFrom: { ledger } }: Pick<SeasonResult, 'year' | 'madeFrom'>,
  entries: readonly LedgerEntry[],
): HistoryProof {
  const last = entries.at(-1);
  const closed = closingLine(entries, year);
  const before = entries[ledger.entries - 1]?.hash ?? NO_ENTRY;
  return {
    before: { lines: ledger.entries, hash: ledger.head },
    closed: closed === null ? null : { lines: closed.seq + 1, hash: closed.hash, at: closed.at },
    now: { lines: entries.length, hash: last?.hash ?? NO_ENTRY, at: last?.at ?? null },
    isBroken: before !== ledger.head,
  };
}
