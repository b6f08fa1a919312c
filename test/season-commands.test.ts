import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Alarm, appendEntries, headOf, standingOfSolved } from '@aftermine/science/control';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { demoPhoto } from '../packages/workbench/src/demo/demo-photo.ts';
import { command } from './own-scenes-project.ts';
import { makeSmallProject } from './small-project.ts';

const SPAN = { from: 2000, to: 2010 };
const START = 2006;
const ALERT = `${START + 1}:U03:relapse`;
let work: string;
/** A mine with a plan of 2006, and pictures up to 2010; no season yet. */
let planned: string;
/** The same after two seasons, with an alert in the inbox. */
let steered: string;
let copies = 0;

function copyOf(dir: string): string {
  copies += 1;
  const copy = join(work, `copy-${copies}`);
  cpSync(dir, copy, { recursive: true });
  return copy;
}

const run = (dir: string, ...argv: string[]) => command([...argv, '-C', dir, '--json']);

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'aftermine-season-'));
  planned = await makeSmallProject(join(work, 'planned'), SPAN);
  const workbench = composeWorkbench();
  const set = (path: string[], value: unknown) => workbench.settings.set(planned, path, value as never);
  set(['observe', 'rsei', 'fitTo'], START - 1);
  set(['plan', 'start'], START);
  set(['plan', 'years'], 3);
  set(['plan', 'budget'], 3_000_000);
  set(['plan', 'risk'], { draws: 0 });
  set(['plan', 'basicFarmland'], 'as-registered');
  set(['diagnose', 'climate'], { precipitationMm: 340, petMm: 950 });
  set(
    ['control', 'people'],
    [
      { id: 'wang', name: 'Wang', role: 'officer' },
      { id: 'li', name: 'Li', role: 'engineer' },
    ],
  );
  const early = ['--set', 'observe.years.from=2000', '--set', `observe.years.to=${START - 1}`];
  expect((await run(planned, 'observe', ...early)).code).toBe(0);
  expect((await run(planned, 'diagnose')).code).toBe(0);
  expect((await run(planned, 'plan', 'solve')).code).toBe(0);
  expect((await run(planned, 'observe')).code).toBe(0);
  steered = copyOf(planned);
  for (const year of [START, START + 1])
    expect((await run(steered, 'season', '--year', String(year))).code).toBe(0);
  await raise(steered);
}, 240_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Puts an alert into the inbox as a season would. */
async function raise(dir: string): Promise<void> {
  const workbench = composeWorkbench();
  const store = await workbench.openStore(dir);
  const season = (await store.season(START + 1))!;
  const alarm: Alarm = {
    id: ALERT,
    year: START + 1,
    kind: 'relapse',
    unit: 'U03',
    site: 'mine',
    severity: 0.5,
    exposure: 0.5,
    confidence: 0.9,
    rank: 0.225,
    params: { year: START + 1, percent: 40, from: 60 },
    evidence: [],
    areaHa: 20,
    corrective: ['replant'],
    shown: true,
  };
  const { entries } = await store.ledger();
  const added = appendEntries(
    headOf(entries),
    entries.at(-1)!.at,
    [{ at: entries.at(-1)!.at, by: 'aftermine', kind: 'raised', alert: ALERT, detail: {} }],
    workbench.hash,
  );
  await store.save({ season: { ...season, alarms: [alarm, ...season.alarms] }, ledger: added });
  await store.close();
}

