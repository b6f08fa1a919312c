import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SupportedFigure } from '@aftermine/science/plan';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { command } from './own-scenes-project.ts';
import { makeSmallProject } from './small-project.ts';

const root = mkdtempSync(join(tmpdir(), 'aftermine-evidence-plan-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let dir = '';
const run = (...argv: string[]) => command([...argv, '-C', dir, '--json']);
/** Seeding and planting: papers of a class of climate, each with one rate of recovery. */
const findings = (
  name: string,
  ...rows: readonly (readonly [id: string, climate: string, rate: number])[]
): string => {
  const path = join(root, name);
  const head =
    'id,paper,measure_code,indicator_code,comparator,design,climate,commodity,locator,parameter,parameter_value,parameter_unit';
  const lines = rows.map(
    ([id, climate, rate]) =>
      `${id},P${id},TEC.seed,IND.cover,untreated-mined,randomised,${climate},coal,p. 4,rate,${rate},per year`,
  );
  writeFileSync(path, `${[head, ...lines].join('\n')}\n`);
  return path;
};
const planStatus = async () =>
  (await run('status')).json.data.steps.find(({ step }: { step: string }) => step === 'plan');
const solve = async (): Promise<{ libraryHash: string; supported?: readonly SupportedFigure[] }> => {
  const done = await run('plan', 'solve');
  expect(done.code).toBe(0);
  return done.json.data;
};
const rateOf = (
  plan: { supported?: readonly SupportedFigure[] },
  measure: string,
): SupportedFigure | undefined =>
  plan.supported?.find(({ of, what }) => of === `measure:${measure}` && what === 'rate');

beforeAll(async () => {
  dir = await makeSmallProject(join(root, 'mine'), { from: 2008, to: 2009 });
  const set = (path: string[], value: unknown): void =>
    composeWorkbench().settings.set(dir, path, value as never);
  set(['plan', 'start'], 2026);
  set(['plan', 'years'], 3);
  set(['plan', 'budget'], 3_000_000);
  set(['plan', 'risk'], { draws: 200 });
  set(['plan', 'basicFarmland'], 'as-registered');
  set(['plan', 'site'], { climate: 'BSk', commodity: 'coal' });
  set(['diagnose', 'climate'], { precipitationMm: 340, petMm: 950 });
  expect((await run('diagnose')).code).toBe(0);
}, 120_000);

test('a finding changes value, range and grade of a default, and the plan that used it becomes stale', async () => {
  const before = await solve();
  expect(before.supported).toBeUndefined();
  expect((await planStatus()).state).toBe('done');

  // A finding of another climate, and one without a place in the paper: only the first counts.
  await run('evidence', 'findings', findings('one.csv', ['F1', 'Cfa', 0.3]), '--by', 'li');
  expect(await planStatus()).toMatchObject({ state: 'stale', key: 'status.library-changed' });
  const one = rateOf(await solve(), 'shrub-planting')!;
  expect(one).toMatchObject({
    value: 0.3,
    librarySays: 0.16,
    papers: 1,
    basis: 'single',
    matched: [],
    findings: ['F1'],
  });
  // The spread of the library, 0.10 to 0.22 about 0.16, about the new value.
  expect(one.range![0]).toBeCloseTo(0.1875, 10);
  expect(one.range![1]).toBeCloseTo(0.4125, 10);
  expect((await planStatus()).state).toBe('done');

  // Three of the site's own class stand in its place.
  await run(
    'evidence',
    'findings',
    findings('more.csv', ['F2', 'BSk', 0.08], ['F3', 'BSk', 0.1], ['F4', 'BSk', 0.14]),
    '--by',
    'li',
  );
  expect((await planStatus()).state).toBe('stale');
  const planned = await solve();
  const three = rateOf(planned, 'shrub-planting')!;
  expect(three).toMatchObject({ value: 0.1, papers: 3, basis: 'pooled', findings: ['F2', 'F3', 'F4'] });
  expect(three.matched).toEqual(['climate', 'commodity']);
  expect(three.range![0]).toBeGreaterThanOrEqual(0.08);
  expect(three.range![1]).toBeLessThanOrEqual(0.14);
  expect(three.grade < one.grade).toBe(true);
  expect(planned.libraryHash).not.toBe(before.libraryHash);

  const shown = await command(['plan', 'solve', '-C', dir, '--lang', 'en']);
  expect(shown.err + shown.out).toContain(`rate of recovery 0.1 a year from findings (grade ${three.grade}`);
  for (const lang of ['en', 'zh'] as const) {
    const { artifacts } = (await run('report', 'plan', '--lang', lang)).json;
    const page = readFileSync(artifacts[0]!.path, 'utf8');
    expect(page).toContain('F2, F3, F4');
    expect(page).not.toMatch(/supported\.[a-z]/);
  }

  for (const id of ['F1', 'F2', 'F3', 'F4'])
    await run('evidence', 'withdraw', id, '--by', 'li', '--note', 'the trial was retracted');
  expect((await planStatus()).state).toBe('stale');
  const after = await solve();
  expect([after.libraryHash, after.supported]).toEqual([before.libraryHash, undefined]);
  expect(JSON.stringify({ ...after, seed: 0 })).toBe(JSON.stringify({ ...before, seed: 0 }));
}, 120_000);

test('what no rate can be, and what stands nowhere, changes nothing', async () => {
  await solve();
  const path = join(root, 'odd.csv');
  writeFileSync(
    path,
    `id,paper,measure_code,indicator_code,comparator,design,locator,parameter,parameter_value,parameter_unit
O1,P1,TEC.seed,IND.cover,untreated-mined,randomised,p. 1,rate,-0.2,per year
O2,P2,TEC.seed,IND.cover,untreated-mined,randomised,,rate,0.2,per year
O3,P3,TEC.seed,IND.cover,untreated-mined,randomised,p. 3,rate,0.2,kg/ha
O4,P4,TEC.seed,IND.cover,untreated-mined,randomised,p. 3,survival,140,%
O5,P5,TEC.gis,IND.cover,untreated-mined,randomised,p. 3,rate,0.2,per year
`,
  );
  expect((await run('evidence', 'findings', path, '--by', 'li')).json.data.written).toBe(5);
  expect((await planStatus()).state).toBe('done');
}, 120_000);

test('a price that changed in the file of costs makes the plan stale too', async () => {
  const write = (likely: number): void =>
    writeFileSync(
      join(dir, 'own-costs.yaml'),
      `format: aftermine-costs/1\nid: own\ncurrency: CNY\npriceYear: 2024\nitems:\n  - {id: topsoil, cost: [10, ${likely}, 14], source: quote, reason: "offer of a contractor"}\n`,
    );
  write(12);
  composeWorkbench().settings.set(dir, ['plan', 'costOverride'], 'own-costs.yaml');
  await solve();
  expect((await planStatus()).state).toBe('done');
  write(13);
  expect(await planStatus()).toMatchObject({ state: 'stale', key: 'status.library-changed' });
  rmSync(join(dir, 'own-costs.yaml'));
  expect((await planStatus()).state).toBe('stale');
}, 120_000);
