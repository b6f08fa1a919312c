import type { Language } from '@aftermine/science/base';
import type { SeasonReport } from '../../ports/index.ts';
import { type Html, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import { pageShell } from '../observation-report/page-shell.ts';
import { changesSection } from './changes-section.ts';
import { headSection } from './head-section.ts';
import { historySection } from './history-section.ts';
import { inboxSection } from './inbox-section.ts';
import { checksSection, learnedSection } from './learned-section.ts';
import { methodsSection } from './methods-section.ts';
import { policySection } from './policy-section.ts';
import { principlesSection, scorecardSection } from './scorecard-section.ts';
import { mapSection } from './season-map.ts';
import { type SeasonPage, seasonPage } from './season-page.ts';
import { legendSymbols, unitSheet } from './unit-sheet.ts';
import { unitsSection } from './units-section.ts';
import { weatherSection } from './weather-section.ts';
import { wheelSection } from './wheel-section.ts';

/** The look of reports, that of sheets and charts, and what only this one has. */
const STYLES = [
  new URL('../check-report/check-page.css', import.meta.url),
  new URL('../diagnosis-report/diagnosis-page.css', import.meta.url),
  new URL('../plan-report/plan-page.css', import.meta.url),
  new URL('../plan-report/plan-charts.css', import.meta.url),
  new URL('./season-page.css', import.meta.url),
];
/** Opens the sheet a link leads to, and everything on paper. */
const SCRIPT = new URL('../plan-report/plan-page.js', import.meta.url);

/**
 * The season report as one HTML file: what a season showed against what was promised, what stands out, what the plan does about
 * it, the wheels, the scorecard, what was learned and how far it is to be believed, and the chain of the history. Nothing is
 * fetched, everything a user wrote is escaped, every figure has a table, every number says what it rests on. Same report, same
 * bytes.
 */
export function seasonHtml(report: SeasonReport, language: Language): string {
  const page = seasonPage(report, language);
  const { say } = page;
  const sections = sectionsOf(page).flatMap(({ id, body }) => (body === null ? [] : [{ id, body }]));
  const body = html`<a class="skip" href="#inbox">${say('skip')}</a><div class="page">${headSection(page)}<nav class="contents" aria-label="${say('contents')}">${sections.map(({ id }) => html`<a href="#${id}">${say(id)}</a>`)}</nav><main>${legendSymbols()}${sections.map((one) => one.body)}</main><footer class="foot">${say('made-by', { version: report.version })}</footer></div>`;
  return pageShell({
    language,
    version: report.version,
    title: say('title', { name: report.projectName, year: report.season.year }),
    styles: STYLES,
    script: SCRIPT,
    body,
  });
}

function sectionsOf(page: SeasonPage): readonly { readonly id: string; readonly body: Html | null }[] {
  return [
    { id: 'inbox', body: inboxSection(page) },
    { id: 'map', body: mapSection(page) },
    { id: 'units', body: unitsSection(page) },
    { id: 'sheets', body: sheetsSection(page) },
    { id: 'changes', body: changesSection(page) },
    { id: 'wheel', body: wheelSection(page) },
    { id: 'scorecard', body: scorecardSection(page) },
    { id: 'principles', body: principlesSection(page) },
    { id: 'weather', body: weatherSection(page) },
    { id: 'learned', body: learnedSection(page) },
    { id: 'checks', body: checksSection(page) },
    { id: 'policy', body: policySection(page) },
    { id: 'history', body: historySection(page) },
    { id: 'methods', body: methodsSection(page) },
  ];
}

function sheetsSection(page: SeasonPage): Html {
  const { say, season, sheets } = page;
  const left = season.units.length - sheets.size;
  return section(
    'sheets',
    say('sheets'),
    html`<p class="lead">${say('sheets.lead')}</p>${left > 0 && html`<p>${say('sheets.left-out', { shown: sheets.size, count: left })}</p>`}${season.units.filter(({ unit }) => sheets.has(unit)).map((unit) => unitSheet(page, unit))}`,
  );
}
