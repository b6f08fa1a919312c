import { gapMapPicture, labelIn } from '@aftermine/science/evidence';
import { type Html, html, raw } from '../observation-report/html.ts';
import { details, section, table } from '../observation-report/page-parts.ts';
import type { EvidencePage } from './evidence-page.ts';

/** Which technologies were studied by which indicators, and the same as a table. */
export function gapSection({ report, language, say }: EvidencePage): Html {
  const { gapMap } = report;
  if (gapMap.findings === 0) return section('gaps', say('gaps'), html`<p>${say('gaps.none')}</p>`);
  const studied = gapMap.cells.filter(({ studies }) => studies > 0);
  return section(
    'gaps',
    say('gaps'),
    html`<p class="lead">${say('gaps.lead', { studied: studied.length, gaps: gapMap.gaps })}</p><div class="scroll figure" tabindex="0" role="region" aria-label="${say('gaps')}">${raw(gapMapPicture(gapMap, { id: 'gap-map', language }))}</div>${details(
      say('as-table'),
      table(
        say('gaps'),
        [
          { label: say('technology'), kind: 'text' },
          { label: say('indicator'), kind: 'text' },
          { label: say('papers'), kind: 'number' },
          { label: say('citable'), kind: 'number' },
          { label: say('grade'), kind: 'text' },
        ],
        studied.map(({ row, column, studies, citable, grade }) => {
          const [technology, indicator] = [gapMap.rows[row]!, gapMap.columns[column]!];
          return [
            { show: labelIn(language, technology.label, technology.id) },
            { show: labelIn(language, indicator.label, indicator.id) },
            { show: studies },
            { show: citable },
            { show: grade ?? '-' },
          ];
        }),
      ),
    )}`,
  );
}
