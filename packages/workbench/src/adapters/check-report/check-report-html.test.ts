import { describe, expect, test } from 'vitest';
import type { CheckedOutline, CheckReport, ReportedProblem } from '../../ports/index.ts';
import { checkReportHtml } from './check-report-html.ts';

const box = (west: number, south: number, east: number, north: number): CheckedOutline['geometry'] => [
  [
    [
      [500_000 + west, 4_300_000 + south],
      [500_000 + east, 4_300_000 + south],
      [500_000 + east, 4_300_000 + north],
      [500_000 + west, 4_300_000 + north],
      [500_000 + west, 4_300_000 + south],
    ],
  ],
];
const outline = (role: CheckedOutline['role'], index: number, geometry: CheckedOutline['geometry']) => ({
  role,
  file: `${role}.geojson`,
  index,
  label: `F${index}`,
  name: null,
  geometry,
  areaHa: 1.5,
});
const problem = (extra: Partial<ReportedProblem>): ReportedProblem => ({
  file: 'units.geojson',
  index: 0,
  feature: 'F0',
  other: null,
  check: 'spike',
  severity: 'can-fix',
  where: [500_100, 4_300_100],
  params: { count: 1 },
  accepted: false,
  ...extra,
});

function sample(problems: readonly ReportedProblem[], userText = '北排土场'): CheckReport {
  return {
    projectName: userText,
    version: '1.2.3',
    crs: 'EPSG:4547',
    files: (['boundary', 'units'] as const).map((role) => ({
      role,
      file: `${role}.geojson`,
      format: 'geojson',
      encoding: 'UTF-8',
      crs: 'EPSG:4547',
      featureCount: 1,
      warnings: role === 'units' ? [{ key: 'vector.encoding', params: { encoding: 'gb18030' } }] : [],
    })),
    features: [
      outline('boundary', 0, box(0, 0, 1000, 800)),
      { ...outline('units', 0, box(100, 100, 300, 300)), name: userText, label: userText },
      outline('units', 1, box(290, 100, 500, 300)),
      { ...outline('units', 2, []), areaHa: null },
    ],
    problems,
  };
}

const PROBLEMS: readonly ReportedProblem[] = [
  problem({
    check: 'overlap',
    severity: 'must-fix',
    other: 1,
    where: [500_295, 4_300_200],
    params: { other: 'F1', ha: 0.2, mu: 3, percent: 5 },
  }),
  problem({}),
  problem({ check: 'sliver', severity: 'just-know', params: { count: 1, squareMetres: 3, thinness: 0.01 } }),
  problem({ check: 'not-finite', severity: 'must-fix', index: 2, where: null, params: {}, accepted: true }),
];

function wordsOf(page: string): string {
  return page
    .replace(/<style[\s\S]*?<\/style>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe.each(['en', 'zh'] as const)('the check report in %s', (language) => {
  const page = checkReportHtml(sample(PROBLEMS), language);

  test('fetches nothing and holds no script', () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|\son\w+=|\b(?:src|action)=|url\(|@import|https?:\/\//);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!);
    expect(links.every((link) => link.startsWith('#'))).toBe(true);
  });

  test('numbers on the map lead to the rows of the table, and back', () => {
    for (const link of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${link[1]}"`);
    for (const number of [1, 2, 3]) {
      expect(page).toContain(`<a href="#p${number}" id="m${number}">`);
      expect(page).toContain(`<tr id="p${number}">`);
    }
    // A problem without a place and without an outline has a row and no mark.
    expect(page).toContain('<tr id="p4">');
    expect(page).not.toContain('id="m4"');
  });

  test('every severity is told by words and by its own shape', () => {
    const words =
      language === 'zh'
        ? ['必须修正', '可自动修正', '仅提示', '已接受']
        : ['must fix', 'can fix', 'just know', 'accepted'];
    for (const word of words) expect(wordsOf(page)).toContain(word);
    const shapes = new Set(
      [...page.matchAll(/<svg viewBox="0 0 16 16"[^>]*>(.*?)<\/svg>/g)].map((m) => m[1]),
    );
    expect(shapes.size).toBe(4);
  });

  test('no key, placeholder or sentinel is left in the words', () => {
    expect(wordsOf(page)).not.toMatch(/\{\w+\}|\b(check|check-page|severity|vector|mended)\.[a-z]/);
    expect(wordsOf(page)).not.toMatch(/\b(NaN|null|undefined|Infinity|-9999|\[object)\b/);
  });

  test('areas stand in hectares and mu, an unknown one says so', () => {
    expect(wordsOf(page)).toContain('1.5000 22.50');
    expect(wordsOf(page)).toContain(language === 'zh' ? '未知' : 'not known');
  });

  test('the command that mends is printed', () => {
    expect(page).toContain('<code>aftermine check --fix</code>');
  });
});

test('a clean site says so and needs no mending', () => {
  const page = wordsOf(checkReportHtml(sample([]), 'en'));
  expect(page).toContain('No problem was found: the files can be used as they are.');
  expect(page).not.toContain('--fix');
});

test('what was accepted no longer counts as something that must be fixed', () => {
  const page = wordsOf(checkReportHtml(sample([{ ...PROBLEMS[0]!, accepted: true }]), 'en'));
  expect(page).not.toContain('Problems that must be fixed');
  expect(page).toContain('Nothing stands in the way.');
  expect(page).toContain('Accepted before, so only a warning: 1.');
});

test('text of the user cannot become markup', () => {
  const page = checkReportHtml(sample(PROBLEMS, '</svg><img src=x onerror=alert(1)>"\''), 'en');
  expect(page).not.toContain('<img');
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test('a place far off the map gets an arrow at its edge and does not shrink the map', () => {
  const near = checkReportHtml(sample(PROBLEMS.slice(1, 2)), 'en');
  const far = checkReportHtml(sample([problem({ where: [900_000, 4_300_200] })]), 'en');
  expect(far).toContain('class="arrow');
  expect(near).not.toContain('class="arrow');
  const size = (page: string): string => /class="site" viewBox="([^"]+)"/.exec(page)![1]!;
  expect(size(far)).toBe(size(near));
});

test('numbers at one place do not cover each other, and beyond 120 the map shows dots', () => {
  const page = checkReportHtml(sample(Array.from({ length: 150 }, () => problem({}))), 'en');
  const places = [...page.matchAll(/<circle class="badge [a-z-]+" cx="([\d.]+)" cy="([\d.]+)"/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  expect(places).toHaveLength(120);
  places.forEach(([x, y], i) => {
    for (const [px, py] of places.slice(i + 1)) expect(Math.hypot(x - px, y - py)).toBeGreaterThan(20);
  });
  expect(wordsOf(page)).toContain('the first 120 carry their number');
});

test('fifty thousand units stay a page that opens', () => {
  const report = sample([]);
  const units = Array.from({ length: 50_000 }, (_, i) => {
    const [x, y] = [(i % 250) * 4, Math.floor(i / 250) * 4];
    return outline('units', i, box(x, y, x + 4, y + 4));
  });
  const page = checkReportHtml({ ...report, features: [report.features[0]!, ...units] }, 'en');
  expect(page.length).toBeLessThan(6_000_000);
  expect(wordsOf(page)).toContain('50000 further features without a problem have 75,000.00 ha');
});
