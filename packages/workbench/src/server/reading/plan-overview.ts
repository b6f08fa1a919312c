import type { ProjectTables } from './project-tables.ts';

/**
 * JSON of the plan as it was solved, its units as `briefUnit` has them; null before `plan solve`. Put together from the pieces it is
 * kept in, none of which is read: of 50,000 units the whole is half a gigabyte, and this a tenth of it.
 */
export async function planOverview(tables: Pick<ProjectTables, 'record' | 'texts'>): Promise<string | null> {
  const record = tables.record('plan');
  if (record === null) return null;
  const listed = async (list: string): Promise<string> => {
    const texts: string[] = [];
    for await (const text of tables.texts('plan', list)) texts.push(text.slice(1, -1));
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
