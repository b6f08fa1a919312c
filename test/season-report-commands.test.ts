import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleSeason } from '../packages/science/src/control/season/season-example.fixture.ts';
import { samplePlan } from '../packages/workbench/src/adapters/plan-report/sample-plan.fixture.ts';
import { sampleSite } from '../packages/workbench/src/adapters/plan-report/sample-site.fixture.ts';
import { sampleSeasonReport } from '../packages/workbench/src/adapters/season-report/sample-season.fixture.ts';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { command } from './own-scenes-project.ts';

let dir: string;
/** A project without a season. */
let fresh: string;

const run = (where: string, ...argv: string[]) => command([...argv, '-C', where, '--json']);
const SETTINGS = `name: 北山煤矿
boundary: inputs/boundary.geojson
language: zh
control:
  people:
    - { id: zhao, name: 赵队长, role: field }
`;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'aftermine-season-report-'));
  fresh = mkdtempSync(join(tmpdir(), 'aftermine-no-season-'));
  for (const one of [dir, fresh]) writeFileSync(join(one, 'aftermine.yaml'), SETTINGS);
  const { season, programme, ledger } = sampleSeasonReport();
  const ids = samplePlan.units.map(({ id }) => id);
  const store = await composeWorkbench().openStore(dir);
  await store.save({ site: sampleSite, programme, season: exampleSeason({ year: 2027, units: ids }) });
  // The plan of before held a package that no plan names any more.
  const changes = season.replan!.changes.map((one) => ({
    ...one,
    before: { package: 'shrubland/shrub-planting', year: 2029 },
  }));
  await store.save({ season: { ...season, replan: { ...season.replan!, changes } }, ledger });
  await store.close();
});
afterAll(() => {
  for (const one of [dir, fresh]) rmSync(one, { recursive: true, force: true });
});

describe('report season', () => {
  test('tells the last season in the language of the project, an earlier one where its year is named', async () => {
    const last = await run(dir, 'report', 'season');
    expect(last.code).toBe(0);
    expect(last.json.data.path).toBe(join(dir, 'reports', 'season-2028.zh.html'));
    expect(readFileSync(last.json.data.path, 'utf8')).toContain('2028 年季度评估报告');
    const before = await run(dir, 'report', 'season', '--year', '2027', '--lang', 'en');
    expect(before.json.data.path).toBe(join(dir, 'reports', 'season-2027.en.html'));
    const page = readFileSync(before.json.data.path, 'utf8');
    expect(page).toContain('Season report 2027');
    // Evidence that the history names is not in this folder, and the page says so.
    expect(readFileSync(last.json.data.path, 'utf8')).toContain('（文件缺失）');
  });

  test('status asks for the report of the last season as for the others', async () => {
    const reports = join(dir, 'reports');
    writeFileSync(join(reports, 'observation.zh.html'), '');
    const state = async (): Promise<string> => {
      const { steps } = (await run(dir, 'status')).json.data;
      return steps.find(({ step }: { step: string }) => step === 'report').state;
    };
    rmSync(join(reports, 'season-2028.zh.html'));
    expect(await state()).toBe('missing');
    expect((await run(dir, 'report', 'season')).code).toBe(0);
    expect(await state()).not.toBe('missing');
  });

  test('a package that no plan holds any more is told in the words of the library', async () => {
    const { json } = await run(dir, 'report', 'season', '--lang', 'en');
    const page = readFileSync(json.data.path, 'utf8');
    expect(page).toContain('Shrubland: Planting of native shrubs, 2029');
    expect(page).not.toContain('shrub-planting');
  });

  test('says which seasons there are, refuses a year for other reports, and never writes over a file that was named', async () => {
    const none = await run(dir, 'report', 'season', '--year', '2031');
    expect(none.json.error.code).toBe('E-CTL-601');
    expect(none.json.error.hint).toContain('2027, 2028');
    expect((await run(dir, 'report', 'plan', '--year', '2028')).json.error.code).toBe('E-USE-002');
    expect((await run(dir, 'report', 'season', '--year', 'soon')).json.error.code).toBe('E-USE-002');
    const out = join(dir, 'own.html');
    expect((await run(dir, 'report', 'season', '-o', out)).code).toBe(0);
    expect((await run(dir, 'report', 'season', '-o', out)).json.error.code).toBe('E-USE-003');
    expect((await run(fresh, 'report', 'season')).json.error.code).toBe('E-CTL-310');
    expect(existsSync(join(fresh, 'reports'))).toBe(false);
  });

  test('is not made on top of a history that was altered', async () => {
    const db = new DatabaseSync(join(dir, 'project.gpkg'));
    const was = db.prepare('SELECT detail FROM aftermine_ledger WHERE seq = 1').get()!['detail'];
    db.prepare("UPDATE aftermine_ledger SET detail = '{}' WHERE seq = 1").run();
    expect((await run(dir, 'report', 'season')).json.error.code).toBe('E-CTL-307');
    db.prepare('UPDATE aftermine_ledger SET detail = ? WHERE seq = 1').run(was!);
    db.close();
    expect((await run(dir, 'report', 'season')).code).toBe(0);
  });
});

describe('forecast', () => {
  test('lists every unit, and one with every year', async () => {
    const all = await command(['forecast', '-C', dir, '--lang', 'en']);
    expect(all.code).toBe(0);
    for (const { id } of samplePlan.units) expect(all.out).toContain(id);
    const one = await run(dir, 'forecast', 'U2');
    expect(one.json.data.units).toHaveLength(1);
    expect(one.json.data.units[0].fan).toHaveLength(3);
    expect((await command(['forecast', 'U2', '-C', dir])).out).toMatch(
      /2029 +46 % +47 % +48 % +49 % +50 % +50 %/,
    );
    expect((await run(dir, 'forecast', 'X')).json.error.code).toBe('E-CTL-602');
    expect((await run(fresh, 'forecast')).json.error.code).toBe('E-CTL-310');
  });
});

describe('policy', () => {
  test('says first that no game schedules, then what units bring, then its checks; it needs no season', async () => {
    const { out } = await command(['policy', '-C', dir, '--lang', 'en']);
    expect(out.split('\n')[0]).toContain('none of them sets the schedule');
    expect(out).toMatch(/U2 +established/);
    expect(out).toMatch(/51 of 51 checks hold/);
    const json = (await run(fresh, 'policy')).json;
    expect(json.data.upkeep.units).toEqual([]);
    expect(json.data.failed).toEqual([]);
  });

  test('takes the figures of the project, and marks them as stated', async () => {
    const { json } = await run(fresh, 'policy', '--set', 'control.policy.processSubsidy=0.4');
    const stated = json.data.parameters.filter((one: { isDefault: boolean }) => !one.isDefault);
    expect(stated).toEqual([expect.objectContaining({ path: 'policy.processSubsidy', value: 0.4 })]);
    const wrong = await run(fresh, 'policy', '--set', 'control.policy.processSubsidy=2');
    expect(wrong.json.ok).toBe(false);
  });
});
