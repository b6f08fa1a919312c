import { isUnknown, type Language, say, type Unknown } from '@aftermine/science/base';
import { reasonText } from '@aftermine/science/report/observation';
import { type Html, type HtmlValue, html } from './html.ts';

/** Texts of one language, the way sections ask for them. */
export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** The catalogue in one language, restricted to the words of the page (`page.` is put before the key). */
export function pageSay(language: Language): Say {
  return (key, params) => say(language, `page.${key}`, params);
}

/** A section with its heading; `id` is its address in the page. */
export function section(id: string, title: string, body: HtmlValue): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>`;
}

/** A column of a table: its heading, and how it is set. */
export interface Column {
  readonly label: string;
  readonly kind: 'text' | 'number';
}

/** A cell: what it shows, and what it is sorted by (its text when nothing is given). */
export interface Cell {
  readonly show: HtmlValue;
  readonly sort?: number | string | null;
}

/**
 * A table with a caption for those who hear it. The first cell of a row is its heading. Cells with nothing to sort by stay
 * last whichever way the table is sorted.
 */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  options: { readonly sortable?: boolean; readonly klass?: string; readonly keys?: readonly string[] } = {},
): Html {
  const sortable = options.sortable === true;
  const klass = ['data', sortable ? 'sortable' : '', options.klass ?? ''].filter(Boolean).join(' ');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="${klass}"><caption>${caption}</caption><thead><tr>${columns.map(
    ({ label, kind }) => html`<th scope="col" class="${kind}">${label}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (cells, r) =>
      html`<tr${options.keys?.[r] === undefined ? null : html` data-zone="${options.keys[r]!}"`}>${cells.map(
        (cell, c) => {
          const klassOf = columns[c]?.kind ?? 'text';
          const by = cell.sort === undefined || cell.sort === null ? null : html` data-sort="${cell.sort}"`;
          const none = cell.sort === null ? html` data-none=""` : null;
          return c === 0
            ? html`<th scope="row" class="${klassOf}"${by}${none}>${cell.show}</th>`
            : html`<td class="${klassOf}"${by}${none}>${cell.show}</td>`;
        },
      )}</tr>`,
  )}</tbody></table></div>`;
}

/** A twin of a map or chart that opens on demand. */
export function details(summary: string, body: HtmlValue): Html {
  return html`<details><summary>${summary}</summary>${body}</details>`;
}

/** What is not known, in words with its reason. */
export function notKnown(language: Language, why: Unknown): Html {
  return html`<span class="not-known">${say(language, 'page.units.unknown', { reason: reasonText(language, why) })}</span>`;
}

/** A value in its words, or why there is none. */
export function valueOr<T extends object | number | string>(
  language: Language,
  value: T | Unknown,
  show: (value: T) => Cell,
): Cell {
  return isUnknown(value) ? { show: notKnown(language, value), sort: null } : show(value as T);
}

/** A legend bar with its marks. */
export function legendBar(
  gradient: string,
  ticks: readonly { readonly at: number; readonly text: string }[],
): Html {
  return html`<div class="ramp" style="background:${gradient}"></div><div class="ramp-ticks">${ticks.map(
    ({ at, text }) => html`<span style="left:${Math.round(at * 1000) / 10}%">${text}</span>`,
  )}</div>`;
}
