import type { Language } from '@aftermine/science/base';
import type { ObservationResult } from '@aftermine/science/observe';
import type { Site } from '@aftermine/science/site';
import type { CheckReport } from './check-report.ts';
import type { DiagnosisReport } from './diagnosis-report.ts';
import type { EvidenceReport } from './evidence-report.ts';
import type { PlanReport } from './plan-report.ts';
import type { PlanWorkbookReport } from './plan-workbook.ts';
import type { PriorityReport } from './priority-report.ts';
import type { SeasonReport } from './season-report.ts';

/** A layer at the size of a picture. */
export interface PictureLayer {
  readonly width: number;
  readonly height: number;
  readonly nodata: number | null;
  /** Samples band by band, row-major. */
  readonly bands: readonly {
    readonly name: string;
    readonly scale: number;
    readonly offset: number;
    readonly samples: ArrayLike<number>;
  }[];
}

/** What the observation report is made from. */
export interface ObservationReport {
  readonly projectName: string;
  readonly language: Language;
  readonly version: string;
  readonly site: Site;
  readonly result: ObservationResult;
  /** Canonical JSON of the settings. */
  readonly settings: string;
  /** Where the pictures lie: CRS and box of every layer. */
  readonly crs: string;
  readonly box: readonly [west: number, south: number, east: number, north: number];
  /** Null where there is no such layer. */
  layer(kind: string, year: number | null): Promise<PictureLayer | null>;
}

/** Writers of documents. */
export interface Documents {
  /** What the checks of the site's files found: one HTML file that opens with no network. */
  checkReportHtml(report: CheckReport, language: Language): string;
  /** What limits each unit, with a sheet for each: one HTML file that opens with no network. */
  diagnosisHtml(report: DiagnosisReport, language: Language): string;
  /** What the programme does, for how much and why, with a sheet for each unit: one HTML file that opens with no network. */
  planHtml(report: PlanReport, language: Language): string;
  /** Quantities and budget of the programme, in which formulas follow what an estimator changes: one XLSX file. */
  planWorkbook(report: PlanWorkbookReport, language: Language): Uint8Array;
  /** Ranked units with the line of the budget, for a filing: one DOCX file. */
  priorityDocx(report: PriorityReport, language: Language): Promise<Uint8Array>;
  /** The same list in which areas and sums are formulas: one XLSX file. */
  priorityWorkbook(report: PriorityReport, language: Language): Uint8Array;
  /** What a season showed against what was promised, and what is done about it: one HTML file that opens with no network. */
  seasonHtml(report: SeasonReport, language: Language): string;
  /** A review of the literature, from sources to graded figures: one HTML file that opens with no network. */
  evidenceHtml(report: EvidenceReport, language: Language): string;
  /** One HTML file that opens with no network. */
  observationHtml(report: ObservationReport): Promise<string>;
  /** A wide PNG for a README or a slide: maps of four years and two trends. */
  observationPicture(report: ObservationReport): Promise<Uint8Array>;
}
