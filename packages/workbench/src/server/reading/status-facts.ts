import type { StatusFacts } from '../../steps/project-status.ts';
import { observationHead } from './observation-head.ts';
import type { ProjectSnapshot } from './project-snapshot.ts';
import { recordsThere } from './records.ts';

/** What a status is judged by, without reading whole records: of 50,000 units those take minutes. */
export async function statusFacts(snapshot: ProjectSnapshot): Promise<StatusFacts> {
  const [there, head] = [await recordsThere(snapshot), await observationHead(snapshot)];
  return snapshot.tables('status-facts', async (tables): Promise<StatusFacts> => {
    const plan = there.plan ? tables.record('plan') : null;
    const [planned] = tables.rows('SELECT count(*) AS units, count(package) AS chosen FROM plan');
    return {
      observation: head,
      diagnosis: there.diagnosis
        ? {
            units: tables.count('diagnosis', 'units'),
            problems: Number(tables.value("SELECT count(*) FROM findings WHERE verdict = 'problem'")),
          }
        : null,
      plan:
        plan === null
          ? null
          : {
              start: Number(plan['start']),
              units: Number(planned?.['units']),
              chosen: Number(planned?.['chosen']),
              libraryHash: plan['libraryHash'] as string | undefined,
            },
    };
  });
}
