import type { PlannedUnit } from '@aftermine/science/plan';
import type { ProjectTables } from './project-tables.ts';

/**
 * JSON of the plan as it was solved, without what only the sheet of a unit needs: gates, alternatives, bills. Of 50,000 units it is
 * a tenth of the whole, so that a page can show it; the sheet of one unit is asked for when it is opened. One piece of the plan is
 * in memory at a time, for the whole is half a gigabyte. Null before `plan solve`.
 */
export async function planOverview(tables: Pick<ProjectTables, 'record' | 'pieces'>): Promise<string | null> {
  const record = tables.record('plan');
  if (record === null) return null;
  const listed = async <T>(list: string, told: (element: T) => unknown = (one) => one): Promise<string> => {
    const texts: string[] = [];
    for await (const piece of tables.pieces<T>('plan', list))
      for (const element of piece) texts.push(JSON.stringify(told(element)));
    return `[${texts.join(',')}]`;
  };
  const { front, ...rest } = record;
  const units = await listed<PlannedUnit>('units', briefUnit);
  const schedule = await listed('schedule');
  const ends = front === null ? 'null' : `${opened(front as object)}"plans":${await listed('front')}}`;
  return `${opened(rest)}"units":${units},"schedule":${schedule},"front":${ends}}`;
}

/** An object with members, as JSON that goes on. */
function opened(some: object): string {
  return `${JSON.stringify(some).slice(0, -1)},`;
}

function briefUnit(unit: PlannedUnit): PlannedUnit {
  return {
    ...unit,
    choice: unit.choice === null ? null : { ...unit.choice, gates: [] },
    valueParts: {},
    pricedUses: [],
    runnerUp: null,
    flips: [],
    alternatives: [],
    barred: [],
    bill: [],
    findings: [],
  };
}
