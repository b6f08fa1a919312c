import { isUnknown, say as sayText } from '@aftermine/science/base';
import type { MeasureParameter } from '@aftermine/science/evidence';
import { supportedValue, supportedWords } from '@aftermine/science/plan';
import { type Html, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import type { EvidencePage } from './evidence-page.ts';
import { gradeReasons } from './grade-reasons.ts';
import { shortNumber as number } from './short-number.ts';

/** Figures that findings suggest, each with its grade, what it rests on and how far the search for similar sites went. */
export function suggestionSection(page: EvidencePage): Html {
  const { report, language, say, code } = page;
  const { suggestions, figures } = report;
  if (suggestions.length === 0)
    return section('suggestions', say('suggestions'), html`<p>${say('suggestions.none')}</p>`);
  return section(
    'suggestions',
    say('suggestions'),
    html`<p class="lead">${say('suggestions.lead')}</p>${table(
      say('suggestions'),
      [
        { label: say('technology'), kind: 'text' },
        { label: say('suggestion.parameter'), kind: 'text' },
        { label: say('suggestion.value'), kind: 'number' },
        { label: say('suggestion.range'), kind: 'number' },
        { label: say('grade'), kind: 'text' },
        { label: say('suggestion.basis'), kind: 'text' },
        { label: say('suggestion.match'), kind: 'text' },
        { label: say('suggestion.findings'), kind: 'text' },
      ],
      suggestions.map((one) => [
        { show: code(one.measure) },
        { show: one.parameter },
        {
          show: isUnknown(one.value)
            ? html`<span class="not-known">${sayText(language, `unknown.${one.value.reason}`, one.value.params)}</span>`
            : `${number(one.value)} ${one.unit}`,
        },
        { show: one.range === null ? '-' : `${number(one.range[0])} – ${number(one.range[1])}` },
        {
          show: html`<strong>${one.grade.grade}</strong><small>${gradeReasons(language, one.grade)}</small>`,
        },
        { show: `${sayText(language, `supported.basis.${one.basis}`)} (${one.papers})` },
        { show: matchText(one) },
        {
          show: html`${one.findings.join(', ')}${one.leftOut.map(({ finding, reason }) => html`<small>${say('suggestion.left-out', { finding, reason: sayText(language, `unknown.${reason.reason}`, reason.params) })}</small>`)}`,
        },
      ]),
    )}${
      figures.length > 0 &&
      html`<p>${say('suggestions.in-plan')}</p><ul>${figures.map(
        (figure) =>
          html`<li>${say('suggestions.figure', {
            measure: figure.name[language],
            what: supportedWords(figure, language),
            value: supportedValue(figure, number(figure.value), language),
            before: number(figure.librarySays),
            grade: figure.grade,
          })}</li>`,
      )}</ul>`
    }`,
  );

  function matchText({ matched, widening, papers }: MeasureParameter): Html | string {
    if (papers === 0) return '-';
    const words =
      matched.length === 0
        ? sayText(language, 'supported.match.none')
        : matched.map((one) => sayText(language, `supported.match.${one}`)).join(', ');
    return html`${words}${widening.length > 1 && html`<small>${say('suggestion.widened', { count: widening.length - 1 })}</small>`}`;
  }
}
