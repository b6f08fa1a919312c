import type { ControlSettings } from '../settings.ts';
import {
  type PlantCount,
  type PooledPrior,
  priorAfter,
  priorBefore,
  survivalOf,
  withPooled,
} from './curve-prior.ts';
import { stepCurve } from './curve-step.ts';
import { type SeasonEffect, USUAL_SEASON } from './season-effect.ts';
import type { CurvePrior, FilterState, FilterYear, Sighting, UnitPromise } from './types.ts';

/** Standard deviation of a closeness that nobody saw. Unverified default of control. */
export const UNSEEN_SD = 0.15;
/** Standardised departure from which the filter no longer holds on to what it knew. */
export const OPENING = 3;
/** Share of the prior variance of the asymptote that such a departure gives back. */
export const OPENED = 1;

/** A unit as the filter takes it. */
export interface FilterCase {
  readonly promise: UnitPromise;
  readonly sightings: readonly Sighting[];
  /** Plants counted after the first year, where anybody counted. */
  readonly count?: PlantCount;
}

/** A state with the prior its course began from. */
export interface RunningState {
  readonly state: FilterState;
  readonly prior: CurvePrior;
  /** Years since the course began. */
  readonly since: number;
  /** Whether works stand. */
  readonly stands: boolean;
}

type Matrix = readonly (readonly number[])[];

/** State in the year of the promise: what was seen then, or what the promise says was. */
export function startOf(
  { promise, sightings, count }: FilterCase,
  kind: ControlSettings['filter']['curve'],
  pooled?: PooledPrior,
): RunningState {
  const seen = sightings.find(({ year }) => year === promise.from);
  const known = seen !== undefined && seen.closeness !== null;
  const closeness = known ? seen.closeness : promise.now;
  const variance = known ? seen.variance : UNSEEN_SD ** 2;
  const before = priorBefore(promise, closeness, kind);
  const stands = promise.after !== null && promise.readyAt !== null && promise.readyAt <= promise.from;
  const prior = stands
    ? withPooled(priorAfter(promise, survivalOf(promise, count), fromPrior(before), closeness, kind), pooled)
    : before;
  const { mean, covariance } = prior;
  return {
    state: {
      year: promise.from,
      mean: [closeness, ...mean],
      covariance: [variance, 0, 0, ...covariance],
    },
    prior,
    since: 0,
    stands,
  };
}

/**
 * One season on without looking: the course runs to the next year, over the day on which the works come to stand if that lies
 * between; closeness gains the noise of a season, rate and asymptote drift.
 *
 *     x' = f(x)     P' = F P F' + diag(q^2, d^2, d^2) dt
 */
export function expectNext(
  running: RunningState,
  { promise, count }: Pick<FilterCase, 'promise' | 'count'>,
  settings: ControlSettings['filter'],
  noise = 1,
  pooled?: PooledPrior,
): RunningState {
  const { year } = running.state;
  const { readyAt, after } = promise;
  if (running.stands || after === null || readyAt === null || readyAt >= year + 1)
    return drift(running, 1, settings, noise);
  const until = readyAt > year ? drift(running, readyAt - year, settings, noise) : running;
  const [r, logit, lnRate] = until.state.mean;
  const prior = withPooled(
    priorAfter(
      promise,
      survivalOf(promise, count),
      { logit, lnRate, logitVariance: until.state.covariance[3] },
      r,
      settings.curve,
    ),
    pooled,
  );
  const begun: RunningState = {
    state: {
      year: until.state.year,
      mean: [r, ...prior.mean],
      covariance: [until.state.covariance[0], 0, 0, ...prior.covariance],
    },
    prior,
    since: 0,
    stands: true,
  };
  const next = drift(begun, year + 1 - Math.max(year, readyAt), settings, noise);
  return { ...next, state: { ...next.state, year: year + 1 } };
}

/**
 * Extended Kalman filter of one unit over the seasons from its promise to a year, state (closeness, logit asymptote, ln rate):
 * predicted by `expectNext`, then corrected by what was seen less the common effect of the season. The covariance is updated in
 * Joseph's form, which keeps it positive. A departure beyond 3 standard deviations is believed: closeness follows it, and the
 * asymptote becomes as uncertain as it was when the course began. Seasons without a look only predict.
 *
 *     S = (P_rr + R)     g = P H' / S     x = x' + g (z - c - x'_r)     P = (I - g H) P' (I - g H)' + g R g'
 *
 * @param effects what each season did to all units; `filterUnits` estimates it
 * @source Jazwinski 1970, Stochastic Processes and Filtering Theory, ch. 8; Bucy & Joseph 1968 for the form of the update
 */
