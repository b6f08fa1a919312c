import { expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { AccountBook, Amounts, RowAmounts } from './accounts.ts';

test('an account is opened once; what counts in no row has none', () => {
  const book = new AccountBook();
  expect(book.open(7, () => [0, 2])).toBe(0);
  expect(book.open(9, () => [])).toBe(-1);
  expect(book.open(8, () => [1])).toBe(1);
  expect(book.open(7, () => [5])).toBe(0);
  expect(book.rows).toEqual([[0, 2], [1]]);
});

test('amounts of one account add up, in the order in which accounts were first named', () => {
  const amounts = new Amounts();
  for (const [account, amount] of [
    [200, 1],
    [3, 2],
    [-1, 9],
    [200, 4],
    [5, 0],
  ] as const)
    amounts.add(account, amount);
  const told = () =>
    Array.from({ length: amounts.count }, (_, i) => [amounts.accounts[i], amounts.values[i]]);
  expect(told()).toEqual([
    [200, 5],
    [3, 2],
  ]);
  amounts.clear();
  amounts.add(3, 1);
  expect(told()).toEqual([[3, 1]]);
});

test('property: rows by way of accounts are the rows added up one by one', () => {
  const { uniform } = chance(4);
  const pick = (n: number): number => Math.floor(n * uniform());
  const rows = 7;
  const counted = Array.from({ length: 9 }, () =>
    Array.from({ length: rows }, (_, r) => r).filter(() => uniform() < 0.4),
  );
  const [amounts, byRow] = [new Amounts(), new RowAmounts(rows)];
  for (let n = 0; n < 200; n += 1) {
    amounts.clear();
    byRow.clear();
    const expected = new Array<number>(rows).fill(0);
    for (let k = pick(12); k > 0; k -= 1) {
      const [account, amount] = [pick(9), 1 + pick(5)];
      amounts.add(account, amount);
      for (const r of counted[account]!) expected[r]! += amount;
    }
    byRow.addAll(amounts, counted);
    expect([...byRow.amounts]).toEqual(expected);
    const ids = expected.map((_, r) => `row-${r}`);
    expect(byRow.record(ids)).toEqual(
      Object.fromEntries(expected.flatMap((sum, r) => (sum === 0 ? [] : [[`row-${r}`, sum]]))),
    );
  }
});
