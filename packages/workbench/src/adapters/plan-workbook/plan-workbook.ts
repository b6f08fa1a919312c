import type { Language } from '@aftermine/science/base';
import type { PlanWorkbookReport } from '../../ports/index.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';
import { assumptionsSheet } from './assumptions-sheet.ts';
import { bookOf } from './book.ts';
import { budgetSheet } from './budget-sheet.ts';
import { cashSheet } from './cash-sheet.ts';
import { costsSheet } from './costs-sheet.ts';
import { quantitiesSheet } from './quantities-sheet.ts';
import { unitsSheet } from './units-sheet.ts';

export interface PlanWorkbookOptions {
  /** More bill lines than this are summed over units. */
  readonly mostLines?: number;
}

/**
 * The workbook of quantities and budget: unit costs and quantities as figures, everything else as formulas over them, each with
 * the value it comes to beside it.
 */
export function planWorkbook(
  report: PlanWorkbookReport,
  language: Language,
  { mostLines }: PlanWorkbookOptions = {},
): Uint8Array {
  const book = bookOf(report, language, mostLines);
  const sheets = [costsSheet, quantitiesSheet, budgetSheet, unitsSheet, cashSheet, assumptionsSheet];
  return writeWorkbook(
    sheets.map((sheet) => sheet(book)),
    { title: book.say('title', { name: report.projectName }), language },
  );
}
