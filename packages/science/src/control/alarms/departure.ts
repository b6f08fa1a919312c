import type { Alarm, AlarmKind } from './types.ts';

/** One way in which a unit departs from what was expected of it, before it is weighed against others. */
export interface Departure {
  readonly kind: AlarmKind;
  /** Share of what was there, or expected, that is missing: 0..1. */
  readonly severity: number;
  /** How sure it is: 0..1. */
  readonly confidence: number;
  readonly params: Alarm['params'];
  readonly evidence: Alarm['evidence'];
}

/** Least closeness that a loss is held against. */
const LEAST_LEVEL = 0.2;

/** Severity of a loss of closeness. */
export function shareLost(loss: number, level: number): number {
  return Math.min(1, Math.max(0, loss / Math.max(LEAST_LEVEL, level)));
}

/** Whole percent of the reference. */
export function percent(closeness: number): number {
  return Math.round(100 * closeness);
}
