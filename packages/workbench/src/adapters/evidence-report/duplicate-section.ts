import { say as sayText } from '@aftermine/science/base';
import type { Reference } from '@aftermine/science/evidence';
import { type Html, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import { type EvidencePage, MOST_ROWS } from './evidence-page.ts';

/** How many records are how many works, and which pairs wait for a person. */
export function duplicateSection({ report, language, say }: EvidencePage): Html {
  const { counts, manual } = report;
  const shown = manual.slice(0, MOST_ROWS);
  const record = (key: string, one: Reference | null): Html =>
    html`${one?.title ?? say('not-said')}<small>${[one?.authors[0]?.literal, one?.year, one?.journal].filter((word) => word !== null && word !== undefined).join(', ')}</small><small><code>${key}</code></small>`;
  return section(
    'duplicates',
    say('duplicates'),
    html`<p class="lead">${say('duplicates.lead', { ...counts })}</p>${
      manual.length === 0
        ? html`<p>${say('manual.none')}</p>`
        : html`${table(
            say('manual'),
            [
              { label: say('manual.first'), kind: 'text' },
              { label: say('manual.second'), kind: 'text' },
              { label: say('manual.kind'), kind: 'text' },
            ],
            shown.map(({ a, b, kind, first, second }) => [
              { show: record(a, first) },
              { show: record(b, second) },
              { show: sayText(language, `evidence.manual.${kind}`) },
            ]),
          )}${manual.length > shown.length && html`<p>${say('more', { shown: shown.length, count: manual.length })}</p>`}`
    }`,
  );
}
