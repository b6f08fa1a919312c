import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actor, WAYS } from './actor.ts';
import { copyDemo, inBrowser, openStage, type Stage } from './stage.ts';
import { settingIn } from './words.ts';

inBrowser('journey 5: another method, and everything to take along', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(async (workspace) => {
      for (const [language, way] of WAYS) await copyDemo(workspace, `${language}-${way}`);
    });
  }, 600_000);
  afterAll(() => stage.end());

  test.each(WAYS)(
    '%s, %s: the trend of a unit as data, figure and words; a changed method is told',
    async (language, way) => {
      const me = await actor(stage, language, way);
      const { page, hand, t } = me;
      const name = `${language}-${way}`;
      await me.goto(`/p/${name}/trend?unit=U04`);
      await page.getByRole('heading', { name: t('trend.numbers') }).waitFor();
      expect(await page.locator('main').innerText()).toMatch(/2034/);
      expect(await me.evidenceOf(page.getByRole('table', { name: t('trend.numbers') }))).toContain(
        t('evidence.steps'),
      );

      const saved: Record<string, string> = {};
      for (const what of ['trend.save-csv', 'trend.save-png', 'trend.save-text'] as const) {
        await hand.press(me.button(t('trend.save')));
        const item = page.getByRole('menuitem', { name: t(what) });
        await item.waitFor();
        const coming = page.waitForEvent('download');
        if (way === 'mouse') await item.click();
        else {
          while (!(await item.evaluate((one) => one === document.activeElement)))
            await page.keyboard.press('ArrowDown');
          await page.keyboard.press('Enter');
        }
        const path = await (await coming).path();
        saved[what] = path;
      }
      const csv = readFileSync(saved['trend.save-csv']!, 'utf8');
      expect(csv.split('\n').length).toBeGreaterThan(40);
      expect(readFileSync(saved['trend.save-png']!).subarray(1, 4).toString()).toBe('PNG');
      expect(readFileSync(saved['trend.save-text']!, 'utf8')).toMatch(/Theil/);

      // Another composite, and the observation says that it is of before.
      await me.goto(`/settings?key=${name}`);
      await hand.write(page.getByLabel(t('settings.find')), 'observe.composite');
      await hand.choose(
        page.getByRole('combobox', { name: settingIn(language, 'observe.composite') }),
        settingIn(language, 'observe.composite', 'median'),
      );
      await hand.press(me.button(t('part.save'), page.getByRole('region', { name: t('settings.project') })));
      await page.getByText(t('settings.saved')).first().waitFor();
      await me.goto(`/p/${name}`);
      await page.getByText(t('overview.state.stale')).first().waitFor();
      await me.leave();
    },
    60_000,
  );
});
