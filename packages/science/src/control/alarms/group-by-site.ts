import type { Alarm } from './types.ts';

/**
 * Alarms in the order in which they are told: sites by their highest rank, within a site by rank; the highest few of all are shown,
 * the rest is folded. Equal ranks stand in the order of their ids, so that the order never depends on that of the input.
 */
export function groupBySite(alarms: readonly Omit<Alarm, 'shown'>[], most: number): readonly Alarm[] {
  const byRank = (a: Omit<Alarm, 'shown'>, b: Omit<Alarm, 'shown'>): number =>
    b.rank - a.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const ranked = [...alarms].sort(byRank);
  const shown = new Set(ranked.slice(0, most));
  const sites = new Map<string, Alarm[]>();
  for (const one of ranked) {
    const alarm = { ...one, shown: shown.has(one) };
    const site = sites.get(one.site);
    if (site === undefined) sites.set(one.site, [alarm]);
    else site.push(alarm);
  }
  return [...sites.values()].flat();
}
