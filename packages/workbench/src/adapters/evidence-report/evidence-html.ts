import type { Language } from '@aftermine/science/base';
import type { EvidenceReport } from '../../ports/index.ts';
import { html } from '../observation-report/html.ts';
import { pageShell } from '../observation-report/page-shell.ts';
import { claimsSection } from './claims-section.ts';
import { codingSection } from './coding-section.ts';
import { duplicateSection } from './duplicate-section.ts';
import { evidencePage } from './evidence-page.ts';
import { flowSection } from './flow-section.ts';
import { gapSection } from './gap-section.ts';
import { headSection } from './head-section.ts';
import { noteSection, withdrawnSection } from './note-section.ts';
import { poolingSection } from './pooling-section.ts';
import { screeningSection } from './screening-section.ts';
import { sourceSection } from './source-section.ts';
import { suggestionSection } from './suggestion-section.ts';

const STYLES = [
  new URL('../check-report/check-page.css', import.meta.url),
  new URL('./evidence-page.css', import.meta.url),
];

/**
 * The report of a review as one HTML file: where records came from, what became of them, what was found in them, and which figures
 * follow, each with its grade. Nothing is fetched, there is no script, everything a user wrote is escaped, every picture has a
 * twin in words. Same report, same bytes.
 */
export function evidenceHtml(report: EvidenceReport, language: Language): string {
  const page = evidencePage(report, language);
  const { say } = page;
  const sections = [
    { id: 'sources', body: sourceSection(page) },
    { id: 'duplicates', body: duplicateSection(page) },
    { id: 'screening', body: screeningSection(page) },
    { id: 'flow', body: flowSection(page) },
    { id: 'gaps', body: gapSection(page) },
    { id: 'coding', body: codingSection(page) },
    { id: 'pooling', body: poolingSection(page) },
    { id: 'suggestions', body: suggestionSection(page) },
    { id: 'claims', body: claimsSection(page) },
    { id: 'withdrawn', body: withdrawnSection(page) },
    { id: 'notes', body: noteSection(page) },
  ].flatMap(({ id, body }) => (body === null ? [] : [{ id, body }]));
  const body = html`<a class="skip" href="#sources">${say('skip')}</a><div class="page">${headSection(page)}<nav class="contents" aria-label="${say('contents')}">${sections.map(({ id }) => html`<a href="#${id}">${say(id)}</a> `)}</nav><main>${sections.map((one) => one.body)}</main><footer class="foot">${say('made-by', { version: report.version })}</footer></div>`;
  return pageShell({
    language,
    version: report.version,
    title: say('title', { name: report.projectName }),
    styles: STYLES,
    body,
  });
}
