import type { PlannedUnit } from '@aftermine/science/plan';
import { amountText, unitWord } from '@aftermine/science/report/plan';
import { type Html, html } from '../observation-report/html.ts';
import { table } from '../observation-report/page-parts.ts';
import type { PlanPage } from './plan-page.ts';

/** Bill of quantities of a unit, by year. */
export function billTable(page: PlanPage, { id, bill }: PlannedUnit): Html | null {
  const { say, words, language, money, result } = page;
  if (bill.length === 0) return null;
  const total = bill.reduce((sum, { cost }) => sum + cost, 0);
  const lines = [...bill].sort((a, b) => a.year - b.year);
  return html`<h4>${say('bill')}</h4>${table(
    say('bill.of', { unit: id, year: result.priceYear }),
    [
      { label: say('column.measure'), kind: 'text' },
      { label: say('column.item'), kind: 'text' },
      { label: say('column.year'), kind: 'number' },
      { label: say('column.bill-kind'), kind: 'text' },
      { label: say('column.quantity'), kind: 'number' },
      { label: say('column.unit-cost', { unit: money.priceUnit }), kind: 'number' },
      { label: say('column.cost', { unit: money.unit }), kind: 'number' },
      { label: say('column.payer'), kind: 'text' },
    ],
    [
      ...lines.map(({ measure, item, unit, quantity, unitCost, cost, year, kind, payer }) => [
        { show: whose(measure) },
        { show: words.item(item) },
        { show: String(year) },
        { show: say(`bill-kind.${kind}`) },
        { show: `${amountText(language, quantity)} ${unitWord(unit, language)}` },
        { show: money.priceCell(unitCost) },
        { show: money.cell(cost) },
        { show: say(`payer.${payer}`) },
      ]),
      [
        { show: say('total') },
        ...Array.from({ length: 5 }, () => ({ show: '' })),
        { show: html`<strong>${money.cell(total)}</strong>` },
        { show: '' },
      ],
    ],
    { klass: 'indicators bill' },
  )}`;

  /** Capital belongs to the end use. */
  function whose(of: string): string {
    const name = words.measure(of);
    return name === of ? words.endUse(of) : name;
  }
}
