import type { Language } from '@aftermine/science/base';
import { say } from '@aftermine/science/base';
import type { ReportedProblem } from '../../ports/index.ts';
import { type Html, html, raw } from '../observation-report/html.ts';

/** Severity by shape as well as colour: an octagon, a triangle, a circle, a tick for what was accepted. */
const SHAPES = {
  'must-fix':
    '<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor"/><path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" stroke="#fff" stroke-width="1.8"/>',
  'can-fix':
    '<path d="M8 1 15.5 14.5H.5z" fill="currentColor"/><path d="M8 6v4" stroke="#fff" stroke-width="1.8"/><circle cx="8" cy="12.3" r="1.1" fill="#fff"/>',
  'just-know':
    '<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M8 7v5" stroke="#fff" stroke-width="1.8"/><circle cx="8" cy="4.4" r="1.1" fill="#fff"/>',
  accepted:
    '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M4.8 8.3 7 10.5l4.2-5" fill="none" stroke="currentColor" stroke-width="1.8"/>',
} as const;

export type Standing = keyof typeof SHAPES;

export function standingOf({ accepted, severity }: ReportedProblem): Standing {
  return accepted ? 'accepted' : severity;
}

/** Icon and words of a severity. */
export function severityMark(language: Language, standing: Standing): Html {
  const words = say(language, standing === 'accepted' ? 'check.legacy' : `severity.${standing}`);
  return html`<span class="severity ${standing}">${raw(`<svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">${SHAPES[standing]}</svg>`)}${words}</span>`;
}
