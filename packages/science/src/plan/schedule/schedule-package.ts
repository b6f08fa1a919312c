import { AftermineError } from '../../base/index.ts';
import type { Measure } from '../library/index.ts';

/** One measure in time: months are counted from January of the start year (0). */
export interface PackageTask {
  readonly measure: string;
  readonly startMonth: number;
  readonly endMonth: number;
  readonly after: readonly string[];
}

/** What is done before what, where the library says nothing more. */
const FAMILY_ORDER: readonly Measure['family'][] = [
  'management',
  'contamination',
  'earthworks',
  'drainage',
  'soil',
  'water',
  'vegetation',
];

/**
 * Puts the measures of a package in time: families one after another (survey, contamination, earthworks, drainage, soil, water,
 * plants), `after` of the library within and across them, and each begins in its season: planting waits for the next spring where
 * earthworks end in summer.
 *
 * @returns in the order in which they begin
 * @throws InvalidInput `E-PLN-301` where measures wait for each other
 */
export function schedulePackage(measures: readonly Measure[]): readonly PackageTask[] {
  const ids = new Set(measures.map(({ id }) => id));
  const done = new Map<string, PackageTask>();
  const left = [...measures].sort(
    (a, b) => FAMILY_ORDER.indexOf(a.family) - FAMILY_ORDER.indexOf(b.family) || (a.id < b.id ? -1 : 1),
  );
  while (left.length > 0) {
    const next = left.findIndex((measure) => measure.after.every((id) => !ids.has(id) || done.has(id)));
    if (next < 0)
      throw new AftermineError('InvalidInput', 'E-PLN-301', { where: left.map(({ id }) => id).join(', ') });
    const measure = left.splice(next, 1)[0]!;
    const rank = FAMILY_ORDER.indexOf(measure.family);
    const before = [...done.values()].filter(({ measure: id }) => {
      const other = measures.find((one) => one.id === id)!;
      return measure.after.includes(id) || FAMILY_ORDER.indexOf(other.family) < rank;
    });
    const free = Math.max(0, ...before.map(({ endMonth }) => endMonth));
    const startMonth = nextInSeason(free, measure.months);
    const last = Math.max(0, ...before.map(({ endMonth }) => endMonth));
    done.set(measure.id, {
      measure: measure.id,
      startMonth,
      endMonth: startMonth + measure.durationMonths,
      after: before.filter(({ endMonth }) => endMonth === last).map(({ measure: id }) => id),
    });
  }
  return [...done.values()].sort((a, b) => a.startMonth - b.startMonth);
}

/** First moment from `month` on that lies in the season; a season may run over New Year. */
function nextInSeason(month: number, { from, to }: Measure['months']): number {
  const inSeason = (at: number): boolean => {
    const calendar = (Math.floor(at) % 12) + 1;
    return from <= to ? calendar >= from && calendar <= to : calendar >= from || calendar <= to;
  };
  if (inSeason(month)) return month;
  let at = Math.ceil(month);
  while (!inSeason(at)) at += 1;
  return at;
}
