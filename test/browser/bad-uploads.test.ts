import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBrowser, openStage, type Stage } from './stage.ts';
import { wordsOf } from './words.ts';

const INPUTS = resolve(import.meta.dirname, '../../../shared/badinputs');
const ROUND = 12;
const t = wordsOf('en');

/** Every file that is meant to be read as what a project is made from, and every other one of these kinds beside it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /^(LICENSE|COPY|README|.*\.(md|js|mjs|ts|py))/i.test(entry.name) ? [] : [path];
  });
}

const hasInputs = existsSync(INPUTS);
const files = hasInputs ? filesIn(INPUTS).sort() : [];

inBrowser('bad files dropped on the page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(() => {});
  }, 300_000);
  afterAll(() => stage.end());

  test.skipIf(!hasInputs)(
    'each of the bad inputs ends in words, and the server lives on (skipped where ../shared/badinputs is absent)',
    async () => {
      const watched = await stage.open({ language: 'en' });
      const { page } = watched;
      const wordless: string[] = [];
      for (let at = 0; at < files.length; at += ROUND) {
        const round = files.slice(at, at + ROUND);
        await page.goto(`${stage.server.url}/new`);
        await page.getByTestId('files').setInputFiles(round);
        await settled(page);
        const cards = page.getByRole('article');
        const said = await cards.allInnerTexts();
        for (const [i, text] of said.entries())
          if (text.split('\n').length < 3 || /undefined|NaN|\[object/.test(text))
            wordless.push(`${(await cards.nth(i).getAttribute('aria-label')) ?? '?'}: ${text}`);
        expect(said.length, round.map((path) => basename(path)).join(', ')).toBeGreaterThan(0);
        expect(await page.getByText(t('page.lost')).count()).toBe(0);
      }
      expect(wordless).toEqual([]);
      expect((await fetch(`${stage.server.url}/api/health`)).status).toBe(200);
      // A refusal is told by the browser, too: nothing else may be.
      expect(watched.complaints.filter((one) => !/status of 4\d\d/.test(one))).toEqual([]);
      expect(watched.outbound).toEqual([]);
      expect(files.reduce((sum, path) => sum + statSync(path).size, 0)).toBeGreaterThan(0);
    },
    240_000,
  );
});

/** Waits until no file is being sent or read. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('article').first().waitFor();
  await page.waitForFunction(
    ([reading, sending]) => {
      const text = document.querySelector('main')?.textContent ?? '';
      return !text.includes(reading!) && !text.includes(sending!);
    },
    [t('import.reading'), t('import.sending', { name: '' }).trim()],
    { timeout: 100_000 },
  );
}
