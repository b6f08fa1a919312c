import type { PlanResult } from '@aftermine/science/plan';

/** What the workbook of quantities and budget is made from. */
export interface PlanWorkbookReport {
  readonly projectName: string;
  readonly version: string;
  readonly result: PlanResult;
}
