import { expect, test } from 'vitest';
import type { PlanResult } from '../../plan/index.ts';
import { amountText, gapText, moneyText, planWords, signedAmountText, standingText } from './index.ts';

const plan = {
  currency: 'CNY',
  names: {
    measures: { plant: { en: 'Planting', zh: '栽植' } },
    endUses: { forest: { en: 'Forest', zh: '林地' } },
    items: {},
  },
  rows: [
    {
      id: 'budget:2025',
      name: { en: 'Budget 2025', zh: '2025 年预算' },
      sense: '<=',
      limit: 1e6,
      measure: 'CNY',
    },
  ],
  units: [
    {
      id: 'U1',
      name: 'North dump',
      choice: null,
      runnerUp: null,
      alternatives: [],
      barred: [{ gates: [{ gate: 'rain', reason: { en: 'Too dry.', zh: '过于干旱。' } }] }],
    },
  ],
} as unknown as PlanResult;

test('a choice is told with its end use, measures and year, and nothing is nothing, in both languages', () => {
  expect(planWords(plan, 'en').choice('forest/plant@2027')).toBe('Forest: Planting, 2027');
  expect(planWords(plan, 'zh').choice('forest/plant@2027')).toContain('林地');
  expect(planWords(plan, 'en').choice(null)).toBe(planWords(plan, 'en').package(null));
});

test('amounts of a row of money are money, years have no thousands, gates speak their reason', () => {
  const words = planWords(plan, 'en');
  expect(words.params({ row: 'budget:2025', limit: 1_000_000, start: 2025 })).toEqual({
    row: 'Budget 2025',
    limit: 'CNY 1,000,000',
    start: '2025',
  });
  expect(words.gate('rain')).toBe('Too dry.');
  expect(words.unit('U1')).toContain('North dump');
  expect(words.unit('U9')).toBe('U9');
});

test('money is told in full in English and in ten thousands in Chinese; what is not known is a dash', () => {
  expect(moneyText('en', 'CNY').text(1_234_500)).toBe('CNY 1,234,500');
  expect(moneyText('zh', 'CNY').text(1_234_500)).toBe('123.45 万元');
  expect(moneyText('zh', 'CNY').divisor).toBe(10_000);
  expect(moneyText('en', 'CNY').cell(null)).toBe('–');
  expect(amountText('en', undefined)).toBe('–');
});

test('amounts keep about three figures, whatever their size', () => {
  expect([1234.4, 56.71, 3.2, 0.0456, 0].map((value) => amountText('en', value))).toEqual([
    '1,234',
    '56.7',
    '3.2',
    '0.0456',
    '0',
  ]);
  expect([2, -2, 0].map((value) => signedAmountText('en', value))).toEqual(['+2', '−2', '0']);
  expect(gapText('en', 0.001234)).toBe('0.13');
});

test('a draft says in both languages that it was not adopted', () => {
  const standing = { kind: 'draft', start: 2025, season: 2034 } as const;
  expect(standingText(standing, 'en')).toMatch(/NOT ADOPTED.*2025.*2034/);
  expect(standingText(standing, 'zh')).toMatch(/未采纳.*2025.*2034/);
});
