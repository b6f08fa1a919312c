import { say as sayText } from '@aftermine/science/base';
import { type ActionState, isOpen } from '@aftermine/science/control';
import { numberText } from '@aftermine/science/report/observation';
import {
  correctiveText,
  evidenceText,
  ledgerWords,
  lineStart,
  type SeasonAlert,
  toldText,
  writerText,
} from '@aftermine/science/report/season';
import { areaText } from '../diagnosis-report/head-section.ts';
import { type Html, type HtmlValue, html } from '../observation-report/html.ts';
import { details } from '../observation-report/page-parts.ts';
import { evidence, listed, type SeasonPage } from './season-page.ts';
import { sparkline } from './sparkline.ts';
import { unitLink } from './unit-link.ts';

/** Address of an alert in the page. */
export function alertAnchor(id: string): string {
  return `a-${encodeURIComponent(id)}`;
}

/** One alert: what, where, why, what stands behind it, what may be done, what was done, by whom. */
export function alertCard(page: SeasonPage, alert: SeasonAlert): Html {
  const { say, language, units, money, people } = page;
  const { alarm, isNew, atClose, now, history } = alert;
  const unit = alarm.unit === null ? undefined : units.get(alarm.unit);
  const facts: (readonly [string, HtmlValue])[] = [
    [
      say('alert.rank'),
      html`${numberText(language, alarm.rank, 2)} <small>${say('alert.rank-of', {
        severity: numberText(language, alarm.severity, 2),
        exposure: numberText(language, alarm.exposure, 2),
        confidence: numberText(language, alarm.confidence, 2),
      })}</small>`,
    ],
    [say('alert.area'), areaText(language, alarm.areaHa)],
    ...(alarm.site === '' ? [] : [[say('alert.site'), alarm.site] as const]),
    [say('alert.then'), sayText(language, `action-state.${atClose}`)],
    [say('alert.now'), stateNow(page, alert)],
    ...(now.owner === null ? [] : [[say('alert.owner'), people.get(now.owner) ?? now.owner] as const]),
    ...(now.due === null
      ? []
      : [
          [
            say('alert.due'),
            now.overdue
              ? html`${now.due} <strong class="s-critical">${say('alert.overdue')}</strong>`
              : now.due,
          ] as const,
        ]),
    ...(now.action === null ? [] : [[say('alert.action'), correctiveText(now.action, language)] as const]),
    ...(now.cost === null ? [] : [[say('alert.cost'), money.text(now.cost)] as const]),
    ...(now.recheckFrom === null ? [] : [[say('alert.recheck'), String(now.recheckFrom)] as const]),
    ...(now.dismissal === null
      ? []
      : [
          [
            say('alert.dismissal'),
            html`${sayText(language, `dismissal.${now.dismissal.reason}`)}<small>${now.dismissal.note}</small>`,
          ] as const,
        ]),
  ];
  return html`<article class="sheet alert-card${isOpen(now.state) ? '' : ' answered'}" id="${alertAnchor(alarm.id)}"><div class="alert-head"><div><h3>${lineStart(sayText(language, `alarm.${alarm.kind}`))}${!isNew && html` <span class="tag">${say('alert.from', { year: alarm.year })}</span>`}</h3><p class="where">${placeOf(page, alert)}</p></div>${unit !== undefined && sparkline(page, unit)}</div><p class="why">${toldText(language, { key: `alarm.${alarm.kind}.why`, params: alarm.params })}</p>${evidence(
    page,
    alarm.evidence.map((one) => toldText(language, one)),
  )}<dl class="facts outcome">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl><p class="small after">${say(
    'alert.corrective',
    {
      actions: listed(
        page,
        alarm.corrective.map((one) => correctiveText(one, language)),
      ),
    },
  )}</p>${proofs(page, alert)}${details(say('alert.history'), historyList(page, history))}<p class="small faint">${say('alert.command')} <code>aftermine alert show ${alarm.id}</code></p></article>`;

  function historyList(of: SeasonPage, entries: SeasonAlert['history']): Html {
    return html`<ol class="history">${entries.map(
      (entry) =>
        html`<li value="${entry.seq + 1}"><strong>${sayText(language, `ledger.${entry.kind}`)}</strong> <span class="faint">${entry.at.slice(0, 16).replace('T', ' ')} UTC, ${writerText(entry.by, people, language)}</span><small>${listed(of, ledgerWords(entry, people, language, money.text))}</small></li>`,
    )}</ol>`;
  }
}

function stateNow({ language, say }: SeasonPage, { now }: SeasonAlert): Html {
  return html`<span class="severity ${toneOf(now.state)}">${sayText(language, `action-state.${now.state}`)}</span>${now.overridden && html` <span class="tag">${say('alert.overridden')}</span>`}`;
}

function toneOf(state: ActionState): string {
  if (state === 'closed') return 's-clean';
  return state === 'dismissed' ? 's-open' : 's-major';
}

/** The unit, or the place on the ground. */
export function placeOf(page: Pick<SeasonPage, 'say' | 'sheets' | 'units'>, { alarm }: SeasonAlert): Html {
  if (alarm.unit !== null) return unitLink(page, alarm.unit);
  const [longitude = 0, latitude = 0] = alarm.place ?? [];
  return html`${page.say('alert.place', { longitude: longitude.toFixed(5), latitude: latitude.toFixed(5) })}`;
}

/** Files that show what was done, and whether they are still what they were. */
function proofs({ say, language, report }: SeasonPage, { now }: SeasonAlert): Html | null {
  if (now.evidence.length === 0) return null;
  return html`<h4>${say('alert.proofs')}</h4><ul class="notes">${now.evidence.map((one) => {
    const state = report.evidence.get(one.path) ?? 'gone';
    return html`<li>${evidenceText(one, language)}${one.note !== null && html`: ${one.note}`} <span class="${state === 'kept' ? 's-clean' : 's-critical'}">${say(`proof.${state}`)}</span><small><code>${one.path}</code> <code class="hash">${one.sha256}</code></small></li>`;
  })}</ul>`;
}
