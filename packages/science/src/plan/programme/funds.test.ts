import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { meetPayments, type Payment } from '../cash/meet-payments.ts';
import { settingsOf } from '../plan-example.fixture.ts';
import { bindingSets, fundsOf } from './funds.ts';
import { staggeredSets } from './staggered-sets.ts';

describe('funds of the settings', () => {
  test('the budget pays for anything, in each year alike or by year; a purpose narrows a fund', () => {
    const funds = fundsOf(
      settingsOf({
        budget: { '2026': 50 },
        funds: [
          {
            id: 'central',
            name: 'Central',
            amounts: { '2025': 7 },
            for: { families: ['vegetation'], units: ['A'] },
          },
        ],
      }),
      [2025, 2026],
    );
    expect(funds.map(({ id, amounts }) => [id, ...amounts.values()])).toEqual([
      ['public', 0, 50],
      ['central', 7, 0],
    ]);
    const pays = (unit: string, family: string): boolean =>
      funds[1]!.pays({ unit: { id: unit }, one: { endUse: 'forest' } } as never, { family } as never);
    expect([pays('A', 'vegetation'), pays('B', 'vegetation'), pays('A', 'soil')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('no budget and no funds: money is not counted', () => {
    expect(fundsOf(settingsOf(), [2025])).toEqual([]);
  });
});

test('binding sets by hand: a general fund and two earmarked ones', () => {
  // Bits: general 1, central 2, province 4. Lines: general only, general or central, general or province.
  expect(bindingSets([1, 3, 5], 7)).toEqual([7, 1, 3, 5]);
  expect(bindingSets([3], 7)).toEqual([7, 3]);
  expect(bindingSets([7], 7)).toEqual([7]);
});

describe('money that comes after it is needed', () => {
  test('by hand: an earmarked fund of the second year frees nothing in the first', () => {
    // General 10 in year 0, nothing after; central 10 in year 1. Due: 10 in year 0 that either may pay, 10 in year 1 of general only.
    const rows = staggeredSets(
      [1, 3],
      [
        [10, 0],
        [0, 10],
      ],
    );
    // All up to year 0, then general alone: 10 + 10 due against general 10 + 0.
    expect(rows).toEqual([[1, 0]]);
  });

  test('one fund, or one year, needs no such row', () => {
    expect(staggeredSets([1], [[5, 5, 5]])).toEqual([]);
    expect(staggeredSets([1, 3], [[5], [5]])).toEqual([]);
  });
});

interface Case {
  readonly amounts: readonly (readonly number[])[];
  readonly payments: readonly Payment[];
  readonly carries: boolean;
}

function randomCase(random: () => number, carries: boolean): Case {
  const [funds, years] = [2 + Math.floor(random() * 2), 1 + Math.floor(random() * 3)];
  const whole = (most: number): number => Math.floor(random() * (most + 1));
  return {
    carries,
    amounts: Array.from({ length: funds }, () =>
      Array.from({ length: years }, () => (random() < 0.4 ? 0 : whole(6))),
    ),
    payments: Array.from({ length: 1 + whole(5) }, () => ({
      year: whole(years - 1),
      cost: 1 + whole(5),
      funds: Array.from({ length: funds }, (_, f) => f).filter(() => random() < 0.6),
    })).filter(({ funds: of }) => of.length > 0),
  };
}

/** All ways of handing out whole money, one unit after another, by search: can everything be paid? */
function canBePaid({ amounts, payments, carries }: Case): boolean {
  const left = amounts.map((years) => [...years]);
  const dues = payments.flatMap(({ year, cost, funds }) =>
    Array.from({ length: cost }, () => ({ year, funds })),
  );
  // Kuhn's matching of units of money to units due.
  const slots = left.flatMap((years, fund) =>
    years.flatMap((amount, year) => Array.from({ length: amount }, () => ({ fund, year }))),
  );
  const owner = new Array<number>(slots.length).fill(-1);
  const place = (due: number, seen: Set<number>): boolean =>
    slots.some(({ fund, year }, s) => {
      if (seen.has(s) || !dues[due]!.funds.includes(fund)) return false;
      if (carries ? year > dues[due]!.year : year !== dues[due]!.year) return false;
      seen.add(s);
      if (owner[s] !== -1 && !place(owner[s]!, seen)) return false;
      owner[s] = due;
      return true;
    });
  return dues.every((_, due) => place(due, new Set()));
}

/** What the rows of a programme say of the same payments. */
function rowsHold({ amounts, payments, carries }: Case): boolean {
  const masks = payments.map(({ funds }) => funds.reduce((mask, fund) => mask | (1 << fund), 0));
  const within = (mask: number, set: number): boolean => (mask & ~set) === 0;
  const years = amounts[0]!.length;
  for (const set of bindingSets(masks, 2 ** amounts.length - 1)) {
    let [due, money] = [0, 0];
    for (let t = 0; t < years; t += 1) {
      if (!carries) [due, money] = [0, 0];
      payments.forEach(({ year, cost }, i) => {
        if (year === t && within(masks[i]!, set)) due += cost;
      });
      amounts.forEach((fund, f) => {
        if ((set & (1 << f)) !== 0) money += fund[t]!;
      });
      if (due > money) return false;
    }
  }
  if (!carries) return true;
  return staggeredSets(masks, amounts).every((until) => {
    const due = payments.reduce(
      (sum, { year, cost, funds }) => (funds.every((fund) => until[fund]! >= year) ? sum + cost : sum),
      0,
    );
    const money = amounts.reduce(
      (sum, fund, f) => fund.reduce((total, amount, t) => (t <= until[f]! ? total + amount : total), sum),
      0,
    );
    return due <= money;
  });
}

describe.each([true, false])('property: rows and money agree, carried over: %s', (carries) => {
  test('rows hold exactly where every payment can be met, and the sharing out finds how', () => {
    const random = chance(carries ? 17 : 18).uniform;
    let met = 0;
    for (let n = 0; n < 3000; n += 1) {
      const one = randomCase(random, carries);
      const possible = canBePaid(one);
      if (possible) met += 1;
      expect(rowsHold(one)).toBe(possible);
      const { uncovered } = meetPayments(one.payments, one.amounts, one.amounts[0]!.length - 1, carries);
      expect(uncovered.every((amount) => amount === 0)).toBe(possible);
    }
    expect(met).toBeGreaterThan(300);
    expect(met).toBeLessThan(2700);
  });
});
