import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../own-scenes-project.ts';
import { actor, WAYS } from './actor.ts';
import { copyDemo, inBrowser, openStage, type Stage } from './stage.ts';

const ALERT = '2032:U04:drifting-below';

inBrowser('journey 2: yearly supervision', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(async (workspace) => {
      for (const [language, way] of WAYS) {
        const dir = await copyDemo(workspace, `${language}-${way}`);
        const { code, err } = await command([
          'alert',
          'reopen',
          ALERT,
          '--by',
          'wang',
          '--note',
          'Looked at again this year.',
          '-C',
          dir,
        ]);
        expect(code, err).toBe(0);
      }
    });
  }, 600_000);
  afterAll(() => stage.end());

  test.each(WAYS)(
    '%s, %s: who fell behind, why, a notice, evidence, and no closing without a re-check',
    async (language, way) => {
      const name = `${language}-${way}`;
      const me = await actor(stage, language, way);
      const { page, hand, t, say } = me;

      // Which units fell behind: the season 2032.
      await me.goto(`/p/${name}/wheel`);
      await hand.tab(t('wheel.tab.units'));
      const before = me.button(t('wheel.before'));
      for (let season = 2034; season > 2032; season -= 1) {
        await hand.press(before);
        await page
          .getByRole('group', { name: t('wheel.season') })
          .getByText(String(season - 1), { exact: true })
          .first()
          .waitFor();
      }
      const units = page.getByRole('table', { name: new RegExp(say('season-page.units'), 'i') });
      await units
        .getByRole('row')
        .filter({ hasText: 'U04' })
        .filter({ hasText: say('unit-state.behind') })
        .waitFor();
      await hand.row(units, 'U04');
      expect(await me.evidenceOf(page.getByRole('main'))).toContain('U04');

      // Its alert, with what it rests on.
      await me.turnTo(t('nav.alerts'), t('nav.alerts'));
      await hand.press(page.getByRole('button', { name: /U04.*2032/s }).first());
      const sheet = page.getByRole('article');
      await sheet.getByRole('heading', { name: t('alerts.why') }).waitFor();
      const words = await me.evidenceOf(sheet);
      expect(words).toContain(t('evidence.confidence'));
      expect(words).toMatch(/2032/);

      const answer = async (
        which: 'confirm' | 'action' | 'evidence' | 'done' | 'close',
        by: 'wang' | 'li' | 'zhao',
        fill: (form: ReturnType<typeof page.getByRole>) => Promise<void> = async () => {},
      ) => {
        await hand.press(me.button(t(`alerts.answer.${which}`), sheet));
        const form = sheet.getByRole('form', { name: t(`alerts.answer.${which}`) });
        await hand.choose(
          form.getByRole('combobox', { name: t('alerts.field.by') }),
          new RegExp(`\\(${by},`),
        );
        await fill(form);
        await hand.press(me.button(t('alerts.send'), form));
        return form;
      };
      const sent = (which: 'action' | 'evidence' | 'done', state: string) =>
        sheet
          .getByText(
            t('alerts.sent', { what: t(`alerts.answer.${which}`), state: say(`action-state.${state}`) }),
          )
          .waitFor();

      // The notice: what is to be done, by whom, until when.
      await answer('action', 'li', async (form) => {
        await hand.write(form.getByLabel(t('alerts.field.action')), 'replant the upper bench');
        await hand.write(form.getByLabel(t('alerts.field.owner')), 'zhao');
        await hand.writeDay(form.getByLabel(t('alerts.field.due')), '2035-06-30');
        await hand.write(form.getByLabel(t('alerts.field.cost', { currency: 'CNY' })), '120000');
      });
      await sent('action', 'rectify');

      // The reply: a photograph, and that the work is done.
      await answer('evidence', 'zhao', (form) =>
        hand.files(
          form.getByLabel(t('alerts.field.file')),
          join(stage.workspace, name, 'inputs/photos/U04-2030.jpg'),
        ),
      );
      await sent('evidence', 'rectify');
      await answer('done', 'zhao', (form) => hand.write(form.getByLabel(t('alerts.field.from')), '2035'));
      await sent('done', 'recheck');

      // Nobody closes what was not looked at again, and the page says why.
      const form = await answer('close', 'wang');
      const refusal = form.getByRole('alert');
      await refusal.waitFor();
      expect((await refusal.innerText()).length).toBeGreaterThan(30);
      expect(await sheet.innerText()).toContain(say('action-state.recheck'));
      me.watched.complaints.splice(0);
      await me.leave();
    },
    60_000,
  );
});
