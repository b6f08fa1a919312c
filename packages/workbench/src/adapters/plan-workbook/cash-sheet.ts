import { isUnknown, say as sayAny } from '@aftermine/science/base';
import type { CashYear } from '@aftermine/science/plan';
import { at } from '../workbook/reference.ts';
import { type Cell, formula, number, type Row, type Sheet, text } from '../workbook/sheet.ts';
import { rateCell } from './assumptions-sheet.ts';
import { type Book, FIRST_ROW, HEAD_ROW } from './book.ts';
import { type CashColumn, cashColumns } from './cash-columns.ts';
import { internalRate } from './internal-rate.ts';
import { toCents } from './to-cents.ts';

/** Money of every year: what goes out, what comes in, what stays, and what it is worth in the first year. */
export function cashSheet(book: Book): Sheet {
  const { plan, say } = book;
  const years = consecutive(plan.finance.years);
  const columns = cashColumns(book, years);
  const last = FIRST_ROW + Math.max(0, years.length - 1);
  const rows = years.map(
    (one, i): Row => [
      number(one.year, 'year'),
      ...columns.map(({ values, cell }) => cell(FIRST_ROW + i, values[i]!)),
    ],
  );
  const sums: Row = [
    text(say('total'), 'total'),
    ...columns.map(({ values, summed }, k): Cell => {
      if (!summed) return text('', 'total');
      const total = values.reduce((sum, value) => sum + value, 0);
      return formula(`SUM(${at(k + 1, FIRST_ROW)}:${at(k + 1, last)})`, total, 'totalWhole');
    }),
  ];
  return {
    name: book.sheet('cash'),
    rows: [
      ...book.opening('cash', say('remark.cash', { assumptions: book.sheet('assumptions') })),
      [text(say('col.year'), 'head'), ...columns.map(({ title }) => text(title, 'headNumber'))],
      ...rows,
      ...(rows.length === 0 ? [] : [sums, [], ...figures(book, columns, last + 3)]),
    ],
    widths: [32, ...columns.map(() => 15)],
    headRow: HEAD_ROW,
    frozenColumns: 1,
    orientation: 'landscape',
  };
}

/** Discount rate, NPV and IRR, beside the NPV that the plan states. */
function figures({ plan, say, sheet, language }: Book, columns: readonly CashColumn[], first: number): Row[] {
  const k = columns.findIndex(({ id }) => id === 'net');
  const net = columns[k]!.values;
  const last = FIRST_ROW + net.length - 1;
  const cells = (from: number): string => `${at(k + 1, from)}:${at(k + 1, last)}`;
  const stated = plan.finance.programme;
  const rate = plan.discountRate;
  const npv = net.reduce((sum, flow, t) => sum + flow / (1 + rate) ** t, 0);
  const irr = internalRate(net);
  const none = say('irr-none');
  const later = net.length < 2 ? '' : `+NPV(${at(1, first)},${cells(FIRST_ROW + 1)})`;
  return [
    [text(say('rate')), formula(rateCell(sheet('assumptions')), rate, 'percent')],
    [text(say('npv'), 'total'), formula(`${at(k + 1, FIRST_ROW)}${later}`, npv, 'totalWhole')],
    [text(say('irr')), formula(`IFERROR(IRR(${cells(FIRST_ROW)}),"${none}")`, irr ?? none, 'percent')],
    [text(say('npv-plan')), number(stated.npv, 'whole')],
    [
      text(say('col.difference')),
      formula(`ROUND(${at(1, first + 1)}-${at(1, first + 3)},2)`, toCents(npv - stated.npv), 'whole'),
    ],
    [
      text(say('irr-plan')),
      isUnknown(stated.irr)
        ? text(sayAny(language, `unknown.${stated.irr.reason}`, stated.irr.params), 'plain')
        : number(stated.irr, 'percent'),
    ],
  ];
}

/** Every year from the first to the last: NPV and IRR count rows as years. */
function consecutive(years: readonly CashYear[]): CashYear[] {
  const known = new Map(years.map((one) => [one.year, one]));
  const [from, to] = [Math.min(...known.keys()), Math.max(...known.keys())];
  if (known.size === 0) return [];
  return Array.from({ length: to - from + 1 }, (_, i): CashYear => {
    const none = { works: 0, upkeep: 0, capital: 0, revenue: 0, sources: {}, uncovered: 0, balance: 0 };
    return known.get(from + i) ?? { year: from + i, ...none };
  });
}
