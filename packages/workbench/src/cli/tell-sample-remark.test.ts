import { say } from '@aftermine/science/base';
import { expect, test } from 'vitest';
import { sampleRemarks } from '../steps/sample-remarks.ts';
import { tellSampleRemark } from './tell-sample-remark.ts';

const problem = (key: string, row: number | null, column: string | null) => ({
  key,
  severity: 'must-fix' as const,
  row,
  column,
  params: { cell: '15', range: '0–14' },
});

test('of each kind five are told, with the place, and the rest counted', () => {
  const problems = [
    ...Array.from({ length: 8 }, (_, i) => problem('sample.impossible', i + 2, 'pH')),
    problem('sample.no-place', 4, null),
  ];
  const remarks = sampleRemarks('lab.csv', { problems, warnings: [] });
  expect(remarks.map(({ key, row }) => [key, row])).toEqual([
    ...[2, 3, 4, 5, 6].map((row) => ['sample.impossible', row]),
    ['sample.more', null],
    ['sample.no-place', 4],
  ]);
  const words = remarks.map((remark) => tellSampleRemark(remark, (key, params) => say('zh', key, params)));
  expect(words[0]).toMatch(/^lab\.csv 第 2 行“pH”列：15 不可能出现/);
  expect(words[5]).toBe('lab.csv：另有 3 处同类问题。');
  expect(words[6]).toMatch(/^lab\.csv 第 4 行：/);
});
