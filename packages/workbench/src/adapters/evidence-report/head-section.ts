import { type Html, html } from '../observation-report/html.ts';
import type { EvidencePage } from './evidence-page.ts';

/** Name of the review, where it stands, and its numbers. */
export function headSection({ report, say }: EvidencePage): Html {
  const { counts, manual, screening, findings, withdrawn, claims, suggestions, projectName } = report;
  const [first] = screening;
  const left = (first?.works ?? 0) - (first?.verdicts ?? 0);
  const conflicts = screening.reduce((sum, one) => sum + one.conflicts.length, 0);
  const [tone, key] =
    counts.records === 0 && findings === 0
      ? ['just-know', 'verdict.empty']
      : manual.length + conflicts > 0
        ? ['can-fix', 'verdict.people']
        : left > 0
          ? ['just-know', 'verdict.screening']
          : ['clean', 'verdict.done'];
  const facts: readonly (readonly [string, number])[] = [
    ['records', counts.records],
    ['works', counts.kept],
    ['screened', first?.verdicts ?? 0],
    ['findings', findings],
    ['withdrawn-count', withdrawn.length],
    ['figures', suggestions.length],
    ...(claims === null ? [] : [['claims-count', claims.statements] as const]),
  ];
  return html`<header class="page-head"><p class="kind">Aftermine · ${say('kind')}</p><h1>${projectName}</h1><p class="verdict ${tone}">${say(key, { manual: manual.length, conflicts, left })}</p><dl class="facts">${facts.map(([name, value]) => html`<div><dt>${say(`fact.${name}`)}</dt><dd>${value}</dd></div>`)}</dl></header>`;
}
