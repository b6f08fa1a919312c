import { say as sayText } from '@aftermine/science/base';
import { ledgerWords, writerText } from '@aftermine/science/report/season';
import { withCode } from '../diagnosis-report/told.ts';
import { type Html, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import { alertAnchor } from './alert-card.ts';
import { listed, type SeasonPage } from './season-page.ts';

const MAX_LINES = 200;

/** The chain of the history: what this page proves about it when it is printed, and what it does not. */
export function historySection(page: SeasonPage): Html {
  const { say, proof } = page;
  const rows: readonly (readonly [string, number, string, string])[] = [
    [say('history.before'), proof.before.lines, '–', proof.before.hash],
    ...(proof.closed === null
      ? []
      : [[say('history.closed'), proof.closed.lines, proof.closed.at, proof.closed.hash] as const]),
    [say('history.now'), proof.now.lines, proof.now.at ?? '–', proof.now.hash],
  ];
  return section(
    'history',
    say('history'),
    html`<p class="lead">${say('history.lead')}</p>${proof.isBroken && html`<p class="warn">${say('history.broken')}</p>`}${table(
      say('history.heads'),
      [
        { label: say('column.when'), kind: 'text' },
        { label: say('column.lines'), kind: 'number' },
        { label: say('column.at'), kind: 'text' },
        { label: say('column.hash'), kind: 'text' },
      ],
      rows.map(([when, lines, at, hash]) => [
        { show: when },
        { show: String(lines) },
        { show: at === '–' ? at : `${at.slice(0, 19).replace('T', ' ')} UTC` },
        { show: html`<code class="hash">${hash}</code>` },
      ]),
    )}<div class="two"><div><h3>${say('history.proves')}</h3><ul class="notes">${['proves.lines', 'proves.chain', 'proves.files'].map((key) => html`<li>${say(`history.${key}`)}</li>`)}</ul></div><div><h3>${say('history.not')}</h3><ul class="notes">${['not.truth', 'not.person', 'not.clock', 'not.rewrite'].map((key) => html`<li>${say(`history.${key}`)}</li>`)}</ul></div></div><p>${withCode(say('history.check'))}</p>${linesTable(page)}`,
  );
}

/** Lines since the season before was closed, up to the close of this one. */
function linesTable(page: SeasonPage): Html {
  const { say, language, report, season, proof, people, money } = page;
  const until = proof.closed?.lines ?? proof.now.lines;
  const before = report.ledger.findLast(
    ({ kind, detail, seq }) =>
      kind === 'season-closed' && Number(detail['season']) < season.year && seq < until,
  );
  const lines = report.ledger.filter(({ seq }) => seq > (before?.seq ?? -1) && seq < until);
  const shown = lines.slice(-MAX_LINES);
  return html`<h3>${say('history.lines')}</h3>${lines.length > shown.length && html`<p>${say('more-rows', { shown: shown.length, count: lines.length })}</p>`}${table(
    say('history.lines'),
    [
      { label: say('column.line'), kind: 'text' },
      { label: say('column.at'), kind: 'text' },
      { label: say('column.who'), kind: 'text' },
      { label: say('column.what'), kind: 'text' },
      { label: say('column.alert'), kind: 'text' },
      { label: say('column.hash-short'), kind: 'text' },
    ],
    shown.map((entry) => [
      { show: String(entry.seq + 1) },
      { show: entry.at.slice(0, 16).replace('T', ' ') },
      { show: writerText(entry.by, people, language) },
      {
        show: html`${sayText(language, `ledger.${entry.kind}`)}<small>${listed(page, ledgerWords(entry, people, language, money.text))}</small>`,
      },
      { show: entry.alert === null ? '–' : aboutText(page, entry.alert) },
      { show: html`<code>${entry.hash.slice(0, 12)}</code>` },
    ]),
    { klass: 'lines' },
  )}`;
}

/** The alert a line is about in words, leading to its card where it has one. */
function aboutText({ say, language, report, alerts }: SeasonPage, id: string): Html {
  const alarm = report.alarms.find((one) => one.id === id);
  if (alarm === undefined) return html`<code>${id}</code>`;
  const words = say('history.about', {
    what: sayText(language, `alarm.${alarm.kind}`),
    where: alarm.unit ?? say('history.outside'),
    year: alarm.year,
  });
  return alerts.some((one) => one.alarm.id === id)
    ? html`<a href="#${alertAnchor(id)}">${words}</a>`
    : html`${words}`;
}
