import { isUnknown, say as sayText } from '@aftermine/science/base';
import { asymptoteOf, type UnitSeason } from '@aftermine/science/control';
import { numberText, percentText, reasonText } from '@aftermine/science/report/observation';
import {
  chanceText,
  changeReasonText,
  commitmentText,
  correctiveText,
  fanChart,
  lineStart,
  packageText,
  type UnitFigure,
  unitRow,
  zoneText,
} from '@aftermine/science/report/season';
import { sheetAnchor } from '../diagnosis-report/diagnosis-page.ts';
import { areaText } from '../diagnosis-report/head-section.ts';
import { type Html, type HtmlValue, html, raw } from '../observation-report/html.ts';
import { details, table } from '../observation-report/page-parts.ts';
import { alertAnchor } from './alert-card.ts';
import type { SeasonPage } from './season-page.ts';
import { sparkline } from './sparkline.ts';
import { stateIcon, stateTone } from './state-mark.ts';
import { heldText } from './units-section.ts';

const CHART = { width: 900, height: 330 };

/** Everything the season says of one unit, with its course as a figure and as a table. */
export function unitSheet(page: SeasonPage, unit: UnitSeason): Html {
  const { say, language, season } = page;
  const row = unitRow(unit, season.year);
  const figure = page.figure(unit);
  const id = `f-${[...page.sheets].indexOf(unit.unit)}`;
  const { name } = unit;
  const title = say('sheet.figure', {
    unit: name === null || name === unit.unit ? unit.unit : `${unit.unit} ${name}`,
  });
  const short = say('sheet.short', {
    state: sayText(language, `unit-state.${unit.state}`),
    held: row.held === null ? '–' : percentText(language, row.held.mean),
    promised: row.promised === null ? '–' : percentText(language, row.promised),
  });
  return html`<details class="sheet"${isOpenFirst(unit) && html` open=""`}><summary><h3>${raw(`<span class="severity ${stateTone(unit.state)}">${stateIcon(unit.state)}</span>`)} ${unit.unit}${name !== null && name !== unit.unit && html` <span class="faint">${name}</span>`} <span class="short">${short}</span>${sparkline(page, unit, true)}</h3></summary><div id="${sheetAnchor(unit.unit)}">${factsOf(page, unit)}${alertsOf(page, unit)}${changeOf(page, unit)}<figure class="fan-figure"><div class="scroll" tabindex="0" role="region" aria-label="${title}"><div class="wide-figure course">${raw(fanChart(figure, title, language, { ...CHART, id }))}</div></div><figcaption>${legend(page, figure)}</figcaption></figure>${details(say('twin'), courseTable(page, figure, title))}${filterDetails(page, unit)}</div></details>`;
}

/** Sheets with an alert are open: a reader comes for them. */
function isOpenFirst({ alarms }: UnitSeason): boolean {
  return alarms.length > 0;
}

function factsOf(page: SeasonPage, unit: UnitSeason): Html {
  const { say, language, season, names } = page;
  const row = unitRow(unit, season.year);
  const { promise, reach } = unit;
  const percent = (value: number | null): string =>
    value === null ? '–' : `${percentText(language, value)} %`;
  const facts: readonly (readonly [string, HtmlValue])[] = [
    [say('fact.area'), areaText(language, unit.areaHa)],
    [say('fact.package'), packageText(names, promise.package, language)],
    ...(promise.startYear === null ? [] : [[say('fact.start'), String(promise.startYear)] as const]),
    [
      say('fact.seen', { year: season.year }),
      row.seen === null
        ? say('fact.not-seen')
        : html`${percent(row.seen)}<small>${say('fact.pixels', { pixels: numberText(language, row.pixels, 0), share: percentText(language, row.validShare) })}</small>`,
    ],
    [say('fact.held'), html`${heldText(page, row)}<small>${say('fact.band')}</small>`],
    [say('fact.promised', { year: season.year }), percent(row.promised)],
    ...(row.acceptanceYear === null
      ? []
      : [
          [
            say('fact.acceptance'),
            html`${String(row.acceptanceYear)}<small>${say('fact.promised-then', { percent: row.promisedThen === null ? '–' : percentText(language, row.promisedThen) })}</small>`,
          ] as const,
        ]),
    [
      say(row.acceptanceYear === null ? 'fact.chance-none' : 'fact.chance', {
        goal: percentText(language, season.target),
      }),
      row.acceptanceYear === null
        ? sayText(language, 'unknown.no-acceptance-year')
        : isUnknown(reach)
          ? reasonText(language, reach)
          : chanceText(language, reach),
    ],
  ];
  return html`<dl class="facts outcome">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>${pastRepairs(page, unit)}`;
}

