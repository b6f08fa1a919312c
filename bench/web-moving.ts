import type { Browser, Page } from 'playwright-core';
import { openPage } from '../test/browser/browser.ts';
import type { BenchRow } from './row.ts';
import { BARE_MAP, BARE_TABLE, routeBarePages } from './web-bare.ts';
import { type Frames, framesDuring, quietForMs, watchPage } from './web-watch.ts';

const FPS = 30;
const MOVE_MS = 4000;
/** Nobody waits longer for a page to come to rest; then it is moved as it is. */
const MOST_WAIT_MS = 20_000;
const PAGES = ['map', 'diagnosis', 'plan'] as const;

/** Scrolling the table and panning the map of 50,000 units, each beside a bare page that holds the same. */
export async function benchMoving(browser: Browser, url: string): Promise<BenchRow[]> {
  const { page, context } = await openPage(browser, url, { language: 'en' });
  await watchPage(page);
  const { rows: units } = (await (await fetch(`${url}/api/projects/made/units?limit=0`)).json()) as {
    rows: object[];
  };
  await routeBarePages(page, units);
  const rows: BenchRow[] = [];
  const add = (name: string, { worstFps, medianFps }: Frames, isOurs: boolean): void => {
    rows.push({
      name: `${name}, worst second`,
      measured: worstFps,
      target: isOurs ? FPS : 0,
      unit: 'frames/s',
      passed: isOurs ? worstFps >= FPS : null,
      detail: `median second ${medianFps}`,
    });
  };
  await page.goto(`${url}${BARE_TABLE}`);
  await page.waitForTimeout(1000);
  add('reference: scrolling a bare table of 50,000 rows', await scrolled(page, '#box'), false);
  await page.goto(`${url}${BARE_MAP}?shapes=/api/projects/made/shapes/units`);
  await page.waitForSelector('[data-drawn]', { timeout: 60_000 });
  add('reference: panning a bare map of 50,000 polygons', await panned(page, '#map'), false);
  for (const name of PAGES) {
    await page.goto(`${url}/p/made/${name}`);
    await page.waitForFunction(
      () =>
        document.querySelectorAll('main [role=table] [role=row]').length > 2 &&
        document.querySelector('main .ol-viewport canvas') !== null,
      undefined,
      { timeout: 60_000 },
    );
    await atRest(page);
    add(`${name}: panning the map`, await panned(page, 'main .ol-viewport'), true);
    await page.waitForTimeout(1500);
    add(`${name}: scrolling the table`, await scrolled(page, 'main [role=table]'), true);
  }
  await context.close();
  return rows;
}

/** Waits until no long task has run for a while. Requests do not count: jobs are asked after for ever. */
async function atRest(page: Page): Promise<void> {
  const until = Date.now() + MOST_WAIT_MS;
  await page.waitForTimeout(2500);
  while (Date.now() < until && (await quietForMs(page)) < 1500) await page.waitForTimeout(250);
}

/** The wheel, as fast as somebody who looks for a row far down. */
async function scrolled(page: Page, selector: string): Promise<Frames> {
  await pointAt(page, selector);
  return framesDuring(page, async () => {
    const until = Date.now() + MOVE_MS;
    while (Date.now() < until) {
      await page.mouse.wheel(0, 240);
      await page.waitForTimeout(16);
    }
  });
}

/** The map is held and moved to and fro, without letting go. */
async function panned(page: Page, selector: string): Promise<Frames> {
  const [x, y] = await pointAt(page, selector);
  await page.mouse.down();
  const frames = await framesDuring(page, async () => {
    const begun = Date.now();
    while (Date.now() - begun < MOVE_MS) {
      const turn = (Date.now() - begun) / 500;
      await page.mouse.move(x + 140 * Math.sin(turn), y + 90 * Math.sin(turn * 0.7));
      await page.waitForTimeout(10);
    }
  });
  await page.mouse.up();
  return frames;
}

async function pointAt(page: Page, selector: string): Promise<[number, number]> {
  const place = page.locator(selector).first();
  await place.scrollIntoViewIfNeeded();
  const box = (await place.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, 500) / 2];
  await page.mouse.move(x, y);
  return [x, y];
}
