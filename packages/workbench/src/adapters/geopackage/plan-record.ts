import type { DatabaseSync } from 'node:sqlite';
import type { PlanFront, PlanResult } from '@aftermine/science/plan';
import { saveBriefPlan } from './brief-lists.ts';
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
  savePlanTables(db, plan);
  const rest = savePlanLists(db, 'plan', plan);
  saveBriefPlan(db);
  return rest;
}

/** Keeps the lists of a plan of record `name` in pieces; returns the JSON of the rest. Runs inside the caller's transaction. */
export function savePlanLists(db: DatabaseSync, name: string, plan: PlanResult): string {
  const { units, schedule, front, ...rest } = plan;
  // The names of lists of other records keep clear of their own.
  const of = (list: string): string => (name === 'plan' ? list : `plan-${list}`);
  saveRecordList(db, name, of('units'), units);
  saveRecordList(db, name, of('schedule'), schedule);
  saveRecordList(db, name, of('front'), front?.plans ?? [], PLANS_PER_PIECE);
  if (front === null) return JSON.stringify({ ...rest, front } satisfies Rest);
  const { plans: _, ...summary } = front;
  return JSON.stringify({ ...rest, front: summary } satisfies Rest);
}

/** The plan of record `name` whose rest is `text`, with its lists. */
export function loadPlanLists(db: DatabaseSync, name: string, text: string, where: string): PlanResult {
  const { front, ...rest } = parseJson(text, where) as Rest;
  const list = <T>(of: string): T[] => loadRecordList<T>(db, name, name === 'plan' ? of : `plan-${of}`);
  return {
    ...rest,
    units: list('units'),
    schedule: list('schedule'),
    front: front === null ? null : { ...front, plans: list('front') },
  };
}
