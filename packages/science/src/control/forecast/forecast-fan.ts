import { normalCdf, type Unknown, unknown } from '../../base/index.ts';
import type { ControlSettings } from '../settings.ts';
import type { PlantCount, PooledPrior } from './curve-prior.ts';
import { expectNext } from './filter-unit.ts';
import { type Mixture, mixtureAfter, mixtureCdf, mixtureQuantile } from './state-mixture.ts';
import type { FanYear, FilterState, UnitPromise } from './types.ts';

/** What is known beside the state: of works that are still to come, and how loud seasons are against the settings (`LearnedSeasons.noise`). */
export interface FanKnowledge {
  readonly count?: PlantCount;
  readonly pooled?: PooledPrior;
  readonly noise?: number;
}

/**
 * Closeness in the years to come, as quantiles: the courses that the state allows, run on with the noise of a season and the drift of
 * rate and asymptote. Works that are still to come begin on their day, with the prior that the filter would give them.
 *
 * @param state after the last season
 * @param toYear last year of the fan
 */
export function forecastFan(
  state: FilterState,
  promise: UnitPromise,
  toYear: number,
  settings: ControlSettings['filter'],
  known: FanKnowledge = {},
): readonly FanYear[] {
  const years: FanYear[] = [];
  for (const { year, mixture } of mixturesTo(state, promise, toYear, settings, known)) {
    const at = (p: number): number => Math.max(0, mixtureQuantile(mixture, p));
    years.push({ year, p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) });
  }
  return years;
}

/** Probability that closeness lies below a figure in a year; in years gone by, as the state has it. */
export function probabilityBelow(
  state: FilterState,
  promise: UnitPromise,
  year: number,
  closeness: number,
  settings: ControlSettings['filter'],
  known: FanKnowledge = {},
): number {
  if (year <= state.year) return normalCdf((closeness - state.mean[0]) / Math.sqrt(state.covariance[0]));
  let last: Mixture | null = null;
  for (const { mixture } of mixturesTo(state, promise, year, settings, known, year)) last = mixture;
  return mixtureCdf(last!, closeness);
}

/** Probability of standing at the target in the year of acceptance; no answer for land without one. */
export function reachProbability(
  state: FilterState,
  promise: UnitPromise,
  target: number,
  settings: ControlSettings['filter'],
  known: FanKnowledge = {},
): number | Unknown {
  if (promise.acceptanceYear === null) return unknown('no-acceptance-year');
  return 1 - probabilityBelow(state, promise, promise.acceptanceYear, target, settings, known);
}

/** Whether works stand in a season's state. */
export function worksStand({ after, readyAt, from }: UnitPromise, year: number): boolean {
  return after !== null && readyAt !== null && (readyAt <= from || readyAt < year);
}

function* mixturesTo(
  state: FilterState,
  promise: UnitPromise,
  toYear: number,
  stated: ControlSettings['filter'],
  { count, pooled, noise = 1 }: FanKnowledge,
  only?: number,
): Generator<{ readonly year: number; readonly mixture: Mixture }> {
  const settings = { ...stated, seasonNoise: noise * stated.seasonNoise };
  let start = state;
  for (let year = state.year + 1; year <= toYear; year += 1) {
    if (!worksStand(promise, start.year) && worksStand(promise, year)) {
      const before = moved(start, year - 1, promise, settings);
      const { state: begun } = expectNext(
        { state: before, prior: { mean: [0, 0], covariance: [0, 0, 0] }, since: 0, stands: false },
        count === undefined ? { promise } : { promise, count },
        settings,
        1,
        pooled,
      );
      start = begun;
    }
    if (only === undefined || only === year)
      yield { year, mixture: mixtureAfter(start, year - start.year, settings) };
  }
}

/** The state in a later year before the works stand, by the filter's own expectation. */
function moved(
  state: FilterState,
  year: number,
  promise: UnitPromise,
  settings: ControlSettings['filter'],
): FilterState {
  let running = {
    state,
    prior: { mean: [0, 0], covariance: [0, 0, 0] },
    since: 0,
    stands: false,
  } as const as Parameters<typeof expectNext>[0];
  while (running.state.year < year) running = expectNext(running, { promise }, settings);
  return running.state;
}
