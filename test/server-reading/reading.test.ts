import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { boxOf, multiPolygonAreaHa, projectBox } from '@aftermine/science/site';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeWorkbench } from '../../packages/workbench/src/compose.ts';
import {
  type ProjectDetail,
  reportList,
  type UnitPage,
  type UnitSheet,
  type UnitValues,
  unitPage,
  unitSheet,
  unitValues,
} from '../../packages/workbench/src/contract/index.ts';
import { VALUES_HEADER } from '../../packages/workbench/src/server/reading/values.ts';
import { observeSite } from '../../packages/workbench/src/steps/observe-site.ts';
import { openProject } from '../../packages/workbench/src/steps/open-project.ts';
import { projectStatus } from '../../packages/workbench/src/steps/project-status.ts';
import { codeOf, type Served, serve } from '../server/served.ts';
import { makeSmallProject } from '../small-project.ts';

const run = promisify(execFile);
const workbench = composeWorkbench();
let workspace = '';
let dir = '';
let served: Served;

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'aftermine-reading-'));
  dir = await makeSmallProject(join(workspace, '小矿'), { from: 2000, to: 2003 });
  await observeSite(workbench, openProject(workbench, dir), {
    width: 1,
    signal: new AbortController().signal,
    progress: { report: () => {} },
    force: false,
    keepGoing: false,
    seed: 1,
  });
  served = await serve(workspace);
}, 120_000);
afterAll(async () => {
  await served.close();
  rmSync(workspace, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

const of = (path: string): string => `/api/projects/${encodeURIComponent('小矿')}${path}`;
const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  served.ask(of(path), { headers });
const json = async <T>(path: string): Promise<T> => (await (await ask(path)).json()) as T;

describe('units', () => {
  test('page and sheet hold to the contract and say what the store says', async () => {
    const page = await json<UnitPage>('/units?limit=0');
    expect(unitPage.parse(page)).toEqual(page);
    const store = await workbench.openStore(dir);
    const [site, summaries, years] = [
      await store.site(),
      await store.unitSummaries(),
      await store.unitYears(page.rows[0]!.id),
    ];
    await store.close();
    expect(page.rows.map(({ id }) => id)).toEqual(site!.units.map(({ id }) => id));
    for (const row of page.rows) {
      const summary = summaries.find(({ zone, unitId }) => zone === 'unit' && unitId === row.id)!;
      expect(row).toMatchObject({
        lastMedian: summary.lastMedian,
        slopeP: summary.slopeP,
        problems: null,
        package: null,
      });
    }
    const sheet = await json<UnitSheet>(`/units/${page.rows[0]!.id}`);
    expect(unitSheet.parse(sheet)).toEqual(sheet);
    expect(sheet.series).toEqual(years.filter(({ zone }) => zone === 'unit'));
    expect(sheet.geometryArea).toBeCloseTo(multiPolygonAreaHa(site!.units[0]!.geometry, site!.crs), 6);
    const { crs } = await json<ProjectDetail>('');
    expect(crs.code).toMatch(/^EPSG:326/);
    const box = projectBox(boxOf(site!.units[0]!.geometry), site!.crs, crs.code);
    for (const [i, side] of sheet.extent.entries()) expect(Math.abs(side - box[i]!)).toBeLessThan(3);
    expect(sheet.trajectory!.fitted.map(({ year }) => year)).toEqual(
      sheet.trajectory!.vertices.length === 0 ? [] : [2000, 2001, 2002, 2003],
    );
  });

  test('values of a year are those of the store, and an index nobody has gives way to the leading one', async () => {
    const values = await json<UnitValues>('/units/values?index=ndvi&year=2002');
    expect(unitValues.parse(values)).toEqual(values);
    const page = await json<UnitPage>('/units?limit=0');
    expect(values.units).toEqual(page.rows.map(({ id }) => id));
    const store = await workbench.openStore(dir);
    for (const [i, id] of values.units.entries()) {
      const own = (await store.unitYears(id)).find(
        (one) => one.zone === 'unit' && one.index === 'ndvi' && one.year === 2002,
      )!;
      expect([values.median[i], values.p75[i], values.validCount[i]]).toEqual([
        own.median,
        own.p75,
        own.validCount,
      ]);
    }
    await store.close();
    const { leadingIndex } = await json<UnitSheet>(`/units/${page.rows[0]!.id}`);
    expect((await json<UnitValues>('/units/values?index=moss&year=2002')).index).toBe(leadingIndex);
    expect((await json<UnitValues>('/units/values?year=1900')).units).toEqual([]);
    expect((await ask('/units/values')).status).toBe(400);
  });

  test('shapes lie in the system of the project, and in another on request', async () => {
    const { crs, extent } = await json<ProjectDetail>('');
    const answer = await ask('/shapes/boundary');
    expect(answer.headers.get('x-crs')).toBe(crs.code);
    const { features } = (await answer.json()) as { features: { geometry: { coordinates: number[][][] } }[] };
    for (const [x, y] of features[0]!.geometry.coordinates[0]! as [number, number][]) {
      expect(x >= extent![0] - 1 && x <= extent![2] + 1).toBe(true);
      expect(y >= extent![1] - 1 && y <= extent![3] + 1).toBe(true);
    }
    expect((await ask('/shapes/boundary?crs=EPSG:4490')).headers.get('x-crs')).toBe('EPSG:4490');
  });

  test('who has an answer is told so, until the project changes', async () => {
    const first = await ask('/units');
    const etag = first.headers.get('etag')!;
    expect((await ask('/units', { 'if-none-match': etag })).status).toBe(304);
    const { revision } = (await first.json()) as UnitPage;
    // Opening the store moves its time, and is no change.
    await (await workbench.openStore(dir)).close();
    expect((await json<UnitPage>('/units')).revision).toBe(revision);
    const store = await workbench.openStore(dir);
    await store.save({
      events: [{ at: '2026-01-01T00:00:00Z', command: 'check', kind: 'acknowledged', detail: {} }],
    });
    await store.close();
    expect((await json<UnitPage>('/units')).revision).not.toBe(revision);
    expect((await ask('/units', { 'if-none-match': etag })).status).toBe(200);
  });

  test('steps are told from counts as from whole records', async () => {
    const { steps } = await json<ProjectDetail>('');
    const { steps: whole } = await projectStatus(workbench, openProject(workbench, dir));
    expect(steps).toEqual(whole.map(({ step, state, key, params }) => ({ step, state, key, params })));
  });

  test('large answers travel packed, to those who take it', async () => {
    const packed = await ask('/units?limit=0', { 'accept-encoding': 'gzip' });
    const plain = await ask('/units?limit=0', { 'accept-encoding': 'identity' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await packed.text()).toBe(await plain.text());
  });

  test('a server that has read nothing yet answers the same as one that has, and reading moves no file', async () => {
    const routes = [
      '',
      '/units?limit=0',
      '/units?limit=5&sort=lastMedian&desc=1',
      '/units/values?index=ndvi&year=2002',
      '/units/U01',
      '/shapes/units',
      '/shapes/boundary?crs=EPSG:4490',
      '/observation',
      '/events',
      '/seasons',
    ];
    const answersOf = async (from: Served): Promise<string[]> => {
      const texts: string[] = [];
      for (const route of routes) texts.push(await (await from.ask(of(route))).text());
      return texts;
    };
    const warm = [await answersOf(served), await answersOf(served)];
    const { mtimeNs } = statSync(join(dir, 'project.gpkg'), { bigint: true });
    await served.close();
    served = await serve(workspace);
    expect([await answersOf(served), await answersOf(served)]).toEqual(warm);
    expect(statSync(join(dir, 'project.gpkg'), { bigint: true }).mtimeNs).toBe(mtimeNs);
  });

  test('reading leaves no lock and no log behind', async () => {
    await json('/units/U01');
    expect(statSync(join(dir, 'project.gpkg-wal'), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    const lock = await workbench.locks.acquire(dir, 'test');
    await lock.release();
  });
});

describe('layers', () => {
  test('values are those of the file, and where they lie is told', async () => {
    const file = await workbench.rasters.open(join(dir, 'rasters/rsei/2003.tif'));
    const { info } = file;
    const samples = await file.read(0, { col: 0, row: 0, width: info.width, height: info.height });
    await file.close();
    const answer = await ask('/layers/rsei/2003/values?width=4000&height=4000');
    expect(answer.headers.get('x-size')).toBe(`${info.width},${info.height}`);
    expect(answer.headers.get('x-window')!.split(',').map(Number)).toEqual([...info.box!]);
    const plane = new Float32Array(await answer.arrayBuffer(), VALUES_HEADER);
    const expected = Float32Array.from(samples, (sample) =>
      sample === info.nodata ? Number.NaN : sample * info.bands[0]!.scale,
    );
    expect(plane).toEqual(expected);
  });

  test('the file comes by ranges', async () => {
    const whole = new Uint8Array(await (await ask('/layers/rsei/2003.tif')).arrayBuffer());
    const part = await ask('/layers/rsei/2003.tif', { range: 'bytes=100-199' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${whole.length}`);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.slice(100, 200));
    expect((await ask('/layers/rsei/2003.tif', { range: `bytes=${whole.length}-` })).status).toBe(416);
  });

  test('the thumbnail is a picture and is kept', async () => {
    const answer = await ask('/thumbnail.png');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(workbench.files.list(join(dir, '.aftermine', 'pictures'))).toHaveLength(1);
  });
});

test('what is not there is told by its code', async () => {
  const codes = async (...paths: string[]): Promise<string[]> =>
    Promise.all(paths.map(async (path) => codeOf(await served.ask(path))));
  expect(
    await codes(
      '/api/projects/nobody/units',
      '/api/projects/..%2f..%2fetc/units',
      of('/units/U99'),
      of('/units?limit=many'),
      of('/units?sort=colour'),
      of('/units?filter=problems'),
      of('/layers/nothing/2003/values'),
      of('/layers/rsei/1066/values'),
      of('/layers/rsei/2003/values?bands=9'),
      of('/layers/rsei/2003/values?bbox=9,9,1,1'),
      of('/shapes/roads'),
      of('/hillshade/values'),
      of('/reports/nothing.html'),
      of('/reports/..%2faftermine.yaml'),
      of('/plan'),
      of('/alerts'),
      of('/evidence/records/nothing%230'),
    ),
  ).toEqual([
    'E-SRV-004',
    'E-SRV-004',
    'E-SRV-102',
    'E-SRV-103',
    'E-SRV-104',
    'E-SRV-105',
    'E-SRV-106',
    'E-SRV-107',
    'E-SRV-103',
    'E-SRV-103',
    'E-SRV-108',
    'E-SRV-109',
    'E-SRV-111',
    'E-SRV-111',
    'E-PLN-304',
    'E-CTL-310',
    'E-EVI-202',
  ]);
});

test('documents come with a policy of their own, and the list tells what is missing', async () => {
  const path = join(dir, 'reports', 'observation.en.html');
  workbench.files.makeFolder(join(dir, 'reports'));
  workbench.files.writeText(
    path,
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-abc='; base-uri 'none'">`,
  );
  const answer = await ask('/reports/observation.en.html');
  const policy = answer.headers.get('content-security-policy')!;
  expect(policy).toContain('sandbox allow-scripts');
  expect(policy).toContain("script-src 'sha256-abc='");
  expect(policy).toContain("frame-ancestors 'self'");
  expect((await ask('/reports/observation.en.html?download=1')).headers.get('content-disposition')).toMatch(
    /^attachment/,
  );
  const list = reportList.parse(await json('/reports'));
  expect(list.reports).toMatchObject([{ template: 'observation', language: 'en', stale: false }]);
  expect(list.templates.find(({ id }) => id === 'plan')).toMatchObject({
    ready: false,
    needs: 1,
    missing: ['report-needs.plan'],
  });
  expect(list.templates.find(({ id }) => id === 'priority')).toMatchObject({ needs: 2 });
  for (const { needs, missing } of list.templates) expect(missing.length).toBeLessThanOrEqual(needs);
});

describe('OGC API Features', () => {
  const items = async (query: string): Promise<{ headers: Headers; body: Record<string, unknown> }> => {
    const answer = await served.ask(`/ogc/collections/${encodeURIComponent('小矿')}.units/items?${query}`);
    return { headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
  };

  test('pages lead from one to the next until every unit was there once', async () => {
    const page = await json<UnitPage>('/units?limit=0');
    const ids: string[] = [];
    let next: string | undefined =
      `${served.server.url}/ogc/collections/${encodeURIComponent('小矿')}.units/items?limit=3`;
    while (next !== undefined) {
      const body = (await (await fetch(next)).json()) as {
        features: { id: string }[];
        links: { rel: string; href: string }[];
        numberMatched: number;
      };
      expect(body.numberMatched).toBe(page.total);
      ids.push(...body.features.map(({ id }) => id));
      next = body.links.find(({ rel }) => rel === 'next')?.href;
    }
    expect(ids).toEqual(page.rows.map(({ id }) => id));
  });

  test('coordinates come in the order of the axes of the system, which the header names', async () => {
    const first = ({ body }: Awaited<ReturnType<typeof items>>): number[] =>
      (body['features'] as { geometry: { coordinates: number[][][] } }[])[0]!.geometry.coordinates[0]![0]!;
    const usual = await items('limit=1');
    const uri = 'http://www.opengis.net/def/crs/EPSG/0/4326';
    const flipped = await items(`limit=1&crs=${encodeURIComponent(uri)}`);
    expect(usual.headers.get('content-crs')).toBe('<http://www.opengis.net/def/crs/OGC/1.3/CRS84>');
    expect(flipped.headers.get('content-crs')).toBe(`<${uri}>`);
    expect(first(flipped)).toEqual(first(usual).toReversed());
    expect(first(usual)[0]).toBeGreaterThan(90);
  });

  test('a parameter that is not declared, a system that is not offered and a thing that is not there are refused', async () => {
    const base = `/ogc/collections/${encodeURIComponent('小矿')}.units/items`;
    expect(await codeOf(await served.ask(`${base}?colour=red`))).toBe('E-SRV-115');
    expect(await codeOf(await served.ask(`${base}?crs=mars`))).toBe('E-SRV-112');
    expect(await codeOf(await served.ask(`${base}/U99`))).toBe('E-SRV-114');
    expect(await codeOf(await served.ask('/ogc/collections/nobody.units'))).toBe('E-SRV-113');
  });

  test('a browser is shown pages in both languages that lead to each layer; everybody else reads JSON', async () => {
    const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
    const layer = `/ogc/collections/${encodeURIComponent('小矿')}.units`;
    for (const path of ['/ogc', '/ogc/conformance', '/ogc/collections', layer, '/api']) {
      const page = await served.ask(path, { headers: browser });
      expect(page.headers.get('content-type'), path).toMatch(/^text\/html/);
      expect(page.headers.get('vary')).toMatch(/Accept\b(?!-)/);
      const text = await page.text();
      expect(text).toContain('lang="zh-CN"');
      expect(text).toContain('lang="en"');
      for (const headers of [{ accept: 'application/json' }, { accept: '*/*' }])
        expect((await served.ask(path, { headers })).headers.get('content-type'), path).toMatch(/json/);
      expect((await served.ask(`${path}?f=json`, { headers: browser })).headers.get('content-type')).toMatch(
        /json/,
      );
      // Each link of ours leads somewhere.
      for (const [, href] of text.matchAll(/href="(\/(?:ogc|api)[^"]*)"/g))
        expect((await served.ask(href!, { headers: browser })).status, href).toBe(200);
    }
    expect(await (await served.ask('/ogc/collections', { headers: browser })).text()).toContain(
      `href="${layer}"`,
    );
  });

  test('GDAL reads it', async ({ skip }) => {
    const read = async (...args: string[]): Promise<string> => (await run('ogrinfo', args)).stdout;
    try {
      if (!/OAPIF/.test(await read('--formats'))) return skip('ogrinfo has no OAPIF driver');
    } catch {
      return skip('ogrinfo is not installed');
    }
    const text = await read('-q', `OAPIF:${served.server.url}/ogc`, '小矿.units');
    const { total } = await json<UnitPage>('/units');
    expect(text.match(/^OGRFeature/gm)).toHaveLength(total);
    expect(text).toContain('index_year (Integer) = 2003');
  });
});

test('the description names every route, and each project route its answer', async () => {
  const { paths } = (await (await served.ask('/api')).json()) as {
    paths: Record<string, { get?: { responses: Record<string, { content?: object }> } }>;
  };
  const reading = Object.keys(paths).filter((path) => path.startsWith('/api/projects/{project}/'));
  for (const end of [
    'units',
    'units/{unit}',
    'shapes/{set}',
    'alerts',
    'reports',
    'evidence/records',
    'thumbnail.png',
  ])
    expect(reading).toContain(`/api/projects/{project}/${end}`);
  for (const path of reading) {
    const { get } = paths[path]!;
    if (get !== undefined) expect(get.responses['200']?.content).toBeDefined();
  }
});
