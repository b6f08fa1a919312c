import { normalQuantile, type Unknown } from '../../base/index.ts';
import type { Alarm, AlarmKind, FanYear, FilterYear, UnitSeason } from '../../control/index.ts';
import type { SeasonTrace } from './season-trace.ts';

/** Share of a normal distribution within the band that figures show on either side of the mean, as a quantile. */
const BAND = normalQuantile(0.9);

/** A year in which a unit was seen: closeness with the ends of its 80 % error bar. */
export interface FigureSighting {
  readonly year: number;
  readonly seen: number;
  readonly low: number;
  readonly high: number;
  readonly pixels: number;
  readonly validShare: number;
}

/** What the filter made of a season: what it expected before, and what it holds after, each with its 80 % band. */
export interface FigureYear {
  readonly year: number;
  readonly expected: number;
  readonly expectedLow: number;
  readonly expectedHigh: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The course of a unit as data: what is drawn, nothing about how. Closeness to the reference, 1 is level with it. */
export interface UnitFigure {
  readonly unit: string;
  readonly first: number;
  readonly season: number;
  readonly last: number;
  /** Top of the value axis; its foot is 0. */
  readonly top: number;
  readonly target: number;
  readonly acceptanceYear: number | null;
  /** First season in which the works stand. */
  readonly worksFrom: number | null;
  readonly sightings: readonly FigureSighting[];
  readonly unseen: readonly { readonly year: number; readonly reason: Unknown | null }[];
  readonly filtered: readonly FigureYear[];
  /** The promise in force, from the year it was worked out in. */
  readonly promised: readonly { readonly year: number; readonly closeness: number }[];
  /** What promises of before told for the seasons they were in force. */
  readonly promisedBefore: readonly { readonly year: number; readonly closeness: number }[];
  /** The course as it was promised when the programme was adopted; empty where it still holds. */
  readonly adopted: readonly { readonly year: number; readonly closeness: number }[];
  readonly fan: readonly FanYear[];
  readonly alarms: readonly { readonly year: number; readonly kind: AlarmKind }[];
}

export interface UnitFigureFacts {
  readonly year: number;
  readonly target: number;
  /** Seasons before, oldest first. */
  readonly earlier: readonly SeasonTrace[];
  /** Alarms on this unit up to the season. */
  readonly alarms: readonly Pick<Alarm, 'year' | 'kind'>[];
}

/**
 * The figure of a unit. Where a unit was promised anew its filter began anew: years before are shown as they were told then.
 *
 *     band = mean +- 1.2816 sd
 */
export function unitFigure(unit: UnitSeason, { year, target, earlier, alarms }: UnitFigureFacts): UnitFigure {
  const sightings = new Map<number, FigureSighting>();
  const reasons = new Map<number, Unknown>();
  for (const one of unit.sightings) {
    if (one.closeness === null) {
      reasons.set(one.year, one.unknown);
      continue;
    }
    const error = BAND * Math.sqrt(one.variance);
    sightings.set(one.year, {
      year: one.year,
      seen: one.closeness,
      low: Math.max(0, one.closeness - error),
      high: one.closeness + error,
      pixels: one.pixels,
      validShare: one.validShare,
    });
  }
  const told = new Map<number, FilterYear>();
  for (const trace of earlier) {
    const then = trace.told.get(unit.unit);
    if (then !== undefined) told.set(then.year, then);
  }
  for (const one of unit.filter) told.set(one.year, one);
  const adopted = earlier[0]?.adopted.get(unit.unit) ?? [];
  const from = unit.promised[0]?.year ?? year;
  const promisedBefore = earlier.flatMap((trace) => {
    const closeness = trace.promised.get(unit.unit);
    return closeness === undefined || trace.year >= from ? [] : [{ year: trace.year, closeness }];
  });
  const { acceptanceYear, readyAt } = unit.promise;
  const years = [
    ...sightings.keys(),
    ...unit.promised.map((one) => one.year),
    ...adopted.map((one) => one.year),
  ];
  const first = Math.min(year, ...years);
  const last = Math.max(year, acceptanceYear ?? year, unit.fan.at(-1)?.year ?? year);
  const within = <T extends { readonly year: number }>(all: readonly T[]): T[] =>
    all.filter((one) => one.year >= first && one.year <= last).sort((a, b) => a.year - b.year);
  const seen = within([...sightings.values()]);
  const filtered = within([...told.values()].map(figureYear));
  const values = [
    1,
    target,
    ...seen.map(({ high }) => high),
    ...filtered.map(({ high }) => high),
    ...unit.promised.map(({ closeness }) => closeness),
    ...unit.fan.map(({ p90 }) => p90),
  ];
  const unseen = [];
  for (let at = first + 1; at <= year; at += 1)
    if (!sightings.has(at)) unseen.push({ year: at, reason: reasons.get(at) ?? null });
  return {
    unit: unit.unit,
    first,
    season: year,
    last,
    top: Math.ceil(Math.max(...values) * 5 - 1e-9) / 5,
    target,
    acceptanceYear,
    worksFrom: readyAt === null ? null : Math.max(first, Math.ceil(readyAt)),
    sightings: seen,
    unseen,
    filtered,
    promised: within(unit.promised),
    promisedBefore: within(promisedBefore),
    adopted: isSameCourse(adopted, [...promisedBefore, ...unit.promised]) ? [] : within(adopted),
    fan: unit.fan,
    alarms: within(alarms.map(({ year: at, kind }) => ({ year: at, kind }))),
  };
}

function figureYear({ year, expected, expectedSd, state }: FilterYear): FigureYear {
  const [mean] = state.mean;
  const [wide, error] = [BAND * expectedSd, BAND * Math.sqrt(state.covariance[0])];
  return {
    year,
    expected,
    expectedLow: Math.max(0, expected - wide),
    expectedHigh: expected + wide,
    mean,
    low: Math.max(0, mean - error),
    high: mean + error,
  };
}

/** Whether two courses agree to a thousandth in every year that both tell of. */
function isSameCourse(one: UnitSeason['promised'], other: UnitSeason['promised']): boolean {
  const known = new Map(other.map(({ year, closeness }) => [year, closeness]));
  return one.every(({ year, closeness }) => Math.abs((known.get(year) ?? closeness) - closeness) < 1e-3);
}
