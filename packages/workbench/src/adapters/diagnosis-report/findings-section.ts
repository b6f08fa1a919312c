import { say as sayText } from '@aftermine/science/base';
import type { Finding } from '@aftermine/science/diagnose';
import { type Html, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import { type DiagnosisPage, SEVERITIES, sheetAnchor } from './diagnosis-page.ts';
import { standingMark } from './standing-mark.ts';
import { statementOf } from './told.ts';

const MAX_ROWS = 600;

/** Every problem, gravest first, with what it rests on. */
export function findingsSection(page: DiagnosisPage): Html {
  const { report, language, say, sheets } = page;
  const problems = report.result.findings
    .filter(({ verdict }) => verdict === 'problem')
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  if (problems.length === 0)
    return section('findings', say('findings'), html`<p>${say('findings.none')}</p>`);
  const rows = problems.slice(0, MAX_ROWS).map((finding) => {
    const { unitId, severity, confidence } = finding;
    const standing = severity === 'info' ? 'open' : severity;
    return html`<tr><td>${standingMark(language, standing)}</td><th scope="row">${
      sheets.has(unitId) ? html`<a href="#${sheetAnchor(unitId)}">${unitId}</a>` : unitId
    }</th><td class="what">${statementOf(page, finding)}</td><td>${sayText(language, `confidence.${confidence}`)}</td><td>${limitWords(page, finding)}</td></tr>`;
  });
  const head = ['severity', 'unit', 'what', 'confidence', 'limit'] as const;
  return section(
    'findings',
    say('findings'),
    html`<div class="scroll" tabindex="0" role="region" aria-label="${say('findings')}"><table class="problems"><thead><tr>${head.map((key) => html`<th scope="col">${say(`column.${key}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${problems.length > MAX_ROWS && html`<p>${say('findings.more', { shown: MAX_ROWS, count: problems.length })}</p>`}`,
  );
}

/** Source of a limit, and a word where it was not read in its document. */
export function limitWords({ language, say }: DiagnosisPage, { limitSource, limitVerified }: Finding): Html {
  return html`${sayText(language, `limit-source.${limitSource}`)}${!limitVerified && html` <span class="unverified">${say('unverified')}</span>`}`;
}
