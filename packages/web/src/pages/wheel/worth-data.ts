import type { FutureWorth, WorthSummary } from '@aftermine/science/control';
import { queryOptions } from '@tanstack/react-query';
import { ApiProblem, askJson, projectPath } from '../../api/ask.ts';
import { projectKey } from '../../api/resources.ts';

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
      try {
        return await askJson<ValueOfControl>(projectPath(project, '/reports/value-of-control.json'));
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }
    },
  });
