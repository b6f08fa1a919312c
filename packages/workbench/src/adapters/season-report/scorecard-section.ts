import { say as sayText } from '@aftermine/science/base';
import { numberText } from '@aftermine/science/report/observation';
import {
  lineStart,
  PRINCIPLE_LINES,
  type ScoreRow,
  type ScoreStanding,
  scorecardTable,
  toldText,
} from '@aftermine/science/report/season';
import { standingIcon } from '../diagnosis-report/standing-mark.ts';
import { type Html, html, raw } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import type { SeasonPage } from './season-page.ts';

const DIMENSIONS = ['ecological', 'economic', 'social'] as const;
const ICONS: Readonly<Record<ScoreStanding, 'clean' | 'minor' | 'open'>> = {
  kept: 'clean',
  below: 'minor',
  above: 'minor',
  open: 'open',
};

/** Ecological, economic and social figures beside what was planned by now. */
export function scorecardSection(page: SeasonPage): Html {
  const { say, season, language, money } = page;
  const rows = scorecardTable(season, language, money.text);
  const caption = say('scorecard');
  const columns = [
    ['figure', 'text'],
    ['value', 'number'],
    ['planned', 'number'],
    ['standing', 'text'],
    ['rests', 'text'],
  ] as const;
  return section(
    'scorecard',
    caption,
    html`<p class="lead">${say('scorecard.lead', { year: season.year })}</p><div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="data scorecard"><caption>${caption}</caption><thead><tr>${columns.map(([key, kind]) => html`<th scope="col" class="${kind}">${say(`column.${key}`)}</th>`)}</tr></thead>${DIMENSIONS.map(
      (dimension) =>
        html`<tbody><tr class="group"><th scope="rowgroup" colspan="${columns.length}">${lineStart(sayText(language, `dimension.${dimension}`))}</th></tr>${rows.filter((row) => row.dimension === dimension).map((row) => scoreRow(page, row))}</tbody>`,
    )}</table></div>`,
  );
}

function scoreRow({ say, language }: SeasonPage, row: ScoreRow): Html {
  const icon = ICONS[row.standing];
  const words =
    row.ratio === null
      ? say('standing.open')
      : say(`standing.${row.standing}`, {
          // Down where it falls short: 89.6 % is not 90.
          percent: numberText(
            language,
            (row.standing === 'below' ? Math.floor : Math.round)(100 * row.ratio),
            0,
          ),
        });
  return html`<tr id="s-${row.id}"><th scope="row">${row.name}</th><td class="number value">${row.value}</td><td class="number">${row.planned}</td><td><span class="severity s-${icon}">${raw(standingIcon(icon))}</span> ${words}</td><td>${row.evidence.join(language === 'zh' ? '；' : '; ')}</td></tr>`;
}

const STATES = { supported: 'clean', partly: 'minor', 'not-shown': 'open' } as const;

/** What the season shows for each of the four principles, and what nobody has shown yet. */
export function principlesSection(page: SeasonPage): Html {
  const { say, season, language } = page;
  const names = new Map(scorecardTable(season, language, page.money.text).map(({ id, name }) => [id, name]));
  return section(
    'principles',
    say('principles'),
    html`<p class="lead">${say('principles.lead')}</p><div class="cards">${season.principles.map(
      ({ id, state, evidence: rests }) => {
        const lines = (PRINCIPLE_LINES[id] ?? []).filter((line) => names.has(line));
        return html`<article class="sheet principle"><h3>${lineStart(sayText(language, `principle.${id}`))}</h3><p><span class="severity s-${STATES[state]}">${raw(standingIcon(STATES[state]))}${sayText(language, `principle-state.${state}`)}</span></p><ul class="small rests">${rests.map((one) => html`<li>${toldText(language, one)}</li>`)}${lines.map((line) => html`<li><a href="#s-${line}">${names.get(line)!}</a></li>`)}</ul></article>`;
      },
    )}</div>`,
  );
}
