import { readFileSync } from 'node:fs';
import type { Language } from '@aftermine/science/base';
import { localeOf } from '@aftermine/science/report/observation';
import type { DiagnosisReport } from '../../ports/index.ts';
import { escapeHtml, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
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
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `<!doctype html>
<html lang="${localeOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Aftermine ${escapeHtml(report.version)}">
<title>${escapeHtml(say('title', { name: report.projectName }))}</title>
<style>
${STYLES.map((style) => readFileSync(style, 'utf8')).join('')}</style>
</head>
<body>
${body.markup}
</body>
</html>
`;
}
