import type { Alarm, AlertCase, LedgerEntry } from '@aftermine/science/control';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem, askJson, projectPath } from '../../api/ask.ts';
import { partQuery } from '../../api/resources.ts';

/** An alarm and what became of it, as `alert list --json` prints it. */
export interface Alert {
  readonly alarm: Alarm;
  readonly case: AlertCase;
  /** Name of the unit; null where it has none. */
  readonly name: string | null;
  readonly history: readonly LedgerEntry[];
}

export interface AlertList {
  readonly alerts: readonly Alert[];
  readonly open: number;
  readonly falseAlarmRate: number | null;
}

/** Before the first season there is no list. */
export const NO_SEASON = 'E-CTL-310';

/** The inbox. Looked at again every minute: somebody else may have answered meanwhile. */
export const alertsQuery = (project: string) => ({
  ...partQuery<AlertList>(project, '/alerts'),
  queryFn: async () => {
    // Asked first, so that a project without seasons is no failed request.
    const { years } = await askJson<{ years: readonly number[] }>(projectPath(project, '/seasons'));
    if (years.length === 0)
      throw new ApiProblem(404, { code: NO_SEASON, tag: 'NotFound', message: '', hint: '' });
    return askJson<AlertList>(projectPath(project, '/alerts'));
  },
  refetchInterval: 60_000,
});

export function useAlerts(project: string) {
  return useQuery(alertsQuery(project));
}
