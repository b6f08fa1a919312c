import { expect, test } from 'vitest';
import { chance, seedOf } from '../base/index.ts';
import { agreementOf, type ParetoObjective, paretoFront } from './pareto.ts';

const ecology: ParetoObjective = { better: 'high' };
const cost: ParetoObjective = { better: 'low' };

test('a plan that gains less for more is named with the plans that beat it', () => {
  const plans = [
    [10, 100],
    [8, 60],
    [8, 70],
    [7, 120],
    [8, 60],
  ];
  expect(paretoFront(plans, [ecology, cost])).toEqual({
    front: [0, 1, 4],
    dominatedBy: [[], [], [1, 4], [0, 1, 2, 4], []],
  });
});

test('differences within the tolerance do not count', () => {
  const plans = [
    [10, 5 - 1e-9],
    [8, 5],
  ];
  expect(paretoFront(plans, [ecology, ecology]).front).toEqual([0, 1]);
  const near = { ...ecology, tolerance: 1e-6 };
  expect(paretoFront(plans, [near, near])).toEqual({ front: [0], dominatedBy: [[], [0]] });
});

test('a tolerance never lets plans remove one another in a circle', () => {
  // Each gains 1.1 and loses 0.55 twice: without the sum each dominates the next
  const step = [1.1, -0.55, -0.55];
  const one = [0, 0, 0];
  const two = one.map((value, k) => value - step[k]!);
  const three = two.map((value, k) => value - step[(k + 2) % 3]!);
  const objectives = [1, 1, 1].map((tolerance) => ({ ...ecology, tolerance }));
  expect(paretoFront([one, two, three], objectives).front.length).toBeGreaterThan(0);
});

test('any plans: the front is not empty, its plans do not beat one another, all others are beaten by one of it', () => {
  const { uniform } = chance(seedOf(3, 'pareto'));
  for (let round = 0; round < 40; round += 1) {
    const plans = Array.from({ length: 30 }, () => [uniform(), uniform(), uniform()]);
    const { front, dominatedBy } = paretoFront(plans, [ecology, cost, ecology]);
    expect(front.length).toBeGreaterThan(0);
    const kept = new Set(front);
    dominatedBy.forEach((by, p) => {
      expect(by.length === 0).toBe(kept.has(p));
      if (by.length > 0) expect(by.some((other) => kept.has(other))).toBe(true);
    });
    // With a tolerance no plan may vanish altogether either
    const coarse = [ecology, cost, ecology].map((objective) => ({ ...objective, tolerance: 0.3 }));
    expect(paretoFront(plans, coarse).front.length).toBeGreaterThan(0);
  }
});

test('agreement is the share of plans with the most frequent choice', () => {
  expect(
    agreementOf([
      ['forest', 'grass', null],
      ['forest', null, null],
      ['forest', 'farm', null],
      ['grass', 'farm', 'forest'],
    ]),
  ).toEqual([
    { choice: 'forest', share: 0.75 },
    { choice: 'farm', share: 0.5 },
    { choice: null, share: 0.75 },
  ]);
  expect(agreementOf([['b'], ['a']])).toEqual([{ choice: 'b', share: 0.5 }]);
  expect(agreementOf([])).toEqual([]);
});

test('refuses plans of different length', () => {
  expect(() => paretoFront([[1], [1, 2]], [ecology])).toThrow('E-CHO-101');
  expect(() => paretoFront([[Number.NaN]], [ecology])).toThrow('E-CHO-102');
  expect(() => paretoFront([], [{ ...ecology, tolerance: -1 }])).toThrow('E-CHO-102');
  expect(() => agreementOf([['a'], []])).toThrow('E-CHO-101');
});
