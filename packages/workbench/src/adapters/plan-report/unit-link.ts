import type { PlannedUnit } from '@aftermine/science/plan';
import { sheetAnchor } from '../diagnosis-report/diagnosis-page.ts';
import { type Html, html } from '../observation-report/html.ts';
import type { PlanPage } from './plan-page.ts';

/** A unit by id and name, leading to its sheet where it has one. */
export function unitLink({ sheets }: PlanPage, { id, name }: Pick<PlannedUnit, 'id' | 'name'>): Html {
  const label = html`${id}${name !== null && name !== id && html` <span class="faint">${name}</span>`}`;
  return sheets.has(id) ? html`<a href="#${sheetAnchor(id)}">${label}</a>` : label;
}
