import { isOpen } from '@aftermine/science/control';
import type { Alert } from './alert-data.ts';

/** Alerts of one place. */
export interface SiteGroup {
  /** Empty outside all units. */
  readonly site: string;
  readonly alerts: readonly Alert[];
}

/** The inbox in three parts: what to look at first, what is folded, what was answered. */
export interface Inbox {
  readonly first: readonly SiteGroup[];
  readonly folded: readonly SiteGroup[];
  readonly answered: readonly Alert[];
}

/**
 * Sorts an inbox: open alerts by rank (severity x exposure x confidence), the first few to look at and the rest folded, either by site;
 * answered ones last, the latest answer first.
 *
 * @param attention how many are looked at first
 */
export function sortInbox(alerts: readonly Alert[], attention: number): Inbox {
  const open = alerts
    .filter((one) => isOpen(one.case.state))
    .sort((a, b) => b.alarm.rank - a.alarm.rank || (a.alarm.id < b.alarm.id ? -1 : 1));
  return {
    first: bySite(open.slice(0, attention)),
    folded: bySite(open.slice(attention)),
    answered: alerts
      .filter((one) => !isOpen(one.case.state))
      .sort((a, b) => (a.case.since < b.case.since ? 1 : -1)),
  };
}

/** Groups keep the order of their highest rank. */
function bySite(alerts: readonly Alert[]): readonly SiteGroup[] {
  const groups = new Map<string, Alert[]>();
  for (const one of alerts) groups.set(one.alarm.site, [...(groups.get(one.alarm.site) ?? []), one]);
  return [...groups].map(([site, of]) => ({ site, alerts: of }));
}
