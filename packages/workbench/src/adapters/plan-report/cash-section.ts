import type { CashYear } from '@aftermine/science/plan';
import { type Html, html, raw } from '../observation-report/html.ts';
import { details, section, table } from '../observation-report/page-parts.ts';
import { type CashBand, cashChart } from './cash-chart.ts';
import type { PlanPage } from './plan-page.ts';

/** Patterns for funds; more funds than that share the last. */
const FUND_STYLES = 6;

/** Money by year: what is spent against what pays for it. */
export function cashSection(page: PlanPage): Html | null {
  const { say, result, money } = page;
  const years = [...result.finance.years].sort((a, b) => a.year - b.year);
  if (years.length === 0) return null;
  const { spent, paid } = bandsOf(page, years);
  const missing = years.filter(({ uncovered }) => uncovered > 0);
  const total = missing.reduce((sum, { uncovered }) => sum + uncovered, 0);
  const columns: readonly (readonly [label: string, amount: (year: CashYear) => number])[] = [
    ...spent.map(({ label, amount }) => [label, amount] as const),
    ...paid.map(({ label, amount }) => [label, amount] as const),
    [say('cash.revenue'), ({ revenue }: CashYear) => revenue],
    [say('cash.balance'), ({ balance }: CashYear) => balance],
  ];
  const sums = columns.map(([label, amount]) =>
    label === say('cash.balance') ? '–' : money.cell(years.reduce((sum, year) => sum + amount(year), 0)),
  );
  const twin = table(
    say('cash.table', { unit: money.unit }),
    [
      { label: say('column.year'), kind: 'text' },
      ...columns.map(([label]) => ({ label, kind: 'number' }) as const),
    ],
    [
      ...years.map((year) => [
        { show: String(year.year) },
        ...columns.map(([, amount]) => ({ show: money.cell(amount(year)) })),
      ]),
      [{ show: say('total') }, ...sums.map((show) => ({ show: html`<strong>${show}</strong>` }))],
    ],
  );
  return section(
    'cash',
    say('cash'),
    html`<p class="lead">${say('cash.lead', { year: result.priceYear })}</p>${missing.length > 0 && html`<p class="warn">${say('cash.uncovered', { years: missing.map(({ year }) => year).join(page.language === 'zh' ? '、' : ', '), amount: money.text(total) })}</p>`}<figure><div class="scroll" tabindex="0" role="region" aria-label="${say('cash')}"><div class="wide-figure">${cashChart(page, years, spent, paid)}</div></div><figcaption>${legend(say('cash.spent'), spent)}${legend(say('cash.paid'), paid)}</figcaption>${details(say('twin'), twin)}</figure>`,
  );
}

function bandsOf(
  { say, words }: PlanPage,
  years: readonly CashYear[],
): { readonly spent: readonly CashBand[]; readonly paid: readonly CashBand[] } {
  const funds = [...new Set(years.flatMap(({ sources }) => Object.keys(sources)))];
  const used = ({ amount }: CashBand): boolean => years.some((year) => amount(year) > 0);
  return {
    spent: (['works', 'upkeep', 'capital'] as const)
      .map((kind) => ({
        label: say(`cash.${kind}`),
        klass: `c-${kind}`,
        amount: (year: CashYear) => year[kind],
      }))
      .filter(used),
    paid: [
      ...funds.map((fund, i) => ({
        label: words.fund(fund),
        klass: `c-fund-${Math.min(i, FUND_STYLES - 1)}`,
        amount: ({ sources }: CashYear) => sources[fund] ?? 0,
      })),
      { label: say('cash.missing'), klass: 'c-missing', amount: ({ uncovered }: CashYear) => uncovered },
    ].filter(used),
  };
}

function legend(title: string, bands: readonly CashBand[]): Html {
  return html`<span class="legend"><span class="legend-title">${title}</span>${bands.map(({ label, klass }) => html`<span>${raw(`<svg class="cash" viewBox="0 0 24 14" width="24" height="14" aria-hidden="true"><rect class="band ${klass}" x="1" y="1" width="22" height="12"/></svg>`)}${label}</span>`)}</span>`;
}
