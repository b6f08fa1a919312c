import type { PlannedUnit, UnitAlternative } from '@aftermine/science/plan';
import { type Html, html } from '../observation-report/html.ts';
import { table } from '../observation-report/page-parts.ts';
import { gateMark } from './gate-mark.ts';
import { comparisonCell, comparisonHeading } from './objective-columns.ts';
import type { PlanPage } from './plan-page.ts';
import { gateTable } from './sheet-gates.ts';
import { valueText } from './sheet-why.ts';

/** Other packages that were possible, best first, below the one that was chosen. */
export function alternativesTable(page: PlanPage, unit: PlannedUnit): Html | null {
  const { say, words, language, money } = page;
  const others = [...(unit.choice === null ? [] : [unit.choice]), ...unit.alternatives];
  if (unit.alternatives.length === 0) return null;
  const cost = ({ outcome }: UnitAlternative): string =>
    outcome === null ? '–' : money.cell(outcome.publicCost + outcome.concessionCost);
  return html`<h4>${say('sheet.alternatives')}</h4>${table(
    say('sheet.alternatives-of', { unit: unit.id }),
    [
      { label: say('column.package'), kind: 'text' },
      { label: say('column.state'), kind: 'text' },
      { label: say('column.start'), kind: 'number' },
      { label: say('column.cost', { unit: money.unit }), kind: 'number' },
      { label: comparisonHeading(page, 'ecology'), kind: 'number' },
      { label: say('column.reduced-value'), kind: 'number' },
    ],
    others.map((one) => [
      {
        show: html`<span class="long">${words.package(one.id)}</span>${one === unit.choice && html` <span class="tag">${say('sheet.chosen')}</span>`}`,
      },
      { show: gateMark(language, one.state) },
      { show: one.year ?? '–' },
      { show: cost(one) },
      { show: one.outcome === null ? '–' : comparisonCell(page, 'ecology', one.outcome.objectives.ecology) },
      { show: valueText(page, one.reducedValue) },
    ]),
    { klass: 'indicators' },
  )}`;
}

/** End uses that are not possible, with the gates that say so. */
export function barredList(page: PlanPage, { id, barred }: PlannedUnit): Html | null {
  const { say, words } = page;
  if (barred.length === 0) return null;
  return html`<h4>${say('sheet.barred')}</h4>${barred.map(({ endUse, gates }) => {
    const name = words.endUse(endUse);
    return html`<h5>${name}</h5>${gateTable(page, gates, say('sheet.barred-of', { unit: id, endUse: name }))}`;
  })}`;
}
