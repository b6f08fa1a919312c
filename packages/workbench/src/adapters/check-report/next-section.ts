import { type Html, html } from '../observation-report/html.ts';
import { section } from '../observation-report/page-parts.ts';
import type { CheckPage } from './check-page.ts';
import { standingOf } from './severity-mark.ts';

/** The commands that lead on: a page without a network cannot do it itself. */
export function nextSection({ report, say }: CheckPage): Html {
  const standings = new Set(report.problems.map(standingOf));
  const steps: { command: string | null; words: string }[] = [];
  if (standings.has('can-fix') || standings.has('must-fix'))
    steps.push({ command: 'aftermine check --fix', words: say('next.fix') });
  if (standings.has('must-fix')) {
    steps.push({ command: null, words: say('next.hand') });
    steps.push({ command: `aftermine check --accept --by ${say('your-name')}`, words: say('next.accept') });
  } else {
    steps.push({ command: 'aftermine observe', words: say('next.clean') });
  }
  return section(
    'next',
    say('next'),
    html`<ol class="steps">${steps.map(
      ({ command, words }) =>
        html`<li>${command !== null && html`<code>${command}</code>`}<span>${words}</span></li>`,
    )}</ol>`,
  );
}
