import { expect, test } from 'vitest';
import { examplePlan } from './plan-workbook/workbook-plan.fixture.ts';
import { tellChoice } from './tell-choice.ts';

const { units, names } = examplePlan();

test('a choice is told by what it makes, from when, by which measures, and what its value is made of', () => {
  expect(tellChoice(units[0]!, names, 'en')).toBe(
    'Grassland from 2027, by: Slope regrading, Topsoil replacement, Native seeding. It must be treated. Its value: recovered land 60 %, carbon 40 %.',
  );
  expect(tellChoice(units[1]!, names, 'zh')).toBe(
    '2028 年起实施，复垦方向为草地，措施：削坡整形、表土回覆、乡土草种撒播。价值构成：恢复当量面积 60 %、碳汇与减排 40 %。',
  );
});

test('a unit that is left as it is has the reason of the plan, with and without its topic, or says at least that', () => {
  const idle = { ...units[2]!, notChosen: 'no-budget' };
  const told = 'There are possible packages, but the money of the programme goes further elsewhere.';
  expect(tellChoice(idle, names, 'en')).toBe(told);
  expect(tellChoice({ ...idle, notChosen: 'not-chosen.no-budget' }, names, 'en')).toBe(told);
  expect(tellChoice({ ...idle, notChosen: null }, names, 'en')).toBe('Nothing is done within the programme.');
});
