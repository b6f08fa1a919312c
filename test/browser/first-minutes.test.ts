import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../own-scenes-project.ts';
import { actor } from './actor.ts';
import { copyDemo, inBrowser, openStage, PATIENCE, type Stage } from './stage.ts';

const DEMO = 'aftermine-demo';

inBrowser('the first five minutes of somebody new', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(async (workspace) => {
      const demo = await copyDemo(workspace, DEMO);
      const { code, err } = await command([
        'export',
        'boundary',
        '--encoding',
        'gbk',
        '-o',
        join(workspace, '矿区.zip'),
        '-C',
        demo,
      ]);
      expect(code, err).toBe(0);
    });
  }, 600_000);
  afterAll(() => stage.end());

  test.each([
    ['zh', 'mouse'],
    ['en', 'mouse'],
  ] as const)(
    '%s: the demo, its story, years, evidence, a weight, a page to take along, and one’s own boundary',
    async (language, way) => {
      const me = await actor(stage, language, way);
      const { page, hand, t } = me;
      await me.goto('/');
      await page.getByRole('article').first().waitFor();
      // Another language without a reload.
      await page.evaluate(() => Object.assign(globalThis, { isSame: true }));
      const switcher = page.getByRole('radiogroup', { name: /语言|Language/ }).first();
      await hand.pick(switcher, language === 'zh' ? 'EN' : '中文');
      await page.getByRole('heading', { level: 1, name: language === 'zh' ? 'Projects' : '项目' }).waitFor();
      await hand.pick(switcher, language === 'zh' ? '中文' : 'EN');
      expect(await page.evaluate(() => (globalThis as { isSame?: boolean }).isSame)).toBe(true);

      await hand.press(me.button(t('home.demo')));
      const tour = page.getByRole('region', { name: t('overview.tour') });
      await tour.waitFor();
      expect(await tour.getByRole('link').count()).toBe(4);
      await hand.press(tour.getByRole('button', { name: t('overview.tour.close') }));
      await tour.waitFor({ state: 'detached' });

      await me.turnTo(t('nav.map'), t('map.title'));
      const years = page.getByRole('slider', { name: t('map.slider'), exact: true });
      const last = await years.getAttribute('aria-valuenow');
      await years.press('ArrowLeft');
      await years.press('ArrowLeft');
      await expect.poll(() => years.getAttribute('aria-valuenow'), PATIENCE).not.toBe(last);
      await hand.pick(page.getByRole('radiogroup', { name: t('map.compare') }), t('map.compare.swipe'));
      const edge = page.getByRole('slider', {
        name: new RegExp(t('map.compare.handle', { before: '.*', after: '.*' })),
      });
      await hand.slide(edge, -4);

      await me.turnTo(t('nav.diagnosis'), t('diagnosis.title'));
      await hand.row(page.getByRole('table', { name: t('diagnosis.table') }), 'U06');
      expect(await me.evidenceOf(page.getByLabel(t('diagnosis.sheet', { unit: 'U06' })))).toContain(
        t('evidence.rule'),
      );

      // Alternatives are there to be weighed: one weight, and places move.
      await me.turnTo(t('nav.compare'), t('compare.title'));
      const places = page.getByRole('region', { name: t('compare.weights') });
      const told = await places.getByRole('status').first().innerText();
      const weight = places.getByRole('textbox').first();
      await hand.write(weight, '0');
      await weight.blur();
      await expect.poll(() => weight.inputValue(), PATIENCE).toBe('0');
      expect(told.length).toBeGreaterThan(8);
      await expect.poll(() => places.getByRole('status').first().innerText(), PATIENCE).not.toBe(told);
      await expect.poll(() => me.button(t('compare.reset')).isEnabled(), PATIENCE).toBe(true);

      // One page to take along.
      await me.turnTo(t('nav.reports'), t('nav.reports'));
      await hand.row(page.getByRole('table', { name: t('reports.files') }), 'season-2034.zh.html');
      const summary = await me.save(page.getByRole('link', { name: t('reports.download'), exact: true }));
      expect(summary.bytes.toString()).toContain('<html');

      // Now with data of one's own.
      await me.goto('/new');
      const choose = me.button(t('import.choose'));
      await choose.waitFor();
      await hand.files(choose, join(stage.workspace, '矿区.zip'));
      const card = page.getByRole('article', { name: '矿区.zip' });
      await card
        .getByText(/2,294\.22/)
        .first()
        .waitFor();
      expect(await card.innerText()).toMatch(/34,413\.2/);
      await me.leave();
    },
    90_000,
  );
});
