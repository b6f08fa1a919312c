import type { LedgerEntry } from '@aftermine/science/control';

/** What closing asks for, and how much of it is there. */
export interface ClosingNeeds {
  readonly evidence: number;
  /** The last re-check since the work was reported done; null before one. */
  readonly recheck: 'passed' | 'failed' | null;
  readonly ready: boolean;
}

/** Closing asks for a piece of evidence and a re-check that passed after the work was last reported done. */
export function closingNeeds(history: readonly LedgerEntry[]): ClosingNeeds {
  let [evidence, recheck]: [number, ClosingNeeds['recheck']] = [0, null];
  for (const { kind } of history) {
    if (kind === 'evidence-added') evidence += 1;
    if (kind === 'rectified' || kind === 'reopened') recheck = null;
    if (kind === 'recheck-passed') recheck = 'passed';
    if (kind === 'recheck-failed') recheck = 'failed';
  }
  return { evidence, recheck, ready: evidence > 0 && recheck === 'passed' };
}
