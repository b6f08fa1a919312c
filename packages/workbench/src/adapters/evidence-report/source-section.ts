import { say as sayText } from '@aftermine/science/base';
import { type Html, html } from '../observation-report/html.ts';
import { details, section, table } from '../observation-report/page-parts.ts';
import type { EvidencePage } from './evidence-page.ts';

/** Each search export: where it came from, how many records were read and how many were not, with the raw lines of those. */
export function sourceSection({ report, language, say }: EvidencePage): Html {
  const { sources } = report;
  if (sources.length === 0) return section('sources', say('sources'), html`<p>${say('sources.none')}</p>`);
  const total = (of: (one: (typeof sources)[number]) => number): number =>
    sources.reduce((sum, one) => sum + of(one), 0);
  const failed = sources.flatMap(({ file, ledger }) => ledger.failed.map((one) => ({ file, ...one })));
  const numbers = ['records', 'parsed', 'failed', 'no-doi', 'no-abstract', 'no-year', 'no-title'] as const;
  return section(
    'sources',
    say('sources'),
    html`<p class="lead">${say('sources.lead', {
      count: sources.length,
      records: total(({ ledger }) => ledger.records),
      failed: failed.length,
    })}</p>${table(
      say('sources'),
      [
        { label: say('source.file'), kind: 'text' },
        { label: say('source.database'), kind: 'text' },
        { label: say('source.format'), kind: 'text' },
        ...numbers.map((key) => ({ label: say(`source.${key}`), kind: 'number' }) as const),
        { label: say('source.date'), kind: 'text' },
      ],
      sources.map(({ file, database, query, parts, encoding, ledger, importedAt }) => [
        { show: file },
        { show: html`${database ?? say('not-said')}${query !== null && html`<small>${query}</small>`}` },
        {
          show: html`${[...new Set(parts.map(({ dialect }) => sayText(language, `evidence.dialect.${dialect}`)))].join(', ')}<small>${encoding.toUpperCase()}</small>`,
        },
        ...[
          ledger.records,
          ledger.parsed,
          ledger.failed.length,
          ledger.noDoi,
          ledger.noAbstract,
          ledger.noYear,
          ledger.noTitle,
        ].map((show) => ({ show })),
        { show: importedAt.slice(0, 10) },
      ]),
    )}${
      failed.length > 0 &&
      details(
        say('sources.failed', { count: failed.length }),
        failed.map(
          ({ file, line, raw, reason, params }) =>
            html`<p>${say('sources.failed-at', { file, line, reason: sayText(language, reason, params) })}</p><pre class="raw">${raw}</pre>`,
        ),
      )
    }`,
  );
}