/** Corrective works that were paid before this season. */
function pastRepairs(
  { say, report, season, language, money }: SeasonPage,
  { unit }: UnitSeason,
): Html | null {
  const past = report.programme.repairs.filter((one) => one.unit === unit && one.year <= season.year);
  if (past.length === 0) return null;
  return html`<p class="small after">${past.map(({ year, cost }) => say('sheet.repaired', { year, cost: money.text(cost) })).join(language === 'zh' ? '' : ' ')}</p>`;
}

function alertsOf({ say, language, alerts, report }: SeasonPage, { unit, alarms }: UnitSeason): Html | null {
  if (alarms.length === 0) return null;
  const known = new Map(report.alarms.map((alarm) => [alarm.id, alarm]));
  const carded = new Set(alerts.map(({ alarm }) => alarm.id));
  return html`<h4>${say('sheet.alerts')}</h4><ul class="notes">${alarms.map((id) => {
    const alarm = known.get(id);
    if (alarm === undefined) return html`<li>${say('sheet.alert-known', { unit })}</li>`;
    const words = sayText(language, `alarm.${alarm.kind}.why`, alarm.params);
    return html`<li>${carded.has(id) ? html`<a href="#${alertAnchor(id)}">${sayText(language, `alarm.${alarm.kind}`)}</a>` : sayText(language, `alarm.${alarm.kind}`)}${language === 'zh' ? '：' : ': '}${words}</li>`;
  })}</ul>`;
}

/** What the new plan does differently here. */
function changeOf(page: SeasonPage, { unit }: UnitSeason): Html | null {
  const { say, season, names, language, money } = page;
  const change = season.replan?.changes.find((one) => one.unit === unit);
  const repairs = season.replan?.repairs.filter((one) => one.unit === unit) ?? [];
  if (change === undefined && repairs.length === 0) return null;
  return html`<h4>${say('sheet.change')}</h4><ul class="notes">${
    change !== undefined &&
    html`<li>${say('sheet.changed', { before: commitmentText(names, change.before, language), after: commitmentText(names, change.after, language) })} ${changeReasonText(change, names, language, money.text)}.</li>`
  }${repairs.map(({ action, year, cost, probability }) => html`<li>${say('sheet.repair', { action: lineStart(correctiveText(action, language)), year, cost: money.text(cost), percent: chanceText(language, probability) })}</li>`)}</ul>`;
}

function legend({ say }: SeasonPage, figure: UnitFigure): Html {
  const used = [
    'sighting',
    'held',
    ...(figure.fan.length > 0 ? ['outer', 'inner', 'median'] : []),
    'promised',
    ...(figure.adopted.length > 0 ? ['adopted'] : []),
    'goal',
    ...(figure.alarms.length > 0 ? ['alert'] : []),
    ...(figure.unseen.length > 0 ? ['unseen'] : []),
  ];
  return html`<span class="legend">${used.map((key) => html`<span>${raw(`<svg viewBox="0 0 30 14" width="30" height="14" aria-hidden="true"><use href="#k-${key}"/></svg>`)}${say(`key.${key}`)}</span>`)}</span>`;
}

/** Symbols that the legends of all charts use. */
export function legendSymbols(): Html {
  const symbols: Readonly<Record<string, string>> = {
    sighting:
      '<path d="M15 1v12M12 1h6M12 13h6" stroke="#14201d"/><circle cx="15" cy="7" r="3.2" fill="#fff" stroke="#14201d" stroke-width="1.5"/>',
    held: '<path d="M1 2h28v10H1z" fill="#c3cac7"/><path d="M1 7h28" stroke="#0b5d5b" stroke-width="2"/>',
    outer: '<path d="M1 2h28v10H1z" fill="#d5e4e1" stroke="#7fa6a1" stroke-dasharray="3 2"/>',
    inner: '<path d="M1 2h28v10H1z" fill="#a3c6c1"/>',
    median: '<path d="M1 7h28" stroke="#0b5d5b" stroke-width="1.8" stroke-dasharray="4 2.5"/>',
    promised: '<path d="M1 7h28" stroke="#8a6100" stroke-width="1.9" stroke-dasharray="8 4"/>',
    adopted:
      '<path d="M1 7h28" stroke="#8a6100" stroke-width="1.5" stroke-dasharray="1.5 3.5" stroke-linecap="round"/>',
    goal: '<path d="M1 7h28" stroke="#14201d" stroke-width="1.1" stroke-dasharray="9 3 2 3"/>',
    alert:
      '<path d="M15 1l6.5 11.5h-13z" fill="#b3261e"/><path d="M15 5v3.6" stroke="#fff" stroke-width="1.5"/><circle cx="15" cy="10.6" r=".9" fill="#fff"/>',
    unseen:
      '<path d="M1 1h28v12H1z" fill="#fff" stroke="#b9bfb9"/><path d="M4 13 16 1M10 13 22 1M16 13 28 1" stroke="#b9bfb9" stroke-width="1.4"/>',
  };
  return raw(
    `<svg width="0" height="0" class="symbols" aria-hidden="true">${Object.entries(symbols)
      .map(([id, marks]) => `<symbol id="k-${id}" viewBox="0 0 30 14">${marks}</symbol>`)
      .join('')}</svg>`,
  );
}

