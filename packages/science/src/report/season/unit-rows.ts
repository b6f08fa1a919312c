import { isUnknown, normalQuantile, type Unknown } from '../../base/index.ts';
import type { SeasonResult, UnitSeason, UnitSeasonState } from '../../control/index.ts';

/** One unit in a line of the table, or of the inbox. */
export interface UnitRow {
  readonly unit: string;
  readonly name: string | null;
  readonly areaHa: number;
  readonly state: UnitSeasonState;
  /** Closeness as seen this season, and the pixels that told it; null where it was not seen. */
  readonly seen: number | null;
  readonly pixels: number;
  readonly validShare: number;
  /** Closeness as the filter holds it with its 80 % band; null before anything was seen. */
  readonly held: { readonly mean: number; readonly low: number; readonly high: number } | null;
  readonly promised: number | null;
  /** Held less promised. */
  readonly departure: number | null;
  readonly package: string | null;
  readonly startYear: number | null;
  readonly acceptanceYear: number | null;
  /** What was promised for the year of acceptance. */
  readonly promisedThen: number | null;
  readonly reach: number | Unknown;
  readonly alarms: number;
}

const BAND = normalQuantile(0.9);

/** What the season says of one unit, in figures. */
export function unitRow(unit: UnitSeason, year: number): UnitRow {
  const sighting = unit.sightings.find((one) => one.year === year);
  const last = unit.filter.at(-1);
  const error = last === undefined ? 0 : BAND * Math.sqrt(last.state.covariance[0]);
  const held =
    last === undefined
      ? null
      : {
          mean: last.state.mean[0],
          low: Math.max(0, last.state.mean[0] - error),
          high: last.state.mean[0] + error,
        };
  const at = (when: number | null): number | null =>
    unit.promised.find((one) => one.year === when)?.closeness ?? null;
  const promised = at(year);
  const { package: id, startYear, acceptanceYear } = unit.promise;
  return {
    unit: unit.unit,
    name: unit.name,
    areaHa: unit.areaHa,
    state: unit.state,
    seen: sighting?.closeness ?? null,
    pixels: sighting === undefined || sighting.closeness === null ? 0 : sighting.pixels,
    validShare: sighting === undefined || sighting.closeness === null ? 0 : sighting.validShare,
    held,
    promised,
    departure: held === null || promised === null ? null : held.mean - promised,
    package: id,
    startYear,
    acceptanceYear,
    promisedThen: at(acceptanceYear),
    reach: unit.reach,
    alarms: unit.alarms.length,
  };
}

/** Places of states in a list, what needs somebody first. */
export const STATE_ORDER: readonly UnitSeasonState[] = [
  'relapsed',
  'stalled',
  'behind',
  'not-seen',
  'waiting',
  'on-course',
  'ahead',
  'recovered',
];

/** Units by state with their land, in `STATE_ORDER`; states that no unit has are left out. */
export function stateTally(
  units: readonly Pick<UnitSeason, 'state' | 'areaHa'>[],
): readonly { readonly state: UnitSeasonState; readonly units: number; readonly areaHa: number }[] {
  return STATE_ORDER.flatMap((state) => {
    const of = units.filter((one) => one.state === state);
    return of.length === 0
      ? []
      : [{ state, units: of.length, areaHa: of.reduce((sum, { areaHa }) => sum + areaHa, 0) }];
  });
}

/**
 * Units that get a sheet where there is not room for all: those with alarms first, then those whose choice changed or that are
 * mended, then those whose works have begun, then the rest; within each the larger land first.
 */
export function sheetUnits(
  { units, year, replan }: Pick<SeasonResult, 'units' | 'year' | 'replan'>,
  limit: number,
): ReadonlySet<string> {
  if (units.length <= limit) return new Set(units.map(({ unit }) => unit));
  const moved = new Set([
    ...(replan?.changes ?? []).map(({ unit }) => unit),
    ...(replan?.repairs ?? []).map(({ unit }) => unit),
  ]);
  const rank = ({ unit, alarms, promise: { startYear } }: UnitSeason): number => {
    if (alarms.length > 0) return 0;
    if (moved.has(unit)) return 1;
    return startYear !== null && startYear <= year ? 2 : 3;
  };
  return new Set(
    [...units]
      .sort((a, b) => rank(a) - rank(b) || b.areaHa - a.areaHa || (a.unit < b.unit ? -1 : 1))
      .slice(0, limit)
      .map(({ unit }) => unit),
  );
}

/** Chance of standing at the goal by land, over units that have one; null without any. */
export function meanReach(units: readonly Pick<UnitSeason, 'reach' | 'areaHa'>[]): number | null {
  let [sum, area] = [0, 0];
  for (const { reach, areaHa } of units) {
    if (isUnknown(reach)) continue;
    sum += reach * areaHa;
    area += areaHa;
  }
  return area > 0 ? sum / area : null;
}
