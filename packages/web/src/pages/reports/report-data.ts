import type { ReportList } from 'aftermine/contract';
import { projectPath } from '../../api/ask.ts';
import { partQuery } from '../../api/resources.ts';

export type ReportFile = ReportList['reports'][number];
export type ReportTemplate = ReportList['templates'][number];

export const reportsQuery = (project: string) => partQuery<ReportList>(project, '/reports');

/** Address of a document; `download` saves it instead of showing it. */
export function reportAddress(project: string, file: string, download = false): string {
  return projectPath(project, `/reports/${encodeURIComponent(file)}${download ? '?download=1' : ''}`);
}

/** What a browser shows by itself. */
export function canShow(file: string): boolean {
  return /\.(html?|png|pdf)$/i.test(file);
}

/** Needs of a template that are there, and all of them. */
export function completeness({ needs, missing }: Pick<ReportTemplate, 'needs' | 'missing'>): {
  readonly have: number;
  readonly all: number;
} {
  return { have: needs - missing.length, all: needs };
}

/** The newest file of a template, for each ending and language it was made in. */
export function newestOf(reports: readonly ReportFile[], template: string): readonly ReportFile[] {
  const kept = new Map<string, ReportFile>();
  for (const one of reports) {
    if (one.template !== template) continue;
    const key = `${one.language}${one.file.slice(one.file.lastIndexOf('.'))}`;
    const known = kept.get(key);
    if (known === undefined || known.made < one.made) kept.set(key, one);
  }
  return [...kept.values()];
}
