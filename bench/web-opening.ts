import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { openPage } from '../test/browser/browser.ts';
import type { BenchRow } from './row.ts';
import { type Opening, openAndWatch, watchPage } from './web-watch.ts';

const DIST = join(import.meta.dirname, '../packages/web/dist');
const FIRST_PAINT_MS = 1500;
const REST_MS = 3000;
const INITIAL_JS_KB = 450;
const ROUNDS = 5;
/** Opening 50,000 units: until data is there, and how long the page may not answer. */
const LARGE_DATA_MS = 5000;
const LARGE_TASK_MS = 1000;
const LARGE_ROUNDS = 3;

const hasTile = (): boolean =>
  document.querySelector('main h1') !== null && document.querySelector('main a[href^="/p/"]') !== null;
const hasLayer = (): boolean =>
  document.querySelector('main h1') !== null &&
  document.querySelectorAll('main [role=table] [role=row]').length > 2 &&
  performance.getEntriesByName('aftermine-layer-step').length > 0;
const hasTable = (): boolean =>
  document.querySelector('main h1') !== null &&
  document.querySelectorAll('main [role=table] [role=row]').length > 2;
const hasChart = (): boolean =>
  document.querySelector('main h1') !== null && document.querySelector('main canvas') !== null;

/** The demonstration mine on this machine, each time with an empty cache; and what of the scripts the first page asks for. */
export async function benchFirstOpening(browser: Browser, url: string): Promise<BenchRow[]> {
  const home = await openedOften(browser, url, '/', hasTile, ROUNDS);
  const map = await openedOften(browser, url, '/p/aftermine-demo/map', hasLayer, ROUNDS);
  const rows: BenchRow[] = [];
  for (const [name, openings] of [
    ['home', home],
    ['map', map],
  ] as const) {
    const paint = middle(openings.map(({ firstPaintMs }) => firstPaintMs));
    const rest = middle(openings.map(({ restMs }) => restMs));
    const first = openings[0]!;
    rows.push(
      {
        name: `${name}: first contentful paint, empty cache, median of ${ROUNDS}`,
        measured: paint,
        target: FIRST_PAINT_MS,
        unit: 'ms',
        passed: paint <= FIRST_PAINT_MS,
        detail: `the very first ${first.firstPaintMs.toFixed(0)} ms`,
      },
      {
        name: `${name}: data shown and at rest, empty cache, median of ${ROUNDS}`,
        measured: rest,
        target: REST_MS,
        unit: 'ms',
        passed: rest <= REST_MS,
        detail: `data ${middle(openings.map(({ dataMs }) => dataMs)).toFixed(0)} ms; the very first ${first.restMs.toFixed(0)} ms; longest task ${Math.max(...openings.map(({ longestTaskMs }) => longestTaskMs)).toFixed(0)} ms`,
      },
    );
  }
  return [...rows, ...initialScripts(home[0]!.scripts)];
}

function initialScripts(asked: readonly string[]): BenchRow[] {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  const textOf = (name: string): string => readFileSync(join(DIST, name), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name!);
  const packedKb = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + gzipSync(textOf(name)).byteLength, 0) / 1000;
  const all = asked.map((address) => new URL(address).pathname.slice(1));
  const heavy = all.filter((name) => /ol-viewport|zrender|echarts/.test(textOf(name)));
  const measured = packedKb(named);
  return [
    {
      name: 'scripts of index.html, gzipped',
      measured,
      target: INITIAL_JS_KB,
      unit: 'kB',
      passed: measured <= INITIAL_JS_KB,
      detail: `${named.length} files; home asks for ${all.length}, ${packedKb(all).toFixed(0)} kB`,
    },
    {
      name: 'scripts of home that hold map or chart libraries',
      measured: heavy.length,
      target: 0,
      unit: 'files',
      passed: heavy.length === 0,
      detail: heavy.join(', '),
    },
  ];
}

/** Pages of a project of 50,000 units: until its data is there, and the longest time in which a page does not answer. */
export async function benchLargeOpening(browser: Browser, url: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [page, isThere] of [
    ['map', hasLayer],
    ['diagnosis', hasTable],
    ['plan', hasTable],
    ['trend?unit=U25000', hasChart],
  ] as const) {
    const openings = await openedOften(browser, url, `/p/made/${page}`, isThere, LARGE_ROUNDS);
    const [data, task] = [
      middle(openings.map(({ dataMs }) => dataMs)),
      middle(openings.map(({ longestTaskMs }) => longestTaskMs)),
    ];
    rows.push(
      {
        name: `${page} of 50,000 units: data shown, empty cache, median of ${LARGE_ROUNDS}`,
        measured: data,
        target: LARGE_DATA_MS,
        unit: 'ms',
        passed: data <= LARGE_DATA_MS,
        detail: `at rest ${middle(openings.map(({ restMs }) => restMs)).toFixed(0)} ms; the very first data ${openings[0]!.dataMs.toFixed(0)} ms`,
      },
      {
        name: `${page} of 50,000 units: longest task`,
        measured: task,
        target: LARGE_TASK_MS,
        unit: 'ms',
        passed: task <= LARGE_TASK_MS,
        detail: `worst ${Math.max(...openings.map(({ longestTaskMs }) => longestTaskMs)).toFixed(0)} ms`,
      },
    );
  }
  return rows;
}

async function openedOften(
  browser: Browser,
  url: string,
  path: string,
  isThere: () => boolean,
  rounds: number,
): Promise<Opening[]> {
  const openings: Opening[] = [];
  for (let i = 0; i < rounds; i += 1) {
    const { page, context } = await openPage(browser, url, { language: 'en' });
    await watchPage(page);
    openings.push(await openAndWatch(page, `${url}${path}`, isThere));
    await context.close();
  }
  return openings;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
