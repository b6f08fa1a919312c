import { afterAll, beforeAll, expect, test } from 'vitest';
import { actor, WAYS } from './actor.ts';
import { copyDemo, inBrowser, openStage, PATIENCE, type Stage, unadopt } from './stage.ts';

inBrowser('journey 3: a new plan', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(async (workspace) => {
      for (const [language, way] of WAYS) unadopt(await copyDemo(workspace, `${language}-${way}`));
    });
  }, 600_000);
  afterAll(() => stage.end());

  test.each(WAYS)(
    '%s, %s: from the diagnosis of a unit to a plan, its options, its schedule and its budget',
    async (language, way) => {
      const me = await actor(stage, language, way);
      const { page, hand, t, say } = me;
      await me.goto(`/p/${language}-${way}/diagnosis`);
      await hand.row(page.getByRole('table', { name: t('diagnosis.table') }), 'U04');
      const sheet = page.getByLabel(t('diagnosis.sheet', { unit: 'U04' }));
      await sheet.waitFor();
      expect(await me.evidenceOf(sheet)).toContain(t('evidence.rule'));

      // Why this is done there.
      await me.turnTo(t('nav.plan'), t('plan.title'));
      const plan = page.getByRole('article', { name: t('plan.sheet', { unit: 'U04' }) });
      await plan.getByRole('heading', { name: say('plan-page.sheet.gates') }).waitFor();
      expect(await plan.innerText()).toContain('U04');
      const cost = await page
        .getByText(/2025.*2029/)
        .first()
        .innerText();

      // Less money; the plan is out of date until it is made anew.
      await hand.tab(t('plan.tab.settings'));
      await hand.write(page.getByRole('textbox', { name: t('plan.budget.each') }), '500000');
      await hand.press(me.button(t('plan.save-settings')));
      await page.getByText(t('plan.all-saved')).waitFor();
      await page.getByText(t('plan.stale')).first().waitFor();
      await hand.press(me.button(t('plan.solve')));
      await page.getByText(t('plan.stale')).first().waitFor({ state: 'detached', timeout: 60_000 });
      await expect
        .poll(
          () =>
            page
              .getByText(/2025.*2029/)
              .first()
              .innerText(),
          PATIENCE,
        )
        .not.toBe(cost);

      await me.turnTo(t('nav.compare'), t('compare.title'));
      await page.getByRole('slider').first().waitFor();
      await hand.slide(page.getByRole('slider').first(), 3);

      await me.turnTo(t('nav.schedule'), t('schedule.title'));
      await hand.press(me.button(t('schedule.xlsx')));
      const { name, bytes } = await me.save(page.getByRole('link', { name: /budget.*xlsx/ }));
      expect(name).toMatch(/\.xlsx$/);
      expect(bytes.subarray(0, 2).toString()).toBe('PK');
      expect(bytes.length).toBeGreaterThan(5000);
      await me.leave();
    },
    90_000,
  );
});
