import { normalCdf } from '../../base/index.ts';
import { probabilityBelow, worksStand } from '../forecast/forecast-fan.ts';
import type { FilterYear, UnitPromise } from '../forecast/types.ts';
import { promisedCloseness } from '../replan/promises.ts';
import type { ControlSettings } from '../settings.ts';
import { type Departure, percent, shareLost } from './departure.ts';
import { goalOf } from './promise-doubt.ts';

/** What departures of one unit are judged with. */
export interface DepartureRules {
  readonly target: number;
  readonly filter: ControlSettings['filter'];
  readonly alarms: ControlSettings['alarms'];
}

/** Common effect, in standard deviations of the expectation, beyond which a season sets all units back or on alike. */
export const COMMON_SEASON = 1;
/** Standard deviations that a departure must have beyond its limit in such a season. Unverified default of control. */
export const COMMON_MARGIN = 1.5;
/** Standardised shortfall of progress that is a stall. Unverified default of control. */
const STALL = 2.33;

/**
 * Departures of one unit in its last season, from its filtered years:
 *
 *     sudden-loss     nu < -limit, or C passes its limit in one season
 *     drifting-below  C = max(0, C - nu - slack) passes its limit over more seasons; C begins again after each alarm
 *     relapse         had reached the target, and has lost so much of its highest closeness
 *     stall           no progress over so many seasons and no loss told in them, where z = (promised gain - gain) / sd passes 2.33
 *     behind-target   the chance of standing at the goal in the year of acceptance falls below its limit
 *
 * The last three are told in the season in which they begin to hold. In a season that sets all units back alike the limits of the
 * first two are 1.5 standard deviations further out, and the others wait: what is real is still there in the next season.
 *
 * @param years filtered seasons, ascending
 * @param resetYear season up to which departures were acted on: nothing before counts; null where nothing was
 * @source Page 1954, doi:10.1093/biomet/41.1-2.100 (cumulative sum)
 */
export function unitDepartures(
  promise: UnitPromise,
  years: readonly FilterYear[],
  resetYear: number | null,
  rules: DepartureRules,
): readonly Departure[] {
  const own = resetYear === null ? years : years.filter(({ year }) => year > resetYear);
  const last = own.at(-1);
  if (last === undefined || last.innovation === null) return [];
  const sum = cumulativeSums(own, rules.alarms).at(-1)!;
  const found: Departure[] = [];
  if (sum.sudden) found.push(suddenLoss(last, rules));
  else if (sum.passed) found.push(drifting(last, sum, rules));
  if (isCommon(last)) return found;
  const before = upToLastJudged(own);
  const begins = (holds: (years: readonly FilterYear[]) => Departure | null): void => {
    const now = holds(own);
    if (now !== null && (before.length === 0 || holds(before) === null)) found.push(now);
  };
  begins((seen) => relapse(seen, rules));
  begins((seen) => stall(promise, seen, rules));
  begins((seen) => behindTarget(promise, seen, rules));
  return found;
}

/** Whether a season set all units back, or on, alike. */
function isCommon({ common, expectedSd }: FilterYear): boolean {
  return Math.abs(common) > COMMON_SEASON * expectedSd;
}

/** The seasons up to the one before the last in which the unit could be judged. */
function upToLastJudged(years: readonly FilterYear[]): readonly FilterYear[] {
  for (let n = years.length - 1; n > 0; n -= 1) {
    const year = years[n - 1]!;
    if (year.innovation !== null && !isCommon(year)) return years.slice(0, n);
  }
  return [];
}

/** One season of the cumulative sum. */
interface SumYear {
  readonly sum: number;
  /** Seasons it has run, and the closeness that was missing in them. */
  readonly seasons: number;
  readonly missing: number;
  readonly sudden: boolean;
  readonly passed: boolean;
}

/** Cumulative sum of departures below expectation, season by season; seasons without a look leave it as it was. */
export function cumulativeSums(
  years: readonly FilterYear[],
  { innovation: limit, slack, limit: sumLimit }: ControlSettings['alarms'],
): readonly SumYear[] {
  let [sum, seasons, missing] = [0, 0, 0];
  return years.map((season) => {
    const { innovation, expectedSd } = season;
    if (innovation === null) return { sum, seasons, missing, sudden: false, passed: false };
    const margin = isCommon(season) ? COMMON_MARGIN : 0;
    sum = Math.max(0, sum - innovation - slack);
    [seasons, missing] = sum > 0 ? [seasons + 1, missing - innovation * expectedSd] : [0, 0];
    const passed = sum > sumLimit + margin;
    const sudden = innovation < -limit - margin || (passed && seasons === 1);
    const told: SumYear = { sum, seasons, missing, sudden, passed };
    if (sudden || passed) [sum, seasons, missing] = [0, 0, 0];
    return told;
  });
}

