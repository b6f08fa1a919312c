import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeMessySite } from './messy-site.ts';
import { command } from './own-scenes-project.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aftermine-check-'));
  makeMessySite(dir);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const text = (path: string): string => readFileSync(join(dir, path), 'utf8');
const check = (...argv: readonly string[]) => command(['check', '-C', dir, '--json', ...argv]);

interface Row {
  readonly check: string;
  readonly feature: string;
  readonly severity: string;
  readonly accepted: boolean;
}

describe('aftermine check', () => {
  test('names every fault that was drawn, and no other', async () => {
    const run = await check();
    expect(run.code).toBe(3);
    expect(
      run.json.data.problems.map(({ check: name, feature }: Row) => `${feature} ${name}`).sort(),
    ).toEqual([
      'TB-02 overlap',
      'TB-02 overlap',
      'TB-04 self-intersection',
      'TB-05 spike',
      'TB-06 partly-outside',
      'TB-07 repeated-vertices',
      'TB-08 sliver',
      'TB-09 outside-boundary',
      'TB-10 duplicate-geometry',
    ]);
    expect(run.json.data.blocking).toBe(3);
  });

  test('--report writes the report in the language of the project', async () => {
    const run = await check('--report');
    expect(run.json.artifacts).toMatchObject([{ type: 'text/html' }]);
    expect(text('reports/check.zh.html')).toContain('青山煤矿 Qingshan mine');
  });
});

describe('aftermine check --fix', () => {
  test('mends a copy, leaves the original, says what a person must decide, and logs each change', async () => {
    const before = text('inputs/units.geojson');
    const settings = text('aftermine.yaml');
    const run = await check('--fix', '--by', '张工');
    expect(text('inputs/units.geojson')).toBe(before);
    expect(text('aftermine.yaml')).toBe(settings);
    const { mended } = run.json.data;
    const units = mended.files.find(({ role }: { role: string }) => role === 'units');
    expect(units.changes.map(({ feature, check: name }: Row) => `${feature} ${name}`)).toEqual([
      'TB-04 self-intersection',
      'TB-05 spike',
      'TB-07 repeated-vertices',
      'TB-10 duplicate-geometry',
      'TB-06 partly-outside',
      'TB-02 overlap',
    ]);
    expect(
      units.left.map(({ feature, reason }: { feature: string; reason: string }) => `${feature} ${reason}`),
    ).toEqual(['TB-02 whose-land', 'TB-08 small-or-mistake', 'TB-09 where-it-belongs']);
    expect(mended.settings).toEqual([
      { path: ['units', 'file'], from: 'inputs/units.geojson', to: 'inputs/mended/units.geojson' },
    ]);
    const log = text('inputs/mended/log.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row & { by: string });
    expect(log).toHaveLength(6);
    expect(log.every(({ by }) => by === '张工')).toBe(true);
    expect(log[0]).toMatchObject({ kind: 'mended', feature: 'TB-04', copy: 'inputs/mended/units.geojson' });
  });

  test('--yes uses the copies: what was mended is gone from the next check', async () => {
    await check('--fix', '--yes', '--overlap', 'smaller-gives');
    expect(text('aftermine.yaml')).toContain('inputs/mended/units.geojson');
    const { data } = (await check()).json;
    expect(data.problems.map(({ feature, check: name }: Row) => `${feature} ${name}`)).toEqual([
      'TB-08 sliver',
      'TB-09 outside-boundary',
    ]);
    const again = await check('--fix');
    expect(again.json.data.mended.settings).toEqual([]);
  });

  test('--dry-run says the same and writes nothing', async () => {
    const run = await check('--fix', '--dry-run');
    expect(run.json.data.mended.settings).toHaveLength(1);
    expect(() => text('inputs/mended/units.geojson')).toThrow();
    expect(() => text('inputs/mended/log.jsonl')).toThrow();
  });

  test('a copy that somebody has worked on is never written over', async () => {
    await check('--fix');
    writeFileSync(join(dir, 'inputs/mended/units.geojson'), 'mine');
    const { settings } = (await check('--fix')).json.data.mended;
    expect(settings[0].to).toBe('inputs/mended/units-2.geojson');
    expect(text('inputs/mended/units.geojson')).toBe('mine');
  });
});

describe('aftermine check --accept', () => {
  test('needs a name', async () => {
    const run = await check('--accept');
    expect([run.code, run.json.error.code]).toEqual([3, 'E-VEC-206']);
  });

  test('accepted defects warn from then on, and a new one blocks', async () => {
    const run = await check('--accept', '--by', 'Li');
    expect(run.code).toBe(0);
    const later = (await check()).json.data;
    expect(later.blocking).toBe(0);
    expect(later.problems.filter(({ accepted }: Row) => accepted)).toHaveLength(3);
    const units = text('inputs/units.geojson');
    writeFileSync(join(dir, 'inputs/units.geojson'), units.replaceAll('506200', '507200'));
    const moved = await check();
    expect(moved.code).toBe(3);
    expect(moved.json.data.blocking).toBe(1);
  });

  test('only the checks named are accepted', async () => {
    const run = await check('--by', 'Li', '--accept', 'outside-boundary');
    expect(run.code).toBe(3);
    expect(run.json.data.blocking).toBe(2);
  });

  test('a damaged log is named by its line', async () => {
    await check('--accept', '--by', 'Li');
    const path = join(dir, 'inputs/mended/log.jsonl');
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"kind":\n`);
    const run = await check();
    expect(run.json.error.code).toBe('E-VEC-207');
    expect(run.json.error.message).toContain('4');
  });
});
