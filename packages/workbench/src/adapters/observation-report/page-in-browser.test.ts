import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { observationHtml } from './observation-html.ts';
import { sampleReport } from './sample-report.fixture.ts';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];
const browser = BROWSERS.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);

describe.skipIf(browser === undefined)('the page in a browser (skipped where there is no Chromium)', () => {
  const dir = mkdtempSync(join(tmpdir(), 'report-page-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const open = async (name: string, page: string): Promise<string> => {
    const path = join(dir, `${name}.html`);
    writeFileSync(path, page);
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(dir, name)}`];
    return execFileSync(browser!, [...flags, '--virtual-time-budget=8000', '--dump-dom', `file://${path}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64_000_000,
      timeout: 60_000,
    });
  };
  let dom = '';
  beforeAll(async () => {
    dom = await open('en', await observationHtml(sampleReport()));
  }, 90_000);

  test('its script runs under its own policy to the end', () => {
    expect(dom).toContain('class="awake"');
    expect([...dom.matchAll(/<button type="button" data-year="/g)]).toHaveLength(18);
    expect(dom).toMatch(/id="map-year"[^>]*>2018</);
    expect(dom).toContain('aria-valuetext="2018, well seen"');
  });

  test('it draws the chart anew, gives every heading of a sortable table a button, and hides the stand-in maps', () => {
    expect(dom).toContain('class="trend-chart"');
    expect(dom).toMatch(/<th scope="col" class="number"><button type="button">/);
    expect(dom).toMatch(/class="no-script" hidden=""/);
    expect(dom).not.toMatch(/class="map-panel needs-script" hidden/);
  });

  test('hostile names run nothing', async () => {
    const hostile = '"><img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
    const attacked = await open(
      'xss',
      await observationHtml(sampleReport({ userText: hostile, projectName: hostile })),
    );
    expect(attacked).toContain('class="awake"');
    expect(/<title>([^<]*)<\/title>/.exec(attacked)![1]).not.toBe('owned');
    expect(attacked).not.toMatch(/<img src="x"/);
  }, 90_000);
});
