import { describe, expect, test } from 'vitest';
import { END_USES, exampleLibrary, settingsOf, UNITS } from '../plan-example.fixture.ts';
import { buildProgramme } from '../programme/build-programme.ts';
import type { Programme, ProgrammeOption } from '../programme/programme.ts';
import type { CashYear } from '../result.ts';
import { cashFlow } from './cash-flow.ts';
import { planFinance } from './plan-finance.ts';

const build = (more: Readonly<Record<string, unknown>>, library = exampleLibrary()): Programme =>
  buildProgramme(UNITS, library, settingsOf(more), 2025);
const pick = ({ options }: Programme, unit: string, use: string, year: number): ProgrammeOption =>
  options.find(
    ({ candidate, year: at }) => candidate.unit.id === unit && candidate.one.endUse === use && at === year,
  )!;

/** Every year: paid by funds + uncovered = spent; balance = paid + revenue - spent. */
function expectBalanced(years: readonly CashYear[]): void {
  for (const { works, upkeep, capital, revenue, sources, uncovered, balance } of years) {
    const paid = Object.values(sources).reduce((a, b) => a + b, 0);
    expect(paid + uncovered).toBeCloseTo(works + upkeep + capital, 6);
    expect(balance).toBeCloseTo(paid + revenue - works - upkeep - capital, 6);
  }
}

describe('a field planted in 2025, by hand', () => {
  const programme = build({ budget: 300_000 });
  const years = cashFlow(programme, [pick(programme, 'A', 'field', 2025)], []);

  test('works, upkeep of three years, revenue from the third year on', () => {
    expect(years).toHaveLength(20);
    expect(years.slice(0, 5).map(({ works, upkeep, revenue }) => [works, upkeep, revenue])).toEqual([
      [200_000, 0, 0],
      [0, 10_000, 0],
      [0, 10_000, 0],
      [0, 10_000, 40_000],
      [0, 0, 40_000],
    ]);
    expectBalanced(years);
  });

  test('upkeep after the programme is met from what it set aside', () => {
    expect(years[3]!.sources).toEqual({ public: 10_000 });
    expect(years.every(({ uncovered }) => uncovered === 0)).toBe(true);
  });

  test('the same sum as the NPV of the option', () => {
    const option = pick(programme, 'A', 'field', 2025);
    const finance = planFinance(programme, [option], [], settingsOf({ budget: 300_000 }));
    expect(finance.programme.npv).toBeCloseTo(option.outcome.objectives.npv, 6);
    expect(finance.concession).toBeNull();
  });
});

test('without carry-over each year pays its own, and the last year the upkeep that follows', () => {
  const programme = build({ budget: { '2025': 205_000, '2026': 0, '2027': 20_000 }, carryOver: false });
  const years = cashFlow(programme, [pick(programme, 'A', 'forest', 2025)], []);
  expect(years.map(({ uncovered }) => uncovered).slice(0, 5)).toEqual([0, 10_000, 0, 0, 0]);
  expectBalanced(years);
});

test('without any fund all public money is uncovered', () => {
  const programme = build({});
  const years = cashFlow(programme, [pick(programme, 'A', 'forest', 2025)], []);
  expect(years[0]!.uncovered).toBe(200_000);
  expectBalanced(years);
});

test('shared works are paid in their year, from any fund', () => {
  const programme = build({ budget: 500 });
  const years = cashFlow(programme, [], [{ id: 'road', year: 2026, cost: 900 }]);
  expect(years[1]).toMatchObject({ works: 900, sources: { public: 900 }, uncovered: 0 });
});

test('the concession pays its capital and is judged by its own money', () => {
  const park = {
    ...END_USES.field,
    payer: 'concession' as const,
    capital: [{ item: 'fence', per: 'area' as const, amount: 1, source: 'book' }],
  };
  const programme = build({ budget: 300_000 }, exampleLibrary(undefined, [park]));
  const option = pick(programme, 'A', 'field', 2025);
  const { years, concession } = planFinance(programme, [option], [], settingsOf());
  expect(years[0]).toMatchObject({ capital: 30_000, sources: { concession: 30_000, public: 200_000 } });
  // Discount rate 0: seventeen years of 40,000 less 30,000.
  expect(concession!.npv).toBeCloseTo(17 * 40_000 - 30_000, 6);
});

test('no fund is spent twice, and none before it comes', () => {
  const programme = build({
    budget: { '2025': 150_000, '2026': 150_000 },
    funds: [
      {
        id: 'green',
        name: 'Green',
        amounts: { '2025': 60_000, '2027': 60_000 },
        for: { families: ['vegetation'] },
      },
    ],
  });
  const chosen = [
    pick(programme, 'A', 'forest', 2025),
    pick(programme, 'D', 'forest', 2026),
    pick(programme, 'C', 'forest', 2026),
  ];
  const years = cashFlow(programme, chosen, []);
  expectBalanced(years);
  for (const { id, amounts } of programme.funds) {
    let [came, went] = [0, 0];
    for (const { year, sources } of years) {
      came += amounts.get(year) ?? 0;
      went += sources[id] ?? 0;
      expect(went).toBeLessThanOrEqual(came + 1e-6);
    }
  }
});
