import {
  type Candidate,
  climateOf,
  courseOfPackage,
  type Learned,
  LIKELY,
  type Library,
  naturalCourse,
  type PlanUnit,
  readyMonth,
  withoutAt,
} from '../../plan/index.ts';
import type { UnitPromise } from '../forecast/types.ts';

/** Relative spread of an asymptote where nothing states one. Unverified default of control. */
export const ASYMPTOTE_SPREAD = 0.15;
/** Relative spread of a rate where no measure states one. Unverified default of control. */
export const RATE_SPREAD = 0.4;

/** Part of a year at which a picture of its season shows the land, where nobody says: the middle of a northern growing season. */
export const SEASON_AT = 0.55;

/** Units of one damage class in one climate learn from each other. */
export function zoneOf(unit: Pick<PlanUnit, 'damage' | 'aridity'>): string {
  return `${climateOf(unit as PlanUnit)}/${unit.damage ?? 'other'}`;
}

/**
 * What a plan promises of one unit: the course without works until they stand, and with them from then on.
 *
 * @param times `now`: closeness then, the one the plan was made with where absent; `seasonAt`: part of a year at which its season is seen
 * @param choice candidate and start year; null: the land goes its own way
 */
export function promiseOf(
  unit: PlanUnit,
  choice: { readonly candidate: Candidate; readonly year: number } | null,
  library: Library,
  times: {
    readonly from: number;
    readonly now?: number;
    readonly acceptanceYears: number;
    readonly seasonAt?: number;
  },
  learned?: Learned,
): UnitPromise {
  const seen = times.now === undefined ? unit : { ...unit, recoveryNow: Math.min(1, Math.max(0, times.now)) };
  const base = {
    unit: unit.id,
    areaHa: unit.areaHa,
    zone: zoneOf(unit),
    from: times.from,
  };
  if (choice === null) {
    const { now, without } = naturalCourse(seen, library, LIKELY.draw);
    return {
      ...base,
      package: null,
      measure: null,
      startYear: null,
      readyAt: null,
      now,
      before: without,
      after: null,
      survival: 1,
      spread: { rate: RATE_SPREAD, asymptote: ASYMPTOTE_SPREAD },
      acceptanceYear: null,
    };
  }
  const { one, tasks } = choice.candidate;
  // Years count from season to season: works of month m stand m / 12 - seasonAt years after the season of their year.
  const readyAt = choice.year + readyMonth(tasks) / 12 - (times.seasonAt ?? SEASON_AT);
  const course = courseOfPackage(seen, one, library, Math.max(0, readyAt - times.from), LIKELY.draw, learned);
  const establishes = one.establishing?.establishes;
  return {
    ...base,
    package: one.id,
    measure: establishes === undefined ? null : one.establishing!.id,
    startYear: choice.year,
    readyAt,
    now: course.now,
    before: course.without,
    after: course.with,
    survival: course.survival,
    spread: {
      rate: establishes === undefined ? RATE_SPREAD : triangleSpread(establishes.rate),
      asymptote: ASYMPTOTE_SPREAD,
    },
    acceptanceYear: Math.ceil(readyAt) + times.acceptanceYears,
    ...(learned === undefined || establishes === undefined
      ? {}
      : { learned: learned(unit, one.establishing!.id) }),
  };
}

/** Closeness by year as it was promised, expectation over survival; years before `from` are left out. */
export function promisedCloseness(promise: UnitPromise, year: number): number {
  const { now, before, after, survival, readyAt, from } = promise;
  const course = { now, without: before, with: before, survival, readyAfter: 0 };
  const without = withoutAt(course, year - from);
  if (after === null || readyAt === null || year <= readyAt) return without;
  const start = withoutAt(course, Math.max(0, readyAt - from));
  const grown =
    after.asymptote - (after.asymptote - start) * Math.exp(-after.rate * (year - Math.max(readyAt, from)));
  return survival * grown + (1 - survival) * without;
}

/** Standard deviation of a triangular distribution over its likely figure. */
function triangleSpread([low, likely, high]: readonly [number, number, number]): number {
  const variance =
    (low * low + likely * likely + high * high - low * likely - low * high - likely * high) / 18;
  return likely > 0 ? Math.sqrt(variance) / likely : RATE_SPREAD;
}
