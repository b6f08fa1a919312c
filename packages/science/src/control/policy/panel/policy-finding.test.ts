import { expect, test } from 'vitest';
import { percentOf, policyFinding, policySentence, rounded } from './policy-finding.ts';

test('a sentence in both languages: digits of the language, keys as words', () => {
  const finding = policyFinding('upkeep.advice', {
    state: 'policy.state.bare',
    action: 'policy.action.replant',
    margin: -1234.5,
  });
  expect(policySentence('en', finding)).toBe(
    'A unit in the state "bare": replant; the next best is worth \u22121,234.5 a hectare less.',
  );
  expect(policySentence('zh', finding)).toContain('裸地');
});

test('rounding for reading', () => {
  expect([rounded(1234.56), rounded(0.0123456), rounded(0)]).toEqual([1230, 0.0123, 0]);
  expect([percentOf(0.5483871), percentOf(0.0614), percentOf(0.0996), percentOf(-0.2)]).toEqual([
    55, 6.1, 10, -20,
  ]);
});
