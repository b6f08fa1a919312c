import type { ReportOptions } from './report-observation.ts';

/** Options of the reports that are made from a plan. */
export interface PlanReportOptions extends ReportOptions {
  /** The plan that was solved last, adopted or draft, instead of the programme in force. */
  readonly solved?: boolean;
}
