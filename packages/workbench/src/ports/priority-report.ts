import type { PlanStanding } from '@aftermine/science/control';
import type { DiagnosisResult } from '@aftermine/science/diagnose';
import type { PlanResult, PriorityList } from '@aftermine/science/plan';

/** What the priority list of a filing is made from. */
export interface PriorityReport {
  readonly projectName: string;
  readonly version: string;
  readonly list: PriorityList;
  readonly diagnosis: DiagnosisResult;
  readonly plan: PlanResult;
  /** What the plan is to the programme; null or absent before one is adopted. */
  readonly standing?: PlanStanding | null;
}
