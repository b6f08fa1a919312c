import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeWorkbench } from '../../packages/workbench/src/compose.ts';
import { Uploads } from '../../packages/workbench/src/server/uploads.ts';
import { codeOf, remove, type Served, serve } from './served.ts';

const CAP = 300_000;
const square = (name: string): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { name },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [113, 35],
              [113.01, 35],
              [113.01, 35.01],
              [113, 35.01],
              [113, 35],
            ],
          ],
        },
      },
    ],
  });

let served: Served;
beforeAll(async () => {
  served = await serve(undefined, { largestUploadBytes: CAP });
});
afterAll(async () => {
  await served.close();
  remove(served.workspace);
});

const kept = (): string[] => {
  const folder = join(served.workspace, '.aftermine-server', 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const post = (name: string, body: string | Uint8Array<ArrayBuffer>, query = ''): Promise<Response> =>
  served.ask(`/api/uploads?name=${encodeURIComponent(name)}${query}`, { method: 'POST', body });

describe('uploads', () => {
  test('arrive byte for byte, under Chinese names too, and are told by what they hold', async () => {
    const bytes = new Uint8Array(CAP - 7).map((_, i) => (i * 31) % 251);
    const response = await post('北山 矿区边界.bin', bytes);
    expect(response.status).toBe(201);
    const told = (await response.json()) as { id: string; name: string; bytes: number; sha256: string };
    expect(told).toMatchObject({ name: '北山 矿区边界.bin', bytes: CAP - 7 });
    expect(told.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const path = join(served.workspace, '.aftermine-server', 'uploads', told.id, told.name);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('beyond the cap are refused, whether the length is stated or not, and leave nothing', async () => {
    const before = kept();
    const stated = await post('a.bin', new Uint8Array(CAP + 1));
    expect([stated.status, await codeOf(stated)]).toEqual([413, 'E-SRV-007']);
    const chunked = await served.ask('/api/uploads?name=b.bin', {
      method: 'POST',
      body: new ReadableStream({
        start(controller) {
          for (let i = 0; i < 10; i += 1) controller.enqueue(new Uint8Array(CAP / 5));
          controller.close();
        },
      }),
      duplex: 'half',
    } as RequestInit);
    expect([chunked.status, await codeOf(chunked)]).toEqual([413, 'E-SRV-007']);
    expect(kept()).toEqual(before);
  });

  test('whose connection breaks leave nothing', async () => {
    const before = kept();
    await new Promise<void>((resolve) => {
      const { port } = served.server;
      const asked = request({
        host: '127.0.0.1',
        port,
        path: '/api/uploads?name=half.bin',
        method: 'POST',
        headers: { origin: served.server.url, 'content-length': '200000' },
      });
      asked.on('error', () => resolve());
      asked.write(Buffer.alloc(50_000), () => setTimeout(() => asked.destroy(), 50));
    });
    await expect.poll(kept, { timeout: 5000 }).toEqual(before);
  });

  test('that a killed server left half-received, and old ones, are gone after the next start', () => {
    const workbench = composeWorkbench();
    const workspace = join(served.workspace, 'other');
    const half = join(workspace, '.aftermine-server', 'uploads', '7d1f0e9a-0000-4000-8000-000000000000');
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, '.part-1'), 'half');
    const long = join(workspace, '.aftermine-server', 'uploads', '7d1f0e9a-2222-4000-8000-000000000000');
    mkdirSync(long);
    writeFileSync(`${long}.json`, '{}');
    utimesSync(`${long}.json`, new Date('2020-01-01'), new Date('2020-01-01'));
    new Uploads(workbench, workspace).start();
    expect([half, long, `${long}.json`].filter((path) => existsSync(path))).toEqual([]);
  });

  test('take no name that is more than one file name', async () => {
    for (const name of [
      '../a.txt',
      '..\\a.txt',
      '/etc/passwd',
      'C:\\a.txt',
      '..',
      '.',
      '.hidden',
      'a\0b',
      ' ',
    ])
      expect(await codeOf(await post(name, 'x'))).toMatch(/^E-SRV-0(10|06)$/);
    expect(await codeOf(await served.ask('/api/uploads', { method: 'POST', body: 'x' }))).toBe('E-SRV-006');
    expect(await codeOf(await post('矿'.repeat(99), 'x'))).toBe('E-SRV-010');
  });

  test('of one shapefile lie beside one another', async () => {
    const first = (await (await post('s.shp', 'a')).json()) as { id: string };
    const second = (await (await post('s.dbf', 'b', `&with=${first.id}`)).json()) as { id: string };
    expect(second.id).toBe(first.id);
    const folder = join(served.workspace, '.aftermine-server', 'uploads', first.id);
    expect(readdirSync(folder).sort()).toEqual(['s.dbf', 's.shp']);
    expect(await codeOf(await post('s.prj', 'c', '&with=7d1f0e9a-1111-4000-8000-000000000000'))).toBe(
      'E-SRV-009',
    );
    expect(await codeOf(await post('s.prj', 'c', '&with=../../x'))).toBe('E-SRV-009');
  });

  test('say what they are, as the command line does', async () => {
    const { id } = await served.upload('边界.geojson', square('北山'));
    const response = await served.send('POST', `/api/uploads/${id}/info?lang=zh`, {});
    expect(response.status).toBe(200);
    const { envelope, line } = (await response.json()) as {
      envelope: { ok: boolean; command: string; data: { format: string } };
      line: string;
    };
    expect(envelope).toMatchObject({ ok: true, command: 'info', data: { format: 'geojson' } });
    expect(line).toMatch(/^aftermine info .*边界\.geojson'?$/);
    const broken = await served.upload('b.geojson', '{"type": "FeatureCollection", "features": [');
    const refused = await served.send('POST', `/api/uploads/${broken.id}/info?lang=zh`, {});
    expect(refused.status).toBe(400);
    expect(((await refused.json()) as { error: { message: string } }).error.message).toMatch(
      /\p{Script=Han}/u,
    );
    expect(await codeOf(await served.send('POST', '/api/uploads/..%2f..%2fx/info', {}))).toBe('E-SRV-009');
  });
});

describe('a project from uploads', () => {
  test('is begun by init, told in a card, and refused a second time', async () => {
    const { id } = await served.upload('边界.geojson', square('北山'));
    const asked = { name: '北山 煤矿', boundary: id, language: 'zh' };
    const response = await served.send('POST', '/api/projects', asked);
    expect(response.status).toBe(201);
    const { project, line } = (await response.json()) as {
      project: { id: string; name: string; phase: string; areaHa: number; problem: null };
      line: string;
    };
    expect(project).toMatchObject({ id: '北山-煤矿', name: '北山 煤矿', phase: 'survey', problem: null });
    expect(project.areaHa).toBeGreaterThan(90);
    expect(line).toContain('aftermine init');
    expect(await codeOf(await served.send('POST', '/api/projects', asked))).toBe('E-PRJ-003');
    const listed = (await (await served.ask('/api/projects')).json()) as { projects: { id: string }[] };
    expect(listed.projects.map((one) => one.id)).toContain('北山-煤矿');
    const detail = (await (await served.ask(`/api/projects/${encodeURIComponent('北山-煤矿')}`)).json()) as {
      crs: { proj4: string };
      extent: number[];
      layers: unknown[];
    };
    expect(detail.crs.proj4).toContain('+proj=');
    expect(detail.extent).toHaveLength(4);
    expect(detail.layers).toEqual([]);
  });

  test('that cannot be begun leaves no folder', async () => {
    const { id } = await served.upload('b.geojson', '{"type": "Point"}');
    const response = await served.send('POST', '/api/projects', {
      name: 'broken',
      boundary: id,
      language: 'en',
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(existsSync(join(served.workspace, 'broken'))).toBe(false);
    for (const folder of ['../x', '/tmp/x', '.aftermine-server', 'a/b', 'a\\b'])
      expect(
        await codeOf(
          await served.send('POST', '/api/projects', { name: 'x', folder, boundary: id, language: 'en' }),
        ),
      ).toBe('E-SRV-005');
  });

  test('that is broken is a card with its problem', async () => {
    mkdirSync(join(served.workspace, 'wrong'));
    writeFileSync(join(served.workspace, 'wrong', 'aftermine.yaml'), 'name: [');
    const { projects } = (await (await served.ask('/api/projects')).json()) as {
      projects: { id: string; problem: { code: string } | null }[];
    };
    expect(projects.find((one) => one.id === 'wrong')?.problem?.code).toBe('E-SET-001');
    expect(await codeOf(await served.ask('/api/projects/wrong'))).toBe('E-SET-001');
  });
});
