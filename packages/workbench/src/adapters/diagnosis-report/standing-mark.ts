import { type Language, say } from '@aftermine/science/base';
import { type Html, html, raw } from '../observation-report/html.ts';
import type { UnitStanding } from './diagnosis-page.ts';

/** A standing by shape as well as colour: octagon, triangle, diamond, question mark, tick. */
const SHAPES: Readonly<Record<UnitStanding, string>> = {
  critical:
    '<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor"/><path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" stroke="#fff" stroke-width="1.8"/>',
  major:
    '<path d="M8 1 15.5 14.5H.5z" fill="currentColor"/><path d="M8 6v4" stroke="#fff" stroke-width="1.8"/><circle cx="8" cy="12.3" r="1.1" fill="#fff"/>',
  minor: '<path d="M8 1.5 14.5 8 8 14.5 1.5 8z" fill="currentColor"/>',
  open: '<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6 6.2a2 2 0 1 1 2.6 2c-.5.2-.6.5-.6 1.1" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cx="8" cy="11.6" r=".9" fill="currentColor"/>',
  clean: '<path d="M3 8.6 6.4 12 13 4.6" fill="none" stroke="currentColor" stroke-width="2.2"/>',
};

export function standingIcon(standing: UnitStanding, size = 15): string {
  return `<svg viewBox="0 0 16 16" width="${size}" height="${size}" aria-hidden="true">${SHAPES[standing]}</svg>`;
}

/** Icon and words; `one` where it stands for one finding, not for a unit. */
export function standingMark(language: Language, standing: UnitStanding, one = false): Html {
  const words = one && standing === 'open' ? 'open-question' : standing;
  return html`<span class="severity s-${standing}">${raw(standingIcon(standing))}${say(language, `unit-standing.${words}`)}</span>`;
}
