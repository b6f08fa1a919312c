import type { AlertCase } from '../actions/types.ts';

/**
 * Alerts dismissed as false alarms, of all that anybody looked at; null before anybody did. New alerts are not looked at yet, and a
 * dismissal for another reason (known, accepted) is no false alarm.
 */
export function falseAlarmRate(cases: readonly Pick<AlertCase, 'state' | 'dismissal'>[]): number | null {
  const looked = cases.filter(({ state }) => state !== 'new');
  if (looked.length === 0) return null;
  return looked.filter(({ dismissal }) => dismissal?.reason === 'false-alarm').length / looked.length;
}
