import type { BillLine, PlannedUnit } from '@aftermine/science/plan';
import { at, columnLetters } from '../workbook/reference.ts';
import { blank, type Cell, formula, number, type Row, type Sheet, text } from '../workbook/sheet.ts';
import { type Book, FIRST_ROW, HEAD_ROW, KINDS, PAYERS, Q } from './book.ts';

/** Columns: number, id, name, area, end use, measures, start, kinds, total, payers, per hectare. */
const [AREA, FIRST_KIND, TOTAL, FIRST_PAYER, PER_HA] = [3, 7, 11, 12, 14] as const;

/** Units times lines above which every sum looks only at the lines of its own unit: a sheet must open within seconds. */
const MOST_COMPARISONS = 20_000_000;

/** What is done on each unit and what it costs. */
export function unitsSheet(book: Book): Sheet {
  const { plan, bill, say } = book;
  const whole = plan.units.length * bill.rows.length <= MOST_COMPARISONS;
  const last = FIRST_ROW + Math.max(0, plan.units.length - 1);
  const totals = new Array<number>(PER_HA).fill(0);
  const rows = plan.units.map((unit, i): Row => {
    const row = FIRST_ROW + i;
    const cost = (own: (line: BillLine) => boolean): number =>
      unit.bill.reduce((sum, line) => (own(line) ? sum + line.quantity * line.unitCost : sum), 0);
    const kinds = KINDS.map((kind) => cost((line) => line.kind === kind));
    const payers = PAYERS.map((payer) => cost((line) => line.payer === payer));
    const total = kinds.reduce((sum, one) => sum + one, 0);
    totals[AREA]! += unit.areaHa;
    [...kinds, total, ...payers].forEach((value, k) => {
      totals[FIRST_KIND + k]! += value;
    });
    const range = whole ? undefined : bill.ranges[i];
    const sumifs = (column: number, by: number, value: number): Cell => {
      if (bill.summed || range === null) return number(value, 'whole');
      const cells = (of: number): string => book.quantities(of, range);
      return formula(
        `SUMIFS(${cells(Q.cost)},${cells(Q.unit)},$A${row},${cells(by)},${columnLetters(column)}$${HEAD_ROW})`,
        value,
        'whole',
      );
    };
    return [
      number(i + 1, 'count'),
      text(unit.id),
      text(unit.name ?? ''),
      number(unit.areaHa, 'amount'),
      ...choiceCells(book, unit),
      ...kinds.map((value, k) => sumifs(FIRST_KIND + k, Q.kind, value)),
      formula(`SUM(${at(FIRST_KIND, row)}:${at(TOTAL - 1, row)})`, total, 'whole'),
      ...payers.map((value, k) => sumifs(FIRST_PAYER + k, Q.payer, value)),
      formula(
        `IF(${at(AREA, row)}=0,0,${at(TOTAL, row)}/${at(AREA, row)})`,
        unit.areaHa === 0 ? 0 : total / unit.areaHa,
        'whole',
      ),
    ];
  });
  const sumOf = (column: number, style: 'totalAmount' | 'totalWhole'): Cell =>
    formula(`SUM(${at(column, FIRST_ROW)}:${at(column, last)})`, totals[column]!, style);
  const heads = [
    ...(['number', 'id', 'name'] as const).map((id) => text(say(`col.${id}`), 'head')),
    text(say('col.area'), 'headNumber'),
    ...(['end-use', 'measures', 'start'] as const).map((id) => text(say(`col.${id}`), 'head')),
    ...KINDS.map((kind) => text(say(`kind.${kind}`), 'headNumber')),
    text(say('total'), 'headNumber'),
    ...PAYERS.map((payer) => text(say(`payer.${payer}`), 'headNumber')),
    text(say('col.per-ha'), 'headNumber'),
  ];
  const totalRow = last + 1;
  const totalArea = totals[AREA]!;
  const sums: Row = [
    text(say('total'), 'total'),
    blank('total'),
    blank('total'),
    sumOf(AREA, 'totalAmount'),
    ...Array.from({ length: 3 }, () => blank('total')),
    ...Array.from({ length: PER_HA - FIRST_KIND }, (_, k) => sumOf(FIRST_KIND + k, 'totalWhole')),
    formula(
      `IF(${at(AREA, totalRow)}=0,0,${at(TOTAL, totalRow)}/${at(AREA, totalRow)})`,
      totalArea === 0 ? 0 : totals[TOTAL]! / totalArea,
      'totalWhole',
    ),
  ];
  const quantities = book.sheet('quantities');
  return {
    name: book.sheet('units'),
    rows: [
      ...book.opening('units', bill.summed ? say('remark.units-fixed') : say('remark.units', { quantities })),
      heads,
      ...(rows.length === 0 ? [[]] : rows),
      sums,
    ],
    widths: [6, 14, 22, 10, 16, 34, 9, 14, 14, 14, 14, 16, 16, 16, 12],
    headRow: HEAD_ROW,
    frozenColumns: 2,
    filter: [HEAD_ROW, last],
    orientation: 'landscape',
  };
}

function choiceCells({ words, language, say }: Book, { choice }: PlannedUnit): Cell[] {
  if (choice === null) return [text(say('idle')), text('', 'wrapped'), blank('year')];
  const measures = choice.measures.map(words.measure);
  return [
    text(words.endUse(choice.endUse), 'wrapped'),
    text(measures.join(language === 'zh' ? '、' : ', '), 'wrapped'),
    choice.year === null ? blank('year') : number(choice.year, 'year'),
  ];
}
