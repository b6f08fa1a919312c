import { type Language, say } from '@aftermine/science/base';
import type { GateState } from '@aftermine/science/plan';
import { standingIcon } from '../diagnosis-report/standing-mark.ts';
import { type Html, html, raw } from '../observation-report/html.ts';

/** Shapes and colours of the diagnosis: tick, diamond, octagon, question mark. */
const STANDING = { pass: 'clean', conditional: 'minor', fail: 'critical', insufficient: 'open' } as const;

/** State of a gate as icon and word. */
export function gateMark(language: Language, state: GateState): Html {
  const standing = STANDING[state];
  return html`<span class="severity s-${standing}">${raw(standingIcon(standing, 14))}${say(language, `gate-verdict.${state}`)}</span>`;
}
