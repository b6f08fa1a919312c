import type { Page } from 'playwright-core';

/** Milliseconds without a long task after which a page is called at rest. */
const REST_MS = 500;

/** What the page itself keeps of its own opening, its layer steps and its frames. */
interface Watch {
  /** Begin and length of tasks above 50 ms. */
  tasks: [begun: number, ms: number][];
  steps: { readonly ms: number; readonly own: number; readonly lookMs: number }[];
  frames: number[];
}
declare global {
  var aftermineWatch: Watch;
}

/** Watches every page that is opened from now on. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watch: Watch = { tasks: [], steps: [], frames: [] };
    globalThis.aftermineWatch = watch;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) watch.tasks.push([startTime, duration]);
    }).observe({ type: 'longtask', buffered: true });
    let pressed = 0;
    let lookMs = Number.POSITIVE_INFINITY;
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        pressed = timeStamp;
        lookMs = Number.POSITIVE_INFINITY;
      },
      true,
    );
    const measure = performance.measure.bind(performance);
    performance.measure = (name: string, ...how: never[]) => {
      const entry = measure(name, ...how);
      if (pressed === 0 || !name.startsWith('aftermine-layer-')) return entry;
      const begun = pressed;
      if (name === 'aftermine-layer-step') pressed = 0;
      // The measure ends while the frame is being drawn; a task after it runs once the frame is done.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const ms = performance.now() - begun;
        if (name === 'aftermine-layer-look') lookMs = ms;
        else watch.steps.push({ ms, own: entry.duration, lookMs: Math.min(lookMs, ms) });
      };
      port2.postMessage(null);
      return entry;
    };
  });
}

export interface Opening {
  readonly firstPaintMs: number;
  /** Until what was waited for was there. */
  readonly dataMs: number;
  /** Until then, and no long task was running or followed within half a second. */
  readonly restMs: number;
  readonly longestTaskMs: number;
  /** Scripts that were asked for by then. */
  readonly scripts: readonly string[];
}

/** Opens an address and waits for `isThere`, which runs in the page at every frame. */
export async function openAndWatch(page: Page, url: string, isThere: () => boolean): Promise<Opening> {
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(isThere, undefined, { polling: 'raf', timeout: 60_000 });
  const dataMs = await page.evaluate(() => performance.now());
  for (;;) {
    const quietFor = await quietForMs(page);
    const sinceData = (await page.evaluate(() => performance.now())) - dataMs;
    if (Math.min(quietFor, sinceData) >= REST_MS) break;
    await page.waitForTimeout(REST_MS / 4);
  }
  const seen = await page.evaluate(() => {
    const { tasks } = globalThis.aftermineWatch;
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    return {
      firstPaintMs: paint ?? performance.now(),
      lastTask: Math.max(0, ...tasks.map(([begun, ms]) => begun + ms)),
      longestTaskMs: Math.max(0, ...tasks.map(([, ms]) => ms)),
      scripts: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
    };
  });
  return { ...seen, dataMs, restMs: Math.max(dataMs, seen.lastTask) };
}

/** Milliseconds since the last long task ended, or since the page was opened. */
export function quietForMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { tasks } = globalThis.aftermineWatch;
    return performance.now() - Math.max(0, ...tasks.map(([begun, ms]) => begun + ms));
  });
}

export interface Frames {
  readonly medianFps: number;
  /** Of all windows of one second the one with fewest frames. */
  readonly worstFps: number;
}

/** Frames of a page while something is done to it. */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  const begun = await page.evaluate(() => {
    const watch = globalThis.aftermineWatch;
    const own: number[] = [];
    watch.frames = own;
    const frame = (at: number): void => {
      own.push(at);
      // Of an older round: it would count every frame twice.
      if (watch.frames === own) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return performance.now();
  });
  await work();
  const { frames, ended } = await page.evaluate(() => ({
    frames: globalThis.aftermineWatch.frames,
    ended: performance.now(),
  }));
  const counts: number[] = [];
  for (let from = begun; from + 1000 <= ended; from += 50)
    counts.push(frames.filter((at) => at >= from && at < from + 1000).length);
  counts.sort((a, b) => a - b);
  return { medianFps: counts[Math.floor(counts.length / 2)] ?? 0, worstFps: counts[0] ?? 0 };
}

/** Layer steps so far: from the key to the frame with all pixels, from the change of the layer to it, and from the key to the first look. */
export function stepsOf(page: Page): Promise<Watch['steps']> {
  return page.evaluate(() => globalThis.aftermineWatch.steps);
}
