import { type Html, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import { type EvidencePage, MOST_ROWS } from './evidence-page.ts';

/** What the claims of a document rest on; null without a ledger of claims. */
export function claimsSection({ report, say }: EvidencePage): Html | null {
  const { claims } = report;
  if (claims === null) return null;
  const { statements, resolved, partial, unsupported, uncitedStatements, tasks } = claims;
  const weak = claims.claims.filter(({ support }) => support !== 'resolved');
  const wanted = tasks.flatMap((task) => (task.kind === 'find-reference' ? [task] : []));
  return section(
    'claims',
    say('claims'),
    html`<p class="lead">${say('claims.lead', { statements, resolved, partial, unsupported, uncited: uncitedStatements })}</p>${
      wanted.length > 0 &&
      table(
        say('claims.wanted'),
        [
          { label: say('claims.number'), kind: 'number' },
          { label: say('claims.topic'), kind: 'text' },
          { label: say('claims.search'), kind: 'text' },
          { label: say('claims.for'), kind: 'text' },
        ],
        wanted.map(({ number, topic, searchHint, claims: of }) => [
          { show: number },
          { show: topic ?? '-' },
          { show: searchHint ?? '-' },
          { show: of.join(', ') },
        ]),
      )
    }${
      weak.length > 0 &&
      table(
        say('claims.weak'),
        [
          { label: say('claims.id'), kind: 'text' },
          { label: say('claims.statement'), kind: 'text' },
          { label: say('claims.support'), kind: 'text' },
          { label: say('claims.unresolved'), kind: 'text' },
        ],
        weak
          .slice(0, MOST_ROWS)
          .map(({ claim, support, unresolved }) => [
            { show: claim.id },
            { show: claim.statement },
            { show: say(`support.${support}`) },
            { show: unresolved.join(', ') || '-' },
          ]),
      )
    }`,
  );
}
