import { expect, test } from 'vitest';
import { chance, seedOf } from '../../base/index.ts';
import { agreementTable } from './agreement-table.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { gwetAc1 } from './gwet-ac1.ts';

const rare = [
  [8, 2],
  [3, 187],
];

test('a rare category: kappa .749, AC1 .972', () => {
  expect(cohenKappa(rare)).toBeCloseTo(0.749, 3);
  expect(gwetAc1(rare)).toBeCloseTo(0.972, 3);
});

test('by hand: po = 0.7, pe = 0.5: kappa 0.4; AC1 with pi = 0.45: (0.7 - 0.495) / 0.505', () => {
  const table = [
    [15, 5],
    [10, 20],
  ];
  expect(cohenKappa(table)).toBeCloseTo(0.4, 12);
  expect(gwetAc1(table)).toBeCloseTo((0.7 - 0.495) / 0.505, 12);
});

test('any table: 1 when only the diagonal holds counts; exchanging raters or categories changes nothing', () => {
  const { uniform } = chance(seedOf(15, 'kappa'));
  for (let round = 0; round < 50; round += 1) {
    const table = Array.from({ length: 3 }, () =>
      Array.from({ length: 3 }, () => 1 + Math.floor(9 * uniform())),
    );
    const exchanged = table.map((_, i) => table.map((row) => row[i]!));
    const renamed = [...table].reverse().map((row) => [...row].reverse());
    const diagonal = table.map((row, i) => row.map((count, j) => (i === j ? count : 0)));
    for (const statistic of [cohenKappa, gwetAc1]) {
      const value = statistic(table) as number;
      expect(statistic(exchanged)).toBeCloseTo(value, 12);
      expect(statistic(renamed)).toBeCloseTo(value, 12);
      expect(statistic(diagonal)).toBeCloseTo(1, 12);
      expect(value).toBeLessThanOrEqual(1);
    }
  }
});

test('raters who answer by chance: kappa is 0 where rows and columns are independent', () => {
  expect(
    cohenKappa([
      [6, 14],
      [24, 56],
    ]),
  ).toBeCloseTo(0, 12);
});

test('non-answers and misuse', () => {
  const empty = [
    [0, 0],
    [0, 0],
  ];
  const same = [
    [0, 0],
    [0, 12],
  ];
  expect(cohenKappa(empty)).toMatchObject({ reason: 'nothing-rated-twice' });
  expect(gwetAc1(empty)).toMatchObject({ reason: 'nothing-rated-twice' });
  expect(cohenKappa(same)).toMatchObject({ reason: 'one-category-only' });
  expect(gwetAc1(same)).toBe(1);
  expect(() => cohenKappa([[1, 2]])).toThrow('E-SCR-007');
  expect(() =>
    cohenKappa([
      [1, -1],
      [0, 1],
    ]),
  ).toThrow('E-SCR-007');
  expect(() => gwetAc1([[3]])).toThrow('E-SCR-007');
});

test('the table counts pairs that both rated', () => {
  expect(agreementTable(['a', 'b', null, 'a'], ['a', 'a', 'b', null], ['a', 'b'])).toEqual([
    [1, 0],
    [1, 0],
  ]);
  expect(() => agreementTable(['a'], [], ['a'])).toThrow('E-SCR-005');
  expect(() => agreementTable(['a'], ['c'], ['a', 'b'])).toThrow('E-SCR-006');
});
