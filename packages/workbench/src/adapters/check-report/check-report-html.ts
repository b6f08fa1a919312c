import { readFileSync } from 'node:fs';
import type { Language } from '@aftermine/science/base';
import { localeOf } from '@aftermine/science/report/observation';
import type { CheckReport } from '../../ports/index.ts';
import { escapeHtml, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import { areaSection } from './area-section.ts';
import { checkMap } from './check-map.ts';
import { checkPage } from './check-page.ts';
import { fileSection } from './file-section.ts';
import { headSection } from './head-section.ts';
import { nextSection } from './next-section.ts';
import { problemSection } from './problem-section.ts';

const STYLE = new URL('./check-page.css', import.meta.url);

/**
 * The check report as one HTML file: a map of boundary and units with every problem by its number, the same
 * problems in words, areas in hectares and mu, what the files are, and what to do next. Nothing is fetched, there
 * is no script, and everything a user wrote is escaped. Same report, same bytes.
 */
export function checkReportHtml(report: CheckReport, language: Language): string {
  const page = checkPage(report, language);
  const { say } = page;
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  const map = checkMap(page);
  const body = html`<a class="skip" href="#problems">${say('skip')}</a><div class="page">${headSection(page)}<main>${
    map === null
      ? null
      : section(
          'map',
          say(report.problems.length > 0 ? 'map' : 'map-clean'),
          html`${report.problems.length > 0 && html`<p class="lead">${say('map-lead')}</p>`}${map}`,
        )
  }${problemSection(page)}${nextSection(page)}${areaSection(page)}${fileSection(page)}</main><footer class="foot">${say('version', { version: report.version })}</footer></div>`;
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
${readFileSync(STYLE, 'utf8')}</style>
</head>
<body>
${body.markup}
</body>
</html>
`;
}
