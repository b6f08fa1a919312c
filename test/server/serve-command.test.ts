import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { remove } from './served.ts';

const bin = resolve(import.meta.dirname, '../../packages/workbench/bin/aftermine.js');
const work = mkdtempSync(join(tmpdir(), 'aftermine-serve-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  remove(work);
});

function start(...args: string[]): {
  child: ChildProcess;
  line: Promise<string>;
  ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, [bin, ...args, '--no-open', '--no-pages'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  return {
    child,
    line: new Promise((told) => createInterface(child.stdout!).once('line', told)),
    ended: new Promise((over) => child.once('close', over)),
  };
}

test('serve says its address in one line, takes the next port where its own is taken, and ends when asked', async () => {
  const project = join(work, 'a', '北山');
  mkdirSync(project, { recursive: true });
  mkdirSync(join(work, 'b'));
  writeFileSync(join(project, 'aftermine.yaml'), 'name: x\nboundary: inputs/b.geojson\n');
  // A project stands for the folder around it.
  const one = start('serve', project, '--json', '--port', '0');
  const told = JSON.parse(await one.line) as { url: string; port: number; workspace: string };
  expect(told).toEqual({
    url: `http://127.0.0.1:${told.port}`,
    port: told.port,
    workspace: join(work, 'a'),
  });
  const { projects } = (await (await fetch(`${told.url}/api/projects`)).json()) as {
    projects: { id: string }[];
  };
  expect(projects.map(({ id }) => id)).toEqual(['北山']);

  const two = start('serve', join(work, 'b'), '--port', String(told.port));
  const url = await two.line;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(url).not.toBe(told.url);
  expect(((await (await fetch(`${url}/api/projects`)).json()) as { projects: unknown[] }).projects).toEqual(
    [],
  );

  one.child.kill('SIGTERM');
  two.child.kill('SIGINT');
  expect(await Promise.all([one.ended, two.ended])).toEqual([0, 0]);
});

test('an address that others can reach is refused before anything listens', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [bin, 'serve', work, '--host', '0.0.0.0', '--json', '--no-open', '--no-pages'],
    { encoding: 'utf8' },
  );
  expect([status, (JSON.parse(stdout) as { error: { code: string } }).error.code]).toEqual([3, 'E-SRV-001']);
});
