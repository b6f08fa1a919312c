import { say as sayText } from '@aftermine/science/base';
import { supportedValue, supportedWords } from '@aftermine/science/plan';
import { shortNumber as number } from '../evidence-report/short-number.ts';
import { type Html, html } from '../observation-report/html.ts';
import { table } from '../observation-report/page-parts.ts';
import type { PlanPage } from './plan-page.ts';

/** Figures that rest on findings of the project, each with its grade beside it; null where there are none. */
export function supportedTable({ result, language }: PlanPage): Html | null {
  const { supported = [] } = result;
  if (supported.length === 0) return null;
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    sayText(language, `supported.${key}`, params);
  return html`<p class="lead">${say('lead', { count: supported.length })}</p>${table(
    say('title'),
    [
      { label: say('measure'), kind: 'text' },
      { label: say('figure'), kind: 'text' },
      { label: say('value'), kind: 'number' },
      { label: say('range'), kind: 'number' },
      { label: say('grade'), kind: 'text' },
      { label: say('library'), kind: 'number' },
      { label: say('papers'), kind: 'number' },
      { label: say('match'), kind: 'text' },
      { label: say('findings'), kind: 'text' },
      { label: say('used-by'), kind: 'number' },
    ],
    supported.map((figure) => {
      const { name, value, range, grade, librarySays, papers, basis, matched, findings, usedBy = 0 } = figure;
      return [
        { show: name[language] },
        { show: supportedWords(figure, language) },
        { show: supportedValue(figure, number(value), language), sort: value },
        { show: range === null ? '-' : `${number(range[0])} – ${number(range[1])}` },
        { show: html`<strong>${grade}</strong>`, sort: grade },
        { show: number(librarySays), sort: librarySays },
        { show: `${papers} (${say(`basis.${basis}`)})`, sort: papers },
        {
          show:
            matched.length === 0 ? say('match.none') : matched.map((one) => say(`match.${one}`)).join(', '),
        },
        { show: findings.join(', ') },
        { show: usedBy },
      ];
    }),
  )}`;
}
