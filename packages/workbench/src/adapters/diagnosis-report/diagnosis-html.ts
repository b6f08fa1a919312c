import type { Language } from '@aftermine/science/base';
import type { DiagnosisReport } from '../../ports/index.ts';
import { html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import { pageShell } from '../observation-report/page-shell.ts';
import { diagnosisMap } from './diagnosis-map.ts';
import { diagnosisPage } from './diagnosis-page.ts';
import { findingsSection } from './findings-section.ts';
import { headSection } from './head-section.ts';
import { layersSection } from './layers-section.ts';
import { unitSheet } from './unit-sheet.ts';

/** The look of reports without a script, and what only this one has. */
const STYLES = [
  new URL('../check-report/check-page.css', import.meta.url),
  new URL('./diagnosis-page.css', import.meta.url),
];

/**
 * The diagnosis report as one HTML file: the answer, a map of units by their gravest problem, every problem with what it
 * rests on, and a sheet for each unit. Nothing is fetched, there is no script, and everything a user wrote is escaped.
 * Same report, same bytes.
 */
export function diagnosisHtml(report: DiagnosisReport, language: Language): string {
  const page = diagnosisPage(report, language);
  const { say, sheets } = page;
  const { units, references } = report.result;
  const map = diagnosisMap(page);
  const left = units.length + references.length - sheets.size;
  const body = html`<a class="skip" href="#findings">${say('skip')}</a><div class="page">${headSection(page)}<main>${
    map !== null && section('map', say('map'), html`<p class="lead">${say('map-lead')}</p>${map}`)
  }${findingsSection(page)}${section(
    'sheets',
    say('sheets'),
    html`${left > 0 && html`<p>${say('sheets.left-out', { shown: sheets.size, count: left })}</p>`}${units
      .filter(({ id }) => sheets.has(id))
      .map((unit) => unitSheet(page, unit, 'unit'))}${references
      .filter(({ id }) => sheets.has(id))
      .map((unit) => unitSheet(page, unit, 'reference'))}`,
  )}${layersSection(page)}${section('limits', say('limits'), html`<p>${say('limits.text')}</p>`)}</main><footer class="foot">${say('version', { version: report.version })}</footer></div>`;
  return pageShell({
    language,
    version: report.version,
    title: say('title', { name: report.projectName }),
    styles: STYLES,
    body,
  });
}
