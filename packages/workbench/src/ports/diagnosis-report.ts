import type { DiagnosisResult } from '@aftermine/science/diagnose';
import type { Site } from '@aftermine/science/site';

/** What the diagnosis report is made from. */
export interface DiagnosisReport {
  readonly projectName: string;
  readonly version: string;
  readonly site: Site;
  readonly result: DiagnosisResult;
}
