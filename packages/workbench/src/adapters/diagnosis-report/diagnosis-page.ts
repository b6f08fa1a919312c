import { type Language, say } from '@aftermine/science/base';
import type { Finding, FindingSeverity, UnitDiagnosis } from '@aftermine/science/diagnose';
import type { Unit } from '@aftermine/science/site';
import type { DiagnosisReport } from '../../ports/index.ts';
import type { Say } from '../observation-report/page-parts.ts';

/** Severities, gravest first. */
export const SEVERITIES: readonly FindingSeverity[] = ['critical', 'major', 'minor', 'info'];

/** How a unit stands: its gravest problem; `open` where only questions are left, `clean` without either. */
export type UnitStanding = Exclude<FindingSeverity, 'info'> | 'open' | 'clean';

/** More sheets than this make a page that no longer opens; the rest is in the GeoPackage. */
export const MAX_SHEETS = 400;

/** What every section of the page needs. */
export interface DiagnosisPage {
  readonly report: DiagnosisReport;
  readonly language: Language;
  /** Words of the page (`diagnosis-page.` is put before the key). */
  readonly say: Say;
  readonly findingsOf: ReadonlyMap<string, readonly Finding[]>;
  readonly unitOf: ReadonlyMap<string, Unit>;
  /** Units that get a sheet: the gravest first where there are more than fit. */
  readonly sheets: ReadonlySet<string>;
}

export function diagnosisPage(report: DiagnosisReport, language: Language): DiagnosisPage {
  const findingsOf = new Map<string, Finding[]>();
  for (const finding of report.result.findings) {
    const list = findingsOf.get(finding.unitId);
    if (list === undefined) findingsOf.set(finding.unitId, [finding]);
    else list.push(finding);
  }
  const { units, references } = report.result;
  const rank = (unit: UnitDiagnosis): number => STANDINGS.indexOf(standingOf(findingsOf.get(unit.id) ?? []));
  const all = [...units, ...references];
  const shown =
    all.length <= MAX_SHEETS ? all : [...all].sort((a, b) => rank(a) - rank(b)).slice(0, MAX_SHEETS);
  return {
    report,
    language,
    say: (key, params) => say(language, `diagnosis-page.${key}`, params),
    findingsOf,
    unitOf: new Map(report.site.units.map((unit) => [unit.id, unit])),
    sheets: new Set(shown.map(({ id }) => id)),
  };
}

export const STANDINGS: readonly UnitStanding[] = ['critical', 'major', 'minor', 'open', 'clean'];

export function standingOf(findings: readonly Finding[]): UnitStanding {
  const problems = findings.filter(({ verdict }) => verdict === 'problem');
  for (const standing of ['critical', 'major', 'minor'] as const)
    if (problems.some(({ severity }) => severity === standing)) return standing;
  return findings.length > problems.length ? 'open' : 'clean';
}

/** The address of a sheet in the page: ids may hold anything. */
export function sheetAnchor(id: string): string {
  return `u-${encodeURIComponent(id)}`;
}
