import { AftermineError } from '@aftermine/science/base';
import {
  type Alarm,
  type AlertCase,
  alertCases,
  falseAlarmRate,
  isOpen,
  type LedgerEntry,
} from '@aftermine/science/control';
import type { Workbench } from '../../ports/index.ts';
import type { Project } from '../open-project.ts';
import { soundHistory } from './history.ts';

/** An alarm and what became of it. */
export interface Alert {
  readonly alarm: Alarm;
  readonly case: AlertCase;
  /** Name of the unit; null where it has none. */
  readonly name: string | null;
  readonly history: readonly LedgerEntry[];
}

export interface AlertList {
  readonly alerts: readonly Alert[];
  readonly open: number;
  /** Dismissed as false alarms, of all that somebody decided on; null before that. */
  readonly falseAlarmRate: number | null;
}

/**
 * Alerts of a project, open ones first, by rank.
 *
 * @throws NotFound `E-CTL-310` before the first season; what `soundHistory` throws
 */
export async function alertList(workbench: Workbench, { dir }: Project): Promise<AlertList> {
  const store = await workbench.openStore(dir);
  try {
    const [seasons, alarms, site] = await Promise.all([store.seasons(), store.alarms(), store.site()]);
    if (seasons.length === 0) throw new AftermineError('NotFound', 'E-CTL-310', { where: dir });
    const entries = await soundHistory(workbench, store, dir);
    const cases = alertCases(entries, new Date(workbench.clock.now()).toISOString());
    const byId = new Map(alarms.map((alarm) => [alarm.id, alarm]));
    const names = new Map(site?.units.map(({ id, name }) => [id, name]) ?? []);
    const alerts = cases.flatMap((one): Alert[] => {
      const alarm = byId.get(one.alert);
      return alarm === undefined
        ? []
        : [
            {
              alarm,
              case: one,
              name: alarm.unit === null ? null : (names.get(alarm.unit) ?? null),
              history: entries.filter(({ alert }) => alert === one.alert),
            },
          ];
    });
    alerts.sort(
      (a, b) =>
        Number(isOpen(b.case.state)) - Number(isOpen(a.case.state)) ||
        Number(b.alarm.shown) - Number(a.alarm.shown) ||
        b.alarm.rank - a.alarm.rank,
    );
    return {
      alerts,
      open: alerts.filter((one) => isOpen(one.case.state)).length,
      falseAlarmRate: falseAlarmRate(cases),
    };
  } finally {
    await store.close();
  }
}