/** The figure as a table: every year with what was seen, expected, held, promised and forecast. */
function courseTable({ say, language }: SeasonPage, figure: UnitFigure, caption: string): Html {
  const percent = (value: number | undefined): string =>
    value === undefined ? '–' : `${percentText(language, value)} %`;
  const around = (middle: number, low: number, high: number): string =>
    `${percent(middle)} (${percentText(language, low)}–${percentText(language, high)})`;
  const byYear = <T extends { readonly year: number }>(all: readonly T[]): ReadonlyMap<number, T> =>
    new Map(all.map((one) => [one.year, one]));
  const [seen, told, promised, adopted, fan] = [
    byYear(figure.sightings),
    byYear(figure.filtered),
    byYear([...figure.promisedBefore, ...figure.promised]),
    byYear(figure.adopted),
    byYear(figure.fan),
  ];
  const unseen = new Map(figure.unseen.map(({ year, reason }) => [year, reason]));
  const columns = [
    'year',
    'seen-bar',
    'expected',
    'held',
    'promised-course',
    ...(adopted.size > 0 ? ['adopted-course'] : []),
    ...(fan.size > 0 ? ['p50', 'p25-p75', 'p10-p90'] : []),
  ];
  const rows = [];
  for (let year = figure.first; year <= figure.last; year += 1) {
    const [one, then, ahead] = [seen.get(year), told.get(year), fan.get(year)];
    const reason = unseen.get(year);
    rows.push([
      { show: String(year) },
      {
        show:
          one !== undefined
            ? around(one.seen, one.low, one.high)
            : unseen.has(year)
              ? html`<span class="not-known">${reason == null ? say('fact.not-seen') : reasonText(language, reason)}</span>`
              : '–',
      },
      { show: then === undefined ? '–' : around(then.expected, then.expectedLow, then.expectedHigh) },
      { show: then === undefined ? '–' : around(then.mean, then.low, then.high) },
      { show: percent(promised.get(year)?.closeness) },
      ...(adopted.size > 0 ? [{ show: percent(adopted.get(year)?.closeness) }] : []),
      ...(fan.size > 0
        ? [
            { show: percent(ahead?.p50) },
            {
              show:
                ahead === undefined
                  ? '–'
                  : `${percentText(language, ahead.p25)}–${percentText(language, ahead.p75)} %`,
            },
            {
              show:
                ahead === undefined
                  ? '–'
                  : `${percentText(language, ahead.p10)}–${percentText(language, ahead.p90)} %`,
            },
          ]
        : []),
    ]);
  }
  return table(
    caption,
    columns.map((key) => ({ label: say(`column.${key}`), kind: key === 'year' ? 'text' : 'number' })),
    rows,
  );
}

/** What the filter holds of the course of the unit. */
function filterDetails({ say, language }: SeasonPage, { filter, promise }: UnitSeason): Html | null {
  const last = filter.at(-1);
  if (last === undefined) return null;
  const { mean, covariance } = last.state;
  return details(
    say('sheet.filter'),
    html`<ul class="notes"><li>${say('filter.course', {
      asymptote: percentText(language, asymptoteOf(mean[1])),
      rate: percentText(language, 1 - Math.exp(-Math.exp(mean[2])), 1),
    })}</li><li>${say('filter.spread', { rate: percentText(language, Math.sqrt(covariance[5])) })}</li>${
      last.innovation !== null &&
      html`<li>${say('filter.innovation', { times: numberText(language, last.innovation, 1), common: numberText(language, 100 * last.common, 1) })}</li>`
    }<li>${say('filter.zone', { zone: zoneText(promise.zone, language) })}</li><li>${say('filter.from', { year: promise.from, now: percentText(language, promise.now) })}</li></ul>`,
  );
}
