import type { DatabaseSync } from 'node:sqlite';
import type { PlanFront, PlanResult } from '@aftermine/science/plan';
import { savePlanTables } from './plan-tables.ts';
import { loadRecordList, saveRecordList } from './record-lists.ts';
import { parseJson } from './rows.ts';

/** A plan of the front names every unit: one to a piece. */
const PLANS_PER_PIECE = 1;

/** What is left of a plan without its lists that grow with the site. */
type Rest = Omit<PlanResult, 'units' | 'schedule' | 'front'> & {
  readonly front: Omit<PlanFront, 'plans'> | null;
};

/** Keeps the lists of a plan in pieces and its tables; returns the JSON of the rest. Runs inside the caller's transaction. */
export function savePlan(db: DatabaseSync, plan: PlanResult): string {
  const { units, schedule, front, ...rest } = plan;
  savePlanTables(db, plan);
  saveRecordList(db, 'plan', 'units', units);
  saveRecordList(db, 'plan', 'schedule', schedule);
  saveRecordList(db, 'plan', 'front', front?.plans ?? [], PLANS_PER_PIECE);
  if (front === null) return JSON.stringify({ ...rest, front } satisfies Rest);
  const { plans: _, ...summary } = front;
  return JSON.stringify({ ...rest, front: summary } satisfies Rest);
}

/** The plan whose rest is `text`, with its lists. */
export function loadPlan(db: DatabaseSync, text: string, where: string): PlanResult {
  const { front, ...rest } = parseJson(text, where) as Rest;
  const list = <T>(name: string): T[] => loadRecordList<T>(db, 'plan', name);
  return {
    ...rest,
    units: list('units'),
    schedule: list('schedule'),
    front: front === null ? null : { ...front, plans: list('front') },
  };
}
