import { expect, test } from 'vitest';
import { asOfText } from './as-of-text.ts';

test('a diagnosis names the year it speaks of, or says that no pictures were used', () => {
  expect(asOfText({ observedTo: 2024 }, 'en')).toMatch(/^As of 2024,/);
  expect(asOfText({ observedTo: 2024 }, 'zh')).toContain('2024 年');
  expect(asOfText({ observedTo: null }, 'en')).toMatch(/^Without pictures/);
});
