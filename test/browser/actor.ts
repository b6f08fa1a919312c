import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { WatchedPage } from './browser.ts';
import { type Hand, keys, mouse } from './hand.ts';
import type { Stage } from './stage.ts';
import { type Language, sayIn, type Words, wordsOf } from './words.ts';

/** Both languages, by mouse and by keys alone. */
export const WAYS = [
  ['zh', 'mouse'],
  ['en', 'keys'],
  ['zh', 'keys'],
  ['en', 'mouse'],
] as const;
export type Way = (typeof WAYS)[number][1];

/** Somebody before a page: who reads one language and works in one way. */
export interface Actor {
  readonly page: Page;
  readonly watched: WatchedPage;
  readonly hand: Hand;
  readonly language: Language;
  readonly t: Words;
  readonly say: (key: string) => string;
  /** Opens an address of the workbench. */
  goto(path: string): Promise<void>;
  button(name: string | RegExp, within?: Locator): Locator;
  /** A page of the project, by the list of pages. */
  turnTo(link: string, head: string | RegExp): Promise<void>;
  /** Opens what stands behind a number and closes it again; the words of the drawer. */
  evidenceOf(within: Locator): Promise<string>;
  /** What is saved when something is pressed. */
  save(target: Locator): Promise<Saved>;
  /** That nothing was asked from elsewhere and nothing was complained of; then the page is closed. */
  leave(): Promise<void>;
}

export interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
}

export async function actor(stage: Stage, language: Language, way: Way): Promise<Actor> {
  const watched = await stage.open({ language });
  const { page, context } = watched;
  const hand = way === 'mouse' ? mouse(page) : keys(page);
  const t = wordsOf(language);
  const button = (name: string | RegExp, within: Page | Locator = page): Locator =>
    within.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first();
  return {
    page,
    watched,
    hand,
    language,
    t,
    say: sayIn(language),
    button,
    goto: async (path) => {
      await page.goto(stage.server.url + path);
    },
    turnTo: async (link, head) => {
      await hand.press(
        page
          .getByRole('navigation', { name: t('shell.steps') })
          .getByRole('link', { name: new RegExp(`^${link}( ?\\d+)?$`) }),
      );
      await page.getByRole('heading', { level: 1, name: head }).waitFor();
    },
    evidenceOf: async (within) => {
      const mark = within.getByRole('button', {
        name: new RegExp(`^${t('evidence.open', { title: '' }).trim()}`),
      });
      await hand.press(mark.first());
      const drawer = page.getByRole('dialog', { name: t('evidence.title') });
      await drawer.getByText(t('evidence.change')).waitFor();
      const text = await drawer.innerText();
      if (way === 'keys') await page.keyboard.press('Escape');
      else await drawer.getByRole('button', { name: t('part.close') }).click();
      await drawer.waitFor({ state: 'detached' });
      return text;
    },
    save: async (target) => {
      const coming = page.waitForEvent('download');
      await hand.press(target);
      return savedOf(await coming);
    },
    leave: async () => {
      expect(watched.outbound).toEqual([]);
      expect(watched.complaints).toEqual([]);
      await context.close();
    },
  };
}

async function savedOf(download: Download): Promise<Saved> {
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
