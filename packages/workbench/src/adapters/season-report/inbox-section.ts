import { say as sayText } from '@aftermine/science/base';
import { numberText } from '@aftermine/science/report/observation';
import { chanceText, type SeasonAlert } from '@aftermine/science/report/season';
import { type Html, html } from '../observation-report/html.ts';
import { details, section, table } from '../observation-report/page-parts.ts';
import { alertAnchor, alertCard, placeOf } from './alert-card.ts';
import type { SeasonPage } from './season-page.ts';

/** Cards beyond this are rows of the folded table. */
const MAX_CARDS = 40;
const MAX_FOLDED = 600;

/** The inbox of the season: what it raised, what was still open, what is folded, and how often alerts were false. */
export function inboxSection(page: SeasonPage): Html {
  const { say, alerts, season, language, proof } = page;
  const cards = alerts.filter(({ isNew, alarm }) => !isNew || alarm.shown).slice(0, MAX_CARDS);
  const folded = alerts.filter((one) => !cards.includes(one));
  const [fresh, old] = [cards.filter(({ isNew }) => isNew), cards.filter(({ isNew }) => !isNew)];
  const rate =
    season.falseAlarmRate === null
      ? say('inbox.undecided')
      : say('inbox.false-alarms', { percent: chanceText(language, season.falseAlarmRate) });
  return section(
    'inbox',
    say('inbox'),
    html`<p class="lead">${say('inbox.lead')}</p><p>${rate}</p>${proof.now.at !== null && html`<p class="small faint">${say('inbox.as-of', { lines: proof.now.lines, at: proof.now.at.slice(0, 10) })}</p>`}<h3>${say('inbox.new')}</h3>${fresh.length === 0 ? html`<p>${say('inbox.none')}</p>` : fresh.map((one) => alertCard(page, one))}${folded.length > 0 && foldedTable(page, folded)}${old.length > 0 && html`<h3>${say('inbox.old')}</h3>${old.map((one) => alertCard(page, one))}`}`,
  );
}

function foldedTable(page: SeasonPage, folded: readonly SeasonAlert[]): Html {
  const { say, language } = page;
  const rows = folded.slice(0, MAX_FOLDED).map((alert) => {
    const { alarm, now } = alert;
    return [
      { show: html`<span id="${alertAnchor(alarm.id)}">${sayText(language, `alarm.${alarm.kind}`)}</span>` },
      { show: placeOf(page, alert) },
      { show: sayText(language, `alarm.${alarm.kind}.why`, alarm.params) },
      { show: numberText(language, alarm.rank, 2) },
      { show: sayText(language, `action-state.${now.state}`) },
    ];
  });
  return html`${details(
    say('inbox.folded', { count: folded.length }),
    table(
      say('inbox.folded-table'),
      [
        { label: say('column.alert'), kind: 'text' },
        { label: say('column.where'), kind: 'text' },
        { label: say('column.why'), kind: 'text' },
        { label: say('alert.rank'), kind: 'number' },
        { label: say('alert.now'), kind: 'text' },
      ],
      rows,
    ),
  )}${folded.length > MAX_FOLDED && html`<p>${say('more-rows', { shown: MAX_FOLDED, count: folded.length })}</p>`}`;
}
