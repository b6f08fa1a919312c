import { sheetAnchor } from '../diagnosis-report/diagnosis-page.ts';
import { type Html, html } from '../observation-report/html.ts';
import type { SeasonPage } from './season-page.ts';

/** A unit by id and name, leading to its sheet where it has one, else to its row. */
export function unitLink({ sheets, units }: Pick<SeasonPage, 'sheets' | 'units'>, id: string): Html {
  const name = units.get(id)?.name ?? null;
  const label = html`${id}${name !== null && name !== id && html` <span class="faint">${name}</span>`}`;
  if (!units.has(id)) return label;
  return html`<a href="#${sheets.has(id) ? sheetAnchor(id) : rowAnchor(id)}">${label}</a>`;
}

/** Address of the row of a unit that has no sheet. */
export function rowAnchor(id: string): string {
  return `r-${encodeURIComponent(id)}`;
}
