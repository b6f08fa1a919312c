import { OBJECTIVES } from '@aftermine/science/plan';
import { percentText } from '@aftermine/science/report/observation';
import { type Html, html, raw } from '../observation-report/html.ts';
import { details, section, table } from '../observation-report/page-parts.ts';
import { frontScatter } from './front-scatter.ts';
import { COMPARISONS, type Comparison, comparisonCell, comparisonHeading } from './objective-columns.ts';
import { optionMark } from './option-mark.ts';
import type { PlanOption } from './options.ts';
import { MAX_ROWS, type PlanPage } from './plan-page.ts';
import { unitLink } from './unit-link.ts';

/** What the scatter shows without a script: ecology against cost. */
const FIRST = { across: 'cost', up: 'ecology' } as const satisfies Record<string, Comparison>;

/** The front as a scatter of any two axes, what each objective could reach, and how far plans agree unit by unit. */
export function frontSection(page: PlanPage, options: readonly PlanOption[]): Html | null {
  const { say, result } = page;
  if (result.front === null) return null;
  const axes = COMPARISONS.flatMap((across) =>
    COMPARISONS.filter((up) => up !== across).map((up) => ({ across, up })),
  );
  const isFirst = ({ across, up }: (typeof axes)[number]): boolean =>
    across === FIRST.across && up === FIRST.up;
  const charts = axes.map(
    (pair) =>
      html`<div data-axes="${pair.across} ${pair.up}"${isFirst(pair) ? null : html` hidden`}>${frontScatter(page, options, pair.across, pair.up)}</div>`,
  );
  const choose = (id: string, label: string, chosen: Comparison): Html =>
    html`<label>${label} <select id="${id}">${COMPARISONS.map(
      (what) =>
        html`<option value="${what}"${what === chosen ? html` selected` : null}>${comparisonHeading(page, what)}</option>`,
    )}</select></label>`;
  const values = table(
    say('front.table'),
    [
      { label: say('column.option'), kind: 'text' },
      ...COMPARISONS.map((what) => ({ label: comparisonHeading(page, what), kind: 'number' }) as const),
    ],
    options.map(({ label, values: of }) => [
      { show: label },
      ...COMPARISONS.map((what) => ({ show: comparisonCell(page, what, of[what]) })),
    ]),
  );
  return section(
    'front',
    say('front'),
    html`<p class="lead">${say('front.lead')}</p><figure><div id="front-fields" class="fields" hidden>${choose('front-x', say('front.across'), FIRST.across)}${choose('front-y', say('front.up'), FIRST.up)}</div><div class="scroll" tabindex="0" role="region" aria-label="${say('front')}"><div id="front-charts">${charts}</div></div><figcaption>${legend(page, options)}</figcaption>${details(say('twin'), values)}</figure>${payoffTable(page)}${agreementTable(page)}`,
  );
}

function legend({ say }: PlanPage, options: readonly PlanOption[]): Html {
  const kinds = [
    ['this', { kind: 'this', isBalanced: false, dominatedBy: null }],
    ['front', { kind: 'front', isBalanced: false, dominatedBy: null }],
    ['balanced', { kind: 'front', isBalanced: true, dominatedBy: null }],
    ['dominated', { kind: 'front', isBalanced: false, dominatedBy: '' }],
    ['nothing', { kind: 'nothing', isBalanced: false, dominatedBy: null }],
  ] as const;
  const used = (of: (typeof kinds)[number][1]): boolean =>
    options.some(
      ({ kind, isBalanced, dominatedBy }) =>
        kind === of.kind &&
        (kind !== 'front' ||
          ((dominatedBy === null) === (of.dominatedBy === null) && isBalanced === of.isBalanced)),
    );
  return html`<span class="legend">${kinds.filter(([, of]) => used(of)).map(([key, of]) => html`<span>${raw(optionMark(of, 16))}${say(`front.legend.${key}`)}</span>`)}</span>`;
}

/** Best and worst of each objective over the plans that are best in one of them. */
function payoffTable(page: PlanPage): Html | null {
  const { result, say } = page;
  if (result.front === null) return null;
  const { payoff } = result.front;
  return html`<h3>${say('payoff')}</h3><p>${say('payoff.lead')}</p>${table(
    say('payoff'),
    [
      { label: say('column.objective'), kind: 'text' },
      { label: say('column.best'), kind: 'number' },
      { label: say('column.worst'), kind: 'number' },
      { label: say('column.this'), kind: 'number' },
    ],
    OBJECTIVES.map((objective) => [
      { show: comparisonHeading(page, objective) },
      { show: comparisonCell(page, objective, payoff[objective].best) },
      { show: comparisonCell(page, objective, payoff[objective].worst) },
      { show: comparisonCell(page, objective, result.totals.objectives[objective]) },
    ]),
    { klass: 'narrow' },
  )}`;
}

/** Where plans agree a choice is safe whatever the weights; where they do not, people must weigh. */
function agreementTable(page: PlanPage): Html | null {
  const { result, say, words, language } = page;
  const { front } = result;
  if (front === null) return null;
  const rows = result.units
    .filter(({ id }) => front.agreement[id] !== undefined)
    .sort((a, b) => front.agreement[a.id]!.share - front.agreement[b.id]!.share)
    .slice(0, MAX_ROWS)
    .map((unit) => {
      const { share, choice } = front.agreement[unit.id]!;
      const percent = percentText(language, share);
      return [
        { show: unitLink(page, unit) },
        { show: html`<span class="long">${words.choice(choice)}</span>` },
        {
          show: html`<span class="share"><span class="bar" aria-hidden="true"><span style="width:${Math.round(share * 100)}%"></span></span>${percent} %</span>`,
        },
        { show: html`<span class="long">${words.package(unit.choice?.id ?? null)}</span>` },
      ];
    });
  if (rows.length === 0) return null;
  return html`<h3>${say('agreement')}</h3><p>${say('agreement.lead')}</p>${table(
    say('agreement'),
    [
      { label: say('column.unit'), kind: 'text' },
      { label: say('column.common-choice'), kind: 'text' },
      { label: say('column.share'), kind: 'number' },
      { label: say('column.this-choice'), kind: 'text' },
    ],
    rows,
  )}`;
}
