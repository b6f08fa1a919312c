import { isUnknown, say as sayText } from '@aftermine/science/base';
import { forestFigure, forestPicture, type Synthesis } from '@aftermine/science/evidence';
import { type Html, html, raw } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import type { EvidencePage } from './evidence-page.ts';
import { gradeReasons } from './grade-reasons.ts';

/** A forest plot for every technology and indicator that two papers or more are about. */
export function poolingSection(page: EvidencePage): Html {
  const { report, say } = page;
  return section(
    'pooling',
    say('pooling'),
    report.syntheses.length === 0
      ? html`<p>${say('pooling.none')}</p>`
      : html`<p class="lead">${say('pooling.lead')}</p>${report.syntheses.map((one, i) => forest(page, one, i))}`,
  );
}

function forest({ language, say, code }: EvidencePage, synthesis: Synthesis, index: number): Html {
  const { measure, indicator, pooled, effects, effectMeasure, papers, grade, leftOut } = synthesis;
  const subject = say('pooling.subject', { technology: code(measure), indicator: code(indicator) });
  return html`<h3>${subject}</h3>${
    isUnknown(pooled)
      ? html`<p>${sayText(language, `unknown.${pooled.reason}`, pooled.params)}</p>`
      : html`<div class="scroll figure" tabindex="0" role="region" aria-label="${subject}">${raw(
          forestPicture(forestFigure(effectMeasure, effects, pooled), {
            id: `forest-${index + 1}`,
            language,
            subject,
          }),
        )}</div>`
  }<p>${say('pooling.grade', { papers, grade: grade.grade })}${language === 'zh' ? '' : ' '}${gradeReasons(language, grade)}</p>${
    leftOut.length > 0 &&
    html`<ul>${leftOut.map(({ finding, reason }) => html`<li>${finding}: ${sayText(language, `unknown.${reason.reason}`, reason.params)}</li>`)}</ul>`
  }`;
}
