import { say as sayText } from '@aftermine/science/base';
import { OBJECTIVES } from '@aftermine/science/plan';
import { numberText, percentText } from '@aftermine/science/report/observation';
import { amountText, gapText } from '@aftermine/science/report/plan';
import { withCode } from '../diagnosis-report/told.ts';
import { type Html, type HtmlValue, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import { comparisonHeading } from './objective-columns.ts';
import type { PlanPage } from './plan-page.ts';

/** How the plan was made, from what, and what must be known to judge it. */
export function methodsSection(page: PlanPage): Html {
  const { say, result, language, report } = page;
  const value = (amount: number | null): string =>
    amount === null ? say('not-known') : numberText(language, amount, 4);
  const facts: readonly (readonly [label: string, show: HtmlValue])[] = [
    [say('methods.solver'), say(`methods.solver.${result.method}`)],
    [say('methods.status'), say(`status-word.${result.status}`)],
    [say('methods.objective'), value(result.objective)],
    [say('methods.bound'), value(result.bound)],
    [say('methods.gap'), result.gap === null ? say('not-known') : `${gapText(language, result.gap)} %`],
    [
      say('methods.programme'),
      say('methods.years', { first: result.start, last: result.start + result.years - 1 }),
    ],
    [say('methods.horizon'), say('methods.horizon-years', { years: result.horizon })],
    [say('methods.discount'), `${percentText(language, result.discountRate, 1)} %`],
    [
      say('methods.currency'),
      say('methods.price-year', { currency: result.currency, year: result.priceYear }),
    ],
    [say('methods.cost-file'), html`<code>${result.costFile}</code>`],
    [say('methods.library'), html`<code class="hash">${result.libraryHash}</code>`],
    [say('methods.seed'), html`<code>${String(result.seed)}</code>`],
    [say('methods.version'), report.version],
  ];
  const weights = table(
    say('methods.weights'),
    [
      { label: say('column.objective'), kind: 'text' },
      { label: say('column.weight'), kind: 'number' },
      { label: say('column.scale'), kind: 'number' },
    ],
    OBJECTIVES.map((objective) => [
      { show: comparisonHeading(page, objective) },
      { show: numberText(language, result.weights[objective], 2) },
      {
        show:
          objective === 'npv'
            ? page.money.cell(result.scales.npv)
            : amountText(language, result.scales[objective]),
      },
    ]),
    { klass: 'narrow' },
  );
  return section(
    'methods',
    say('methods'),
    html`<p>${say('methods.text')}</p><h3>${say('methods.weights')}</h3><p>${say('methods.weights-lead')}</p>${weights}<h3>${say('methods.lineage')}</h3><dl class="lineage">${facts.map(([label, show]) => html`<div><dt>${label}</dt><dd>${show}</dd></div>`)}</dl>${
      result.notes.length > 0 &&
      html`<h3>${say('notes')}</h3><ul class="notes">${result.notes.map(({ key, params }) => html`<li>${withCode(sayText(language, key, page.words.params(params)))}</li>`)}</ul>`
    }<h3>${say('not-claimed')}</h3><p>${say('not-claimed.text')}</p>`,
  );
}
