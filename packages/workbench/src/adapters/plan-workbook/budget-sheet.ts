import type { PlanResult } from '@aftermine/science/plan';
import { at, columnLetters } from '../workbook/reference.ts';
import { blank, formula, number, type Row, type Sheet, text } from '../workbook/sheet.ts';
import { type Book, FIRST_ROW, HEAD_ROW, KINDS, PAYERS, Q } from './book.ts';
import { toCents } from './to-cents.ts';

/** Columns after the year: kinds 1-4, total 5, payers 6-7, what else the limit counts 8, limit 9, difference 10, added up 11. */
const [PUBLIC, OTHER, LIMIT, DIFFERENCE, CUMULATED] = [6, 8, 9, 10, 11] as const;
const COLUMNS = 12;

/** Less than this is rounding. */
const NOTHING = 0.5;

type MoneyRow = PlanResult['rows'][number];
/** Rows `budget:<year>` limit all public money; rows `funds-<ids>:<year>` what some funds may pay. */
const yearOf = (row: MoneyRow, label: RegExp): number | null => {
  const match = label.exec(row.id);
  return match === null ? null : Number(match[1]);
};

/** Money by year: kinds and payers summed from the quantities, beside the limit of each year. */
export function budgetSheet(book: Book): Sheet {
  const { plan, bill } = book;
  const limits = new Map<number, MoneyRow>();
  for (const row of plan.rows) {
    const year = yearOf(row, /^budget:(\d{4})$/);
    if (year !== null) limits.set(year, row);
  }
  const years = [
    ...new Set([
      ...Array.from({ length: plan.years }, (_, i) => plan.start + i),
      ...bill.rows.map(({ line }) => line.year),
      ...limits.keys(),
    ]),
  ].sort((a, b) => a - b);
  const sum = (year: number, own: (line: (typeof bill.rows)[number]['line']) => boolean): number =>
    bill.rows.reduce(
      (all, { line }) => (line.year === year && own(line) ? all + line.quantity * line.unitCost : all),
      0,
    );
  const sumifs = (row: number, column: number, by: number): string =>
    `SUMIFS(${book.quantities(Q.cost)},${book.quantities(Q.year)},$A${row},${book.quantities(by)},${columnLetters(column)}$${HEAD_ROW})`;
  let cumulated = 0;
  let previous: number | null = null;
  const totals = new Array<number>(COLUMNS).fill(0);
  const rows = years.map((year, i): Row => {
    const row = FIRST_ROW + i;
    const kinds = KINDS.map((kind) => sum(year, (line) => line.kind === kind));
    const payers = PAYERS.map((payer) => sum(year, (line) => line.payer === payer));
    const total = kinds.reduce((all, one) => all + one, 0);
    const limit = limits.get(year);
    // Shared works stand in no bill; upkeep after the programme is set aside in its last year.
    const beside = limit === undefined ? 0 : limit.used - payers[0]!;
    const other = Math.abs(beside) < NOTHING ? 0 : beside;
    [...kinds, total, ...payers, other, limit?.limit ?? 0].forEach((value, k) => {
      totals[k + 1]! += value;
    });
    const cells = [
      number(year, 'year'),
      ...kinds.map((value, k) => formula(sumifs(row, k + 1, Q.kind), value, 'whole')),
      formula(`SUM(${at(1, row)}:${at(KINDS.length, row)})`, total, 'whole'),
      ...payers.map((value, k) => formula(sumifs(row, PUBLIC + k, Q.payer), value, 'whole')),
    ];
    if (limit === undefined) return [...cells, ...Array.from({ length: 4 }, () => blank('whole'))];
    const difference = toCents(limit.limit - payers[0]! - other);
    cumulated = toCents(cumulated + difference);
    const sofar = previous === null ? '' : `${at(CUMULATED, previous)}+`;
    previous = row;
    return [
      ...cells,
      number(other, 'inputWhole'),
      number(limit.limit, 'inputWhole'),
      formula(`ROUND(${at(LIMIT, row)}-${at(PUBLIC, row)}-${at(OTHER, row)},2)`, difference, 'whole'),
      formula(`ROUND(${sofar}${at(DIFFERENCE, row)},2)`, cumulated, 'whole'),
    ];
  });
  const last = FIRST_ROW + rows.length - 1;
  const sums: Row = [
    text(book.say('total'), 'total'),
    ...Array.from({ length: LIMIT }, (_, k) => {
      const column = k + 1;
      if (column >= OTHER && limits.size === 0) return blank('total');
      return formula(`SUM(${at(column, FIRST_ROW)}:${at(column, last)})`, totals[column]!, 'totalWhole');
    }),
    blank('total'),
    blank('total'),
  ];
  const heads = [
    text(book.say('col.year'), 'head'),
    ...KINDS.map((kind) => text(book.say(`kind.${kind}`), 'headNumber')),
    text(book.say('total'), 'headNumber'),
    ...PAYERS.map((payer) => text(book.say(`payer.${payer}`), 'headNumber')),
    ...(['counted-too', 'limit', 'difference', 'cumulated'] as const).map((id) =>
      text(book.say(`col.${id}`), 'headNumber'),
    ),
  ];
  return {
    name: book.sheet('budget'),
    rows: [
      ...book.opening('budget', book.say('remark.budget', { quantities: book.sheet('quantities') })),
      heads,
      ...rows,
      sums,
      ...fundRows(book, last + 3),
    ],
    widths: [12, 15, 15, 15, 15, 16, 16, 16, 19, 16, 16, 16],
    headRow: HEAD_ROW,
    frozenColumns: 1,
    orientation: 'landscape',
  };
}

/** Money that is set aside for some uses: limit and use as the plan counted them. */
function fundRows({ plan, say, words, language }: Book, first: number): Row[] {
  const rows = plan.rows.filter((row) => yearOf(row, /^funds-.*:(\d{4})$/) !== null);
  if (rows.length === 0) return [];
  /** Funds that have a word are called by it; others have their name in that of the row. */
  const nameOf = (row: MoneyRow): string => {
    const [, ids = '', year = ''] = /^funds-(.*):(\d{4})$/.exec(row.id) ?? [];
    const funds = ids.split('+').map((id) => ({ id, word: words.fund(id) }));
    if (funds.some(({ id, word }) => word === id)) return row.name[language];
    return say('fund-year', { funds: funds.map(({ word }) => word).join(' + '), year });
  };
  const head = [
    text(say('col.fund'), 'head'),
    blank('head'),
    blank('head'),
    ...(['limit', 'counted', 'difference'] as const).map((id) => text(say(`col.${id}`), 'headNumber')),
  ];
  return [
    [],
    head,
    ...rows.map((one, i): Row => {
      const row = first + 1 + i;
      return [
        text(nameOf(one)),
        blank('text'),
        blank('text'),
        number(one.limit, 'inputWhole'),
        number(one.used, 'whole'),
        formula(`ROUND(${at(3, row)}-${at(4, row)},2)`, toCents(one.limit - one.used), 'whole'),
      ];
    }),
  ];
}
