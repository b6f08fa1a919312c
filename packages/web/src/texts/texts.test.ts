import { expect, test } from 'vitest';
import { texts } from './index.ts';
import type { Text } from './text.ts';

const all = Object.entries(texts as Record<string, Text>);
const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

test('every text of the app is there in both languages, with the same places to fill', () => {
  expect(all.length).toBeGreaterThan(50);
  for (const [key, { en, zh }] of all) {
    expect(en.trim(), key).not.toBe('');
    expect(zh.replaceAll(/\{\w+\}/g, ''), key).toMatch(/[\u4e00-\u9fff]|^[^a-z]*$/);
    expect(slots(zh), key).toEqual(slots(en));
  }
});
