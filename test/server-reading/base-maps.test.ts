import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, type Served, serve } from '../server/served.ts';

const BYTES = Buffer.from('PMTiles and more');
let workspace = '';
let served: Served;

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'aftermine-base-'));
  const dir = join(workspace, '矿');
  for (const folder of ['底图/省', '.aftermine']) mkdirSync(join(dir, folder), { recursive: true });
  writeFileSync(join(dir, 'aftermine.yaml'), 'name: 矿\n');
  for (const path of ['底图/省/a.pmtiles', 'B.PMTiles', '.aftermine/c.pmtiles', 'd.tif'])
    writeFileSync(join(dir, path), BYTES);
  writeFileSync(join(workspace, 'outside.pmtiles'), BYTES);
  symlinkSync(join(workspace, 'outside.pmtiles'), join(dir, 'link.pmtiles'));
  served = await serve(workspace);
});
afterAll(async () => {
  await served.close();
  rmSync(workspace, { recursive: true, force: true });
});

const at = (rest: string): string => `/api/projects/${encodeURIComponent('矿')}/base-maps${rest}`;
const file = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  served.ask(at(`/file?path=${encodeURIComponent(path)}`), { headers });

test('the files of tiles in the folder of a project are told, without links and hidden folders', async () => {
  expect(await (await served.ask(at(''))).json()).toEqual({
    files: [
      { path: 'B.PMTiles', bytes: BYTES.length },
      { path: '底图/省/a.pmtiles', bytes: BYTES.length },
    ],
  });
});

test('parts of a file come as they lie there', async () => {
  const part = await file('底图/省/a.pmtiles', { range: 'bytes=2-6' });
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    `bytes 2-6/${BYTES.length}`,
    'Tiles',
  ]);
});

test('no path leads to another file, inside or outside', async () => {
  for (const path of [
    'd.tif',
    'aftermine.yaml',
    'link.pmtiles',
    '../outside.pmtiles',
    '.aftermine/c.pmtiles',
    join(workspace, 'outside.pmtiles'),
    '底图/省/../省/a.pmtiles',
  ]) {
    const answer = await file(path);
    expect([path, answer.status, await codeOf(answer)]).toEqual([path, 404, 'E-PRJ-002']);
  }
});

test('a file that was sent comes by parts, too, and an unknown one is refused', async () => {
  const { id } = await served.upload('mine.pmtiles', BYTES);
  const part = await served.ask(`/api/uploads/${id}/tiles`, { headers: { range: 'bytes=0-6' } });
  expect([part.status, await part.text()]).toEqual([206, 'PMTiles']);
  const unknown = await served.ask('/api/uploads/00000000-0000-0000-0000-000000000000/tiles');
  expect([unknown.status, await codeOf(unknown)]).toEqual([404, 'E-SRV-009']);
});
