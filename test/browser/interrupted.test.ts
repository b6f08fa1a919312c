import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSmallProject } from '../small-project.ts';
import { actor } from './actor.ts';
import { serve } from './served.ts';
import { copyDemo, inBrowser, openStage, PATIENCE, type Stage } from './stage.ts';

inBrowser('when something goes wrong meanwhile', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(async (workspace) => {
      await makeSmallProject(join(workspace, 'small'), { from: 1994, to: 2013 });
      await copyDemo(workspace);
    });
  }, 600_000);
  afterAll(() => stage.end());

  test('a server killed in the middle of a run: the page says so, the run goes on by itself, progress never goes back', async () => {
    const me = await actor(stage, 'en', 'mouse');
    const { page, hand, t } = me;
    await me.goto('/p/small/data');
    const observation = page.getByRole('region', { name: t('data.observe') });
    await hand.press(observation.getByRole('button', { name: t('overview.run.observe'), exact: true }));
    await me.goto('/runs');
    const seen: number[] = [];
    await expect
      .poll(async () => (await look(page, seen)) > 10, { timeout: 60_000, interval: 100 })
      .toBe(true);

    const port = Number(new URL(stage.server.url).port);
    await stage.server.kill();
    await page.getByText(t('page.lost')).waitFor();
    stage.server = await serve(stage.workspace, port);
    await page.getByText(t('page.lost')).waitFor({ state: 'detached' });
    await expect
      .poll(
        async () => {
          await look(page, seen);
          return page.getByText(t('part.job.successful')).count();
        },
        { timeout: 90_000, interval: 200 },
      )
      .toBeGreaterThan(0);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    await me.goto('/p/small');
    await page
      .getByText(/1994.2013/)
      .first()
      .waitFor();
    // Requests to a server that was away are told by the browser itself.
    expect(
      me.watched.complaints.filter((one) => !/ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY/.test(one)),
    ).toEqual([]);
    expect(me.watched.outbound).toEqual([]);
    await me.watched.context.close();
  }, 180_000);

  test('a server killed in the middle of an upload leaves nothing half-written', async () => {
    const me = await actor(stage, 'en', 'mouse');
    const { page, t } = me;
    await me.goto('/new');
    const choose = me.button(t('import.choose'));
    await choose.waitFor();
    const before = uploads(stage.workspace);
    // A megabyte a second, so that there is a middle.
    const line = await me.watched.context.newCDPSession(page);
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 2_000_000,
    });
    await me.hand.files(choose, {
      name: 'large.tif',
      mimeType: 'image/tiff',
      buffer: Buffer.alloc(20_000_000, 'II*'),
    });
    await page
      .getByText(new RegExp(t('import.sending', { name: 'large.tif' })))
      .first()
      .waitFor();
    await page.waitForTimeout(1500);
    const port = Number(new URL(stage.server.url).port);
    await stage.server.kill();
    await page.getByRole('article', { name: 'large.tif' }).getByRole('alert').waitFor();
    stage.server = await serve(stage.workspace, port);
    expect(uploads(stage.workspace)).toEqual(before);
    await page.getByText(t('page.lost')).waitFor({ state: 'detached' });
    await me.watched.context.close();
  }, 60_000);

  test('two tabs change the same setting: the second is told, and nothing that was typed is lost', async () => {
    const [one, two] = [await actor(stage, 'zh', 'mouse'), await actor(stage, 'zh', 'mouse')];
    const field = (me: typeof one) => me.page.getByRole('textbox', { name: me.t('plan.budget.each') });
    for (const me of [one, two]) {
      await me.goto('/p/aftermine-demo/plan?tab=settings');
      await field(me).waitFor();
    }
    await one.hand.write(field(one), '700000');
    await two.hand.write(field(two), '800000');
    await one.hand.press(one.button(one.t('plan.save-settings')));
    await one.page.getByText(one.t('plan.all-saved')).waitFor();
    await two.hand.press(two.button(two.t('plan.save-settings')));
    const conflict = two.page.getByRole('alert').filter({ hasText: two.t('plan.conflict') });
    await conflict.waitFor();
    expect(await conflict.innerText()).toMatch(/800000[\s\S]*700000/);
    expect(await field(two).inputValue()).toBe('800,000');
    await two.hand.press(two.button(two.t('plan.keep-mine')));
    await two.page.getByText(two.t('plan.all-saved')).waitFor();
    await one.page.reload();
    await expect.poll(() => field(one).inputValue(), PATIENCE).toBe('800,000');
    for (const me of [one, two]) await me.watched.context.close();
  }, 60_000);

  test('two tabs answer the same alert: the second is told before anything is sent', async () => {
    const [one, two] = [await actor(stage, 'en', 'mouse'), await actor(stage, 'en', 'mouse')];
    const begin = async (me: typeof one, note: string) => {
      await me.goto('/p/aftermine-demo/alerts?alert=2029%3AU04%3Asudden-loss');
      const sheet = me.page.getByRole('article');
      await me.hand.press(me.button(me.t('alerts.answer.reopen'), sheet));
      const form = sheet.getByRole('form', { name: me.t('alerts.answer.reopen') });
      await me.hand.choose(form.getByRole('combobox', { name: me.t('alerts.field.by') }), /\(wang,/);
      await me.hand.write(form.getByLabel(me.t('alerts.field.note')), note);
      return form;
    };
    const first = await begin(one, 'The first saw something.');
    const second = await begin(two, 'The second saw it, too.');
    await one.hand.press(one.button(one.t('alerts.send'), first));
    await one.page.getByText(/Written into the history/).waitFor();
    await two.hand.press(two.button(two.t('alerts.send'), second));
    await second.getByText(two.t('alerts.moved')).waitFor();
    expect(await second.getByLabel(two.t('alerts.field.note')).inputValue()).toBe('The second saw it, too.');
    for (const me of [one, two]) await me.watched.context.close();
  }, 60_000);
});

/** Greatest progress that the page shows now, added to what was seen. */
async function look(page: Page, seen: number[]): Promise<number> {
  const values = await page
    .locator('main [role=progressbar]')
    .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('aria-valuenow'))));
  if (values.length > 0) seen.push(Math.max(...values));
  return seen.at(-1) ?? 0;
}

function uploads(workspace: string): readonly string[] {
  try {
    return readdirSync(join(workspace, '.aftermine-server', 'uploads'), { recursive: true })
      .map(String)
      .sort();
  } catch {
    return [];
  }
}
