import { spawnSync } from 'node:child_process';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Path of a Chromium on this machine; undefined where there is none, and then the tests skip with a message. */
export const browserPath: string | undefined = NAMES.map((name) =>
  spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim(),
).find((path) => path !== '');

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath!, args: ['--no-sandbox', '--disable-gpu'] });
}

/** A page that is watched: what it asked of anybody but its server, and what it complained of. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests that left for elsewhere. */
  readonly outbound: string[];
  /** Errors and warnings of the console, and exceptions. */
  readonly complaints: string[];
}

export interface PageOptions {
  readonly language: 'zh' | 'en';
  readonly width?: number;
  readonly height?: number;
}

/** Opens a page in a context of its own: anything that is not the server is refused and written down. */
export async function openPage(
  browser: Browser,
  origin: string,
  { language, width = 1440, height = 900 }: PageOptions,
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const [outbound, complaints]: [string[], string[]] = [[], []];
  await context.route(
    (url) => url.origin !== origin && !['blob:', 'data:', 'about:'].includes(url.protocol),
    (route) => {
      outbound.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  return { page, context, outbound, complaints };
}

/** Serious and critical findings of axe on the page as it stands, each with the places it names. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as { axe: typeof import('axe-core') };
    return engine.run(document, { resultTypes: ['violations'] });
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

/** True where the page can be moved sideways: something sticks out. */
export function sticksOut(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}
