import { isUnknown } from '../../base/index.ts';
import { mannKendall } from '../../series/index.ts';
import type { UnitSeason } from './season-record.ts';

/** Where the closeness of a unit goes. */
export type UnitCourse = 'rising' | 'flat' | 'falling';

/** Seasons that are looked back on. */
const SEASONS = 10;
const SIGNIFICANT = 0.05;

/**
 * Course of a unit beside its reference: the Mann-Kendall trend of its closeness over the last ten sightings, p < 0.05 two-sided.
 * An alarm comes first: lost again or standing still is falling. A recovered unit without a falling trend counts as rising. Closeness
 * is against the reference of the same season, so that a dry year is no fall.
 *
 * @returns null where it is not judged: not seen, waiting for its works, or too few sightings for a trend
 */
export function unitCourse({ state, sightings }: Pick<UnitSeason, 'state' | 'sightings'>): UnitCourse | null {
  if (state === 'not-seen' || state === 'waiting') return null;
  if (state === 'relapsed' || state === 'stalled') return 'falling';
  // The year of a promise comes first and may be one of the seasons: each year once, in order.
  const byYear = new Map(
    sightings.flatMap(({ year, closeness }) => (closeness === null ? [] : [[year, closeness] as const])),
  );
  const seen = [...byYear].sort(([a], [b]) => a - b).slice(-SEASONS);
  const trend = mannKendall(
    seen.map(([year]) => year),
    seen.map(([, closeness]) => closeness),
  );
  if (isUnknown(trend)) return null;
  if (trend.p < SIGNIFICANT && trend.slopePerYear < 0) return 'falling';
  if (state === 'recovered' || (trend.p < SIGNIFICANT && trend.slopePerYear > 0)) return 'rising';
  return 'flat';
}
