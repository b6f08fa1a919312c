import type { BillLine, CashYear } from '@aftermine/science/plan';
import { at } from '../workbook/reference.ts';
import { type Cell, formula, number } from '../workbook/sheet.ts';
import { rateCell } from './assumptions-sheet.ts';
import { type Book, FIRST_ROW, Q } from './book.ts';
import { toCents } from './to-cents.ts';

/** One column of the cash flow after the year. */
export interface CashColumn {
  readonly id: string;
  readonly title: string;
  readonly values: readonly number[];
  readonly summed: boolean;
  /** The cell in a row of the sheet, with what it comes to. */
  cell(row: number, value: number): Cell;
}

/** Less than this is rounding. */
const NOTHING = 0.005;

/**
 * Works, upkeep and capital follow the quantities; what the plan counts beyond the bills (shared works, operation) stands beside
 * them; then revenue and funds, balance, and the same without funds discounted to the first year.
 */
export function cashColumns(book: Book, years: readonly CashYear[]): CashColumn[] {
  const { say, bill, plan, words } = book;
  const columns: CashColumn[] = [];
  const place = (id: string): number => columns.findIndex((one) => one.id === id) + 1;
  const add = (
    id: string,
    title: string,
    values: readonly number[],
    cell: CashColumn['cell'],
    summed = true,
  ): void => {
    columns.push({ id, title, values, cell, summed });
  };
  const calculated = (
    id: string,
    title: string,
    values: readonly number[],
    of: (row: number) => string,
    summed = true,
  ): void => add(id, title, values, (row, value) => formula(of(row), value, 'whole'), summed);

  const billed = (kinds: readonly BillLine['kind'][]): number[] =>
    years.map(({ year }) =>
      bill.rows.reduce(
        (sum, { line }) =>
          line.year === year && kinds.includes(line.kind) ? sum + line.quantity * line.unitCost : sum,
        0,
      ),
    );
  const sumifs = (kinds: readonly BillLine['kind'][]) => (row: number) =>
    kinds
      .map(
        (kind) =>
          `SUMIFS(${book.quantities(Q.cost)},${book.quantities(Q.year)},$A${row},${book.quantities(Q.kind)},"${say(`kind.${kind}`)}")`,
      )
      .join('+');
  const [works, upkeep, capital] = [billed(['works', 'haul']), billed(['upkeep']), billed(['capital'])];
  calculated('works', say('cash-works'), works, sumifs(['works', 'haul']));
  calculated('upkeep', say('kind.upkeep'), upkeep, sumifs(['upkeep']));
  calculated('capital', say('kind.capital'), capital, sumifs(['capital']));
  const other = years.map(
    (one, i) => one.works + one.upkeep + one.capital - works[i]! - upkeep[i]! - capital[i]!,
  );
  const hasOther = other.some((value) => Math.abs(value) >= NOTHING);
  if (hasOther) add('other', say('col.other'), other, (_, value) => number(value, 'inputWhole'));
  const costs = years.map((_, i) => works[i]! + upkeep[i]! + capital[i]! + (hasOther ? other[i]! : 0));
  const lastCost = columns.length;
  calculated('costs', say('col.costs'), costs, (row) => `SUM(${at(1, row)}:${at(lastCost, row)})`);
  add(
    'revenue',
    say('col.revenue'),
    years.map(({ revenue }) => revenue),
    (_, value) => number(value, 'inputWhole'),
  );
  const funds = [...new Set(years.flatMap(({ sources }) => Object.keys(sources)))];
  for (const name of funds)
    add(
      `fund:${name}`,
      say('fund', { name: words.fund(name) }),
      years.map(({ sources }) => sources[name] ?? 0),
      (_, value) => number(value, 'inputWhole'),
    );
  const [firstIn, lastIn] = [place('revenue'), columns.length];
  const income = years.map(
    ({ revenue, sources }) => revenue + Object.values(sources).reduce((sum, value) => sum + value, 0),
  );
  const balance = years.map((_, i) => toCents(income[i]! - costs[i]!));
  calculated(
    'balance',
    say('col.balance'),
    balance,
    (row) => `ROUND(SUM(${at(firstIn, row)}:${at(lastIn, row)})-${at(place('costs'), row)},2)`,
  );
  const running = (id: string, title: string, of: string, values: readonly number[]): void => {
    const column = place(of);
    const own = columns.length + 1;
    calculated(
      id,
      title,
      accumulated(values),
      (row) => (row === FIRST_ROW ? at(column, row) : `ROUND(${at(own, row - 1)}+${at(column, row)},2)`),
      false,
    );
  };
  running('balance-sum', say('col.balance-sum'), 'balance', balance);
  const net = years.map(({ revenue }, i) => revenue - costs[i]!);
  calculated('net', say('col.net'), net, (row) => `${at(place('revenue'), row)}-${at(place('costs'), row)}`);
  const factors = years.map((_, t) => 1 / (1 + plan.discountRate) ** t);
  const rate = rateCell(book.sheet('assumptions'));
  add(
    'factor',
    say('col.factor'),
    factors,
    (row, value) => formula(`1/(1+${rate})^($A${row}-$A$${FIRST_ROW})`, value, 'factor'),
    false,
  );
  const discounted = net.map((flow, i) => flow * factors[i]!);
  calculated(
    'discounted',
    say('col.discounted'),
    discounted,
    (row) => `${at(place('net'), row)}*${at(place('factor'), row)}`,
  );
  running('discounted-sum', say('col.discounted-sum'), 'discounted', discounted);
  return columns;
}

function accumulated(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value, t) => {
    sum = t === 0 ? value : toCents(sum + value);
    return sum;
  });
}
