import { expect, test } from 'vitest';
import { chance, isUnknown, seedOf, unknown } from '../base/index.ts';
import { type TopsisCriterion, topsis } from './topsis.ts';

const cover: TopsisCriterion = { weight: 1, better: 'high' };
const cost: TopsisCriterion = { weight: 1, better: 'low' };

function known(values: readonly (readonly number[])[], criteria: readonly TopsisCriterion[]) {
  const result = topsis(values, criteria);
  if (isUnknown(result)) throw new Error(result.reason);
  return result;
}

test('three plans by hand', () => {
  // Cover 3, 4, 0: norm 5 -> 0.6, 0.8, 0; cost 4, 3, 0: 0.8, 0.6, 0. Halved: 0.3 0.4 0 | 0.4 0.3 0.
  // Best 0.4 | 0, worst 0 | 0.4. D+ = sqrt(.01 + .16), .3, .4; D- = .3, sqrt(.16 + .01), .4
  const { closeness, ranks, toBest, toWorst } = known(
    [
      [3, 4],
      [4, 3],
      [0, 0],
    ],
    [cover, cost],
  );
  const far = Math.sqrt(0.17);
  [far, 0.3, 0.4].forEach((value, i) => {
    expect(toBest[i]).toBeCloseTo(value, 12);
  });
  [0.3, far, 0.4].forEach((value, i) => {
    expect(toWorst[i]).toBeCloseTo(value, 12);
  });
  [0.3 / (0.3 + far), far / (0.3 + far), 0.5].forEach((value, i) => {
    expect(closeness[i]).toBeCloseTo(value, 12);
  });
  expect(ranks).toEqual([3, 1, 2]);
});

test('best everywhere is 1, worst everywhere 0, and ties share the better rank', () => {
  const { closeness, ranks } = known(
    [
      [9, 1],
      [5, 2],
      [5, 2],
      [1, 8],
    ],
    [cover, cost],
  );
  expect(closeness[0]).toBe(1);
  expect(closeness[3]).toBe(0);
  expect(ranks).toEqual([1, 2, 2, 4]);
});

test('columns alike, all zero, or without weight change nothing', () => {
  const plain = known([[1], [2], [4]], [cover]);
  const more = known(
    [
      [1, 7, 0, 5],
      [2, 7, 0, 9],
      [4, 7, 0, 1],
    ],
    [cover, cost, cover, { weight: 0, better: 'high' }],
  );
  plain.closeness.forEach((value, i) => {
    expect(more.closeness[i]).toBeCloseTo(value, 12);
  });
});

test('alternatives all alike have no order', () => {
  expect(topsis([[1, 2]], [cover, cost])).toEqual(unknown('alternatives-alike'));
  expect(topsis([[1], [1]], [cover])).toEqual(unknown('alternatives-alike'));
  expect(topsis([], [])).toEqual(unknown('alternatives-alike'));
  expect(topsis([[1], [2]], [{ weight: 0, better: 'low' }])).toEqual(unknown('alternatives-alike'));
});

test('units of measure and the sum of weights do not matter, and a dominated plan is never closer', () => {
  const { uniform } = chance(seedOf(2, 'topsis'));
  for (let round = 0; round < 50; round += 1) {
    const values = Array.from({ length: 6 }, () => [uniform(), uniform(), uniform()]);
    values.push([values[0]![0]! * 0.9, values[0]![1]! * 0.9, values[0]![2]! * 1.1]);
    const criteria = [cover, { ...cover, weight: 2 }, { ...cost, weight: 0.5 }];
    const { closeness } = known(values, criteria);
    const other = known(
      values.map(([a, b, c]) => [a! * 1000, b! / 7, c! * 3]),
      criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * 10 })),
    );
    closeness.forEach((value, i) => {
      expect(other.closeness[i]).toBeCloseTo(value, 12);
    });
    expect(closeness[6]).toBeLessThanOrEqual(closeness[0]!);
  }
});

test('refuses missing entries and numbers that are none', () => {
  expect(() => topsis([[1, 2], [1]], [cover, cost])).toThrow('E-CHO-101');
  expect(() => topsis([[Number.NaN]], [cover])).toThrow('E-CHO-102');
  expect(() => topsis([[1]], [{ weight: -1, better: 'high' }])).toThrow('E-CHO-102');
});
