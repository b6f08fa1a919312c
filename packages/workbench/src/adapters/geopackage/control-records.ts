import type { DatabaseSync } from 'node:sqlite';
import type { ProgrammeRecord, SeasonResult } from '@aftermine/science/control';
import type { PlanResult } from '@aftermine/science/plan';
import { saveBriefProgramme } from './brief-lists.ts';
import { saveSeasonTables } from './control-tables.ts';
import { loadPlanLists, savePlanLists } from './plan-record.ts';
import { loadRecordList, saveRecordList } from './record-lists.ts';
import { parseJson } from './rows.ts';

/** The programme in force, its lists in pieces. Runs inside the caller's transaction. */
export function saveProgramme(db: DatabaseSync, programme: ProgrammeRecord): void {
  const { plan, units, promises, adopted, ...rest } = programme;
  for (const [list, elements] of Object.entries({ units, promises, adopted }))
    saveRecordList(db, 'programme', list, elements);
  const text = JSON.stringify({ ...rest, plan: savePlanLists(db, 'programme', plan) });
  saveBriefProgramme(db);
  db.prepare("INSERT OR REPLACE INTO aftermine_records VALUES ('programme', ?)").run(text);
}

export function loadProgramme(db: DatabaseSync, path: string): ProgrammeRecord | null {
  const row = db.prepare("SELECT value FROM aftermine_records WHERE name = 'programme'").get();
  if (row === undefined) return null;
  const { plan, ...rest } = parseJson(String(row['value']), `${path}: programme`) as { plan: string };
  const list = <T>(name: string): T[] => loadRecordList<T>(db, 'programme', name);
  return {
    ...(rest as unknown as Omit<ProgrammeRecord, 'plan' | 'units' | 'promises' | 'adopted'>),
    units: list('units'),
    promises: list('promises'),
    adopted: list('adopted'),
    plan: loadPlanLists(db, 'programme', plan, path),
  };
}

/** A season, its lists in pieces, and the tables that QGIS shows. Runs inside the caller's transaction. */
export function saveSeason(db: DatabaseSync, season: SeasonResult): void {
  const name = `season-${season.year}`;
  const { units, replan, ...rest } = season;
  saveRecordList(db, name, 'units', units);
  const kept = replan === null ? null : { ...replan, plan: savePlanLists(db, name, replan.plan) };
  db.prepare('INSERT OR REPLACE INTO aftermine_seasons VALUES (?, ?)').run(
    season.year,
    JSON.stringify({ ...rest, replan: kept }),
  );
  saveSeasonTables(db, season);
}

export function loadSeason(db: DatabaseSync, path: string, year: number): SeasonResult | null {
  const row = db.prepare('SELECT value FROM aftermine_seasons WHERE year = ?').get(year);
  if (row === undefined) return null;
  const name = `season-${year}`;
  const { replan, ...rest } = parseJson(String(row['value']), `${path}: ${name}`) as Omit<
    SeasonResult,
    'units' | 'replan'
  > & { readonly replan: (Omit<NonNullable<SeasonResult['replan']>, 'plan'> & { plan: string }) | null };
  return {
    ...rest,
    units: loadRecordList(db, name, 'units'),
    replan:
      replan === null ? null : { ...replan, plan: loadPlanLists(db, name, replan.plan, path) as PlanResult },
  };
}
