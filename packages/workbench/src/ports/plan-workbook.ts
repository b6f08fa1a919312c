import type { PlanStanding } from '@aftermine/science/control';
import type { PlanResult } from '@aftermine/science/plan';

/** What the workbook of quantities and budget is made from. */
export interface PlanWorkbookReport {
  readonly projectName: string;
  readonly version: string;
  readonly result: PlanResult;
  /** What the plan is to the programme; null or absent before one is adopted. */
  readonly standing?: PlanStanding | null;
}
