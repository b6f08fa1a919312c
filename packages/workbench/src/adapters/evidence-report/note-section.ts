import { tellComplaint } from '@aftermine/science/evidence';
import { type Html, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import { type EvidencePage, MOST_ROWS } from './evidence-page.ts';

/** Findings that were taken back, with who did so and why. */
export function withdrawnSection({ report, say }: EvidencePage): Html {
  const { withdrawn } = report;
  return section(
    'withdrawn',
    say('withdrawn'),
    withdrawn.length === 0
      ? html`<p>${say('withdrawn.none')}</p>`
      : table(
          say('withdrawn'),
          [
            { label: say('finding'), kind: 'text' },
            { label: say('withdrawn.why'), kind: 'text' },
            { label: say('withdrawn.by'), kind: 'text' },
            { label: say('withdrawn.at'), kind: 'text' },
          ],
          withdrawn.map(({ finding, note, by, at }) => [
            { show: finding },
            { show: note },
            { show: by },
            { show: at.slice(0, 10) },
          ]),
        ),
  );
}

/** How the page was made, and what could not be used. */
export function noteSection({ report, language, say }: EvidencePage): Html {
  const { complaints, claims } = report;
  const all = [...complaints, ...(claims?.complaints ?? [])];
  return section(
    'notes',
    say('notes'),
    html`<ul>${['notes.method', 'notes.grade', 'notes.people'].map((key) => html`<li>${say(key)}</li>`)}${all
      .slice(0, MOST_ROWS)
      .map((one) => html`<li>${tellComplaint(language, one)}</li>`)}</ul>`,
  );
}
