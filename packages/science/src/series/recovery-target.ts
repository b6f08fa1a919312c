import { type Unknown, unknown } from '../base/index.ts';
import type { YearlyValues } from './recovery-metrics.ts';
import { medianOf } from './theil-sen.ts';

export type TargetMethod = 'historic' | 'windowed' | 'reference';

/** Years before the disturbance that the historic target looks at. */
export const HISTORIC_YEARS = 2;
/** Years before the disturbance that the windowed target looks at. */
export const WINDOW_YEARS = 5;

/**
 * What recovery is measured against.
 *
 * - `historic`: median of the two years before the disturbance
 * - `windowed`: median of the five years before the disturbance, for noisy or drought-ridden histories
 * - `reference`: median, over the years from `from` on, of the reference areas: a moving band, since the weather
 *   moves damaged and sound land alike
 *
 * @param series the polygon itself, or for `reference` the reference areas
 * @param from disturbance year; for `reference` the restoration year
 * @returns the target, or unknown `no-target-years`
 * @source PEOPLE-ER/spectral-recovery
 */
export function recoveryTarget(method: TargetMethod, series: YearlyValues, from: number): number | Unknown {
  const span = method === 'windowed' ? WINDOW_YEARS : HISTORIC_YEARS;
  const wanted = (year: number): boolean =>
    method === 'reference' ? year >= from : year < from && year >= from - span;
  const values = series.years.flatMap((year, i) =>
    wanted(year) && Number.isFinite(series.values[i]!) ? [series.values[i]!] : [],
  );
  return values.length === 0 ? unknown('no-target-years', { from }) : medianOf(values);
}
