import { OBJECTIVES } from '@aftermine/science/plan';
import { numberText } from '@aftermine/science/report/observation';
import { gapText } from '@aftermine/science/report/plan';
import { type Html, html, raw } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import { COMPARISONS, comparisonCell, comparisonHeading, differenceText } from './objective-columns.ts';
import { optionMark } from './option-mark.ts';
import type { PlanOption } from './options.ts';
import type { PlanPage } from './plan-page.ts';

/** The consequence table: options against what they bring. It comes first, for tables are what people read. */
export function optionsSection(page: PlanPage, options: readonly PlanOption[]): Html {
  const { say, language } = page;
  const best = Object.fromEntries(
    COMPARISONS.map((what) => {
      const values = options
        .filter(({ kind, dominatedBy }) => kind !== 'nothing' && dominatedBy === null)
        .map(({ values: of }) => of[what]);
      return [what, what === 'cost' ? Math.min(...values) : Math.max(...values)];
    }),
  );
  const rows = options.map((option) => {
    const { kind, values, gap, closeness, isBalanced, dominatedBy } = option;
    const out = dominatedBy !== null;
    const cells = COMPARISONS.map((what) => {
      const text = comparisonCell(page, what, values[what]);
      const isBest = kind !== 'nothing' && !out && values[what] === best[what];
      return html`<td class="number">${isBest ? html`<strong>${text}</strong>` : text}</td>`;
    });
    return html`<tr class="option${out ? ' dominated' : ''}"><th scope="row"><span class="option-name">${raw(optionMark(option, 14))}${option.label}</span>${isBalanced && html` <span class="tag">${say('option.balanced')}</span>`}${out && html` <span class="tag out">${say('option.dominated')}</span>`}${out && html`<small>${whyDominated(page, option)}</small>`}</th>${cells}<td class="number">${gap === null ? '–' : `${gapText(language, gap)} %`}</td><td class="number">${closeness === null ? '–' : numberText(language, closeness, 2)}</td></tr>`;
  });
  const headings = [
    ...COMPARISONS.map((what) => comparisonHeading(page, what)),
    say('column.gap'),
    say('column.closeness'),
  ];
  return section(
    'options',
    say('options'),
    html`<p class="lead">${say('options.lead')}</p><div class="scroll" tabindex="0" role="region" aria-label="${say('options')}"><table class="data options"><caption>${say('options.caption')}</caption><thead><tr><th scope="col">${say('column.option')}</th>${headings.map((heading) => html`<th scope="col" class="number">${heading}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div><p class="faint small">${say('options.note')}</p>${page.result.front === null && html`<p>${say(page.report.standing?.kind === 'force' ? 'options.front-solved' : 'options.no-front')}</p>`}`,
  );
}

/** Which option is better, and in what by how much. */
function whyDominated(page: PlanPage, { values, dominatedBy }: PlanOption): string {
  if (dominatedBy === null) return '';
  if (typeof dominatedBy === 'string') return page.say('dominated.by-other', { other: dominatedBy });
  const better = OBJECTIVES.flatMap((objective) => {
    const gain = dominatedBy.values[objective] - values[objective];
    return gain > 0
      ? [
          page.say('dominated.in', {
            objective: page.say(`objective-short.${objective}`),
            gain: differenceText(page, objective, gain),
          }),
        ]
      : [];
  });
  return page.say('dominated.by', {
    other: dominatedBy.label,
    better: better.join(page.language === 'zh' ? '、' : ', '),
  });
}
