import { hasText, say as sayAny } from '@aftermine/science/base';
import type { UnverifiedDefault } from '@aftermine/science/plan';
import { at, onSheet } from '../workbook/reference.ts';
import { blank, formula, number, type Row, type Sheet, text } from '../workbook/sheet.ts';
import { type Book, FIRST_ROW, HEAD_ROW } from './book.ts';
import { totalCostCell } from './quantities-sheet.ts';
import { toCents } from './to-cents.ts';

/** The discount rate stands in the first row; other sheets name this cell. */
export const rateCell = (sheet: string): string => onSheet(sheet, `$B$${FIRST_ROW}`);

/** What the figures rest on, a check of the whole, and every default that nothing supports yet. */
export function assumptionsSheet(book: Book): Sheet {
  const { plan, say } = book;
  const [from, to] = [plan.start, plan.start + plan.years - 1];
  const fact = (what: string, value: string, note = ''): Row => [
    text(what),
    text(value, 'wrapped'),
    text(note, 'wrapped'),
  ];
  const gap = ((plan.gap ?? 0) * 100).toPrecision(2);
  const facts: Row[] = [
    [
      text(say('rate')),
      number(plan.discountRate, 'inputPercent'),
      text(say('rate-note', { cash: book.sheet('cash') }), 'wrapped'),
    ],
    fact(say('currency'), plan.currency),
    fact(say('price-year'), String(plan.priceYear)),
    fact(say('cost-file'), plan.costFile),
    fact(say('library'), plan.libraryHash.slice(0, 12)),
    fact(say('programme'), say('programme-years', { from, to })),
    fact(say('horizon'), String(plan.horizon)),
    fact(say('status'), say(`status.${plan.status}`, { gap: Number(gap) })),
    fact(say('written-by'), `Aftermine ${book.version}`),
  ];
  const checkRow = FIRST_ROW + facts.length + 2;
  const mine = book.bill.rows.reduce((sum, { line, cost }) => sum + line.quantity * cost.unitCost, 0);
  const theirs = plan.units.reduce((sum, { bill }) => sum + bill.reduce((all, { cost }) => all + cost, 0), 0);
  const checks: Row[] = [
    [],
    [text(say('check'), 'section'), blank('section'), blank('section')],
    [
      text(say('check.book')),
      formula(onSheet(book.sheet('quantities'), totalCostCell(book)), mine, 'money'),
      text('', 'wrapped'),
    ],
    [text(say('check.plan')), number(theirs, 'money'), text('', 'wrapped')],
    [
      text(say('check.difference'), 'total'),
      formula(`ROUND(${at(1, checkRow)}-${at(1, checkRow + 1)},2)`, toCents(mine - theirs), 'totalMoney'),
      text(say('check.note'), 'total'),
    ],
  ];
  const defaults: Row[] = [
    [],
    [text(say('defaults'), 'section'), blank('section'), blank('section')],
    ...(plan.unverified.length === 0
      ? [[text(say('defaults.none'))]]
      : plan.unverified.map((one) => defaultRow(book, one))),
  ];
  return {
    name: book.sheet('assumptions'),
    rows: [
      ...book.opening('assumptions', say('remark.assumptions')),
      [text(say('col.what'), 'head'), text(say('col.value'), 'head'), text(say('col.note'), 'head')],
      ...facts,
      ...checks,
      ...defaults,
    ],
    widths: [44, 36, 40],
    headRow: HEAD_ROW,
    frozenColumns: 0,
    orientation: 'portrait',
  };
}

function defaultRow({ say, words, language }: Book, { of, what, usedBy }: UnverifiedDefault): Row {
  const [part = '', ...rest] = what.split(' ');
  const id = rest.join(' ');
  const key = `plan-default.${part}`;
  const word = hasText(key) ? sayAny(language, key) : part;
  const told =
    id === ''
      ? word
      : say('defaults.part', { what: word, part: part === 'gate' ? words.gate(id) : words.item(id) });
  return [
    text(words.subject(of), 'warnWrapped'),
    text(told, 'warnWrapped'),
    text(say('defaults.used', { count: usedBy }), 'warn'),
  ];
}
