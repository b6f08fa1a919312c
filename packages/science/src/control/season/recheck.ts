import type { AlertCase, LedgerDraft } from '../actions/index.ts';
import { ITSELF } from '../actions/index.ts';
import type { Alarm } from '../alarms/types.ts';
import type { FilterYear } from '../forecast/types.ts';

/** A re-check that a season decides. */
export interface Recheck {
  readonly alert: string;
  readonly passed: boolean;
  readonly unit: string | null;
}

/**
 * What the pictures of a season say of alerts that wait for a re-check: passed where no alarm of the season concerns the unit any
 * more and its closeness is not below that of the season before by more than its standard deviation; not decided where the unit
 * was not seen. A disturbance outside all units passes when the season shows no further one at the same site.
 */
export function recheckCases(
  cases: readonly AlertCase[],
  alarms: ReadonlyMap<string, Alarm>,
  raised: readonly Alarm[],
  filters: ReadonlyMap<string, readonly FilterYear[]>,
  year: number,
): readonly Recheck[] {
  return cases.flatMap(({ alert, state, recheckFrom }): Recheck[] => {
    if (state !== 'recheck' || recheckFrom === null || recheckFrom > year) return [];
    const alarm = alarms.get(alert);
    if (alarm === undefined) return [];
    if (alarm.unit === null)
      return [
        {
          alert,
          unit: null,
          passed: !raised.some(({ unit, site }) => unit === null && site === alarm.site),
        },
      ];
    const filter = filters.get(alarm.unit) ?? [];
    const last = filter.at(-1);
    if (last === undefined || last.seen === null) return [];
    const before = filter.at(-2)?.state.mean[0] ?? last.expected;
    const steady = last.state.mean[0] >= before - Math.sqrt(last.state.covariance[0]);
    return [{ alert, unit: alarm.unit, passed: steady && !raised.some(({ unit }) => unit === alarm.unit) }];
  });
}

/** Lines of the history that re-checks write. */
export function recheckLines(checks: readonly Recheck[], year: number): readonly Omit<LedgerDraft, 'at'>[] {
  return checks.map(({ alert, passed }) => ({
    by: ITSELF,
    kind: passed ? 'recheck-passed' : 'recheck-failed',
    alert,
    detail: { season: year },
  }));
}
