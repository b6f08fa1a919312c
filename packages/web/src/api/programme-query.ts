import type { ProgrammeRecord } from '@aftermine/science/control';
import { askJson, projectPath } from './ask.ts';
import { partQuery } from './resources.ts';

/** The programme in force; null before the first season. Seasons are asked for first, so that none is no failed request. */
export const programmeQuery = (project: string) => ({
  ...partQuery<ProgrammeRecord | null>(project, '/programme'),
  queryFn: async (): Promise<ProgrammeRecord | null> => {
    const { years } = await askJson<{ years: readonly number[] }>(projectPath(project, '/seasons'));
    return years.length === 0 ? null : askJson<ProgrammeRecord>(projectPath(project, '/programme'));
  },
});
