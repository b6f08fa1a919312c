import { signedText } from '@aftermine/science/report/observation';
import {
  assessedOf,
  type WheelGroup,
  type WheelKind,
  type WheelRow,
  wheelChart,
  wheelTable,
} from '@aftermine/science/report/season';
import { type Html, html, raw } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import type { SeasonPage } from './season-page.ts';

/** The recovery wheel and the social wheel, each beside the table that says what every slice rests on. */
export function wheelSection(page: SeasonPage): Html {
  const { say, season, before, language } = page;
  const wheels = [
    ['ser', wheelTable('ser', season.wheel, before?.wheel ?? [], language)],
    ['social', wheelTable('social', season.social, before?.social ?? [], language)],
  ] as const;
  return section(
    'wheel',
    say('wheel'),
    html`<p class="lead">${say('wheel.lead')}</p><div class="wheels">${wheels.map(([kind, groups]) => wheelFigure(page, kind, groups))}</div><p class="legend wheel-legend">${wheelLegend(page)}</p>${wheels.map(([kind, groups]) => html`<h3>${say(`wheel.table-${kind}`)}</h3>${twin(page, kind, groups)}`)}<p class="small faint">${say('wheel.source')}</p>`,
  );
}

function wheelFigure({ say, language }: SeasonPage, kind: WheelKind, groups: readonly WheelGroup[]): Html {
  const { assessed, all } = assessedOf(groups);
  return html`<figure><h3 class="wheel-title">${say(`wheel.${kind}`)}</h3><div class="scroll" tabindex="0" role="region" aria-label="${say(`wheel.${kind}`)}"><div class="wheel-box">${raw(wheelChart(kind, groups, language, `w-${kind}`, (row) => `#${sliceAnchor(kind, row)}`))}</div></div><figcaption>${say('wheel.assessed', { assessed, all })}</figcaption></figure>`;
}

function wheelLegend({ say }: SeasonPage): readonly Html[] {
  const swatch = (mark: string): Html =>
    raw(`<svg viewBox="0 0 26 14" width="26" height="14" aria-hidden="true">${mark}</svg>`);
  return [
    html`<span>${swatch('<path d="M1 1h24v12H1z" fill="#2f7f7c" stroke="#3d4745"/>')}${say('wheel.key-satellite')}</span>`,
    html`<span>${swatch('<path d="M1 1h24v12H1z" fill="url(#w-ser-p)" stroke="#3d4745"/>')}${say('wheel.key-field')}</span>`,
    html`<span>${swatch('<path d="M1 1h24v12H1z" fill="#fff" stroke="#87938f" stroke-dasharray="3 3"/>')}${say('wheel.key-hollow')}</span>`,
    html`<span>${swatch('<path d="M1 1h24v12H1z" fill="#fff" stroke="#3d4745"/><path d="M1 1h6v12H1z" fill="#b3261e"/>')}${say('wheel.key-zero')}</span>`,
  ];
}

/** Slices that are assessed, each with what it rests on; after them, by name, those that wait. */
function twin({ say, language }: SeasonPage, kind: WheelKind, groups: readonly WheelGroup[]): Html {
  const columns = [
    ['slice', 'text'],
    ['attribute', 'text'],
    ['stars', 'number'],
    ['change', 'number'],
    ['by', 'text'],
    ['rests', 'text'],
  ] as const;
  const caption = say(`wheel.table-${kind}`);
  const rows = groups.flatMap((group) => group.rows.map((row) => ({ ...row, group: group.name })));
  const [known, open] = [
    rows.filter(({ stars }) => stars !== null),
    rows.filter(({ stars }) => stars === null),
  ];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="data wheel-table"><caption>${caption}</caption><thead><tr>${columns.map(([key, k]) => html`<th scope="col" class="${k}">${say(`column.${key}`)}</th>`)}</tr></thead><tbody>${known.map(
    (row) =>
      html`<tr id="${sliceAnchor(kind, row)}"><th scope="row">${row.name}</th><td>${row.group}</td><td class="number">${say('wheel.stars', { stars: row.stars! })}</td><td class="number">${row.change === null ? '–' : row.change === 0 ? say('wheel.same') : signedText(language, row.change, 0)}</td><td>${row.byText}</td><td>${row.evidence.join(language === 'zh' ? '；' : '; ')}</td></tr>`,
  )}</tbody></table></div>${
    open.length > 0 &&
    html`<p class="small" id="w-${kind}-open">${say('wheel.open', { count: open.length, names: open.map(({ name }) => name).join(language === 'zh' ? '、' : ', ') })}</p>`
  }`;
}

/** Where a slice leads: to its row, or to the list of what waits for the field. */
function sliceAnchor(kind: WheelKind, { id, stars }: Pick<WheelRow, 'id' | 'stars'>): string {
  return `w-${kind}-${stars === null ? 'open' : id}`;
}
