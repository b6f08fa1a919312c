import { expect, test } from 'vitest';
import { moneyText, numberText, percentText } from './numbers.ts';

test('numbers for people carry a true minus, and no zero is negative', () => {
  expect(numberText(-1234.5, 'en', 1)).toBe('−1,234.5');
  expect(numberText(-0.001, 'zh')).toBe('0');
  expect(numberText(-0.01, 'zh')).toBe('−0.01');
  expect(percentText(-0.05, 'en')).toBe('−5 %');
  expect(moneyText(-25_000, 'CNY', 'zh')).toBe('−2.5 万元');
});

test('what is not known is a dash, never zero', () => {
  for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY])
    expect(numberText(value, 'en')).toBe('–');
  expect(numberText(0, 'en')).toBe('0');
});
