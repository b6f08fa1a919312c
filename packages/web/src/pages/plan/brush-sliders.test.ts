import { expect, test } from 'vitest';
import { isWithin, rangesOf } from './brush-sliders.tsx';
import type { PlanOption } from './plan-options.ts';

const option = (cost: number, ecology: number) =>
  ({ values: { cost, ecology, carbon: 0, livelihood: 0, npv: 0 } }) as PlanOption;

test('brushes join with "and", and what is not brushed lets everything through', () => {
  const all = [option(1, 1), option(2, 5), option(9, 9)];
  expect(rangesOf(all)).toMatchObject({ cost: [1, 9], ecology: [1, 9], npv: [0, 0] });
  expect(all.filter((one) => isWithin(one, {}))).toHaveLength(3);
  expect(all.filter((one) => isWithin(one, { cost: [0, 3] }))).toHaveLength(2);
  expect(all.filter((one) => isWithin(one, { cost: [0, 3], ecology: [4, 9] }))).toEqual([all[1]]);
});
