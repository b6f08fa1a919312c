import { isUnknown, say as sayText, type Unknown } from '@aftermine/science/base';
import { safeWords } from '@aftermine/science/evidence';
import type { ScreeningState } from '../../ports/index.ts';
import { type Html, html } from '../observation-report/html.ts';
import { section, table } from '../observation-report/page-parts.ts';
import type { EvidencePage } from './evidence-page.ts';

/** How far screening is by stage, how screeners agree, and three signals on stopping, none of which is an order. */
export function screeningSection(page: EvidencePage): Html {
  const { report, say } = page;
  const begun = report.screening.filter(({ verdicts }) => verdicts > 0);
  if (begun.length === 0)
    return section('screening', say('screening'), html`<p>${say('screening.none')}</p>`);
  const columns = ['works', 'verdicts', 'included', 'excluded', 'unsure'] as const;
  return section(
    'screening',
    say('screening'),
    html`${table(
      say('screening'),
      [
        { label: say('screening.stage'), kind: 'text' },
        ...[...columns, 'conflicts'].map(
          (key) => ({ label: say(`screening.${key}`), kind: 'number' }) as const,
        ),
      ],
      begun.map((state) => [
        { show: say(`stage.${state.stage}`) },
        ...columns.map((key) => ({ show: state[key] })),
        { show: state.conflicts.length },
      ]),
    )}${begun.map((state) => stageDetails(page, state))}`,
  );
}

function stageDetails({ language, say }: EvidencePage, state: ScreeningState): Html | null {
  const { agreement, signals, conflicts, stage } = state;
  if (stage === 'full-text' && agreement.length === 0 && conflicts.length === 0) return null;
  const { irrelevantRun, recallTest, safe } = signals;
  const number = (value: number | Unknown): Html | string =>
    isUnknown(value)
      ? html`<span class="not-known">${sayText(language, `unknown.${value.reason}`, value.params)}</span>`
      : value.toFixed(2);
  return html`<h3>${say(`stage.${stage}`)}</h3>${
    conflicts.length > 0 &&
    html`<p>${say('screening.conflict-keys')} ${conflicts.slice(0, 20).map((key) => html`<code>${key}</code> `)}</p>`
  }${
    agreement.length > 0 &&
    table(
      say('screening.agreement'),
      [
        { label: say('screening.screeners'), kind: 'text' },
        { label: say('screening.compared'), kind: 'number' },
        { label: say('screening.kappa'), kind: 'number' },
        { label: say('screening.ac1'), kind: 'number' },
      ],
      agreement.map(({ first, second, compared, kappa, ac1 }) => [
        { show: say('screening.pair', { first, second }) },
        { show: compared },
        { show: number(kappa) },
        { show: number(ac1) },
      ]),
    )
  }${
    stage === 'title-abstract' &&
    html`<p>${sayText(language, 'evidence.screen.signals')}</p><ul><li>${sayText(language, 'evidence.signal.run', { count: irrelevantRun.length })}</li><li>${
      isUnknown(recallTest)
        ? sayText(language, `unknown.${recallTest.reason}`, recallTest.params)
        : sayText(language, 'evidence.signal.recall', {
            p: recallTest.p.toFixed(4),
            recall: Math.round(100 * recallTest.recall),
          })
    }</li><li>${sayText(language, 'evidence.signal.safe', {
      met: safe.conditions.filter(({ met }) => met === true).length,
      of: safe.conditions.length,
    })}<ul>${safeWords(safe, language).map((line) => html`<li>${line}</li>`)}</ul></li></ul>`
  }`;
}
