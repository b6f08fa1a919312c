import { OBJECTIVES, type PlanRisk } from '@aftermine/science/plan';
import { numberText, percentText } from '@aftermine/science/report/observation';
import { type Html, html, raw } from '../observation-report/html.ts';
import { details, section, table } from '../observation-report/page-parts.ts';
import { comparisonCell, comparisonHeading } from './objective-columns.ts';
import type { PlanPage } from './plan-page.ts';
import { rangeBars } from './range-bars.ts';

const QUANTILES = ['p5', 'p25', 'p50', 'p75', 'p95', 'mean', 'sd'] as const;

/** How far outcomes spread, and what they spread with. */
export function riskSection(page: PlanPage): Html {
  const { say, result, language } = page;
  const { risk } = result;
  if (risk === null) return section('risk', say('risk'), html`<p>${say('risk.none')}</p>`);
  const quantiles = table(
    say('risk.table'),
    [
      { label: say('column.outcome'), kind: 'text' },
      ...QUANTILES.map((key) => ({ label: say(`quantile.${key}`), kind: 'number' }) as const),
    ],
    (['cost', ...OBJECTIVES] as const).map((what) => [
      { show: comparisonHeading(page, what) },
      ...QUANTILES.map((key) => ({
        show: what === 'carbon' ? '–' : comparisonCell(page, what, risk.outcomes[what][key]),
      })),
    ]),
  );
  return section(
    'risk',
    say('risk'),
    html`<p class="lead">${say('risk.lead', { draws: numberText(language, risk.draws, 0) })}</p>${
      risk.overBudget !== null &&
      html`<p><strong>${say('risk.over-budget', { percent: percentText(language, risk.overBudget, 1) })}</strong></p>`
    }${quantiles}<p>${say('risk.no-range')}${result.totals.displacedCo2T !== undefined && ` ${say('outcome.displaced')}${language === 'zh' ? '：' : ': '}${say('outcome.displaced-why')}`}</p>${tornado(page, risk)}${sobol(page, risk)}`,
  );
}

function tornado(page: PlanPage, { tornado: factors, outcomes }: PlanRisk): Html | null {
  const { say, words, money } = page;
  if (factors.length === 0) return null;
  const bars = factors.map(({ factor, low, high }) => ({ label: words.factor(factor), low, high }));
  const swatch = (klass: string): Html =>
    raw(
      `<svg class="tornado" viewBox="0 0 24 14" width="24" height="14" aria-hidden="true"><rect class="${klass}" x="1" y="1" width="22" height="12"/></svg>`,
    );
  return html`<h3>${say('tornado')}</h3><p>${say('tornado.lead')}</p><figure><div class="scroll" tabindex="0" role="region" aria-label="${say('tornado')}"><div class="wide-figure">${rangeBars(page, bars, outcomes.npv.p50)}</div></div><figcaption><span class="legend"><span>${swatch('low')}${say('tornado.low')}</span><span>${swatch('high')}${say('tornado.high')}</span></span></figcaption>${details(
    say('twin'),
    table(
      say('tornado.table', { unit: money.unit }),
      [
        { label: say('column.factor'), kind: 'text' },
        { label: say('tornado.low'), kind: 'number' },
        { label: say('tornado.high'), kind: 'number' },
        { label: say('column.swing'), kind: 'number' },
      ],
      bars.map(({ label, low, high }) => [
        { show: label },
        { show: money.cell(low) },
        { show: money.cell(high) },
        { show: money.cell(Math.abs(high - low)) },
      ]),
      { klass: 'narrow' },
    ),
  )}</figure>`;
}

function sobol(page: PlanPage, { sobol: factors }: PlanRisk): Html | null {
  const { say, words, language } = page;
  if (factors.length === 0) return null;
  return html`<h3>${say('sobol')}</h3><p>${say('sobol.lead')}</p>${table(
    say('sobol'),
    [
      { label: say('column.factor'), kind: 'text' },
      { label: say('column.first-order'), kind: 'number' },
      { label: say('column.standard-error'), kind: 'number' },
    ],
    factors.map(({ factor, first, se }) => [
      { show: words.factor(factor) },
      {
        show: html`<span class="share"><span class="bar" aria-hidden="true"><span style="width:${Math.round(Math.min(1, Math.max(0, first)) * 100)}%"></span></span>${percentText(language, first, 1)} %</span>`,
      },
      { show: `± ${percentText(language, se, 1)} %` },
    ]),
    { klass: 'narrow' },
  )}`;
}
