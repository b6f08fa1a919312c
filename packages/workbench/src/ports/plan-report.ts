import type { PlanStanding } from '@aftermine/science/control';
import type { DiagnosisResult } from '@aftermine/science/diagnose';
import type { PlanResult } from '@aftermine/science/plan';
import type { Site } from '@aftermine/science/site';

/** What the plan report is made from. */
export interface PlanReport {
  readonly projectName: string;
  readonly version: string;
  readonly site: Site;
  readonly result: PlanResult;
  /** What the plan is to the programme; null or absent before one is adopted. */
  readonly standing?: PlanStanding | null;
  /** Words of the findings that units answer; null without a diagnosis. */
  readonly diagnosis: DiagnosisResult | null;
}
