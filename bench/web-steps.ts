import type { Browser, Page } from 'playwright-core';
import { openPage } from '../test/browser/browser.ts';
import type { BenchRow } from './row.ts';
import { stepsOf, watchPage } from './web-watch.ts';

const STEP_MS = 100;
/** A year that was not fetched: until anything of it is seen, and until all is. */
const LOOK_MS = 200;
const JUMP_MS = 1000;
const STEPS = 24;
const JUMPS = 10;
/** After so long without a window of values on the way what is fetched ahead is here. */
const QUIET_MS = 350;

/**
 * From the key on the slider to the painted frame, on a layer of 2,000 x 2,000 pixels with ten years: with the whole site on the
 * screen, and so near that every pixel of the file is shown. Steps go to years that were fetched ahead; jumps to years that were not.
 */
export async function benchSteps(browser: Browser, url: string): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, zooms] of [
    ['whole site', 0],
    ['all pixels', 2],
  ] as const) {
    const steps = await stepsOnOnePage(browser, url, zooms);
    const jumps: Step[] = [];
    for (let i = 0; i < JUMPS; i += 1) jumps.push(await oneJump(browser, url, zooms, i));
    rows.push(rowOf(`${name}: step to a year fetched ahead`, steps, STEP_MS));
    const looks = jumps.map(({ lookMs, own, ms }) => ({ ms: lookMs, own: own - ms + lookMs, lookMs }));
    rows.push(rowOf(`${name}: jump to a year not fetched, first look`, looks, LOOK_MS));
    rows.push(rowOf(`${name}: jump to a year not fetched, as fine as it gets`, jumps, JUMP_MS));
  }
  return rows;
}

interface Step {
  readonly ms: number;
  readonly own: number;
  readonly lookMs: number;
}

function rowOf(name: string, steps: readonly Step[], target: number): BenchRow {
  const at = (share: number, of: (step: Step) => number): number => {
    const sorted = steps.map(of).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  };
  const p95 = at(0.95, ({ ms }) => ms);
  return {
    name: `${name}, ${steps.length} times, p95`,
    measured: p95,
    target,
    unit: 'ms',
    passed: p95 <= target,
    detail: `p50 ${at(0.5, ({ ms }) => ms).toFixed(0)}; without the key p50 ${at(0.5, ({ own }) => own).toFixed(0)}, p95 ${at(0.95, ({ own }) => own).toFixed(0)}`,
  };
}

async function stepsOnOnePage(browser: Browser, url: string, zooms: number): Promise<Step[]> {
  const map = await openMap(browser, url, 2020, zooms);
  for (let i = 0; i < STEPS; i += 1)
    // To and fro over all ten years, so that most come for the first time.
    await map.press((i + 5) % 18 < 9 ? 'ArrowRight' : 'ArrowLeft');
  return map.close();
}

async function oneJump(browser: Browser, url: string, zooms: number, turn: number): Promise<Step> {
  const [from, key] = turn % 2 === 0 ? ([2024, 'Home'] as const) : ([2015, 'End'] as const);
  const map = await openMap(browser, url, from, zooms);
  await map.press(key);
  const [step] = await map.close();
  return step!;
}

async function openMap(browser: Browser, url: string, year: number, zooms: number) {
  const { page, context } = await openPage(browser, url, { language: 'en' });
  await watchPage(page);
  let running = 0;
  let last = Date.now();
  const isValues = (address: string): boolean => address.includes('/values?');
  page.on('request', (request) => {
    if (!isValues(request.url())) return;
    running += 1;
    last = Date.now();
  });
  const ended = (address: string): void => {
    if (!isValues(address)) return;
    running -= 1;
    last = Date.now();
  };
  page.on('requestfinished', (request) => ended(request.url()));
  page.on('requestfailed', (request) => ended(request.url()));
  const quiet = async (): Promise<void> => {
    last = Date.now();
    while (running > 0 || Date.now() - last < QUIET_MS) await page.waitForTimeout(50);
  };
  await page.goto(`${url}/p/layers/map?year=${year}`);
  await page.waitForFunction(() => performance.getEntriesByName('aftermine-layer-step').length > 0);
  for (let i = 0; i < zooms; i += 1) {
    await page.click('.ol-zoom-in');
    await page.waitForTimeout(500);
  }
  await quiet();
  const slider = page.getByRole('slider').first();
  await slider.focus();
  const press = async (key: string): Promise<void> => {
    const before = (await stepsOf(page)).length;
    await page.keyboard.press(key);
    await arrived(page, before);
    await quiet();
  };
  const close = async (): Promise<Step[]> => {
    const steps = await stepsOf(page);
    await context.close();
    return steps;
  };
  return { press, close };
}

async function arrived(page: Page, before: number): Promise<void> {
  await page.waitForFunction((count) => globalThis.aftermineWatch.steps.length > count, before, {
    polling: 50,
    timeout: 30_000,
  });
}
