import type { Conflict } from '@aftermine/science/plan';
import { type Html, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import type { PlanPage } from './plan-page.ts';

/** Where there is no plan: which demands cannot be met together, and the least that would help. */
export function conflictSection(page: PlanPage): Html | null {
  const { say, result, words } = page;
  if (page.hasPlan || result.infeasible === null) return null;
  const { conflict, relax } = result.infeasible;
  return section(
    'conflict',
    say('conflict'),
    html`${
      conflict === null
        ? html`<p>${say('conflict.unproven')}</p>`
        : html`<p>${say('conflict.lead')}</p><ul class="conflict">${conflict.map((demand) => html`<li>${words.demand(demand)}</li>`)}</ul>`
    }${relax.length > 0 && html`<h3>${say('relax')}</h3><p>${say('relax.lead')}</p><ul class="conflict">${relax.map((one) => html`<li>${relaxText(page, one)}</li>`)}</ul>`}`,
  );
}

function relaxText({ say, words, result }: PlanPage, { demand, by }: Conflict['relax'][number]): string {
  if (demand.kind !== 'row') return say(`relax.${demand.kind}`, { id: demandName() });
  const row = result.rows.find(({ id }) => id === demand.id);
  const amount = words.amountOf(demand.id, by);
  const key = row?.sense === '>=' ? 'relax.lower' : row?.sense === '=' ? 'relax.move' : 'relax.raise';
  return say(key, { row: words.row(demand.id), amount });

  function demandName(): string {
    return demand.kind === 'mandatory' ? words.unit(demand.id) : demand.id;
  }
}
