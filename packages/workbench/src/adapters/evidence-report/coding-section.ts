import { isUnknown, say as sayText } from '@aftermine/science/base';
import { labelIn } from '@aftermine/science/evidence';
import { type Html, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import type { EvidencePage } from './evidence-page.ts';

/** How many studies are coded, how well coders agree, and codes that often stand together. */
export function codingSection(page: EvidencePage): Html {
  const { report, language, say, code } = page;
  const { studies, disputed, coders, units, twice, alpha, verdict, themes } = report.coding;
  if (units === 0)
    return section('coding', say('coding'), html`<p>${say('coding.none')}</p>${appraisalTable(page)}`);
  return section(
    'coding',
    say('coding'),
    html`<p class="lead">${say('coding.lead', { studies, units, coders: coders.join(', ') })}</p><p>${
      alpha === null
        ? say('coding.one-coder')
        : isUnknown(alpha)
          ? sayText(language, `unknown.${alpha.reason}`, alpha.params)
          : say('coding.alpha', {
              alpha: alpha.toFixed(3),
              twice,
              verdict: sayText(language, `evidence.agreement.${verdict}`),
            })
    } ${disputed > 0 && say('coding.disputed', { count: disputed })}</p>${
      themes.length > 0 &&
      html`<h3>${say('coding.themes')}</h3><p>${say('coding.themes-lead')}</p><ul>${themes.map(
        ({ codes, studies: in_ }) =>
          html`<li>${codes.map(code).join(' + ')} <small>${say('coding.theme-studies', { count: in_.length })}</small></li>`,
      )}</ul>`
    }${appraisalTable(page)}`,
  );
}

/** Papers with the answers to each question; null where nobody appraised any. */
function appraisalTable({ report, language, say }: EvidencePage): Html | null {
  const { appraisals, codebook } = report;
  if (appraisals.length === 0) return null;
  const questions = codebook.appraisal;
  const word = (key: string): string => sayText(language, `evidence.${key}`);
  return html`<h3>${say('appraisals')}</h3>${table(
    say('appraisals'),
    [
      { label: say('appraisal.paper'), kind: 'text' },
      ...questions.map(({ id }) => ({ label: id, kind: 'text' }) as const),
      { label: say('appraisal.validity'), kind: 'text' },
      { label: say('appraisal.by'), kind: 'text' },
    ],
    appraisals.map(({ paper, answers, disputed, appraisers, validity }) => [
      { show: paper },
      ...questions.map(({ id }) => {
        const answer = answers[id];
        return {
          show:
            answer === undefined ? '-' : `${word(`answer.${answer}`)}${disputed.includes(id) ? ' *' : ''}`,
        };
      }),
      { show: word(validity === null ? 'validity.not-appraised' : `validity.${validity}`) },
      { show: appraisers.join(', ') },
    ]),
  )}<p><small>${questions.map(({ id, question }) => `${id} ${labelIn(language, question, id)}`).join(' · ')}${
    appraisals.some(({ disputed }) => disputed.length > 0) && html` · ${say('appraisal.disputed')}`
  }</small></p>`;
}
