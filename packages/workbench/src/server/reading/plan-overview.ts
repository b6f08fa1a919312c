import type { ProjectTables } from './project-tables.ts';

/** Record of a plan: of what is carried out, or of the plan that was solved beside a programme in force. */
export type PlanRecord = 'plan' | 'solved-plan';

/** Name of a list of a plan in the store. */
export const planList = (record: PlanRecord, list: string): string =>
  record === 'plan' ? list : `plan-${list}`;

/**
 * JSON of a plan, its units as `briefUnit` has them; null where there is none. Put together from the pieces it is
 * kept in, none of which is read: of 50,000 units the whole is half a gigabyte, and this a tenth of it.
 */
export async function planOverview(
  tables: Pick<ProjectTables, 'record' | 'texts'>,
  name: PlanRecord = 'plan',
): Promise<string | null> {
  const record = tables.record(name);
  if (record === null) return null;
  const listed = async (list: string): Promise<string> => {
    const texts: string[] = [];
    for await (const text of tables.texts(name, planList(name, list))) texts.push(text.slice(1, -1));
    return `[${texts.filter((text) => text !== '').join(',')}]`;
  };
  const { front, ...rest } = record;
  const units = await listed('brief');
  const schedule = await listed('schedule');
  const ends = front === null ? 'null' : `${opened(front as object)}"plans":${await listed('front')}}`;
  return `${opened(rest)}"units":${units},"schedule":${schedule},"front":${ends}}`;
}

/** An object with members, as JSON that goes on. */
function opened(some: object): string {
  return `${JSON.stringify(some).slice(0, -1)},`;
}
