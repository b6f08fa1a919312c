import { numberText } from '@aftermine/science/report/observation';
import { checkSentences, type LearnedFactor, learnedRows } from '@aftermine/science/report/season';
import { standingIcon } from '../diagnosis-report/standing-mark.ts';
import { type Html, html, raw } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import type { SeasonPage } from './season-page.ts';

/** What the seasons so far say of measures, beside what the library says. */
export function learnedSection({ say, season, names, language }: SeasonPage): Html {
  const rows = learnedRows(season.learned, names, language);
  const factor = ({ factor: value, low, high }: LearnedFactor): Html =>
    html`× ${numberText(language, value, 2)} <small>${numberText(language, low, 2)}–${numberText(language, high, 2)}</small>`;
  return section(
    'learned',
    say('learned'),
    html`<p class="lead">${say('learned.lead')}</p>${
      rows.length === 0
        ? html`<p>${say('learned.none')}</p>`
        : table(
            say('learned'),
            [
              { label: say('column.measure'), kind: 'text' },
              { label: say('column.zone'), kind: 'text' },
              { label: say('column.rate'), kind: 'number' },
              { label: say('column.end'), kind: 'number' },
              { label: say('column.survival'), kind: 'number' },
              { label: say('column.units'), kind: 'number' },
              { label: say('column.unit-seasons'), kind: 'number' },
              { label: say('column.says'), kind: 'text' },
            ],
            rows.map((row) => [
              { show: row.measure },
              { show: row.zone },
              { show: factor(row.rate) },
              { show: factor(row.reach) },
              {
                show:
                  row.survival === null
                    ? say('learned.no-count')
                    : html`× ${numberText(language, row.survival.factor, 2)} <small>${say('learned.count', { alive: row.survival.alive, all: row.survival.all })}</small>`,
              },
              { show: String(row.units) },
              { show: String(row.seasons) },
              { show: row.says },
            ]),
          )
    }<p class="small faint">${say('learned.note')}</p>`,
  );
}

const ICONS = { good: 'clean', doubt: 'minor', open: 'open' } as const;

/** Whether the filter deserves to be believed, by its own record. */
export function checksSection({ say, season, language }: SeasonPage): Html {
  return section(
    'checks',
    say('checks'),
    html`<p class="lead">${say('checks.lead', { n: season.checks.seasons })}</p><ul class="checks">${checkSentences(
      season.checks,
      language,
    ).map(
      ({ standing, text }) =>
        html`<li><span class="severity s-${ICONS[standing]}">${raw(standingIcon(ICONS[standing], 16))}</span><span>${text}</span></li>`,
    )}</ul>`,
  );
}
