import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../packages/workbench/src/cli/run-cli.ts';
import { composeWorkbench } from '../packages/workbench/src/compose.ts';
import { readConfig } from '../packages/workbench/src/config.ts';
import type { CleanOutcome } from '../packages/workbench/src/steps/clean-project.ts';
import { makeSmallProject } from './small-project.ts';

const workbench = composeWorkbench();
let dir: string;

/** Runs a line; the envelope it prints and its exit code. */
async function run(
  ...argv: string[]
): Promise<{ code: number; data: CleanOutcome; error?: { code: string } }> {
  let out = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: () => {},
    isTerminal: false,
    columns: 80,
    cwd: dir,
    signal: new AbortController().signal,
  };
  const code = await runCli(workbench, readConfig({}), terminal, [...argv, '--json']);
  return { code, ...(JSON.parse(out) as { data: CleanOutcome; error?: { code: string } }) };
}

/** Hash of every file of the project that is not interim, by path. */
function kept(folder = dir): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.name === '.aftermine') return [];
      if (entry.isDirectory()) return Object.entries(kept(path));
      return [[relative(dir, path), createHash('sha256').update(readFileSync(path)).digest('hex')]];
    }),
  );
}

beforeAll(async () => {
  dir = await makeSmallProject(mkdtempSync(join(tmpdir(), 'aftermine-clean-')), { from: 2000, to: 2003 });
  expect((await run('observe', '-j', '1')).code).toBe(0);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('looking says what the files come to, and changes nothing', async () => {
  const tiles = join(dir, '.aftermine', 'tiles');
  const names = readdirSync(tiles, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const bytes = names.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0);
  const { data } = await run('clean', '--dry-run');
  expect(data.removed).toBe(false);
  expect(data.parts[0]).toEqual({ part: 'tiles', path: '.aftermine/tiles', files: names.length, bytes });
  expect(bytes).toBeGreaterThan(0);
  expect(data.bytes).toBe(data.parts.reduce((sum, part) => sum + part.bytes, 0));
  expect(existsSync(tiles)).toBe(true);
});

test('while somebody holds the project nothing is removed; looking needs no lock', async () => {
  const lock = await workbench.locks.acquire(dir, 'observe');
  try {
    expect((await run('clean')).error?.code).toBe('E-PRJ-030');
    expect((await run('clean', '--dry-run')).data.files).toBeGreaterThan(0);
  } finally {
    await lock.release();
  }
});

test('everything that was found out stays, to the byte, and no step is out of date', async () => {
  mkdirSync(join(dir, '.aftermine', 'somebody'), { recursive: true });
  writeFileSync(join(dir, '.aftermine', 'somebody', 'else'), 'x');
  const status = (await run('status')).data;
  const before = kept();
  const { code, data } = await run('clean');
  expect([code, data.removed]).toEqual([0, true]);
  expect(data.bytes).toBeGreaterThan(0);
  expect(kept()).toEqual(before);
  expect((await run('status')).data).toEqual(status);
  expect(readFileSync(join(dir, '.aftermine', 'somebody', 'else'), 'utf8')).toBe('x');
  expect((await run('clean')).data).toMatchObject({ files: 0, bytes: 0, removed: true });
});

test('what is made anew afterwards is the same', async () => {
  const rasters = (): Record<string, string> =>
    Object.fromEntries(
      Object.entries(kept()).filter(([path]) => path.endsWith('.tif') && path.startsWith('rasters')),
    );
  const before = rasters();
  expect(Object.keys(before).length).toBeGreaterThan(0);
  expect((await run('observe', '-j', '1', '--force')).code).toBe(0);
  expect(rasters()).toEqual(before);
});

test('a folder that is no project is refused', async () => {
  expect((await run('clean', '-C', join(dir, 'inputs'))).error?.code).toBe('E-PRJ-001');
});
