import { describe, expect, test } from 'vitest';
import { planHtml } from './plan-html.ts';
import { infeasiblePlan, samplePlan, sampleReport } from './sample-plan.fixture.ts';

const EVIL = '<script>alert(1)</script> & "排土场"';
const ESCAPED = '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;排土场&quot;';
const SECTIONS = [
  'options',
  'front',
  'map',
  'schedule',
  'cash',
  'limits',
  'risk',
  'finance',
  'sheets',
  'defaults',
  'methods',
];

const withoutCode = (page: string): string =>
  page.replace(/<style[\s\S]*?<\/style>/g, ' ').replace(/<script>[\s\S]*?<\/script>/g, ' ');
const wordsOf = (page: string): string =>
  withoutCode(page)
    .replace(/<code[^>]*>[^<]*<\/code>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

/** Every text of a value that users or library files write, with markup in it. */
function withEvil<T>(value: T): T {
  const written = new Set([
    'en',
    'zh',
    'name',
    'village',
    'source',
    'costFile',
    'libraryHash',
    'what',
    'measure',
    'factor',
    'of',
    'unit',
    'item',
    'id',
  ]);
  const walk = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') return written.has(key) ? `${one}${EVIL}` : one;
    if (Array.isArray(one)) return one.map((item) => walk(item, key));
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(
      Object.entries(one).map(([name, item]) => [
        key === 'sources' ? `${name}${EVIL}` : name,
        walk(item, name),
      ]),
    );
  };
  return walk(value, '') as T;
}

describe.each(['zh', 'en'] as const)('the plan report in %s', (language) => {
  const page = planHtml(sampleReport(), language);
  const words = wordsOf(page);

  test('has every section, named in the contents, with headings in order', () => {
    for (const id of SECTIONS) {
      expect(page).toContain(`<section id="${id}"`);
      expect(page).toContain(`href="#${id}"`);
    }
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, i) => {
      expect(level - levels[i]!).toBeLessThanOrEqual(1);
    });
    expect(page).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`);
  });

  test('fetches nothing, and its one script is allowed by its hash', () => {
    expect(page).toContain("default-src 'none'");
    expect(page).toMatch(/script-src 'sha256-[\w+/=]+';/);
    expect([...page.matchAll(/<script/g)]).toHaveLength(1);
    expect(withoutCode(page)).not.toMatch(/\son\w+=|\b(?:src|action)=|@import|https?:\/\//);
    expect(page).not.toMatch(/url\((?!#)/);
  });

  test('every figure has a table, and without a script the scatter shows ecology against cost', () => {
    const figures = [...page.matchAll(/<figure[\s\S]*?<\/figure>/g)].map(([figure]) => figure);
    expect(figures).toHaveLength(5);
    for (const figure of figures) {
      const isMap = figure.includes('class="check-map"');
      expect(isMap ? page.slice(page.indexOf(figure)) : figure).toContain('<table');
      expect(figure).toMatch(/aria-label="[^"]+"/);
    }
    expect(page).toContain('<div data-axes="cost ecology"><svg');
    expect([...page.matchAll(/data-axes="[^"]+" hidden/g)]).toHaveLength(19);
  });

  test('no key, placeholder, sentinel or stray value is left in the words', () => {
    expect(words).not.toMatch(/\{\w+\}/);
    expect(words).not.toMatch(
      /\b(plan-page|plan-\w+|flip|not-chosen|objective(-\w+)?|unknown|gate-verdict|allocation-advice|not-chosen)\.[a-z]/,
    );
    expect(words).not.toMatch(/\b(NaN|null|undefined|Infinity|-9999)\b|\[object/);
  });

  test('every link leads somewhere and no address stands twice', () => {
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
    const ids = [...withoutCode(page).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('markup in names, files and ids is text', () => {
    const report = sampleReport(withEvil(samplePlan));
    const evil = planHtml({ ...report, projectName: EVIL, site: withEvil(report.site) }, language);
    expect([...evil.matchAll(/<script/g)]).toHaveLength(1);
    expect(withoutCode(evil)).not.toContain('<script');
    expect(evil.split(ESCAPED).length).toBeGreaterThan(200);
  });

  test('a dominated plan says which is better in what, and nothing is coloured alone', () => {
    expect(words).toContain(language === 'zh' ? '方案 P2各项均不劣于它' : 'Plan P2 is at least as good');
    expect(words).toContain(language === 'zh' ? '1.8 公顷当量' : '+1.8 ha-equivalents');
    expect(words).toContain(language === 'zh' ? '不通过' : 'fail');
    expect(words).toContain(language === 'zh' ? '资料不足' : 'insufficient data');
    expect(words).toContain(language === 'zh' ? '默认值未核实' : 'unverified default');
  });

  test('money, areas and the gap are told in the manner of the language', () => {
    expect(words).toContain(language === 'zh' ? '1,051.06 万元' : 'CNY 10,510,600');
    expect(words).toContain(language === 'zh' ? '91.2 公顷（1,368 亩）' : '91.2 ha (1,368 mu)');
    // Rounded up: 0.0166 % is not within 0.016 %.
    expect(words).toContain('0.017 %');
  });

  test('where there is no plan it says which demands stand against each other and what would help', () => {
    const none = planHtml(sampleReport(infeasiblePlan), language);
    expect(none).toContain('<section id="conflict"');
    expect(none).not.toContain('<section id="options"');
    const told = wordsOf(none);
    expect(told).toContain(
      language === 'zh' ? '图斑 U1（东排土场） 必须治理' : 'Unit U1 (东排土场) must be treated',
    );
    expect(told).toContain(language === 'zh' ? '提高 41.20 万元' : 'by CNY 412,000');
    expect(told).not.toMatch(/\b(NaN|null|undefined)\b|\[object|\{\w+\}/);
  });

  test('same report, same bytes', () => {
    expect(planHtml(sampleReport(), language)).toBe(page);
  });
});

test('thousands of units keep a page that opens', () => {
  const [unit] = samplePlan.units;
  const units = Array.from({ length: 2000 }, (_, i) => ({ ...unit!, id: `N${i}` }));
  const page = planHtml(sampleReport({ ...samplePlan, units }), 'en');
  expect([...page.matchAll(/<details class="sheet"/g)]).toHaveLength(400);
  expect(wordsOf(page)).toContain('1600 are left out here');
  expect(page.length).toBeLessThan(12_000_000);
});
