import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { briefUnit, type PlannedUnit } from '@aftermine/science/plan';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { examplePlan } from '../plan-workbook/workbook-plan.fixture.ts';
import { exampleSite } from '../store.suite.ts';
import { saveVerdicts } from './brief-lists.ts';
import { GeoPackageStore } from './geopackage-store.ts';
import { openDatabase } from './open-database.ts';
import { loadRecordList, saveRecordList } from './record-lists.ts';

let folder: string;
let path: string;
const plan = examplePlan(Array.from({ length: 1201 }, (_, i) => `U${i}`));
const brief = JSON.stringify(plan.units.map(briefUnit));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brief-'));
  path = join(folder, 'project.gpkg');
  const store = new GeoPackageStore(path);
  await store.save({ site: exampleSite(), plan });
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const briefOf = (): PlannedUnit[] => {
  const db = new DatabaseSync(path, { readOnly: true });
  const units = loadRecordList<PlannedUnit>(db, 'plan', 'brief');
  db.close();
  return units;
};

test('a plan is kept with its units in brief, in their order, over several pieces', () => {
  expect(JSON.stringify(briefOf())).toBe(brief);
});

test('a shorter plan leaves nothing of the longer one in the brief list', async () => {
  const store = new GeoPackageStore(path);
  await store.save({ plan: examplePlan(['U1']) });
  await store.close();
  expect(briefOf().map(({ id }) => id)).toEqual(['U1']);
});

test('a file of version 4 gets its brief lists when it is opened, also for reading', async () => {
  const db = new DatabaseSync(path);
  db.exec(`DELETE FROM aftermine_record_lists WHERE list = 'brief';
    UPDATE aftermine_meta SET value = '4' WHERE key = 'schema'`);
  db.close();
  expect(briefOf()).toEqual([]);
  const store = new GeoPackageStore(path, { readOnly: true });
  expect(await store.plan()).toEqual(plan);
  await store.close();
  expect(JSON.stringify(briefOf())).toBe(brief);
});

test('a verdict is id, score and mode of a diagnosed unit, unknown ones with their reason', () => {
  const db = openDatabase(path);
  const score = { kind: 'unknown', reason: 'no-terrain' };
  saveRecordList(db, 'diagnosis', 'units', [
    { id: 'A', areaHa: 2, score: 0.25, obstacles: [], mode: 'natural-recovery' },
    { id: 'B', areaHa: 3, score, obstacles: [], mode: 'reconstruction' },
  ]);
  saveVerdicts(db);
  expect(loadRecordList(db, 'diagnosis', 'verdicts')).toEqual([
    { id: 'A', score: 0.25, mode: 'natural-recovery' },
    { id: 'B', score, mode: 'reconstruction' },
  ]);
  db.close();
});
