import { hasText, type Language, say, type TextKey } from '@aftermine/science/base';
import type { BillLine, PlanResult } from '@aftermine/science/plan';
import { type PlanWords, planWords, standingText } from '@aftermine/science/report/plan';
import type { PlanWorkbookReport } from '../../ports/index.ts';
import { onSheet, span } from '../workbook/reference.ts';
import { type Row, text } from '../workbook/sheet.ts';
import { type BillRows, billRows } from './bill-rows.ts';

/** Title, what money is in, a remark, then the headings. */
export const HEAD_ROW = 4;
export const FIRST_ROW = 5;

/** Kinds of cost in the order of their columns. */
export const KINDS = ['works', 'haul', 'upkeep', 'capital'] as const satisfies readonly BillLine['kind'][];
export const PAYERS = ['public', 'concession'] as const satisfies readonly BillLine['payer'][];

export type SheetId = 'costs' | 'quantities' | 'budget' | 'units' | 'cash' | 'assumptions';

type Tail<K> = K extends `plan-book.${infer T}` ? T : never;
/** Keys of the catalogue after `plan-book.`. */
export type BookText = Tail<TextKey>;

/** Columns of the sheet of quantities, from 0. */
export const Q = { unit: 0, code: 4, kind: 7, payer: 8, year: 9, quantity: 10, cost: 12 } as const;

/** What every sheet of the workbook is made from, and how sheets name each other's cells. */
export interface Book {
  readonly plan: PlanResult;
  readonly projectName: string;
  readonly version: string;
  readonly language: Language;
  readonly bill: BillRows;
  /** Ids of the plan in words. */
  readonly words: PlanWords;
  say(key: BookText, params?: Readonly<Record<string, string | number>>): string;
  sheet(id: SheetId): string;
  /** Rows of the list of quantities and the empty row after it, in which new lines are inserted. */
  quantities(column: number, rows?: readonly [from: number, to: number]): string;
  /** A column of the unit costs. */
  costs(column: number): string;
  /** Title, money and remark of a sheet, up to the headings. */
  opening(id: SheetId, remark: string): Row[];
}

export function bookOf(report: PlanWorkbookReport, language: Language, mostLines?: number): Book {
  const { result: plan, projectName, version } = report;
  const words = planWords(plan, language);
  const standing = report.standing == null ? [] : [standingText(report.standing, language)];
  const bill = billRows(plan, words, mostLines);
  const money = `currency.${plan.currency}`;
  const currency = hasText(money) ? say(language, money) : plan.currency;
  const of: Book['say'] = (key, params) => say(language, `plan-book.${key}`, params);
  const sheet: Book['sheet'] = (id) => of(`sheet.${id}`);
  const all = [0, bill.rows.length] as const;
  return {
    plan,
    projectName,
    version,
    language,
    bill,
    words,
    say: of,
    sheet,
    quantities: (column, [from, to] = all) =>
      onSheet(sheet('quantities'), span(column, FIRST_ROW + from, FIRST_ROW + to)),
    costs: (column) =>
      onSheet(sheet('costs'), span(column, FIRST_ROW, FIRST_ROW + Math.max(0, bill.costs.length - 1))),
    opening: (id, remark) => [
      [text(of('heading', { name: projectName, sheet: sheet(id) }), 'title')],
      [
        text(
          [of('money', { currency, year: plan.priceYear }), ...standing].join(' · '),
          report.standing?.kind === 'draft' ? 'warn' : 'note',
        ),
      ],
      [text(remark, 'note')],
    ],
  };
}

/** A unit of measure as people write it: m³, and 公顷 in Chinese. */
export function unitSign({ language }: Pick<Book, 'language'>, unit: string): string {
  const key = `plan-unit.${unit}`;
  if (hasText(key)) return say(language, key);
  return unit.replace(/\bm([23])\b/g, (_, power: string) => (power === '2' ? 'm²' : 'm³'));
}
