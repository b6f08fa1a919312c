import { type Language, say } from '@aftermine/science/base';
import type { UnitSeasonState } from '@aftermine/science/control';
import { type Html, html, raw } from '../observation-report/html.ts';

/** A state by shape as well as by colour, on a square of 16. */
const SHAPES: Readonly<Record<UnitSeasonState, string>> = {
  relapsed:
    '<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor"/><path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4" stroke="#fff" stroke-width="1.8"/>',
  stalled:
    '<path d="M1.5 1.5h13v13h-13z" fill="currentColor"/><path d="M6 5v6M10 5v6" stroke="#fff" stroke-width="2"/>',
  behind: '<path d="M8 15 .5 1.5h15z" fill="currentColor"/>',
  'not-seen':
    '<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="3 2"/><path d="M6 6.2a2 2 0 1 1 2.6 2c-.5.2-.6.5-.6 1.1" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cx="8" cy="11.6" r=".9" fill="currentColor"/>',
  waiting:
    '<circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 4v4l3 2" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  'on-course': '<path d="M3 8.6 6.4 12 13 4.6" fill="none" stroke="currentColor" stroke-width="2.2"/>',
  ahead: '<path d="M8 1 15.5 14.5H.5z" fill="none" stroke="currentColor" stroke-width="1.8"/>',
  recovered:
    '<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M4.4 8.3 7 11l4.8-5.4" fill="none" stroke="#fff" stroke-width="1.9"/>',
};

const TONES: Readonly<Record<UnitSeasonState, string>> = {
  relapsed: 'critical',
  stalled: 'major',
  behind: 'minor',
  'not-seen': 'open',
  waiting: 'open',
  'on-course': 'clean',
  ahead: 'clean',
  recovered: 'clean',
};

export function stateIcon(state: UnitSeasonState, size = 15): string {
  return `<svg viewBox="0 0 16 16" width="${size}" height="${size}" aria-hidden="true">${SHAPES[state]}</svg>`;
}

/** Class of the colour that goes with a state. */
export function stateTone(state: UnitSeasonState): string {
  return `s-${TONES[state]}`;
}

/** Icon and words. */
export function stateMark(language: Language, state: UnitSeasonState): Html {
  return html`<span class="severity ${stateTone(state)}">${raw(stateIcon(state))}${say(language, `unit-state.${state}`)}</span>`;
}
