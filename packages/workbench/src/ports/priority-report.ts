import type { DiagnosisResult } from '@aftermine/science/diagnose';
import type { PlanResult, PriorityList } from '@aftermine/science/plan';

/** What the priority list of a filing is made from. */
export interface PriorityReport {
  readonly projectName: string;
  readonly version: string;
  readonly list: PriorityList;
  readonly diagnosis: DiagnosisResult;
  readonly plan: PlanResult;
}
