import type { FutureWorth, WorthSummary } from '@aftermine/science/control';
import { queryOptions } from '@tanstack/react-query';
import { askJson } from '../../api/ask.ts';
import { queries } from '../../api/queries.ts';
import { projectKey } from '../../api/resources.ts';
import { reportAddress, reportsQuery } from '../reports/report-data.ts';

const FILE = 'value-of-control.json';

/** What `value-of-control` keeps in `reports/value-of-control.json`. */
export interface ValueOfControl {
  readonly currency: string;
  readonly start: number;
  readonly seed: number;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly summary: WorthSummary;
  readonly futures: readonly FutureWorth[];
}

/** The value of control as it was last worked out; null where it never was. */
export const worthQuery = (project: string) =>
  queryOptions({
    queryKey: [...projectKey(project), 'value-of-control'],
    queryFn: async (): Promise<ValueOfControl | null> => {
      const { reports } = await queries.fetchQuery({ ...reportsQuery(project), staleTime: 0 });
      if (!reports.some(({ file }) => file === FILE)) return null;
      return askJson<ValueOfControl>(reportAddress(project, FILE));
    },
  });
