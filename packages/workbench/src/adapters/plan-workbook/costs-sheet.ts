import { at } from '../workbook/reference.ts';
import { blank, type Cell, formula, number, type Row, type Sheet, text } from '../workbook/sheet.ts';
import { type Book, FIRST_ROW, HEAD_ROW, Q, unitSign } from './book.ts';

/** Unit costs: the figures an estimator changes, and what each item comes to. */
export function costsSheet(book: Book): Sheet {
  const { bill, plan } = book;
  const quantity = new Map<string, number>();
  for (const { code, line } of bill.rows) quantity.set(code, (quantity.get(code) ?? 0) + line.quantity);
  const last = FIRST_ROW + Math.max(0, bill.costs.length - 1);
  const totalRow = last + 1;
  const costOf = ({ code, unitCost }: { code: string; unitCost: number }): number =>
    (quantity.get(code) ?? 0) * unitCost;
  const total = bill.costs.reduce((sum, cost) => sum + costOf(cost), 0);
  const rows = bill.costs.map((cost, i): Row => {
    const row = FIRST_ROW + i;
    const own = costOf(cost);
    return [
      text(cost.code),
      text(cost.name, 'wrapped'),
      text(unitSign(book, cost.unit)),
      number(cost.unitCost, 'inputMoney'),
      cost.verified ? text(plan.costFile) : text(book.say('unverified'), 'warn'),
      formula(
        `SUMIFS(${book.quantities(Q.quantity)},${book.quantities(Q.code)},${at(0, row)})`,
        quantity.get(cost.code) ?? 0,
        'amount',
      ),
      formula(`${at(3, row)}*${at(5, row)}`, own, 'money'),
      formula(
        `IF($G$${totalRow}=0,0,${at(6, row)}/$G$${totalRow})`,
        total === 0 ? 0 : own / total,
        'percent',
      ),
    ];
  });
  const heads: Cell[] = [
    text(book.say('col.code'), 'head'),
    text(book.say('col.item'), 'head'),
    text(book.say('col.unit-of'), 'head'),
    text(book.say('col.unit-cost'), 'headNumber'),
    text(book.say('col.standing'), 'head'),
    text(book.say('col.quantity'), 'headNumber'),
    text(book.say('col.cost'), 'headNumber'),
    text(book.say('col.share'), 'headNumber'),
  ];
  const sums: Row = [
    text(book.say('total'), 'total'),
    ...Array.from({ length: 5 }, () => blank('total')),
    formula(`SUM(${at(6, FIRST_ROW)}:${at(6, last)})`, total, 'totalMoney'),
    blank('total'),
  ];
  return {
    name: book.sheet('costs'),
    rows: [
      ...book.opening('costs', book.say('remark.costs')),
      heads,
      ...(rows.length === 0 ? [[]] : rows),
      sums,
    ],
    widths: [26, 34, 9, 15, 22, 16, 19, 10],
    headRow: HEAD_ROW,
    frozenColumns: 0,
    orientation: 'landscape',
  };
}
