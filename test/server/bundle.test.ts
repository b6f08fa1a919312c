import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serve } from './served.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
  const dir = join(served.workspace, '矿山');
  for (const folder of ['reports', 'exports']) mkdirSync(join(dir, folder), { recursive: true });
  writeFileSync(join(dir, 'aftermine.yaml'), 'name: Mine\nboundary: inputs/boundary.geojson\n');
  writeFileSync(join(dir, 'reports', '报告.zh.html'), '<p>told</p>');
  writeFileSync(join(dir, 'reports', '.hidden'), 'no');
  writeFileSync(join(dir, 'exports', 'units.geojson'), '{}');
});
afterAll(() => served.close());

test('a bundle holds every document and export under its name, and the manifest knows each by its hash', async () => {
  const answer = await served.ask(`/api/projects/${encodeURIComponent('矿山')}/reports/bundle.zip`);
  expect(answer.status).toBe(200);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const manifest = JSON.parse(strFromU8(files['manifest.json']!)) as {
    project: string;
    files: { path: string; bytes: number; sha256: string }[];
  };
  expect(manifest.project).toBe('矿山');
  expect(manifest.files.map(({ path }) => path)).toEqual(['reports/报告.zh.html', 'exports/units.geojson']);
  for (const { path, bytes, sha256 } of manifest.files) {
    expect(files[path]).toHaveLength(bytes);
    expect(createHash('sha256').update(files[path]!).digest('hex')).toBe(sha256);
  }
});

test('there is no bundle of a project that is not there', async () => {
  expect((await served.ask('/api/projects/none/reports/bundle.zip')).status).toBe(404);
});
