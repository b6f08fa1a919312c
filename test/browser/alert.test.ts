import { afterAll, beforeAll, expect, test } from 'vitest';
import { actor, WAYS } from './actor.ts';
import { copyDemo, inBrowser, openStage, PATIENCE, type Stage } from './stage.ts';

/** How many alerts are open, as the page says it. */
const COUNT = { zh: /未销号 (\d+) 条/, en: /(\d+) open of/ } as const;

inBrowser('journey 4: an alert on a slope', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(async (workspace) => {
      for (const [language, way] of WAYS) await copyDemo(workspace, `${language}-${way}`);
    });
  }, 600_000);
  afterAll(() => stage.end());

  test.each(WAYS)(
    '%s, %s: opened again, seen before and after, and answered with owner, day and cost',
    async (language, way) => {
      const me = await actor(stage, language, way);
      const { page, hand, t, say } = me;
      const openAlerts = async (): Promise<number> =>
        Number(COUNT[language].exec(await page.getByRole('main').innerText())?.[1]);
      await me.goto(`/p/${language}-${way}/alerts`);
      await page.getByRole('status').filter({ hasText: COUNT[language] }).waitFor();
      const before = await openAlerts();
      // One case of the demonstration is open, so those that were answered lie folded.
      await hand.press(page.locator('summary').filter({ hasText: t('alerts.answered', { count: 3 }) }));
      await hand.press(page.getByRole('button', { name: /U04.*2032/s }).first());
      const sheet = page.getByRole('article');

      await hand.press(me.button(t('alerts.answer.reopen'), sheet));
      const again = sheet.getByRole('form', { name: t('alerts.answer.reopen') });
      await hand.choose(again.getByRole('combobox', { name: t('alerts.field.by') }), /\(wang,/);
      await hand.write(again.getByLabel(t('alerts.field.note')), 'The slope looks bare again.');
      await hand.press(me.button(t('alerts.send'), again));
      await sheet
        .getByText(t('alerts.sent', { what: t('alerts.answer.reopen'), state: say('action-state.check') }))
        .waitFor();
      await expect.poll(openAlerts, PATIENCE).toBe(before + 1);

      // Before and after, by the edge between them.
      await hand.press(
        sheet.getByRole('link', { name: t('alerts.before-after', { unit: 'U04', from: 2031, to: 2032 }) }),
      );
      const edge = page.getByRole('slider', {
        name: new RegExp(t('map.compare.handle', { before: '2031.*', after: '2032.*' })),
      });
      await edge.waitFor();
      const share = await edge.getAttribute('aria-valuenow');
      await hand.slide(edge, -5);
      expect(await edge.getAttribute('aria-valuenow')).not.toBe(share);
      expect(await page.locator('main').innerText()).toContain('U04');

      await page.goBack();
      await hand.press(me.button(t('alerts.answer.action'), sheet));
      const form = sheet.getByRole('form', { name: t('alerts.answer.action') });
      await hand.choose(form.getByRole('combobox', { name: t('alerts.field.by') }), /\(li,/);
      await hand.write(form.getByLabel(t('alerts.field.action')), 'mend the rills');
      await hand.write(form.getByLabel(t('alerts.field.owner')), 'zhao');
      await hand.writeDay(form.getByLabel(t('alerts.field.due')), '2035-05-15');
      await hand.write(form.getByLabel(t('alerts.field.cost', { currency: 'CNY' })), '80000');
      await hand.press(me.button(t('alerts.send'), form));
      await sheet
        .getByText(t('alerts.sent', { what: t('alerts.answer.action'), state: say('action-state.rectify') }))
        .waitFor();

      // It stands on the board of actions, with its state.
      await hand.tab(t('alerts.tab.board'));
      const line = page.getByRole('table').getByRole('row').filter({ hasText: 'mend the rills' });
      await line.waitFor();
      const told = await line.innerText();
      expect(told).toContain('2035');
      expect(told.replaceAll(/[,\s]/g, '')).toMatch(/80000|8万/);
      await me.leave();
    },
    60_000,
  );
});
