import {
  type ActionState,
  type Alarm,
  type AlertCase,
  alertCases,
  isOpen,
  type LedgerEntry,
  type SeasonResult,
} from '../../control/index.ts';

/** An alert that concerns a season: raised in it, or open from before when it was closed. */
export interface SeasonAlert {
  readonly alarm: Alarm;
  readonly isNew: boolean;
  /** Where it stood when the season was closed, and where it stands in the history now. */
  readonly atClose: ActionState;
  readonly now: AlertCase;
  readonly history: readonly LedgerEntry[];
}

/**
 * Alerts of a season: those it raised, by rank, then those still open from before.
 *
 * @param alarms of all seasons up to this one
 * @param entries the whole history; lines after the close of the season tell how things stand now
 * @param today ISO date
 */
export function seasonAlerts(
  season: Pick<SeasonResult, 'year'>,
  alarms: readonly Alarm[],
  entries: readonly LedgerEntry[],
  today: string,
): readonly SeasonAlert[] {
  const closed = new Map(
    alertCases(untilClose(entries, season.year), today).map((one) => [one.alert, one.state]),
  );
  const byId = new Map(alarms.map((alarm) => [alarm.id, alarm]));
  const of = new Map<string, LedgerEntry[]>();
  for (const entry of entries)
    if (entry.alert !== null) of.set(entry.alert, [...(of.get(entry.alert) ?? []), entry]);
  return alertCases(entries, today)
    .flatMap((now): SeasonAlert[] => {
      const alarm = byId.get(now.alert);
      const stood = closed.get(now.alert);
      if (alarm === undefined || stood === undefined) return [];
      const isNew = alarm.year === season.year;
      if (!isNew && !isOpen(stood)) return [];
      return [{ alarm, isNew, atClose: stood, now, history: of.get(now.alert) ?? [] }];
    })
    .sort(
      (a, b) =>
        Number(b.isNew) - Number(a.isNew) ||
        Number(b.alarm.shown) - Number(a.alarm.shown) ||
        b.alarm.rank - a.alarm.rank ||
        (a.alarm.id < b.alarm.id ? -1 : 1),
    );
}

/** Line that closed a season; null where the history holds none. */
export function closingLine(entries: readonly LedgerEntry[], year: number): LedgerEntry | null {
  return entries.find(({ kind, detail }) => kind === 'season-closed' && detail['season'] === year) ?? null;
}

/** The history as it was when a season was closed; whole where no line says so. */
export function untilClose(entries: readonly LedgerEntry[], year: number): readonly LedgerEntry[] {
  const closed = closingLine(entries, year);
  return closed === null ? entries : entries.filter(({ seq }) => seq <= closed.seq);
}
