import type { PlanResult } from '@aftermine/science/plan';
import { expect, test } from 'vitest';
import { bestOf, differencesOf, planOptions } from './plan-options.ts';

const objectives = (ecology: number, npv: number) => ({ ecology, carbon: 0, livelihood: 0, npv });
const plan = {
  gap: 0,
  totals: { publicCost: 50, objectives: objectives(10, -5) },
  units: [
    { id: 'A', choice: { id: 'forest/plant', year: 2025 } },
    { id: 'B', choice: null },
  ],
  front: {
    balanced: 'P01',
    plans: [
      {
        id: 'P01',
        objectives: objectives(12, -5),
        cost: 60,
        gap: 0,
        dominatedBy: null,
        choice: { A: 'forest/plant@2025', B: 'grass/sow@2026' },
      },
    ],
  },
} as unknown as PlanResult;

test('a plan that another betters is dominated by it; doing nothing is not, where money is lost', () => {
  const options = planOptions(plan, null);
  expect(options.map(({ key, dominatedBy }) => [key, dominatedBy])).toEqual([
    ['this', 'P01'],
    ['P01', null],
    ['nothing', null],
  ]);
  expect(bestOf(options)).toMatchObject({ ecology: 12, cost: 60 });
});

test('the programme in force stands beside the others, betters none and is bettered by none: its figures rest on other knowledge', () => {
  const better = { ...plan, totals: { publicCost: 40, objectives: objectives(99, 99) } };
  const options = planOptions(plan, better as unknown as PlanResult);
  expect(options.map(({ key, dominatedBy }) => [key, dominatedBy])).toEqual([
    ['this', 'P01'],
    ['force', null],
    ['P01', null],
    ['nothing', null],
  ]);
  expect(bestOf(options)).toMatchObject({ ecology: 12, cost: 60 });
  const worse = { ...plan, totals: { publicCost: 90, objectives: objectives(-9, -99) } };
  expect(planOptions(plan, worse as unknown as PlanResult)[1]!.dominatedBy).toBeNull();
});

test('a difference is a unit with another package or another year', () => {
  const [own, other] = planOptions(plan, null);
  expect(differencesOf(own!, other!)).toEqual([{ unit: 'B', one: null, other: 'grass/sow@2026' }]);
  expect(differencesOf(own!, own!)).toEqual([]);
});
