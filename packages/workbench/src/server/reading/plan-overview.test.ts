import { expect, test } from 'vitest';
import { planOverview } from './plan-overview.ts';

/** A plan as the project file holds it: lists in pieces apart from the rest. */
function kept(lists: Readonly<Record<string, readonly (readonly unknown[])[]>>, front: object | null) {
  return {
    record: () => ({ status: 'optimal', front, currency: 'CNY' }),
    async *texts(_name: string, list: string): AsyncGenerator<string> {
      for (const piece of lists[list] ?? []) yield JSON.stringify(piece);
    },
  };
}

test('the overview holds brief units of all pieces, the schedule and the rest of the plan', async () => {
  const pieces = { brief: [[{ id: 'A' }, { id: 'B' }], [{ id: 'C' }]], units: [[{ id: 'A', bill: [1] }]] };
  const text = await planOverview(kept({ ...pieces, schedule: [[{ task: 1 }]] }, null));
  expect(text).toBe(
    '{"status":"optimal","currency":"CNY","units":[{"id":"A"},{"id":"B"},{"id":"C"}],"schedule":[{"task":1}],"front":null}',
  );
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

test('the plan beside a programme is read from lists of its own', async () => {
  const lists = { 'plan-brief': [[{ id: 'A' }]], 'plan-schedule': [], brief: [[{ id: 'other' }]] };
  expect(JSON.parse((await planOverview(kept(lists, null), 'solved-plan'))!).units).toEqual([{ id: 'A' }]);
});
