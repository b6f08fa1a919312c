import { expect, test } from 'vitest';
import { canShow, completeness, newestOf, type ReportFile, reportAddress } from './report-data.ts';

const report = (file: string, template: string, language: 'zh' | 'en', made: string): ReportFile => ({
  file,
  template,
  language,
  year: null,
  bytes: 1,
  sha256: '',
  made,
  stale: false,
});

test('of each language and ending the newest file counts', () => {
  const all = [
    report('season-2033.zh.html', 'season', 'zh', '2033'),
    report('season-2034.zh.html', 'season', 'zh', '2034'),
    report('season-2034.en.html', 'season', 'en', '2034'),
    report('priority.zh.docx', 'priority', 'zh', '2034'),
    report('priority.zh.xlsx', 'priority', 'zh', '2034'),
  ];
  expect(newestOf(all, 'season').map(({ file }) => file)).toEqual([
    'season-2034.zh.html',
    'season-2034.en.html',
  ]);
  expect(newestOf(all, 'priority')).toHaveLength(2);
  expect(newestOf(all, 'plan')).toEqual([]);
});

test('what is missing counts down from what a template says it needs', () => {
  expect(completeness({ needs: 2, missing: ['report-needs.plan'] })).toEqual({ have: 1, all: 2 });
  expect(completeness({ needs: 1, missing: ['report-needs.plan'] })).toEqual({ have: 0, all: 1 });
  expect(completeness({ needs: 3, missing: [] })).toEqual({ have: 3, all: 3 });
});

test('addresses hold Chinese names, and only pages and pictures are shown in place', () => {
  expect(reportAddress('矿 1', 'a b.html', true)).toBe(
    '/api/projects/%E7%9F%BF%201/reports/a%20b.html?download=1',
  );
  expect(['a.html', 'a.png', 'a.docx', 'a.xlsx'].map(canShow)).toEqual([true, true, false, false]);
});
