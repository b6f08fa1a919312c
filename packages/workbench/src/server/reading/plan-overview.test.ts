import { expect, test } from 'vitest';
import { planOverview } from './plan-overview.ts';

const choice = { id: 'forest/plant', endUse: 'forest', measures: ['plant'], year: 2025, state: 'pass' };
const brief = {
  valueParts: {},
  pricedUses: [],
  runnerUp: null,
  flips: [],
  alternatives: [],
  barred: [],
  bill: [],
  findings: [],
};
const units = [
  {
    ...brief,
    id: 'A',
    areaHa: 3,
    choice: { ...choice, gates: [{ gate: 'rain' }] },
    alternatives: [choice],
    bill: [{ cost: 1 }],
  },
  { ...brief, id: 'B', areaHa: 4, choice: null, notChosen: 'no-room', findings: ['F1'] },
];

/** A plan as the project file holds it: lists in pieces apart from the rest. */
function kept(lists: Readonly<Record<string, readonly (readonly unknown[])[]>>, front: object | null) {
  return {
    record: () => ({ status: 'optimal', front, currency: 'CNY' }),
    async *pieces<T>(_name: string, list: string): AsyncGenerator<readonly T[]> {
      for (const piece of lists[list] ?? []) yield piece as readonly T[];
    },
  };
}

test('the overview keeps what is chosen on each unit and leaves out what its sheet tells, from all pieces', async () => {
  const text = await planOverview(kept({ units: [[units[0]], [units[1]]], schedule: [[{ task: 1 }]] }, null));
  const whole = {
    status: 'optimal',
    currency: 'CNY',
    units: [
      { ...brief, id: 'A', areaHa: 3, choice: { ...choice, gates: [] } },
      { ...brief, id: 'B', areaHa: 4, choice: null, notChosen: 'no-room' },
    ],
    schedule: [{ task: 1 }],
    front: null,
  };
  expect(JSON.parse(text!)).toEqual(whole);
});

test('the front comes with its plans, and a plan without units is one', async () => {
  const text = await planOverview(kept({ front: [[{ cost: 1 }], [{ cost: 2 }]] }, { reference: [0, 1] }));
  expect(JSON.parse(text!)).toEqual({
    status: 'optimal',
    currency: 'CNY',
    units: [],
    schedule: [],
    front: { reference: [0, 1], plans: [{ cost: 1 }, { cost: 2 }] },
  });
});

test('before there is a plan there is no overview', async () => {
  expect(await planOverview({ ...kept({}, null), record: () => null })).toBeNull();
});
