import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { type DecisionProcess, policyIteration, valueIteration, valueOfPolicy } from './solve-mdp.ts';

/**
 * A machine that works (0) or is broken (1), beta 0.5. Run: 10, breaks by half. Mend: -4, works next year.
 * V0 = 10 + .5 (V0 + V1) / 2, V1 = -4 + .5 V0: V0 = 10 + .25 V0 - 1 + .125 V0 = 9 / .625 = 14.4, V1 = 3.2.
 */
const machine: DecisionProcess = {
  gains: [
    [10, -4],
    [0, -4],
  ],
  chances: [
    [
      [0.5, 0.5],
      [0, 1],
    ],
    [
      [1, 0],
      [1, 0],
    ],
  ],
  discount: 0.5,
};

test('the machine, by hand, both ways', () => {
  for (const { values, actions } of [valueIteration(machine), policyIteration(machine)]) {
    expect(values[0]).toBeCloseTo(14.4, 9);
    expect(values[1]).toBeCloseTo(3.2, 9);
    expect(actions).toEqual([0, 1]);
  }
  // Never mending: V1 = 0, V0 = 10 / .75
  const lazy = valueOfPolicy(machine, [0, 0]);
  expect(lazy[0]).toBeCloseTo(40 / 3, 12);
  expect(lazy[1]).toBe(0);
});

test('an action that ends it is worth its gain alone', () => {
  // Selling for 20 beats 14.4
  const sold: DecisionProcess = {
    ...machine,
    gains: [
      [10, 20],
      [0, -4],
    ],
    chances: [
      machine.chances[0]!,
      [
        [0, 0],
        [1, 0],
      ],
    ],
  };
  const { values, actions } = policyIteration(sold);
  expect(actions).toEqual([1, 1]);
  expect(values).toEqual([20, 6]);
});

test('any process: both ways agree, and the best of all policies is what they find', () => {
  const { uniform } = chance(seedOf(13, 'solve-mdp'));
  for (let round = 0; round < 60; round += 1) {
    const [states, actions] = [2 + Math.floor(3 * uniform()), 2 + Math.floor(2 * uniform())];
    const any: DecisionProcess = {
      gains: times(states, () => times(actions, () => 10 * uniform() - 5)),
      chances: times(actions, () =>
        times(states, () => {
          const row = times(states, () => (uniform() < 0.3 ? 0 : uniform()));
          const sum = row.reduce((total, value) => total + value, 0);
          return row.map((value) => (sum === 0 ? 0 : value / sum));
        }),
      ),
      discount: 0.95 * uniform(),
    };
    const exact = policyIteration(any);
    const stepped = valueIteration(any);
    const best = times(states, () => Number.NEGATIVE_INFINITY);
    for (let policy = 0; policy < actions ** states; policy += 1) {
      const chosen = times(states, (s) => Math.floor(policy / actions ** s) % actions);
      valueOfPolicy(any, chosen).forEach((value, s) => {
        best[s] = Math.max(best[s]!, value);
      });
    }
    exact.values.forEach((value, s) => {
      expect(value).toBeCloseTo(stepped.values[s]!, 9);
      expect(value).toBeCloseTo(best[s]!, 9);
      expect(exact.actionValues[s]![exact.actions[s]!]).toBeCloseTo(value, 9);
    });
  }
});

test('refuses chances that do not sum to one, and lists of other lengths', () => {
  const wrong = [[[0.5, 0.6], machine.chances[0]![1]!], machine.chances[1]!];
  expect(() => policyIteration({ ...machine, chances: wrong })).toThrow('E-CTL-502');
  expect(() => valueIteration({ ...machine, gains: [[1], [2]] })).toThrow('E-CHO-101');
  expect(() => valueIteration({ ...machine, discount: 1 })).toThrow('E-CHO-102');
  expect(() => valueOfPolicy(machine, [0])).toThrow('E-CHO-101');
});

function times<T>(count: number, of: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => of(index));
}
