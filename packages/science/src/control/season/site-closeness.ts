import type { UnitSeason } from './season-record.ts';

/** How close a site stands to its reference. */
export interface SiteCloseness {
  /** 0..1; null where no unit was seen. */
  readonly closeness: number | null;
  /** Units it rests on. */
  readonly units: number;
  readonly areaHa: number;
}

/**
 * Closeness of a site to its reference: sum(A min(1, max(0, r))) / sum(A) over the units that were seen, r the filtered closeness of
 * each in its last season. The one definition of wheel, scorecard and pages: by area, so that a small unit weighs little, and at most
 * 1 each, so that land greener than the reference does not make up for bare land.
 */
export function siteCloseness(units: readonly Pick<UnitSeason, 'areaHa' | 'filter'>[]): SiteCloseness {
  const seen = units.filter(({ filter }) => filter.some((year) => year.seen !== null));
  return {
    closeness: meanByArea(seen, ({ filter }) => atMostOne(filter.at(-1)!.state.mean[0])),
    units: seen.length,
    areaHa: seen.reduce((sum, { areaHa }) => sum + areaHa, 0),
  };
}

/** A closeness as it counts in a mean: 0..1. */
export function atMostOne(closeness: number): number {
  return Math.min(1, Math.max(0, closeness));
}

/** Mean weighted by area; null without area. */
export function meanByArea<T extends { readonly areaHa: number }>(
  items: readonly T[],
  of: (item: T) => number,
): number | null {
  let [sum, area] = [0, 0];
  for (const item of items) {
    sum += item.areaHa * of(item);
    area += item.areaHa;
  }
  return area > 0 ? sum / area : null;
}
