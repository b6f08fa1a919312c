import { expect, test } from 'vitest';
import { texts } from './index.ts';
import type { Text } from './text.ts';

const all = Object.entries(texts as Record<string, Text>);
const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

test('what the season flags has one word in Chinese, on every page', () => {
  const others = all.filter(([, { zh }]) => /告警|警报|预警|报警/.test(zh)).map(([key]) => key);
  expect(others).toEqual([]);
  const named = (texts as Record<string, Text>)['nav.alerts']!;
  expect([named.en, named.zh]).toEqual(['Alerts', '提示']);
});

test('every text of the app is there in both languages, with the same places to fill', () => {
  expect(all.length).toBeGreaterThan(50);
  for (const [key, { en, zh }] of all) {
    expect(en.trim(), key).not.toBe('');
    expect(zh.replaceAll(/\{\w+\}/g, ''), key).toMatch(/[\u4e00-\u9fff]|^[^a-z]*$/);
    expect(slots(zh), key).toEqual(slots(en));
  }
});
