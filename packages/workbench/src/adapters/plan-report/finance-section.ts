import { hasText, isUnknown, say as sayText, type Unknown } from '@aftermine/science/base';
import type { FinanceFigures } from '@aftermine/science/plan';
import { numberText, percentText } from '@aftermine/science/report/observation';
import { type Html, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import { gamePanel } from './game-panel.ts';
import type { PlanPage } from './plan-page.ts';

/** What the money comes to, and what games say of who would pay for what. */
export function financeSection(page: PlanPage): Html {
  const { say, result, language, money } = page;
  const { programme, concession, notes } = result.finance;
  const columns = [
    { heading: say('finance.programme'), of: programme },
    ...(concession === null ? [] : [{ heading: say('finance.concession'), of: concession }]),
  ];
  const rows: readonly (readonly [label: string, show: (of: FinanceFigures) => string])[] = [
    [say('finance.npv', { unit: money.unit }), ({ npv }) => money.cell(npv)],
    [say('finance.irr'), ({ irr }) => known(page, irr, (share) => `${percentText(language, share, 1)} %`)],
    [say('finance.bcr'), ({ bcr }) => known(page, bcr, (ratio) => numberText(language, ratio, 2))],
    [
      say('finance.payback'),
      ({ paybackYears }) => known(page, paybackYears, (years) => numberText(language, years, 1)),
    ],
  ];
  return section(
    'finance',
    say('finance'),
    html`<p class="lead">${say('finance.lead', { rate: percentText(language, result.discountRate, 1), years: result.horizon, priceYear: result.priceYear })}</p>${table(
      say('finance.table'),
      [
        { label: say('column.figure'), kind: 'text' },
        ...columns.map(({ heading }) => ({ label: heading, kind: 'number' }) as const),
      ],
      rows.map(([label, show]) => [{ show: label }, ...columns.map(({ of }) => ({ show: show(of) }))]),
      { klass: 'narrow' },
    )}${notes.length > 0 && html`<ul class="notes">${notes.map((note) => html`<li>${hasText(note) ? sayText(language, note) : note}</li>`)}</ul>`}${gamePanel(page)}`,
  );
}

/** A figure, or why there is none. */
export function known(
  { language, words }: PlanPage,
  value: number | Unknown,
  show: (value: number) => string,
): string {
  return isUnknown(value)
    ? sayText(language, `unknown.${value.reason}`, words.params(value.params ?? {}))
    : show(value);
}
