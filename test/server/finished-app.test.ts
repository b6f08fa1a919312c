import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { finishedApp } from '../../packages/workbench/src/server/finished-app.ts';

const root = resolve(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'aftermine-build-'));
let web: string;
let builds: number;
beforeEach(() => {
  rmSync(join(work, 'packages'), { recursive: true, force: true });
  web = join(work, 'packages', 'web');
  mkdirSync(join(web, 'src'), { recursive: true });
  if (!existsSync(join(work, 'node_modules')))
    symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  writeFileSync(join(web, 'package.json'), '{"type": "module"}');
  writeFileSync(join(web, 'index.html'), '<script type="module" src="/src/main.ts"></script>');
  writeFileSync(join(web, 'src', 'main.ts'), 'document.title = "one";');
  writeFileSync(join(web, 'vite.config.ts'), "export default { html: { cspNonce: '__NONCE__' } };");
  builds = 0;
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const finished = (): Promise<string> =>
  finishedApp(() => {
    builds += 1;
  }, web);
const script = (dist: string): string =>
  readdirSync(join(dist, 'assets'))
    .map((name) => readFileSync(join(dist, 'assets', name), 'utf8'))
    .join('');

test('the app is built once, and again when its sources change', async () => {
  const dist = await finished();
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toContain('nonce="__NONCE__"');
  expect(script(dist)).toContain('one');
  await finished();
  expect(builds).toBe(1);
  writeFileSync(join(web, 'src', 'main.ts'), 'document.title = "two";');
  expect(script(await finished())).toContain('two');
  expect(builds).toBe(2);
  // A test beside a source is no part of the app.
  writeFileSync(join(web, 'src', 'main.test.ts'), 'nothing');
  await finished();
  expect(builds).toBe(2);
  expect(readdirSync(web).sort()).toEqual(['dist', 'index.html', 'package.json', 'src', 'vite.config.ts']);
});

test('two that build at once do not spoil one another', async () => {
  const [one, two] = await Promise.all([finished(), finished()]);
  expect(one).toBe(two);
  expect(script(one)).toContain('one');
  expect(readdirSync(web)).not.toContainEqual(expect.stringMatching(/^\.new/));
});

test('sources that cannot be built leave the old app, and are told', async () => {
  const dist = await finished();
  writeFileSync(join(web, 'src', 'main.ts'), 'import "./gone.ts";');
  await expect(finished()).rejects.toThrow('E-SRV-020');
  expect(script(dist)).toContain('one');
  expect(readdirSync(web)).not.toContainEqual(expect.stringMatching(/^\.new/));
});

test('a finished app without sources is served as it is; without either there is nothing to serve', async () => {
  await finished();
  const packed = join(work, 'packed');
  cpSync(join(web, 'dist'), join(packed, 'dist'), { recursive: true });
  expect(await finishedApp(() => expect.unreachable(), packed)).toBe(join(packed, 'dist'));
  await expect(finishedApp(() => {}, join(work, 'nowhere'))).rejects.toThrow('E-SRV-019');
});
