import type { ObservationResult } from '@aftermine/science/observe';
import type { ProjectSnapshot } from './project-snapshot.ts';

/** What is told of an observation without its units. */
export interface ObservationHead {
  readonly years: ObservationResult['years'];
  readonly yearSummaries: ObservationResult['yearSummaries'];
  readonly fit: ObservationResult['fit'];
  /** Index that charts and maps begin with. */
  readonly leading: string;
}

/** The head of the observation of a project; null before there is one. */
export function observationHead(snapshot: ProjectSnapshot): Promise<ObservationHead | null> {
  return snapshot.tables('observation-head', async (tables) => {
    const [row] = tables.rows(
      `SELECT json_extract(value, '$.years') AS years, json_extract(value, '$.yearSummaries') AS summaries,
         json_extract(value, '$.fit') AS fit, json_array_length(value, '$.rsei.boundary') AS rsei,
         json_extract(value, '$.trajectories.boundary.index') AS segmented
       FROM aftermine_records WHERE name = 'observation'`,
    );
    if (row === undefined) return null;
    const parsed = <T>(column: string): T => JSON.parse(String(row[column])) as T;
    const fit = parsed<ObservationResult['fit']>('fit');
    return {
      years: parsed('years'),
      yearSummaries: parsed('summaries'),
      fit,
      leading: fit.gate !== 'refused' && Number(row['rsei']) > 0 ? 'rsei' : String(row['segmented']),
    };
  });
}
