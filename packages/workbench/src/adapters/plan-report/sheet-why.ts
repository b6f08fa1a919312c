import { say as sayText } from '@aftermine/science/base';
import { OBJECTIVES, type PlannedUnit } from '@aftermine/science/plan';
import { numberText } from '@aftermine/science/report/observation';
import { type Html, html } from '../observation-report/html.ts';
import { table } from '../observation-report/page-parts.ts';
import { comparisonCell, comparisonHeading } from './objective-columns.ts';
import type { PlanPage } from './plan-page.ts';

/** Why the unit gets what it gets: value parts, what is paid for in prices, the runner-up, and what would flip it. */
export function whyBlock(page: PlanPage, unit: PlannedUnit): Html | null {
  const { say, words, language } = page;
  const { choice, runnerUp, flips } = unit;
  const flipList =
    flips.length > 0 &&
    html`<h4>${say('why.flips')}</h4><ul class="flips">${flips.map(({ kind, params }) => html`<li>${sayText(language, `flip.${kind}`, words.params(params))}</li>`)}</ul>`;
  if (choice === null) return flipList === false ? null : flipList;
  const second =
    runnerUp === null
      ? html`<p>${say('why.no-runner-up')}</p>`
      : html`<p>${say('why.runner-up', {
          package: words.package(runnerUp.id),
          year: runnerUp.year ?? '–',
          value: valueText(page, runnerUp.reducedValue),
          own: valueText(page, choice.reducedValue),
        })}</p>`;
  return html`<h4>${say('why')}</h4>${valueTable(page, unit)}${priceTable(page, unit)}${second}${flipList}`;
}

/** weight x objective / scale, line by line. */
function valueTable(page: PlanPage, { id, choice, valueParts }: PlannedUnit): Html | null {
  const { say, result } = page;
  if (choice === null || choice.outcome === null) return null;
  const { objectives } = choice.outcome;
  const rows = OBJECTIVES.flatMap((objective) => {
    const part = valueParts[objective];
    if (part === undefined) return [];
    return [
      [
        { show: comparisonHeading(page, objective) },
        { show: comparisonCell(page, objective, objectives[objective]) },
        { show: numberText(page.language, result.weights[objective], 2) },
        { show: valueText(page, part) },
      ],
    ];
  });
  return html`${table(
    say('why.value', { unit: id }),
    [
      { label: say('column.objective'), kind: 'text' },
      { label: say('column.amount'), kind: 'number' },
      { label: say('column.weight'), kind: 'number' },
      { label: say('column.part'), kind: 'number' },
    ],
    [
      ...rows,
      [
        { show: say('why.total') },
        { show: '' },
        { show: '' },
        { show: html`<strong>${valueText(page, choice.value)}</strong>` },
      ],
    ],
    { klass: 'narrow indicators' },
  )}<p class="faint small">${say('why.scale')}</p>`;
}

/** What the choice takes from others: amounts at the price of the plan. */
function priceTable(page: PlanPage, { id, choice, pricedUses }: PlannedUnit): Html | null {
  const { say, words } = page;
  if (pricedUses.length === 0) return html`<p>${say('why.no-prices')}</p>`;
  return html`${table(
    say('why.prices', { unit: id }),
    [
      { label: say('column.row'), kind: 'text' },
      { label: say('column.takes'), kind: 'number' },
      { label: say('column.paid'), kind: 'number' },
    ],
    [
      ...pricedUses.map(({ row, amount, price }) => [
        { show: words.row(row) },
        { show: words.amountOf(row, amount) },
        { show: valueText(page, -amount * price) },
      ]),
      [
        { show: say('why.left') },
        { show: '' },
        { show: html`<strong>${valueText(page, choice?.reducedValue ?? null)}</strong>` },
      ],
    ],
    { klass: 'narrow indicators' },
  )}`;
}

/** Weighted value: a number without a unit, in which options are compared. */
export function valueText({ language, say }: PlanPage, value: number | null): string {
  return value === null ? say('not-known') : numberText(language, value, 4);
}
