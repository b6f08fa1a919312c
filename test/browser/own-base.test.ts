import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { baseFileText } from '../../packages/web/src/texts/base-file.ts';
import { colourTile, faceTile, madePmtiles, TILE_TYPES } from '../made-pmtiles.ts';
import { makeSmallProject } from '../small-project.ts';
import { seriousFindings } from './browser.ts';
import { inBrowser, openStage, PATIENCE, type Stage } from './stage.ts';
import { type Language, type Words, wordsOf } from './words.ts';

type Colour = readonly [red: number, green: number, blue: number];
const PINK: Colour = [250, 60, 250];
const GREEN: Colour = [60, 250, 60];
/** As water of vector tiles shines on white. */
const WATER: Colour = [214, 226, 233];

const world = (data: Uint8Array) => [{ z: 0, x: 0, y: 0, data }];
const PINK_FILE = madePmtiles(world(colourTile(...PINK)), TILE_TYPES.png);
const GREEN_FILE = madePmtiles(world(colourTile(...GREEN)), TILE_TYPES.png);
const FACES = madePmtiles(world(faceTile('water')), TILE_TYPES.mvt);
const BORDERS = madePmtiles(world(faceTile('boundaries')), TILE_TYPES.mvt);
const OTHER_SYSTEM = madePmtiles(world(colourTile(1, 1, 1)), TILE_TYPES.png, { crs: 'EPSG:4490' });

inBrowser('a base map of the own, from a file', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(async (workspace) => {
      const dir = await makeSmallProject(join(workspace, 'mine'), { from: 2000, to: 2001 });
      writeFileSync(join(dir, 'pink.pmtiles'), PINK_FILE);
      writeFileSync(join(dir, 'inputs', 'faces.pmtiles'), FACES);
      writeFileSync(join(dir, 'inputs', 'borders.pmtiles'), BORDERS);
      writeFileSync(join(dir, 'system.pmtiles'), OTHER_SYSTEM);
    });
  }, 300_000);
  afterAll(() => stage.end());

  test('a file of the project is drawn under the units, from our server alone, and again after a reload', async () => {
    const { page, outbound, complaints, context } = await stage.open({ language: 'en' });
    const [language, t] = ['en', wordsOf('en')] as const;
    await openForm(page, t);
    await page.getByLabel(baseFileText('in-project', language)).selectOption('pink.pmtiles');
    expect(await seriousFindings(page)).toEqual([]);
    await save(page, t);
    await expect.poll(() => shareOf(page, PINK), PATIENCE).toBeGreaterThan(0.5);
    await page.reload();
    await expect.poll(() => shareOf(page, PINK), PATIENCE).toBeGreaterThan(0.5);
    expect([outbound, complaints]).toEqual([[], []]);
    await context.close();
  }, 60_000);

  test('a file of this computer is sent and drawn', async () => {
    const { page, outbound, complaints, context } = await stage.open({ language: 'zh' });
    const [language, t] = ['zh', wordsOf('zh')] as const;
    await openForm(page, t);
    await choose(page, language, 'green.pmtiles', GREEN_FILE);
    await expect.poll(() => saveButton(page, t).isEnabled(), PATIENCE).toBe(true);
    await save(page, t);
    await expect.poll(() => shareOf(page, GREEN), PATIENCE).toBeGreaterThan(0.5);
    expect([outbound, complaints]).toEqual([[], []]);
    await context.close();
  }, 60_000);

  test('vector tiles are drawn plainly, and borders in them are not', async () => {
    const { page, outbound, complaints, context } = await stage.open({ language: 'en' });
    const [language, t] = ['en', wordsOf('en')] as const;
    await openForm(page, t);
    await page.getByLabel(baseFileText('in-project', language)).selectOption('inputs/faces.pmtiles');
    await save(page, t);
    await expect.poll(() => shareOf(page, WATER), PATIENCE).toBeGreaterThan(0.5);
    await page.getByRole('button', { name: t('map.base.add') }).click();
    await page.getByLabel(baseFileText('in-project', language)).selectOption('inputs/borders.pmtiles');
    await save(page, t);
    await expect.poll(() => shareOf(page, WATER), PATIENCE).toBe(0);
    expect([outbound, complaints]).toEqual([[], []]);
    await context.close();
  }, 60_000);

  test.for<Language>(['zh', 'en'])(
    'what cannot be shown is refused in words, in %s',
    { timeout: 60_000 },
    async (language) => {
      const { page, outbound, complaints, context } = await stage.open({ language });
      const t = wordsOf(language);
      const head = (words: string): RegExp =>
        new RegExp(words.split('{got}')[0]!.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      await openForm(page, t);
      for (const [bytes, fault] of [
        [Buffer.from('SQLite format 3\0 and tables'), 'mbtiles'],
        [Buffer.from('<!doctype html>'), 'no-pmtiles'],
        [PINK_FILE.subarray(0, PINK_FILE.length - 10), 'cut-short'],
        [Buffer.concat([PINK_FILE.subarray(0, 99), Buffer.from([77]), PINK_FILE.subarray(100)]), 'tile-type'],
      ] as const) {
        await choose(page, language, 'renamed.pmtiles', bytes);
        await page
          .getByRole('alert')
          .filter({ hasText: head(baseFileText(`fault.${fault}`, language, '{got}')) })
          .waitFor();
        expect(await saveButton(page, t).isEnabled(), fault).toBe(false);
      }
      await page.getByLabel(baseFileText('in-project', language)).selectOption('system.pmtiles');
      await saveButton(page, t).click();
      await page.getByRole('alert').filter({ hasText: 'EPSG:4490' }).waitFor();
      expect([outbound, complaints]).toEqual([[], []]);
      await context.close();
    },
  );

  async function openForm(page: Page, t: Words): Promise<void> {
    await page.goto(`${stage.server.url}/p/mine/map`);
    await page.getByText(t('map.group.base'), { exact: true }).click();
    await page.getByRole('button', { name: t('map.base.add') }).click();
    await page.getByLabel(t('map.base.kind')).selectOption('pmtiles');
  }
});

const saveButton = (page: Page, t: Words) =>
  page.getByRole('navigation', { name: t('map.layers') }).getByRole('button', { name: t('part.save') });

async function save(page: Page, t: Words): Promise<void> {
  await saveButton(page, t).click();
  await page.getByRole('button', { name: t('map.base.remove') }).waitFor();
}

async function choose(page: Page, language: Language, name: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: baseFileText('file', language) }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** Share of the pixels of the map, as it is seen, that have a colour. */
async function shareOf(page: Page, [red, green, blue]: Colour): Promise<number> {
  const { data, channels } = decode(await page.locator('main .ol-viewport').screenshot());
  let count = 0;
  for (let i = 0; i < data.length; i += channels)
    if (
      Math.abs(data[i]! - red) < 6 &&
      Math.abs(data[i + 1]! - green) < 6 &&
      Math.abs(data[i + 2]! - blue) < 6
    )
      count += 1;
  return count / (data.length / channels);
}