describe('seasons', () => {
  test('come in order, one after the other, and only with pictures', async () => {
    const dir = copyOf(planned);
    const early = await run(dir, 'season', '--year', String(START + 1));
    expect(early.json.error.code).toBe('E-CTL-401');
    expect(early.code).toBe(3);
    const first = await run(dir, 'season');
    expect(first.json.data.year).toBe(START);
    expect(first.json.data.units.length).toBeGreaterThan(5);
    expect((await run(dir, 'season', '--year', String(START))).json.error.code).toBe('E-CTL-401');
    for (let year = START + 1; year <= SPAN.to; year += 1)
      expect((await run(dir, 'season')).json.data.year).toBe(year);
    expect((await run(dir, 'season')).json.error.code).toBe('E-CTL-402');
    expect((await run(dir, 'season', 'verify')).json.data.entries).toBeGreaterThan(5);
  }, 120_000);

  test('the same season from the same data is the same, whoever runs it', async () => {
    const [a, b] = [copyOf(planned), copyOf(planned)];
    const [one, other] = [await run(a, 'season'), await run(b, 'season')];
    expect(one.json.data).toEqual(other.json.data);
  }, 60_000);

  test('without a plan there is nothing to hold a season against', async () => {
    const dir = copyOf(planned);
    const db = new DatabaseSync(join(dir, 'project.gpkg'));
    db.exec("DELETE FROM aftermine_records WHERE name = 'plan'");
    db.close();
    expect((await run(dir, 'season')).json.error.code).toBe('E-PLN-304');
  });

  test('a plan older than its settings, or pictures in the scale of the index, are refused', async () => {
    const dir = copyOf(planned);
    expect((await run(dir, 'season', '--set', 'plan.years=2')).json.error.code).toBe('E-CTL-404');
    const file = join(dir, 'aftermine.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/, fitTo: \d+/, ''));
    expect((await run(dir, 'season')).json.error.code).toBe('E-CTL-405');
  });

  test('values of closed seasons that moved stop the next one until somebody accepts them', async () => {
    const dir = copyOf(steered);
    expect((await run(dir, 'observe', '--set', 'observe.composite=median')).code).toBe(0);
    const stopped = await run(dir, 'season');
    expect(stopped.json.error.code).toBe('E-CTL-403');
    expect((await run(dir, 'season', '--force')).json.data.year).toBe(START + 2);
  }, 60_000);

  test('field notes: what cannot be used is told row by row, works put off are planned again', async () => {
    const dir = copyOf(planned);
    const begun = (await run(dir, 'plan', 'explain', 'U02')).json;
    expect(begun.ok).toBe(true);
    writeFileSync(
      join(dir, 'inputs', 'field-notes.csv'),
      '图斑,日期,工程状态,成活株数,死亡株数,费用\nU02,2006-09-01,推迟,,,\nU99,2006-09-01,开工,,,\nU03,昨天,开工,,,\nU04,2006-10-01,,80,20,"12,500"\nU05,2006-10-01,,-3,,\n',
    );
    const season = await run(dir, 'season');
    expect(season.code).toBe(0);
    expect(season.json.warnings).toHaveLength(3);
    expect(season.json.data.scorecard.find((line: { id: string }) => line.id === 'paid').value).toBe(12_500);
    const file = join(dir, 'inputs', 'field-notes.csv');
    writeFileSync(file, 'a,b\n1,2\n');
    expect((await run(dir, 'season')).json.error.code).toBe('E-CTL-311');
  }, 60_000);
});

describe('plan solve', () => {
  test('before a plan is adopted says nothing of a programme; afterwards says that it changes nothing in the one in force', async () => {
    const keys = async (dir: string): Promise<string[]> =>
      (await run(dir, 'plan', 'solve')).json.data.notes.map(({ key }: { key: string }) => key);
    expect(await keys(copyOf(planned))).not.toContain('plan-note.programme-in-force');
    const dir = copyOf(steered);
    const stored = async () => {
      const store = await composeWorkbench().openStore(dir);
      try {
        return await store.programme();
      } finally {
        await store.close();
      }
    };
    const before = await stored();
    expect(await keys(dir)).toContain('plan-note.programme-in-force');
    expect(await stored()).toEqual(before);
    const told = async (lang: string): Promise<string> =>
      (await command(['plan', 'solve', '-C', dir, '--lang', lang])).err;
    expect(await told('en')).toContain(
      `The programme in force is the one adopted for ${START}, which goes on season by season (the last closed is ${START + 1}).`,
    );
    expect(await told('zh')).toContain(`现行方案为已采纳的 ${START} 年起的方案`);
    expect((await run(dir, 'season')).json.data.year).toBe(START + 2);
  }, 60_000);

  test('beside a programme makes a draft: reports, priority list and exported layer stay those of the programme, and say which is which', async () => {
    const dir = copyOf(steered);
    const made = async (...argv: string[]): Promise<string[]> => {
      const answer = await run(dir, ...argv, '--lang', 'zh');
      expect(answer.code, JSON.stringify(answer.json)).toBe(0);
      return answer.json.artifacts.map(({ path }: { path: string }) => path);
    };
    const bytes = (path: string): string => readFileSync(path).toString('base64');
    const all = async (): Promise<string[]> => [
      ...(await made('report', 'priority')).map(bytes),
      ...(await made('report', 'budget')).map(bytes),
      ...(await made('report', 'plan')).map(bytes),
      JSON.stringify((await run(dir, 'plan', 'explain', 'U03')).json.data),
    ];
    const before = await all();
    expect((await run(dir, 'plan', 'front', '--set', 'plan.budget=200000')).code).toBe(0);
    expect(await all()).toEqual(before);
    const [own] = await made('report', 'plan');
    const [draft] = await made('report', 'plan', '--solved');
    expect(draft).not.toBe(own);
    expect(readFileSync(own!, 'utf8')).toContain('此为现行方案');
    expect(readFileSync(draft!, 'utf8')).toContain('草案，未采纳');
    for (const path of [
      ...(await made('report', 'priority', '--solved')),
      ...(await made('report', 'budget', '--solved')),
    ])
      expect(path).toMatch(/solved-(priority|budget)\.zh\.(docx|xlsx)$/);
    const compared = await command(['plan', 'compare', '-C', dir, '--lang', 'en']);
    expect(compared.err + compared.out).toContain('programme in force');
    expect((await run(dir, 'report', 'diagnosis', '--solved')).json.error.code).toBe('E-USE-002');
    // The next season goes on from the programme, and the draft stays beside it.
    expect((await run(dir, 'season')).code).toBe(0);
    expect(readFileSync((await made('report', 'plan', '--solved'))[0]!, 'utf8')).toContain('草案，未采纳');
  }, 120_000);

  test('the plan that was adopted stays beside the programme with the front it was chosen from', async () => {
    const dir = copyOf(planned);
    expect((await run(dir, 'plan', 'front')).code).toBe(0);
    expect((await run(dir, 'season')).code).toBe(0);
    const store = await composeWorkbench().openStore(dir);
    try {
      const [solved, programme] = [await store.solvedPlan(), await store.programme()];
      expect(standingOfSolved(programme!, solved!).kind).toBe('adopted');
      expect(solved!.front!.plans.length).toBeGreaterThan(0);
      expect(await store.plan()).toEqual(programme!.plan);
    } finally {
      await store.close();
    }
  }, 60_000);
});

describe('alerts', () => {
  test('nobody answers without the right, out of turn, or without a statement', async () => {
    const dir = copyOf(steered);
    const code = async (...argv: string[]) => (await run(dir, ...argv)).json.error?.code;
    expect(await code('alert', 'ack', ALERT, '--by', 'stranger')).toBe('E-CTL-303');
    expect(await code('alert', 'ack', 'nothing', '--by', 'li')).toBe('E-CTL-302');
    expect(
      await code('alert', 'dismiss', ALERT, '--by', 'li', '--reason', 'known', '--note', 'as planned'),
    ).toBe('E-CTL-303');
    expect(await code('alert', 'dismiss', ALERT, '--by', 'wang', '--reason', 'known', '--note', 'x')).toBe(
      'E-CTL-306',
    );
    expect(
      await code('alert', 'dismiss', ALERT, '--by', 'wang', '--reason', 'why', '--note', 'as planned'),
    ).toBe('E-USE-002');
    expect(await code('action', 'close', ALERT, '--by', 'wang')).toBe('E-CTL-304');
    expect(await code('alert', 'ack', ALERT, '--by', 'aftermine')).toBe('E-USE-002');
    expect(await code('alert', 'ack', ALERT, '--by', 'li', '--due', '2026-02-30')).toBe('E-USE-002');
    const shown = await run(dir, 'alert', 'show', ALERT);
    expect(shown.json.data.case.state).toBe('new');
    expect(shown.json.data.history).toHaveLength(1);
  });

  test('goes from new to closed with owner, day, cost and a photograph; evidence that is gone or altered is found', async () => {
    const dir = copyOf(steered);
    const done = async (...argv: string[]) => {
      const answer = await run(dir, ...argv);
      expect(answer.err, argv.join(' ')).toBe(answer.code === 0 ? answer.err : '');
      return answer.json.data;
    };
    await done('alert', 'ack', ALERT, '--by', 'li', '--owner', 'li', '--due', '2026-12-31');
    await done(
      ...['action', 'add', ALERT, '--by', 'li', '--action', 'replant', '--owner', 'li'],
      ...['--due', '2026-12-31', '--cost', '120000'],
    );
    expect(
      (await run(dir, 'action', 'evidence', ALERT, join(dir, 'none.jpg'), '--by', 'li')).json.error.code,
    ).toBe('E-CTL-308');
    const photo = join(work, 'photo.jpg');
    writeFileSync(photo, demoPhoto('2026-06-01T08:00:00', [113.25, 41.7]));
    const { evidence } = await done(
      'action',
      'evidence',
      ALERT,
      photo,
      '--by',
      'li',
      '--note',
      'new seedlings',
    );
    expect(evidence).toMatchObject({ kind: 'photo', takenAt: '2026-06-01T08:00:00' });
    expect(evidence.distanceM).toBeGreaterThanOrEqual(0);
    await done('action', 'done', ALERT, '--by', 'li', '--from', String(START + 2));
    expect((await run(dir, 'action', 'close', ALERT, '--by', 'wang')).json.error.code).toBe('E-CTL-305');
    const season = await done('season');
    expect(season.year).toBe(START + 2);
    const { history } = await done('alert', 'show', ALERT);
    const last = history.at(-1).kind;
    expect(['recheck-passed', 'recheck-failed']).toContain(last);
    if (last === 'recheck-passed') {
      const closed = await done('action', 'close', ALERT, '--by', 'wang');
      expect(closed).toMatchObject({ state: 'closed', cost: 120_000, overridden: false });
    }
    expect((await run(dir, 'season', 'verify')).json.data.evidence).toBe(1);
    writeFileSync(join(dir, evidence.path), 'another picture');
    expect((await run(dir, 'season', 'verify')).json.error.code).toBe('E-CTL-309');
    expect((await run(dir, 'season')).json.error.code).toBe('E-CTL-309');
    rmSync(join(dir, evidence.path));
    expect((await run(dir, 'season', 'verify')).json.error.code).toBe('E-CTL-308');
  }, 60_000);

  test('a clock that went backwards writes nothing', async () => {
    const dir = copyOf(steered);
    const late = { ...composeWorkbench(), clock: { now: () => 0 } };
    const argv = ['alert', 'ack', ALERT, '--by', 'li', '-C', dir, '--json'];
    const before = (await run(dir, 'season', 'verify')).json.data;
    expect((await command(argv, { workbench: late })).json.error.code).toBe('E-CTL-301');
    expect((await run(dir, 'season', 'verify')).json.data).toEqual(before);
    expect((await command(argv)).code).toBe(0);
  });

  test.each([
    ['edited', "UPDATE aftermine_ledger SET detail = '{}' WHERE kind = 'season-closed' AND seq < 4"],
    ['signed by another', 'UPDATE aftermine_ledger SET "by" = \'somebody\' WHERE seq = 1'],
    ['deleted', 'DELETE FROM aftermine_ledger WHERE seq = 1'],
    ['cut off', 'DELETE FROM aftermine_ledger WHERE seq = (SELECT max(seq) FROM aftermine_ledger)'],
    [
      'reordered',
      'UPDATE aftermine_ledger SET seq = -1 WHERE seq = 0; UPDATE aftermine_ledger SET seq = 0 WHERE seq = 1; UPDATE aftermine_ledger SET seq = 1 WHERE seq = -1',
    ],
  ])('a history with a line %s is found out, and nothing is written on top of it', async (_, sql) => {
    const dir = copyOf(steered);
    const db = new DatabaseSync(join(dir, 'project.gpkg'));
    db.exec(sql);
    db.close();
    expect((await run(dir, 'season', 'verify')).json.error.code).toBe('E-CTL-307');
    expect((await run(dir, 'alert', 'ack', ALERT, '--by', 'li')).json.error.code).toBe('E-CTL-307');
    expect((await run(dir, 'season')).json.error.code).toBe('E-CTL-307');
  });
});
