import { unknownFacts } from '@aftermine/science/report/observation';
import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';
import { section, table } from './page-parts.ts';

/** Everything that could not be told, with its reason. */
export function unknownSection({ report, say }: PageContext): Html {
  const facts = unknownFacts(report.result, report.language);
  if (facts.length === 0) return section('unknown', say('unknowns'), html`<p>${say('unknowns.none')}</p>`);
  return section(
    'unknown',
    say('unknowns'),
    html`<p class="lead">${say('unknowns.count', { count: facts.length })}</p>${table(
      say('unknowns'),
      [
        { label: say('unknowns.subject'), kind: 'text' },
        { label: say('unknowns.what'), kind: 'text' },
        { label: say('unknowns.why'), kind: 'text' },
      ],
      facts.map(({ subject, what, why }) => [{ show: subject }, { show: what }, { show: why }]),
      { klass: 'compact' },
    )}`,
  );
}
