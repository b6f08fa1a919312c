import { signedText } from '@aftermine/science/report/observation';
import {
  chanceText,
  changeReasonText,
  commitmentText,
  correctiveText,
  lineStart,
} from '@aftermine/science/report/season';
import { type Html, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import { alertAnchor } from './alert-card.ts';
import { evidence, type SeasonPage } from './season-page.ts';
import { unitLink } from './unit-link.ts';

/** What the plan does differently now, corrective works, and the money that is bound and left. */
export function changesSection(page: SeasonPage): Html {
  const { say, season } = page;
  const { replan } = season;
  if (replan === null) {
    return section('changes', say('changes'), html`<p>${say('changes.none-left')}</p>${moneyFacts(page)}`);
  }
  const { changes, repairs, kept, movable, status } = replan;
  return section(
    'changes',
    say('changes'),
    html`<p class="lead">${say('changes.lead')}</p><p>${
      status === 'infeasible' || status === 'unknown'
        ? say('changes.infeasible')
        : say(movable === 0 ? 'changes.nothing' : 'changes.count', {
            changes: changes.length,
            kept,
            movable,
          })
    }</p>${changes.length > 0 && changesTable(page)}<h3>${say('repairs')}</h3>${
      repairs.length === 0 ? html`<p>${say('repairs.none')}</p>` : repairsTable(page)
    }${moneyFacts(page)}`,
  );
}

function moneyFacts(page: SeasonPage): Html {
  const { say, season, money } = page;
  const { bound, left } = season.money;
  return html`<h3>${say('money')}</h3><dl class="facts"><div><dt>${say('fact.bound')}</dt><dd>${money.text(bound)}</dd></div>${left !== null && html`<div><dt>${say('fact.left')}</dt><dd>${money.text(left)}</dd></div>`}</dl>${evidence(page, [say('money.rests'), ...(left === null ? [say('money.no-budget')] : [])])}`;
}

function changesTable(page: SeasonPage): Html {
  const { say, season, names, language, money } = page;
  return table(
    say('changes'),
    [
      { label: say('column.unit'), kind: 'text' },
      { label: say('column.before'), kind: 'text' },
      { label: say('column.after'), kind: 'text' },
      { label: say('column.reason'), kind: 'text' },
      { label: say('column.gain'), kind: 'number' },
    ],
    season.replan!.changes.map((change) => [
      { show: unitLink(page, change.unit) },
      { show: html`<span class="long">${commitmentText(names, change.before, language)}</span>` },
      { show: html`<span class="long">${commitmentText(names, change.after, language)}</span>` },
      { show: changeReasonText(change, names, language, money.text) },
      { show: change.gain === null ? '–' : signedText(language, change.gain, 4) },
    ]),
  );
}

function repairsTable(page: SeasonPage): Html {
  const { say, season, language, money, alerts } = page;
  const carded = new Set(alerts.map(({ alarm }) => alarm.id));
  return table(
    say('repairs'),
    [
      { label: say('column.unit'), kind: 'text' },
      { label: say('column.action'), kind: 'text' },
      { label: say('column.year'), kind: 'number' },
      { label: say('column.cost', { unit: money.unit }), kind: 'number' },
      { label: say('column.why'), kind: 'text' },
    ],
    season.replan!.repairs.map(({ unit, action, year, cost, probability, alarm }) => [
      { show: unitLink(page, unit) },
      { show: lineStart(correctiveText(action, language)) },
      { show: String(year) },
      { show: money.cell(cost) },
      {
        show: html`${say('repairs.why', { percent: chanceText(language, probability) })}${alarm !== null && carded.has(alarm) && html` <a href="#${alertAnchor(alarm)}">${say('repairs.alert')}</a>`}`,
      },
    ]),
  );
}
