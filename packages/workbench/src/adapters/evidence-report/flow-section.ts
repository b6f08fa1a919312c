import { flowPicture, flowText, labelIn } from '@aftermine/science/evidence';
import { type Html, html, raw } from '../observation-report/html.ts';
import { details, section } from '../observation-report/page-parts.ts';
import type { EvidencePage } from './evidence-page.ts';

/** The flow diagram, and the same in words. */
export function flowSection({ report, language, say }: EvidencePage): Html {
  const { flow, codebook } = report;
  const words = {
    language,
    reasonLabels: Object.fromEntries(
      codebook.exclusionReasons.map(({ id, rule }) => [id, labelIn(language, rule, id)]),
    ),
  };
  return section(
    'flow',
    say('flow'),
    html`<p class="lead">${say('flow.lead')}</p><div class="scroll figure" tabindex="0" role="region" aria-label="${say('flow')}">${raw(flowPicture(flow.boxes, { ...words, id: 'prisma' }))}</div>${details(
      say('in-words'),
      html`<ul>${flowText(flow.boxes, words).map((line) => html`<li>${line}</li>`)}</ul>`,
    )}`,
  );
}