export function filterUnit(
  one: FilterCase,
  toYear: number,
  settings: ControlSettings['filter'],
  effects: (year: number) => SeasonEffect = () => USUAL_SEASON,
  pooled?: PooledPrior,
): readonly FilterYear[] {
  const seen = new Map(one.sightings.map((sighting) => [sighting.year, sighting]));
  let running = startOf(one, settings.curve, pooled);
  const years: FilterYear[] = [];
  for (let year = one.promise.from + 1; year <= toYear; year += 1) {
    const effect = effects(year);
    running = expectNext(running, one, settings, effect.noise, pooled);
    const sighting = seen.get(year);
    const look = lookAt(
      running,
      sighting === undefined || sighting.closeness === null ? null : sighting,
      effect,
    );
    running = look.running;
    years.push(look.season);
  }
  return years;
}

function lookAt(
  running: RunningState,
  sighting: Extract<Sighting, { readonly pixels: number }> | null,
  { shift, spread, noise }: SeasonEffect,
): { readonly running: RunningState; readonly season: FilterYear } {
  const { state, prior } = running;
  const { year } = state;
  const expected = state.mean[0];
  const told = state.covariance[0] + (sighting?.variance ?? 0) * noise * noise;
  if (sighting === null)
    return {
      running,
      season: { year, expected, expectedSd: Math.sqrt(told), seen: null, innovation: null, common: 0, state },
    };
  const common = shift * Math.sqrt(told);
  const S = spread * spread * told;
  const innovation = (sighting.closeness - common - expected) / Math.sqrt(S);
  const R = S - state.covariance[0];
  const P = matrixOf(state.covariance);
  if (Math.abs(innovation) > OPENING) {
    P[0]![0]! += (innovation * innovation - 1) * S;
    P[1]![1]! += OPENED * prior.covariance[0];
  }
  const gain = P.map((row) => row[0]! / (P[0]![0]! + R));
  const keep = identityLess(gain);
  const joseph = multiply(multiply(keep, P), transpose(keep)).map((row, i) =>
    row.map((value, j) => value + gain[i]! * R * gain[j]!),
  );
  const departure = sighting.closeness - common - expected;
  const next: FilterState = {
    year,
    mean: state.mean.map((value, i) => value + gain[i]! * departure) as unknown as FilterState['mean'],
    covariance: packed(joseph),
  };
  return {
    running: { ...running, state: next },
    season: {
      year,
      expected,
      expectedSd: Math.sqrt(S),
      seen: sighting.closeness,
      innovation,
      common,
      state: next,
    },
  };
}

function drift(
  running: RunningState,
  dt: number,
  settings: ControlSettings['filter'],
  noise: number,
): RunningState {
  const [r, logit, lnRate] = running.state.mean;
  const step = new Float64Array(4);
  stepCurve(settings.curve, r, logit, lnRate, dt, step);
  const F = [
    [step[1]!, step[2]!, step[3]!],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const P = multiply(multiply(F, matrixOf(running.state.covariance)), transpose(F));
  P[0]![0]! += (noise * settings.seasonNoise) ** 2 * dt;
  P[1]![1]! += settings.drift ** 2 * dt;
  P[2]![2]! += settings.drift ** 2 * dt;
  return {
    ...running,
    state: { year: running.state.year + dt, mean: [step[0]!, logit, lnRate], covariance: packed(P) },
    since: running.since + dt,
  };
}

function fromPrior({ mean, covariance }: CurvePrior): {
  logit: number;
  logitVariance: number;
  lnRate: number;
} {
  return { logit: mean[0], logitVariance: covariance[0], lnRate: mean[1] };
}

function matrixOf([rr, rK, rk, KK, Kk, kk]: FilterState['covariance']): number[][] {
  return [
    [rr, rK, rk],
    [rK, KK, Kk],
    [rk, Kk, kk],
  ];
}

function packed(P: Matrix): FilterState['covariance'] {
  return [P[0]![0]!, P[0]![1]!, P[0]![2]!, P[1]![1]!, P[1]![2]!, P[2]![2]!];
}

function identityLess(gain: readonly number[]): Matrix {
  return gain.map((g, i) => gain.map((_, j) => (i === j ? 1 : 0) - (j === 0 ? g : 0)));
}

function multiply(a: Matrix, b: Matrix): number[][] {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
}

function transpose(a: Matrix): Matrix {
  return a[0]!.map((_, j) => a.map((row) => row[j]!));
}
