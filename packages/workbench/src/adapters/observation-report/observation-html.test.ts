import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { observationHtml } from './observation-html.ts';
import { type SampleOptions, sampleReport } from './sample-report.fixture.ts';

/** What a page says: without its script, style, data and markup. */
function wordsOf(page: string): string {
  return page
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/<style[\s\S]*?<\/style>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

function dataOf(
  page: string,
): Record<string, unknown> & { layers: { id: string; images: Record<string, string | null> }[] } {
  const json = /<script type="application\/json" id="page-data">([\s\S]*?)<\/script>/.exec(page)![1]!;
  return JSON.parse(json) as ReturnType<typeof dataOf>;
}

describe.each(['en', 'zh'] as const)('the page in %s', (language) => {
  let page = '';
  beforeAll(async () => {
    page = await observationHtml(sampleReport({ language }));
  });

  test('fetches nothing: its policy forbids it and no address of a network stands in it', () => {
    expect(page).toContain("default-src 'none'");
    const markup = page.replace(/<script>[\s\S]*?<\/script>/g, '');
    const addresses = [...markup.matchAll(/(?:\b(?:src|href|action)=|url\()\s*["']?([^"')\s>]+)/g)].map(
      (match) => match[1]!,
    );
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => !/^(data:image\/png;base64,|#)/.test(address))).toEqual([]);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
  });

  test('allows exactly its own script', () => {
    const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1]!);
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256').update(scripts[0]!).digest('base64');
    expect(page).toContain(`script-src 'sha256-${hash}'`);
    expect(page).not.toMatch(/\son\w+=/);
  });

  test('never prints what is no number or no text', () => {
    expect(wordsOf(page)).not.toMatch(/\b(NaN|null|undefined|Infinity|-9999|\[object)\b/);
  });

  test('leaves no placeholder and no catalogue key unfilled', () => {
    expect(wordsOf(page)).not.toMatch(/\{\w+\}/);
    expect(wordsOf(page)).not.toMatch(/\b(page|observed|unknown|index)\.[a-z]/);
  });

  test('has one heading of the first order, landmarks, and a label for every section', () => {
    expect([...page.matchAll(/<h1>/g)]).toHaveLength(1);
    for (const landmark of ['<header', '<nav', '<main', '<footer']) expect(page).toContain(landmark);
    for (const [, label] of page.matchAll(/<section id="[^"]+" aria-labelledby="([^"]+)"/g))
      expect(page).toContain(`id="${label}"`);
    expect([...page.matchAll(/<img (?![^>]*alt=")/g)]).toHaveLength(0);
    expect(page).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`);
  });

  test('tells the unseen season everywhere with its reason, and embeds no picture of it', () => {
    const reason = language === 'zh' ? '2006 年生长季没有影像' : 'no scene of the 2006 season';
    expect(wordsOf(page)).toContain(reason);
    const layers = dataOf(page).layers;
    expect(layers.map(({ id }) => id)).toEqual([
      'rsei',
      'true-colour',
      'ndvi',
      'wetness',
      'ndbsi',
      'lst',
      'clear-looks',
    ]);
    for (const { id, images } of layers) {
      if (id !== 'clear-looks') expect(images['2006']).toBeNull();
      expect(images['2005']).toMatch(/^data:image\/png;base64,/);
    }
  });

  test('holds a table twin of every map and chart', () => {
    expect([...page.matchAll(/<table /g)].length).toBeGreaterThanOrEqual(9);
    expect([...page.matchAll(/<details>/g)].length).toBeGreaterThanOrEqual(5);
  });

  test('says what a detection does not claim', () => {
    expect(page).toContain(
      language === 'zh' ? '更不构成对任何单位或个人的合规认定' : 'not a finding for or against anybody',
    );
  });
});

test('the same observation gives the same page, byte by byte', async () => {
  const again = await observationHtml(sampleReport());
  expect(await observationHtml(sampleReport())).toBe(again);
});

test('text of the user cannot become markup, script or style, wherever it lands', async () => {
  const hostile = '</script><img src=x onerror=alert(1)>"\'><svg/onload=alert(2)>{name}\u2028';
  const page = await observationHtml(sampleReport({ userText: hostile, projectName: hostile }));
  expect(page).not.toContain('<img src=x');
  expect(page).not.toContain('<svg/onload');
  expect([...page.matchAll(/<\/script>/g)]).toHaveLength(2);
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).not.toContain('javascript:alert');
  expect(JSON.stringify(dataOf(page))).toContain('<img src=x onerror=alert(1)>');
});

describe('an observation that knows less', () => {
  const words = async (options: SampleOptions): Promise<string> =>
    wordsOf(await observationHtml(sampleReport(options)));

  test('a refused index is not shown, its refusal is, and the segmented index leads', async () => {
    const page = await observationHtml(sampleReport({ gate: 'refused' }));
    expect(dataOf(page).layers.map(({ id }) => id)).not.toContain('rsei');
    expect(wordsOf(page)).toContain('No ecological index is given, because it failed its check.');
    expect(wordsOf(page)).toContain('the burn ratio (NBR) of the whole boundary');
    expect(wordsOf(page)).not.toMatch(/\b(NaN|null|undefined)\b/);
  });

  test('an index without heat is never called RSEI without saying that it is not comparable', async () => {
    const text = await words({ kind: 'rsei-3' });
    expect(text).toContain('NOT comparable with RSEI');
    expect(text).not.toContain('Remote sensing ecological index (RSEI)');
    expect(
      text.replaceAll('NOT comparable with RSEI', '').replaceAll('not comparable with RSEI', ''),
    ).not.toContain('RSEI');
  });

  test('without units and reference areas the page stands and says so', async () => {
    const text = await words({ units: false, references: false });
    expect(text).toContain('The project has no units.');
    expect(text).not.toMatch(/\b(NaN|null|undefined)\b/);
  });

  test('without any layer the numbers are still told', async () => {
    const report = { ...sampleReport(), layer: async () => null };
    const page = await observationHtml(report);
    expect(page).not.toContain('id="maps"');
    expect(page).not.toContain('href="#maps"');
    expect(page).toContain('id="units"');
  });
});
