import type { Language } from '@aftermine/science/base';
import type {
  CheckReport,
  DiagnosisReport,
  Documents,
  EvidenceReport,
  ObservationReport,
  PlanReport,
  PlanWorkbookReport,
  PriorityReport,
  SeasonReport,
} from '../../ports/index.ts';
import { checkReportHtml } from '../check-report/check-report-html.ts';
import { diagnosisHtml } from '../diagnosis-report/diagnosis-html.ts';
import { evidenceHtml } from '../evidence-report/evidence-html.ts';
import { planHtml } from '../plan-report/plan-html.ts';
import { planWorkbook } from '../plan-workbook/plan-workbook.ts';
import { priorityDocx } from '../priority-list/priority-docx.ts';
import { priorityWorkbook } from '../priority-list/priority-workbook.ts';
import { seasonHtml } from '../season-report/season-html.ts';
import { observationHtml } from './observation-html.ts';
import { observationPicture } from './observation-picture.ts';

/** Documents made on this machine, without a browser and without the network. */
export class ObservationDocuments implements Documents {
  checkReportHtml(report: CheckReport, language: Language): string {
    return checkReportHtml(report, language);
  }

  diagnosisHtml(report: DiagnosisReport, language: Language): string {
    return diagnosisHtml(report, language);
  }

  planHtml(report: PlanReport, language: Language): string {
    return planHtml(report, language);
  }

  priorityDocx(report: PriorityReport, language: Language): Promise<Uint8Array> {
    return priorityDocx(report, language);
  }

  priorityWorkbook(report: PriorityReport, language: Language): Uint8Array {
    return priorityWorkbook(report, language);
  }

  planWorkbook(report: PlanWorkbookReport, language: Language): Uint8Array {
    return planWorkbook(report, language);
  }

  seasonHtml(report: SeasonReport, language: Language): string {
    return seasonHtml(report, language);
  }

  evidenceHtml(report: EvidenceReport, language: Language): string {
    return evidenceHtml(report, language);
  }

  observationHtml(report: ObservationReport): Promise<string> {
    return observationHtml(report);
  }

  observationPicture(report: ObservationReport): Promise<Uint8Array> {
    return observationPicture(report);
  }
}
