import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '../own-scenes-project.ts';
import { actor, WAYS } from './actor.ts';
import { copyDemo, inBrowser, openStage, type Stage } from './stage.ts';

const DEMO = 'aftermine-demo';

inBrowser('journey 1: a list of legacy patches', () => {
  let stage: Stage;
  const legacy = (): string => join(stage.workspace, 'legacy.zip');
  beforeAll(async () => {
    stage = await openStage(async (workspace) => {
      const demo = await copyDemo(workspace, DEMO);
      const { code, err } = await command([
        'export',
        'units',
        '--encoding',
        'gbk',
        '-o',
        join(workspace, 'legacy.zip'),
        '-C',
        demo,
      ]);
      expect(code, err).toBe(0);
    });
  }, 600_000);
  afterAll(() => stage.end());

  test.each(WAYS)(
    '%s, %s: read at once with its encoding and system, checked, ranked, and filed as DOCX and XLSX',
    async (language, way) => {
      const me = await actor(stage, language, way);
      const { page, hand, t } = me;
      await me.goto('/');
      await hand.press(page.getByRole('link', { name: t('home.own') }));
      const choose = me.button(t('import.choose'));
      await choose.waitFor();
      await hand.files(choose, [legacy(), join(stage.workspace, DEMO, 'inputs/boundary.geojson')]);

      // The verdict: what it is, in which encoding and system, and how large, in hectares and mu.
      const card = page.getByRole('article', { name: 'legacy.zip' });
      await card.getByText(/亩|mu/).first().waitFor();
      const verdict = await card.innerText();
      expect(verdict).toMatch(/gbk|gb18030/i);
      expect(verdict).toMatch(/EPSG|CGCS2000|UTM|WGS/);
      expect(verdict).toMatch(language === 'zh' ? /[\d,.]+ 公顷（[\d,.]+ 亩）/ : /[\d,.]+ ha \([\d,.]+ mu\)/);

      // Which file is what, and a name.
      await hand.choose(
        page
          .getByRole('article', { name: 'boundary.geojson' })
          .getByRole('combobox', { name: t('import.role') }),
        t('import.role.boundary'),
      );
      await hand.choose(card.getByRole('combobox', { name: t('import.role') }), t('import.role.units'));
      await hand.write(page.getByLabel(t('import.name')), `历史图斑 ${language} ${way}`);
      await hand.press(me.button(t('import.create')));
      await page.getByRole('heading', { level: 1, name: t('data.title') }).waitFor();
      await page
        .getByRole('table', { name: t('data.files') })
        .getByText(/gbk|gb18030/i)
        .waitFor();
      await page
        .getByRole('table', { name: t('data.files') })
        .getByText(/亩|mu/)
        .first()
        .waitFor();

      // Diagnosed from what there is.
      await me.turnTo(t('nav.diagnosis'), /./);
      await hand.press(me.button(t('diagnosis.run-first')));
      const ranked = page.getByRole('table', { name: t('diagnosis.table') });
      await ranked.getByRole('row').filter({ hasText: '东南排土场' }).waitFor();
      expect(await ranked.getByRole('row').count()).toBe(11);

      // With its budget line the list is filed from the project that has a plan.
      await me.goto(`/p/${DEMO}/reports`);
      const template = page.getByRole('region', { name: t('reports.template.priority') });
      await hand.pick(template.getByRole('radiogroup'), language === 'zh' ? '中文' : 'EN');
      await hand.press(template.getByRole('button', { name: new RegExp(t('reports.template.priority')) }));
      await template
        .getByText(new RegExp(t('reports.made', { files: '' }).trim()))
        .waitFor({ timeout: 40_000 });
      for (const ending of ['docx', 'xlsx']) {
        await hand.row(
          page.getByRole('table', { name: t('reports.files') }),
          `priority.${language}.${ending}`,
        );
        const { name, bytes } = await me.save(
          page.getByRole('link', { name: t('reports.download'), exact: true }),
        );
        expect(name).toBe(`priority.${language}.${ending}`);
        expect(bytes.subarray(0, 2).toString()).toBe('PK');
        expect(bytes.length).toBeGreaterThan(4000);
      }
      await me.leave();
    },
    90_000,
  );
});
