import type { PlanResult } from '@aftermine/science/plan';
import { expect, test } from 'vitest';
import { planOverview } from './plan-overview.ts';

const choice = { id: 'forest/plant', endUse: 'forest', measures: ['plant'], year: 2025, state: 'pass' };
const plan = {
  status: 'optimal',
  units: [
    {
      id: 'A',
      areaHa: 3,
      choice: { ...choice, gates: [{ gate: 'rain' }] },
      alternatives: [choice],
      bill: [{ cost: 1 }],
    },
    { id: 'B', areaHa: 4, choice: null, notChosen: 'no-room', alternatives: [], bill: [] },
  ],
} as unknown as PlanResult;

test('the overview keeps what is chosen on each unit and leaves out what its sheet tells', () => {
  const { status, units } = planOverview(plan);
  expect(status).toBe('optimal');
  expect(units[0]).toMatchObject({ id: 'A', areaHa: 3, choice: { ...choice, gates: [] }, bill: [] });
  expect(units[0]!.alternatives).toEqual([]);
  expect(units[1]).toMatchObject({ id: 'B', choice: null, notChosen: 'no-room' });
});

test('the plan itself stays as it was', () => {
  const before = JSON.stringify(plan);
  planOverview(plan);
  expect(JSON.stringify(plan)).toBe(before);
});
