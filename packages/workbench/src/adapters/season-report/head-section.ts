import { say as sayText } from '@aftermine/science/base';
import { isOpen } from '@aftermine/science/control';
import { numberText, signedText } from '@aftermine/science/report/observation';
import {
  chanceText,
  lineStart,
  meanReach,
  seasonHeadline,
  stateTally,
} from '@aftermine/science/report/season';
import { areaText } from '../diagnosis-report/head-section.ts';
import { standingIcon } from '../diagnosis-report/standing-mark.ts';
import { type Html, type HtmlValue, html, raw } from '../observation-report/html.ts';
import type { SeasonPage } from './season-page.ts';
import { stateMark } from './state-mark.ts';

/** What the season comes to in a few sentences, how units stand, and the key figures, each leading to what it rests on. */
export function headSection(page: SeasonPage): Html {
  const { report, season, say, language, money } = page;
  const { tone, sentences } = seasonHeadline(season, language, money.text);
  const standing = { good: 'clean', mixed: 'minor', bad: 'critical' } as const;
  const tally = stateTally(season.units).map(
    ({ state, units, areaHa }) =>
      html`<tr><th scope="row">${stateMark(language, state)}</th><td class="number">${numberText(language, units, 0)}</td><td class="number">${areaText(language, areaHa)}</td></tr>`,
  );
  return html`<header class="page-head"><p class="kind">${say('kind', { year: season.year })}</p><h1>${report.projectName}</h1><p class="verdict s-${standing[tone]}"><span class="severity">${raw(standingIcon(standing[tone], 18))}</span> <span>${sentences.join(language === 'zh' ? '' : ' ')}</span></p><div class="head-grid"><div class="scroll"><table class="tally-table"><caption>${say('tally')}</caption><thead><tr><th scope="col">${say('column.state')}</th><th scope="col" class="number">${say('column.units')}</th><th scope="col" class="number">${say('column.area')}</th></tr></thead><tbody>${tally}</tbody></table></div>${keyFigures(page)}</div></header>`;
}

function keyFigures({ season, say, language, money, alerts, proof }: SeasonPage): Html {
  const { weather } = season;
  const open = alerts.filter(({ atClose }) => isOpen(atClose)).length;
  const still = alerts.filter(({ now }) => isOpen(now.state)).length;
  const chance = meanReach(season.units);
  const facts: readonly (readonly [label: string, value: HtmlValue, anchor: string])[] = [
    [
      say('fact.weather'),
      html`${lineStart(sayText(language, `season-weather.${weather.kind}`))}${weather.departure !== null && html`<small>${say('fact.weather-by', { times: signedText(language, weather.departure, 1) })}</small>`}`,
      'weather',
    ],
    [say('fact.alerts-then'), numberText(language, open, 0), 'inbox'],
    [say('fact.alerts-now'), numberText(language, still, 0), 'inbox'],
    [
      say('fact.false-alarms'),
      season.falseAlarmRate === null ? say('not-decided') : chanceText(language, season.falseAlarmRate),
      'inbox',
    ],
    ...(chance === null ? [] : [[say('fact.reach'), chanceText(language, chance), 'units'] as const]),
    [say('fact.bound'), money.text(season.money.bound), 'changes'],
    ...(season.money.left === null
      ? []
      : [[say('fact.left'), money.text(season.money.left), 'changes'] as const]),
    [
      say('fact.history'),
      html`${say('fact.lines', { lines: proof.now.lines })}<small><code>${proof.now.hash.slice(0, 12)}…</code></small>`,
      'history',
    ],
  ];
  return html`<dl class="facts key-figures">${facts.map(([label, value, anchor]) => html`<div><dt><a href="#${anchor}">${label}</a></dt><dd>${value}</dd></div>`)}</dl>`;
}
