import type { CashYear, OutcomeSpread, ScheduledTask } from '@aftermine/science/plan';

const task = (
  unit: string,
  measure: string,
  startMonth: number,
  endMonth: number,
  months: readonly [from: number, to: number],
  after: readonly string[] = [],
  critical = false,
): ScheduledTask => ({
  unit,
  measure,
  startMonth,
  endMonth,
  months: { from: months[0], to: months[1] },
  after,
  critical,
});

export const SCHEDULE: readonly ScheduledTask[] = [
  task('U1', 'regrade', 3, 8, [4, 10], [], true),
  task('U1', 'drain', 4, 7, [4, 10]),
  task('U1', 'topsoil', 8, 10, [4, 10], ['regrade', 'drain'], true),
  task('U1', 'plant', 14, 16, [3, 4], ['topsoil'], true),
  task('U2', 'wetland', 15, 22, [4, 10]),
  task('U2', 'seed', 28, 29.5, [5, 6], ['wetland']),
  task('U3', 'cap', 15, 19, [4, 10], [], true),
  task('U3', 'topsoil', 19, 21, [4, 10], ['cap'], true),
  task('U3', 'seed', 28, 30, [5, 6], ['topsoil'], true),
  task('U4', 'seed', 4, 6, [5, 6]),
  task('U5', 'terrace', 34, 38, [11, 3]),
  task('U5', 'topsoil', 39, 41, [1, 12], ['terrace']),
];

const cash = (
  year: number,
  works: number,
  upkeep: number,
  capital: number,
  changes: Partial<CashYear>,
): CashYear => ({
  year,
  works,
  upkeep,
  capital,
  revenue: 0,
  sources: {},
  uncovered: 0,
  balance: 0,
  ...changes,
});
export const YEARS: readonly CashYear[] = [
  cash(2027, 2_690_000, 0, 0, { sources: { public: 1_900_000, deposit: 790_000 } }),
  cash(2028, 4_120_000, 85_000, 7_865_000, {
    sources: { public: 2_700_000, 'central-mine': 1_505_000, concession: 7_865_000 },
  }),
  cash(2029, 3_310_000, 140_000, 0, {
    sources: { public: 2_950_000, deposit: 500_000 },
    revenue: 610_000,
    balance: 610_000,
  }),
  cash(2030, 0, 162_000, 0, {
    sources: { public: 90_000 },
    uncovered: 72_000,
    revenue: 890_000,
    balance: 818_000,
  }),
  cash(2031, 0, 162_000, 0, { uncovered: 162_000, revenue: 890_000, balance: 728_000 }),
];

export const spread = (p50: number, sd: number): OutcomeSpread => ({
  mean: p50 * 1.01,
  sd,
  p5: p50 - 1.6 * sd,
  p25: p50 - 0.7 * sd,
  p50,
  p75: p50 + 0.7 * sd,
  p95: p50 + 1.6 * sd,
});
