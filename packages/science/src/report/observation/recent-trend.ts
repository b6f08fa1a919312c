import { isUnknown } from '../../base/index.ts';
import type { UnitTrajectory, ZoneYear } from '../../observe/index.ts';
import { mannKendall } from '../../series/index.ts';

/** Trend since the last turning point. */
export interface RecentTrend {
  readonly since: number;
  readonly n: number;
  readonly p: number;
  readonly slopePerYear: number;
  readonly slopeLow: number;
  readonly slopeHigh: number;
}

/** Fewer years after a turning point are not called a trend. */
export const MIN_RECENT_YEARS = 6;

/**
 * Mann-Kendall and Theil-Sen from the last turning point of the segmentation to the end. The first year is chosen by the
 * data, so p is smaller than it would be for a year fixed beforehand; documents say so.
 *
 * @param years of the index to test, which need not be the segmented one
 * @returns null without an inner turning point, or with fewer than `MIN_RECENT_YEARS` values after it
 */
export function recentTrend(trajectory: UnitTrajectory, years: readonly ZoneYear[]): RecentTrend | null {
  const turn = trajectory.vertices.length < 3 ? undefined : trajectory.vertices.at(-2);
  if (turn === undefined) return null;
  const known = years.filter((year) => year.year >= turn.year && year.median !== null);
  if (known.length < MIN_RECENT_YEARS) return null;
  const trend = mannKendall(
    known.map(({ year }) => year),
    known.map(({ median }) => median as number),
  );
  if (isUnknown(trend)) return null;
  const { n, p, slopePerYear } = trend;
  return {
    since: turn.year,
    n,
    p,
    slopePerYear,
    slopeLow: trend.slopeLow ?? slopePerYear,
    slopeHigh: trend.slopeHigh ?? slopePerYear,
  };
}
