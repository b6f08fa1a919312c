import { expect, test } from 'vitest';
import type { Fund, PlanResult } from '../../plan/index.ts';
import { moneyLeftOver } from './money-left-over.ts';

const fund = (id: string, amounts: readonly (readonly [number, number])[]): Fund => ({
  id,
  name: id,
  amounts: new Map(amounts),
  pays: () => true,
});
const row = (id: string, limit: number, used: number): PlanResult['rows'][number] =>
  ({ id, limit, used, sense: '<=', measure: 'CNY' }) as PlanResult['rows'][number];
const PUBLIC = [
  [2025, 10],
  [2026, 10],
  [2027, 10],
] as const;

test('money that later years of the plan count on is not left over', () => {
  const rows = [row('budget:2025', 10, 4), row('budget:2026', 10, 3), row('budget:2027', 10, 15)];
  const take = moneyLeftOver({ rows, currency: 'CNY' }, [fund('public', PUBLIC)], 2026, true);
  expect(take(9)).toBe(false);
  expect(take(8)).toBe(true);
  expect(take(0.1)).toBe(false);
});

test('without carry-over only the year counts', () => {
  const rows = [row('budget:2025', 10, 0), row('budget:2026', 10, 7), row('budget:2027', 10, 10)];
  const take = moneyLeftOver({ rows, currency: 'CNY' }, [fund('public', PUBLIC)], 2026, false);
  expect(take(4)).toBe(false);
  expect(take(3)).toBe(true);
});

test('a fund with a purpose pays first, and the budget keeps what only it can pay', () => {
  const funds = [
    fund('public', PUBLIC),
    fund('deposit', [
      [2025, 5],
      [2026, 5],
      [2027, 5],
    ]),
  ];
  const rows = [
    row('budget:2025', 15, 10),
    row('budget:2026', 15, 10),
    row('budget:2027', 15, 10),
    row('funds-public:2025', 10, 10),
    row('funds-public:2026', 10, 10),
    row('funds-public:2027', 10, 10),
    row('funds-public@2027+deposit@2025', 35, 30),
  ];
  const take = moneyLeftOver({ rows, currency: 'CNY' }, funds, 2026, true);
  expect(take(11)).toBe(false);
  expect(take(10)).toBe(true);
  expect(take(1)).toBe(false);
});

test('water is no money; a programme without funds pays for everything; a row nobody can read is held to', () => {
  expect(moneyLeftOver({ rows: [], currency: 'CNY' }, [], 2026, true)(1e9)).toBe(true);
  const water = { ...row('water:a:2026', 1, 1), measure: 'm3' };
  expect(moneyLeftOver({ rows: [water], currency: 'CNY' }, [fund('public', PUBLIC)], 2026, true)(20)).toBe(
    true,
  );
  const odd = row('whatever', 9, 4);
  const take = moneyLeftOver({ rows: [odd], currency: 'CNY' }, [fund('public', PUBLIC)], 2026, true);
  expect(take(6)).toBe(false);
  expect(take(5)).toBe(true);
});