function suddenLoss(
  { year, expected, expectedSd, common, seen, innovation }: FilterYear,
  { alarms }: DepartureRules,
): Departure {
  const params = {
    year,
    seen: percent(seen!),
    expected: percent(expected + common),
    times: tenths(-innovation!),
  };
  return {
    kind: 'sudden-loss',
    severity: shareLost(-innovation! * expectedSd, expected),
    confidence: normalCdf(1 - innovation! - Math.min(alarms.innovation, alarms.limit + alarms.slack)),
    params,
    evidence: [
      { key: 'alarm-evidence.season', params },
      ...(percent(common) === 0
        ? []
        : [{ key: 'alarm-evidence.common', params: { points: percent(common) } }]),
    ],
  };
}

function drifting(
  { year, expected }: FilterYear,
  { sum, seasons, missing }: SumYear,
  { alarms }: DepartureRules,
): Departure {
  const params = {
    year,
    seasons,
    missing: percent(missing / seasons),
    sum: tenths(sum),
    limit: alarms.limit,
  };
  return {
    kind: 'drifting-below',
    severity: shareLost(missing, expected),
    confidence: normalCdf(1 + sum - alarms.limit),
    params,
    evidence: [{ key: 'alarm-evidence.sum', params }],
  };
}

function relapse(years: readonly FilterYear[], { target, alarms }: DepartureRules): Departure | null {
  const last = years.at(-1)!;
  let peak = last;
  for (const year of years) if (year.state.mean[0] > peak.state.mean[0]) peak = year;
  const [high, now] = [peak.state.mean[0], last.state.mean[0]];
  const drop = high - now;
  const sd = Math.sqrt(peak.state.covariance[0] + last.state.covariance[0]);
  if (high < target || drop < alarms.relapseDrop || drop < 2 * sd) return null;
  const params = { year: last.year, peak: percent(high), peakYear: peak.year, now: percent(now) };
  return {
    kind: 'relapse',
    severity: shareLost(drop, high),
    confidence: normalCdf(drop / sd - 1),
    params,
    evidence: [{ key: 'alarm-evidence.peak', params }],
  };
}

function stall(
  promise: UnitPromise,
  years: readonly FilterYear[],
  { target, filter, alarms }: DepartureRules,
): Departure | null {
  const n = alarms.stallSeasons;
  const last = years.at(-1)!;
  const then = years.find(({ year }) => year === last.year - n);
  if (then === undefined || !worksStand(promise, then.year)) return null;
  const [from, now] = [then.state.mean[0], last.state.mean[0]];
  if (now > from || now >= target) return null;
  const gain = promisedCloseness(promise, last.year) - promisedCloseness(promise, then.year);
  const sd = Math.sqrt(then.state.covariance[0] + last.state.covariance[0] + n * filter.seasonNoise ** 2);
  const z = (gain - (now - from)) / sd;
  if (gain <= 0 || z < STALL) return null;
  // A loss that was told within these seasons is the reason, and is not told twice.
  const told = cumulativeSums(years, alarms).slice(years.indexOf(then) + 1);
  if (told.some(({ sudden, passed }) => sudden || passed)) return null;
  const params = { year: last.year, seasons: n, now: percent(now), from: percent(from), gain: percent(gain) };
  return {
    kind: 'stall',
    severity: shareLost(gain - (now - from), promisedCloseness(promise, last.year)),
    confidence: normalCdf(1 + z - STALL),
    params,
    evidence: [{ key: 'alarm-evidence.progress', params }],
  };
}

function behindTarget(
  promise: UnitPromise,
  years: readonly FilterYear[],
  rules: DepartureRules,
): Departure | null {
  const { acceptanceYear } = promise;
  const last = years.at(-1)!;
  if (acceptanceYear === null || last.year > acceptanceYear || !worksStand(promise, last.year)) return null;
  const goal = goalOf(promise, rules.target);
  const now = 1 - probabilityBelow(last.state, promise, acceptanceYear, goal, rules.filter);
  if (now >= rules.alarms.behind) return null;
  const expected = promisedCloseness(promise, acceptanceYear);
  const params = {
    year: last.year,
    chance: percent(now),
    goal: percent(goal),
    acceptanceYear,
    promised: percent(expected),
  };
  return {
    kind: 'behind-target',
    severity: shareLost(promisedCloseness(promise, last.year) - last.state.mean[0], expected),
    confidence: 1 - now,
    params,
    evidence: [{ key: 'alarm-evidence.chance', params }],
  };
}

function tenths(value: number): number {
  return Math.round(10 * value) / 10;
}
