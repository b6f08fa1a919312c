import type { LedgerEntry } from '@aftermine/science/control';
import { queries } from '../../api/queries.ts';
import { verbQuery } from '../../api/verb-query.ts';
import type { Alert } from './alert-data.ts';

/** Lines somebody wrote about an alert since a form was opened: what stands beyond the last line it knew. */
export function linesSince(history: readonly LedgerEntry[], seen: number): readonly LedgerEntry[] {
  return history.filter(({ seq }) => seq > seen);
}

/** The last line of a history; -1 before any. */
export function lastSeq(history: readonly LedgerEntry[]): number {
  return history.at(-1)?.seq ?? -1;
}

/** The alert as it is at this moment, asked past everything that is kept. */
export function alertNow(project: string, id: string): Promise<Alert> {
  return queries.fetchQuery({
    ...verbQuery<Alert>(project, { verb: 'alert show', args: [id] }),
    staleTime: 0,
  });
}
