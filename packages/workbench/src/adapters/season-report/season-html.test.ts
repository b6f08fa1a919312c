import { catalogue } from '@aftermine/science/base';
import { describe, expect, test } from 'vitest';
import { markupProblems } from '../../../../science/src/report/season/markup-problems.fixture.ts';
import { sampleSeasonReport } from './sample-season.fixture.ts';
import { seasonHtml } from './season-html.ts';
import { MAX_SHEETS } from './season-page.ts';

const SECTIONS = [
  'inbox',
  'map',
  'units',
  'sheets',
  'changes',
  'wheel',
  'scorecard',
  'principles',
  'weather',
  'learned',
  'checks',
  'policy',
  'history',
  'methods',
];
const EVIL = '<script>alert(1)</script> & "排土场"';
const ESCAPED = '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;排土场&quot;';

const withoutCode = (page: string): string =>
  page.replace(/<style[\s\S]*?<\/style>/g, ' ').replace(/<script>[\s\S]*?<\/script>/g, ' ');
const wordsOf = (page: string): string =>
  withoutCode(page)
    .replace(/<code[^>]*>[^<]*<\/code>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
/** The page section by section, by id. */
const sectionOf = (page: string, id: string): string =>
  page.split(`<section id="${id}"`)[1]!.split('</section>')[0]!;

describe.each(['zh', 'en'] as const)('the season report in %s', (language) => {
  const report = sampleSeasonReport();
  const page = seasonHtml(report, language);
  const words = wordsOf(page);

  test('has every section, named in the contents, with headings in order, and is well-formed', () => {
    for (const id of SECTIONS) {
      expect(page).toContain(`<section id="${id}"`);
      expect(page).toContain(`href="#${id}"`);
    }
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, i) => {
      expect(level - levels[i]!).toBeLessThanOrEqual(1);
    });
    expect(markupProblems(page)).toEqual([]);
    expect(page).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`);
  });

  test('fetches nothing, and its one script is allowed by its hash', () => {
    expect(page).toContain("default-src 'none'");
    expect([...page.matchAll(/<script/g)]).toHaveLength(1);
    expect(withoutCode(page)).not.toMatch(/\son\w+=|\b(?:src|action)=|@import|https?:\/\/(?!www\.w3\.org)/);
    expect(page).not.toMatch(/url\((?!#)/);
  });

  test('no key of the catalogue, id, placeholder or sentinel is left in the words', () => {
    expect(words).not.toMatch(/\{\w+\}/);
    expect(words).not.toMatch(/\b(NaN|null|undefined|Infinity|-9999)\b|\[object/);
    const topics = [...new Set(Object.keys(catalogue).map((key) => key.split('.')[0]!))];
    const keys = words.match(new RegExp(`(?<![\\w/])(?:${topics.join('|')})\\.[a-z][\\w.-]*`, 'g')) ?? [];
    // Files and settings that are named on purpose stand in <code>.
    expect(keys).toEqual([]);
    expect(words).not.toMatch(/semi-arid\/|grassland\/|on-course|not-seen|field-check|\bzhao\b|\bli\b/);
  });

  test('is whole in its language', () => {
    const others = language === 'zh' ? /[A-Za-z]{4,}(?: [A-Za-z]{2,}){3,}/g : /\p{Script=Han}{3,}/gu;
    const allowed = ['北山煤矿', '下沟村', '赵队长', '新苗成活', ...Object.values(sampleNames())];
    const foreign = (words.match(others) ?? []).filter((one) => !allowed.some((name) => name.includes(one)));
    expect(foreign).toEqual([]);
  });

  test('calls a departure neither an event nor a violation', () => {
    expect(words).not.toMatch(/violat|\bevents?\b|违法|违规|事件|infring|illegal/i);
  });

  test('every link leads somewhere and no address stands twice', () => {
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
    const ids = [...withoutCode(page).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every figure has its table beside it and says in words what it shows', () => {
    const figures = [...page.matchAll(/<figure[\s\S]*?<\/figure>/g)].map(([figure]) => figure);
    // A map, a course for each unit, two wheels, three portraits.
    expect(figures).toHaveLength(1 + report.season.units.length + 2 + 3);
    for (const figure of figures) expect(figure).toMatch(/<desc |aria-label="[^"]+"/);
    const sheets = sectionOf(page, 'sheets').split('<details class="sheet"').slice(1);
    for (const sheet of sheets) expect(sheet.split('class="fan-figure"')[1]).toContain('<table');
    expect(sectionOf(page, 'wheel').split('<table').length - 1).toBe(2);
    expect(sectionOf(page, 'policy').split('phase-portrait').length - 1).toBe(2);
  });

  test('every slice of a wheel leads to what it rests on; what was not assessed is named, not zero', () => {
    const wheel = sectionOf(page, 'wheel');
    const links = [...wheel.matchAll(/<a href="#(w-[\w-]+)"><g class="slice/g)].map(([, id]) => id!);
    expect(links).toHaveLength(report.season.wheel.length + report.season.social.length);
    for (const id of links) expect(wheel).toContain(`id="${id}"`);
    expect(links.filter((id) => id.endsWith('-open'))).toHaveLength(2);
    expect(wordsOf(wheel)).toContain(language === 'zh' ? '目标植物' : 'Desirable plants');
    expect(wheel).toContain('doi:10.1111/rec.13035');
  });

  test('an alert says what, where, why, on what it rests, what was done, by whom, and where it stands', () => {
    const inbox = wordsOf(sectionOf(page, 'inbox'));
    const said =
      language === 'zh'
        ? [
            '恢复后回落',
            '2027 年该图斑已达对照区的 40 %',
            '0.30',
            '赵队长',
            '已逾期',
            '补植',
            '12.00 万元',
            '未改动',
            '复核',
          ]
        : [
            'Lost again after recovery',
            'had come to 40 % of the reference',
            '0.30',
            '赵队长',
            'overdue',
            'replant',
            'CNY 120,000',
            'unchanged',
            'waits for the re-check',
          ];
    for (const one of said) expect(inbox).toContain(one);
    expect(inbox).toContain('110.12345');
  });

  test('the page proves the chain: counts and whole hashes, and says what that does not prove', () => {
    const history = sectionOf(page, 'history');
    for (const seq of [3, 7]) expect(history).toContain(report.ledger[seq]!.hash);
    expect(history).toContain('aftermine season verify');
    expect(wordsOf(history)).toContain(language === 'zh' ? '不能证明' : 'What it does not prove');
  });

  test('the panel says first that it never schedules, and how its checks came out', () => {
    const policy = wordsOf(sectionOf(page, 'policy'));
    const never = language === 'zh' ? '不决定排程' : 'none of them sets the schedule';
    expect(policy.indexOf(never)).toBeGreaterThan(0);
    expect(policy.indexOf(never)).toBeLessThan(120);
    expect(policy).toContain(language === 'zh' ? '51 项校验中 51 项成立' : '51 of 51 checks hold');
  });

  test('markup in names, notes and ids is text', () => {
    const evil = seasonHtml(
      {
        ...report,
        projectName: EVIL,
        people: [{ id: 'zhao', name: EVIL, role: 'field' }],
        season: {
          ...report.season,
          units: report.season.units.map((unit) => ({ ...unit, name: EVIL })),
        },
        ledger: report.ledger.map((entry) => ({ ...entry, detail: { ...entry.detail, note: EVIL } })),
      },
      language,
    );
    expect([...evil.matchAll(/<script/g)]).toHaveLength(1);
    expect(evil.split(ESCAPED).length).toBeGreaterThan(20);
    expect(markupProblems(evil)).toEqual([]);
  });

  test('a season that had nothing left to plan, no alerts and nothing decided is told without a gap', () => {
    const quiet = wordsOf(
      seasonHtml(
        {
          ...report,
          season: {
            ...report.season,
            replan: null,
            alarms: [],
            falseAlarmRate: null,
            learned: [],
            weather: { year: 2028, departure: null, kind: 'unknown' },
            units: report.season.units.map((unit) => ({ ...unit, alarms: [] })),
          },
          alarms: [],
          earlier: [],
          ledger: [],
        },
        language,
      ),
    );
    expect(quiet).toContain(language === 'zh' ? '无新提示' : 'Nothing new stands out');
    expect(quiet).not.toMatch(/\b(NaN|null|undefined)\b|\{\w+\}/);
  });

  test('same report, same bytes', () => {
    expect(seasonHtml(sampleSeasonReport(), language)).toBe(page);
  });
});

test('five thousand units keep a page that opens: sheets for those that matter, a row for each of the rest', () => {
  const ids = Array.from({ length: 5000 }, (_, i) => `N${i}`);
  const page = seasonHtml(sampleSeasonReport(ids), 'en');
  expect([...page.matchAll(/<details class="sheet"/g)]).toHaveLength(MAX_SHEETS);
  expect([...page.matchAll(/<tr id="r-N/g)]).toHaveLength(5000 - MAX_SHEETS);
  expect(wordsOf(page)).toContain('The other 4800 stand in this table alone');
  expect(page.length).toBeLessThan(9_000_000);
  // Relapsed units come first, and there are more of them than sheets.
  for (const [, id] of page.matchAll(/<div id="u-N(\d+)"/g)) expect(Number(id) % 4).toBe(0);
});

function sampleNames(): Readonly<Record<string, string>> {
  return Object.fromEntries(sampleSeasonReport().season.units.map(({ unit, name }) => [unit, name ?? unit]));
}
