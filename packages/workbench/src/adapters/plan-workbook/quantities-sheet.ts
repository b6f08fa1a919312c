import { INDIRECT_ITEM } from '@aftermine/science/plan';
import { at } from '../workbook/reference.ts';
import { blank, type Cell, formula, number, type Row, type Sheet, text } from '../workbook/sheet.ts';
import type { BillRow } from './bill-rows.ts';
import { type Book, FIRST_ROW, HEAD_ROW, Q, unitSign } from './book.ts';

/** Every line of every bill: the unit cost looked up, the cost multiplied out. */
export function quantitiesSheet(book: Book): Sheet {
  const { bill, plan, words } = book;
  // Capital stands under the end use that needs it.
  const nameOf = (id: string): string =>
    Object.hasOwn(plan.names.measures, id) ? words.measure(id) : words.endUse(id);
  const worksOf = worksBy(bill.rows);
  const quantityCell = ({ unit, code, line }: BillRow): Cell => {
    const works = code === INDIRECT_ITEM ? (worksOf.get(keyOf(unit, line)) ?? []) : [];
    return works.length === 0
      ? number(line.quantity, 'inputAmount')
      : formula(works.map((row) => at(Q.cost, row)).join('+'), line.quantity, 'amount');
  };
  const lineRow = (billed: BillRow, i: number): Row => {
    const { unit, code, cost, line } = billed;
    const row = FIRST_ROW + i;
    const planned = plan.units[unit - 1];
    return [
      planned === undefined ? blank('count') : number(unit, 'count'),
      text(planned === undefined ? book.say('all-units') : planned.id),
      text(planned?.name ?? ''),
      text(nameOf(line.measure)),
      text(code),
      text(cost.name),
      text(unitSign(book, cost.unit)),
      text(book.say(`kind.${line.kind}`)),
      text(book.say(`payer.${line.payer}`)),
      number(line.year, 'year'),
      quantityCell(billed),
      formula(`INDEX(${book.costs(3)},MATCH(${at(Q.code, row)},${book.costs(0)},0))`, cost.unitCost, 'money'),
      formula(`${at(Q.quantity, row)}*${at(11, row)}`, line.quantity * cost.unitCost, 'money'),
    ];
  };
  const total = bill.rows.reduce((sum, { line, cost }) => sum + line.quantity * cost.unitCost, 0);
  const empty = FIRST_ROW + bill.rows.length;
  const sums: Row = [
    text(book.say('total'), 'total'),
    ...Array.from({ length: 11 }, () => blank('total')),
    formula(`SUM(${at(Q.cost, FIRST_ROW)}:${at(Q.cost, empty)})`, total, 'totalMoney'),
  ];
  const heads = (
    ['number', 'id', 'name', 'measure', 'code', 'item', 'unit-of', 'kind', 'payer', 'year'] as const
  ).map((id) => text(book.say(`col.${id}`), 'head'));
  const numbers = (['quantity', 'unit-cost', 'cost'] as const).map((id) =>
    text(book.say(`col.${id}`), 'headNumber'),
  );
  const remark = bill.summed
    ? book.say('remark.summed', { lines: bill.lines, units: plan.units.length })
    : book.say('remark.quantities', { costs: book.sheet('costs') });
  return {
    name: book.sheet('quantities'),
    rows: [
      ...book.opening('quantities', remark),
      [...heads, ...numbers],
      ...bill.rows.map(lineRow),
      Array.from({ length: 13 }, () => blank('text')),
      sums,
    ],
    widths: [6, 14, 22, 28, 22, 34, 8, 11, 12, 8, 16, 15, 18],
    headRow: HEAD_ROW,
    frozenColumns: 2,
    filter: [HEAD_ROW, empty],
    orientation: 'landscape',
  };
}

/** Rows of the works that a share of the works is reckoned from, by unit, measure and year. */
function worksBy(rows: readonly BillRow[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  rows.forEach(({ unit, code, line }, i) => {
    if (code === INDIRECT_ITEM || (line.kind !== 'works' && line.kind !== 'haul')) return;
    const key = keyOf(unit, line);
    const list = found.get(key);
    if (list === undefined) found.set(key, [FIRST_ROW + i]);
    else list.push(FIRST_ROW + i);
  });
  return found;
}

function keyOf(unit: number, { measure, year }: BillRow['line']): string {
  return `${unit} ${measure} ${year}`;
}

/** Cell of the total cost. */
export function totalCostCell(book: Book): string {
  return `$M$${FIRST_ROW + book.bill.rows.length + 1}`;
}
