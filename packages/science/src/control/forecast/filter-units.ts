import type { ControlSettings } from '../settings.ts';
import { noiseSoFar, seasonMiddle, seasonSpread } from './common-season.ts';
import type { PooledPrior } from './curve-prior.ts';
import { beginWorks, STATE, startTracks } from './filter-tracks.ts';
import type { FilterCase } from './filter-unit.ts';
import { type PackedLooks, packLooks } from './packed-looks.ts';
import type { SeasonEffect } from './season-effect.ts';
import { correctSeason, departSeason, expectSeason, type SeasonPass } from './season-pass.ts';
import type { FilterState, FilterYear } from './types.ts';

/** What a season did to the units as a whole. */
export interface CommonSeason {
  readonly year: number;
  /** Units seen. */
  readonly units: number;
  readonly spread: number;
  readonly noise: number;
}

/** All units through the filter; arrays are season by season, units within; NaN stands for what is not there, inside only. */
export interface FilteredUnits {
  readonly firstYear: number;
  readonly toYear: number;
  readonly cases: readonly FilterCase[];
  readonly seasons: readonly CommonSeason[];
  /** Noise of all seasons as a multiple of that of the settings, for the season to come. */
  readonly noise: number;
  readonly expected: Float64Array;
  readonly expectedSd: Float64Array;
  readonly seen: Float64Array;
  readonly innovation: Float64Array;
  readonly common: Float64Array;
  /** States of the last seasons, from `statesFrom` on; nine numbers each. */
  readonly states: Float64Array;
  readonly statesFrom: number;
  /** Prior of the course each unit is on (packed), the years since it began, and whether works stand. */
  readonly priors: Float64Array;
  readonly since: Float64Array;
  readonly stands: Uint8Array;
  /** Whether a departure was ever believed on this course. */
  readonly opened: Uint8Array;
}

/**
 * `filterUnit` for all units of a programme at once, season after season, so that what a season did to all of them alike is known
 * when each is corrected: `commonShift`, `seasonSpread` and `noiseSoFar` give the effects. Equal to `filterUnit` under the same
 * effects to rounding.
 *
 * @param pooled by position in `cases`, what other units taught; none without it
 * @param keepStates how many of the last seasons keep their states; all without it
 * @param looks of the same cases up to the same year, where they were packed before
 */
export function filterUnits(
  cases: readonly FilterCase[],
  toYear: number,
  settings: ControlSettings['filter'],
  pooled?: readonly (PooledPrior | undefined)[],
  keepStates = Number.POSITIVE_INFINITY,
  looks: PackedLooks = packLooks(cases, toYear),
): FilteredUnits {
  const n = cases.length;
  const { firstYear, seen } = looks;
  const span = Math.max(0, toYear - firstYear + 1);
  const statesFrom = Math.max(firstYear, toYear + 1 - keepStates);
  const tracks = startTracks(cases, settings.curve, pooled);
  const blank = (): Float64Array => new Float64Array(span * n).fill(Number.NaN);
  const pass: SeasonPass = {
    looks,
    tracks,
    expected: blank(),
    expectedSd: blank(),
    innovation: blank(),
    common: blank(),
    departures: new Float64Array(n),
  };
  const states = new Float64Array(Math.max(0, toYear - statesFrom + 1) * n * STATE);
  const seasons: CommonSeason[] = [];
  let [loud, told] = [0, 0];
  for (let y = 0; y < span; y += 1) {
    const year = firstYear + y;
    const noise = noiseSoFar(loud, told);
    beginWorks(tracks, cases, year, settings, noise, pooled);
    expectSeason(pass, year, settings, noise);
    const units = departSeason(pass, year, noise);
    const middle = seasonMiddle(pass.departures, units);
    const spread = seasonSpread(pass.departures, middle);
    loud += correctSeason(pass, year, noise, spread, middle);
    told += units;
    seasons.push({ year, units, spread, noise });
    if (year >= statesFrom) states.set(tracks.at, (year - statesFrom) * n * STATE);
  }
  const { expected, expectedSd, innovation, common } = pass;
  const { priors, since, stands, opened } = tracks;
  return {
    firstYear,
    toYear,
    cases,
    seasons,
    noise: noiseSoFar(loud, told),
    expected,
    expectedSd,
    seen,
    innovation,
    common,
    states,
    statesFrom,
    priors,
    since,
    stands,
    opened,
  };
}

/** State of a unit after a season; null before its promise or where states were not kept. */
export function stateOf(filtered: FilteredUnits, unit: number, year: number): FilterState | null {
  const { states, statesFrom, cases } = filtered;
  if (year < statesFrom || year > filtered.toYear || year <= cases[unit]!.promise.from) return null;
  const o = ((year - statesFrom) * cases.length + unit) * STATE;
  const value = (i: number): number => states[o + i]!;
  return {
    year,
    mean: [value(0), value(1), value(2)],
    covariance: [value(3), value(4), value(5), value(6), value(7), value(8)],
  };
}

/** Seasons of one unit as records; states have to have been kept. */
export function yearsOf(filtered: FilteredUnits, unit: number): readonly FilterYear[] {
  const { firstYear, toYear, cases } = filtered;
  const years: FilterYear[] = [];
  for (let year = cases[unit]!.promise.from + 1; year <= toYear; year += 1) {
    const i = (year - firstYear) * cases.length + unit;
    const state = stateOf(filtered, unit, year);
    if (state === null) continue;
    const z = filtered.seen[i]!;
    const unseen = Number.isNaN(z);
    years.push({
      year,
      expected: filtered.expected[i]!,
      expectedSd: filtered.expectedSd[i]!,
      seen: unseen ? null : z,
      innovation: unseen ? null : filtered.innovation[i]!,
      common: filtered.common[i]!,
      state,
    });
  }
  return years;
}

/** What a season did to one unit, as `filterUnit` takes it. */
export function effectOn(filtered: FilteredUnits, unit: number, year: number): SeasonEffect {
  const { spread, noise } = filtered.seasons[year - filtered.firstYear]!;
  const i = (year - filtered.firstYear) * filtered.cases.length + unit;
  const sd = filtered.expectedSd[i]! / spread;
  return { shift: filtered.common[i]! === 0 ? 0 : filtered.common[i]! / sd, spread, noise };
}
