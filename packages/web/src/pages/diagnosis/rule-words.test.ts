import { expect, test } from 'vitest';
import { rulesOn, ruleText } from './rule-words.ts';

test('the limit of a rule is the one of the target land, and none is told where there is none', () => {
  expect(rulesOn('slope-p90', 'irrigated-cropland')).toMatchObject([
    { id: 'steep-slope', limit: 15, isVerified: false },
  ]);
  expect(rulesOn('slope-p90', 'grassland')).toMatchObject([{ limit: 25, isVerified: true }]);
  expect(rulesOn('slope-p90', 'water')).toEqual([]);
});

test('a limit that the project set stands before that of the rule, and a rule switched off is silent', () => {
  const own = { 'steep-slope': { limit: 12 } };
  expect(rulesOn('slope-p90', 'grassland', own)).toMatchObject([
    { limit: 12, source: 'project-settings', isVerified: true },
  ]);
  expect(rulesOn('slope-p90', 'grassland', { 'steep-slope': { off: true } })).toEqual([]);
});

test('a limit not read in its document says so in both languages', () => {
  const [rule] = rulesOn('slope-p90', 'irrigated-cropland');
  expect(ruleText(rule!, 'slope-p90', 'en')).toMatch(/≤ 15 °.*unverified limit/);
  expect(ruleText(rule!, 'slope-p90', 'zh')).toMatch(/≤ 15 °.*限值未核对/);
});
