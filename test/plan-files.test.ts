import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBook } from '../packages/workbench/src/adapters/plan-workbook/read-book.fixture.ts';
import { examplePlan } from '../packages/workbench/src/adapters/plan-workbook/workbook-plan.fixture.ts';
import { exampleSite } from '../packages/workbench/src/adapters/store.suite.ts';
import { runCli } from '../packages/workbench/src/cli/run-cli.ts';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { readConfig } from '../packages/workbench/src/config.ts';

const workbench = composeWorkbench();
let dir: string;
let project: string;

interface Answer {
  readonly ok: boolean;
  readonly data: Record<string, unknown>;
  readonly artifacts: readonly { readonly path: string; readonly type: string }[];
  readonly error?: { readonly code: string };
}

async function aftermine(...args: string[]): Promise<Answer> {
  let out = '';
  const collect = (text: string): void => {
    out += text;
  };
  await runCli(
    workbench,
    { ...readConfig({}), language: 'en' },
    {
      out: collect,
      err: () => {},
      isTerminal: false,
      columns: 80,
      cwd: dir,
      signal: new AbortController().signal,
    },
    [...args, '--json', '--progress', 'none'],
  );
  return JSON.parse(out) as Answer;
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'aftermine-plan-'));
  project = join(dir, 'mine');
  const boundary = join(dir, 'boundary.gpkg');
  const { crs, boundary: geometry } = exampleSite();
  const features = [{ id: null, geometry, properties: {} }];
  await workbench.vectorWriter.write(boundary, { crs, features });
  expect((await aftermine('init', project, '--boundary', boundary)).ok).toBe(true);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function planned(): Promise<void> {
  const store = await workbench.openStore(project);
  await store.save({ site: exampleSite(), plan: examplePlan() });
  await store.close();
}

describe('files of a plan', () => {
  test('the budget is a workbook in the language asked for, where it is asked for', async () => {
    await planned();
    const { artifacts } = await aftermine('report', 'budget', '-C', project, '--lang', 'zh');
    expect(artifacts[0]?.path).toBe(join(project, 'reports', 'budget.zh.xlsx'));
    expect(artifacts[0]?.type).toContain('spreadsheetml');
    expect([...readBook(readFileSync(artifacts[0]!.path)).keys()]).toContain('分年度预算');
    const file = join(dir, 'mine.xlsx');
    expect((await aftermine('report', 'budget', '-C', project, '-o', file)).ok).toBe(true);
    expect([...readBook(readFileSync(file)).keys()]).toContain('Budget by year');
    expect((await aftermine('report', 'budget', '-C', project, '-o', file)).error?.code).toBe('E-USE-003');
    const wrong = await aftermine('report', 'budget', '-C', project, '-o', join(dir, 'budget.csv'));
    expect(wrong.error?.code).toBe('E-PLN-340');
  });

  test.each(['shp', 'gpkg', 'geojson', 'kml'])('the plan goes to other software as %s', async (end) => {
    await planned();
    const file = join(dir, `plan.${end}`);
    const { ok, data } = await aftermine('export', 'plan', '-C', project, '-o', file);
    expect(ok).toBe(true);
    // The plan names a third unit that the site does not have.
    expect(data['count']).toBe(2);
    const { set } = await workbench.vectors.read(file);
    const said = set.features.map(({ properties }) => properties);
    expect(said.map((one) => String(one['start_year']))).toEqual(['2027', '2028']);
    expect(said[0]).toMatchObject({ id: '图斑-1', use_zh: '草地' });
    const cost = examplePlan().units[0]!.choice!.outcome!.publicCost;
    expect(Number(said[0]?.['cost_pub'])).toBeCloseTo(cost, 2);
  });

  test('without a plan both say so', async () => {
    for (const of of ['report budget', 'export plan -o plan.gpkg'])
      expect((await aftermine(...of.split(' '), '-C', project)).error?.code).toBe('E-PLN-304');
  });
});
