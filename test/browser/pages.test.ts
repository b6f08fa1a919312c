import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings, sticksOut } from './browser.ts';
import { copyDemo, inBrowser, openStage, type Stage } from './stage.ts';
import type { Language } from './words.ts';

const SITE = '/p/aftermine-demo';
/** Every page, and every part of one that has an address of its own. */
const PAGES = [
  '/',
  '/new',
  '/runs',
  '/settings',
  SITE,
  `${SITE}/data`,
  `${SITE}/map`,
  `${SITE}/map?year=2028&year2=2034&compare=swipe&unit=U04`,
  `${SITE}/trend`,
  `${SITE}/trend?unit=U04&year=2029`,
  `${SITE}/diagnosis?unit=U06`,
  `${SITE}/plan?unit=U04`,
  `${SITE}/plan?tab=settings`,
  `${SITE}/plan?tab=library`,
  `${SITE}/plan?tab=limits`,
  `${SITE}/plan?tab=figures`,
  `${SITE}/compare`,
  `${SITE}/schedule?unit=U04`,
  `${SITE}/alerts?alert=2029%3AU04%3Asudden-loss`,
  `${SITE}/alerts?tab=board`,
  `${SITE}/alerts?tab=history`,
  `${SITE}/wheel`,
  `${SITE}/wheel?tab=units&unit=U04`,
  `${SITE}/evidence`,
  `${SITE}/reports`,
  '/nowhere',
] as const;
/** 320 px: what a screen of 1280 px shows at 400 %. */
const VIEWS = [
  ['zh', 1440],
  ['en', 1440],
  ['zh', 360],
  ['en', 360],
  ['zh', 320],
  ['en', 320],
] as const;
/** Pictures are taken of what is wrong, and of all pages where a folder for them is given. */
const ALL_SHOTS = process.env['AFTERMINE_SHOTS'];
const SHOTS = ALL_SHOTS ?? mkdtempSync(join(tmpdir(), 'aftermine-shots-'));

inBrowser('every page in both languages and at every width', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(async (workspace) => void (await copyDemo(workspace)));
  }, 600_000);
  afterAll(() => stage.end());

  test.concurrent.for(VIEWS)(
    'in %s at %i px nothing is blank, clipped, foreign or out of reach',
    { timeout: 280_000 },
    async ([language, width]) => {
      const watched = await stage.open({ language, width });
      const wrong: Record<string, unknown> = {};
      for (const path of PAGES) {
        const found = await lookAt(watched.page, stage.server.url, path, language, width);
        if (watched.complaints.length > 0) found.push(...watched.complaints.splice(0));
        if (found.length > 0) wrong[path] = found;
      }
      expect(wrong, `pictures are in ${SHOTS}`).toEqual({});
      expect(watched.outbound).toEqual([]);
      await watched.context.close();
    },
  );
});

/** What is wrong with a page, in words. */
async function lookAt(
  page: Page,
  origin: string,
  path: string,
  language: Language,
  width: number,
): Promise<string[]> {
  const wrong: string[] = [];
  await page.goto(origin + path);
  try {
    await settled(page);
  } catch {
    wrong.push('it does not come to rest');
  }
  const heads = await page.getByRole('heading', { level: 1 }).allInnerTexts();
  if (path !== '/nowhere' && (heads.length !== 1 || heads[0]!.trim() === ''))
    wrong.push(`heads: ${JSON.stringify(heads)}`);
  const lang = await page.locator('html').getAttribute('lang');
  if (lang !== (language === 'zh' ? 'zh-CN' : 'en')) wrong.push(`language: ${lang}`);
  const text = await page.getByRole('main').innerText();
  if (text.trim().length < 12) wrong.push(`blank: ${text}`);
  for (const word of ['NaN', 'undefined', 'Infinity', '[object', '-9999', '{count}'])
    if (text.includes(word)) wrong.push(`says ${word}`);
  if (await sticksOut(page)) wrong.push('sticks out sideways');
  wrong.push(...(await cutOff(page)));
  // The rules do not depend on the width between phone and desk; 320 px is looked at for reflow.
  if (width !== 320) {
    wrong.push(...(await seriousFindings(page)));
  }
  if (ALL_SHOTS !== undefined || wrong.length > 0)
    await page.screenshot({
      path: join(SHOTS, `${fileName(path)}.${language}.${width}.png`),
      fullPage: true,
    });
  return wrong;
}

/** Waits until the page shows its head, nothing that is still coming, and asks for nothing more. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1, main p').first().waitFor();
  await page.waitForFunction(() => document.querySelector('main .mantine-Skeleton-root') === null);
  await page.waitForLoadState('networkidle');
}

/** Controls that lie outside of what can be seen or scrolled to. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean => {
      for (let one: Element | null = element; one !== null && one !== document.body; one = one.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(one).overflowX)) return true;
      return false;
    };
    return [...document.querySelectorAll('main button, main a, main input, main h1, main h2, main p')]
      .filter((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        return width > 1 && height > 1 && (right > innerWidth + 1 || left < -1) && !scrolls(element);
      })
      .map((element) => `cut off: ${element.tagName} ${element.textContent?.slice(0, 40)}`);
  });
}

function fileName(path: string): string {
  return path.replaceAll(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'home';
}
