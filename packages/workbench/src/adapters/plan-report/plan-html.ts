import type { Language } from '@aftermine/science/base';
import type { PlanReport } from '../../ports/index.ts';
import { type Html, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import { pageShell } from '../observation-report/page-shell.ts';
import { cashSection } from './cash-section.ts';
import { conflictSection } from './conflict-section.ts';
import { defaultsSection } from './defaults-section.ts';
import { financeSection } from './finance-section.ts';
import { frontSection } from './front-section.ts';
import { headSection } from './head-section.ts';
import { limitsSection } from './limits-section.ts';
import { mapSection } from './map-section.ts';
import { methodsSection } from './methods-section.ts';
import { planOptions } from './options.ts';
import { optionsSection } from './options-section.ts';
import { type PlanPage, planPage } from './plan-page.ts';
import { riskSection } from './risk-section.ts';
import { scheduleSection } from './schedule-section.ts';
import { unitSheet } from './unit-sheet.ts';

/** The look of reports, that of sheets, and what only this one has. */
const STYLES = [
  new URL('../check-report/check-page.css', import.meta.url),
  new URL('../diagnosis-report/diagnosis-page.css', import.meta.url),
  new URL('./plan-page.css', import.meta.url),
  new URL('./plan-charts.css', import.meta.url),
];
const SCRIPT = new URL('./plan-page.js', import.meta.url);

/**
 * The plan report as one HTML file: what the programme does for how much, the alternatives side by side, map, schedule, money,
 * risk, and a sheet for each unit that says why. Nothing is fetched, everything a user wrote is escaped, every figure has a
 * table, and without its script the page lacks the choice of axes and nothing else. Same report, same bytes.
 */
export function planHtml(report: PlanReport, language: Language): string {
  const page = planPage(report, language);
  const { say } = page;
  const sections = page.hasPlan ? planSections(page) : emptySections(page);
  const shown = sections.flatMap(({ id, body }) => (body === null ? [] : [{ id, body }]));
  const body = html`<a class="skip" href="#${shown[0]!.id}">${say('skip')}</a><div class="page">${headSection(page)}<nav class="contents" aria-label="${say('contents')}">${shown.map(({ id }) => html`<a href="#${id}">${say(id === 'limits' && !page.hasPlan ? 'limits.alone' : id)}</a>`)}</nav><main>${shown.map((one) => one.body)}</main><footer class="foot">${say('made-by', { version: report.version })}</footer></div>`;
  return pageShell({
    language,
    version: report.version,
    title: say('title', { name: report.projectName }),
    styles: STYLES,
    script: SCRIPT,
    body,
  });
}

interface PageSection {
  readonly id: string;
  readonly body: Html | null;
}

function planSections(page: PlanPage): readonly PageSection[] {
  const options = planOptions(page);
  return [
    { id: 'options', body: optionsSection(page, options) },
    { id: 'front', body: frontSection(page, options) },
    { id: 'map', body: mapSection(page) },
    { id: 'schedule', body: scheduleSection(page) },
    { id: 'cash', body: cashSection(page) },
    { id: 'limits', body: limitsSection(page) },
    { id: 'risk', body: riskSection(page) },
    { id: 'finance', body: financeSection(page) },
    { id: 'sheets', body: sheetsSection(page) },
    { id: 'defaults', body: defaultsSection(page) },
    { id: 'methods', body: methodsSection(page) },
  ];
}

/** Without a plan: what stands in the way, the limits, what each unit could become, and how it was sought. */
function emptySections(page: PlanPage): readonly PageSection[] {
  return [
    { id: 'conflict', body: conflictSection(page) },
    { id: 'limits', body: limitsSection(page) },
    { id: 'sheets', body: page.result.units.length === 0 ? null : sheetsSection(page) },
    { id: 'defaults', body: page.result.unverified.length === 0 ? null : defaultsSection(page) },
    { id: 'methods', body: methodsSection(page) },
  ];
}

function sheetsSection(page: PlanPage): Html {
  const { say, result, sheets } = page;
  const left = result.units.length - sheets.size;
  return section(
    'sheets',
    say('sheets'),
    html`<p class="lead">${say('sheets.lead')}</p>${left > 0 && html`<p>${say('sheets.left-out', { shown: sheets.size, count: left })}</p>`}${result.units.filter(({ id }) => sheets.has(id)).map((unit) => unitSheet(page, unit))}`,
  );
}
