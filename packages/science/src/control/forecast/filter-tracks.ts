import type { ControlSettings } from '../settings.ts';
import {
  fillPooled,
  fillPriorAfter,
  fillPriorBefore,
  type PooledPrior,
  PRIOR,
  survivalOf,
} from './curve-prior.ts';
import type { CurveKind } from './curve-step.ts';
import { advance } from './filter-kernel.ts';
import { type FilterCase, UNSEEN_SD } from './filter-unit.ts';

/** Numbers of a state in a packed array: three means, six covariances. */
export const STATE = 9;

/** Where all units of a programme are on their way through the filter, units in the order of the cases. */
export interface FilterTracks {
  /** State, nine numbers each. */
  readonly at: Float64Array;
  /** Prior of the course each is on, five numbers each. */
  readonly priors: Float64Array;
  /** Year of the promise; nothing happens before. */
  readonly from: Float64Array;
  /** When works come to stand; infinite without any. */
  readonly readyAt: Float64Array;
  /** Years since the course began. */
  readonly since: Float64Array;
  readonly stands: Uint8Array;
  /** Whether a departure was believed on this course. */
  readonly opened: Uint8Array;
  /** Part of the coming season that is still to pass: 1, or what is left after works came to stand. */
  readonly rest: Float64Array;
}

/** All units in the years of their promises. */
export function startTracks(
  cases: readonly FilterCase[],
  kind: CurveKind,
  pooled: readonly (PooledPrior | undefined)[] | undefined,
): FilterTracks {
  const n = cases.length;
  const tracks: FilterTracks = {
    at: new Float64Array(n * STATE),
    priors: new Float64Array(n * PRIOR),
    from: new Float64Array(n),
    readyAt: new Float64Array(n).fill(Number.POSITIVE_INFINITY),
    since: new Float64Array(n),
    stands: new Uint8Array(n),
    opened: new Uint8Array(n),
    rest: new Float64Array(n).fill(1),
  };
  const { at, priors, from, readyAt, stands } = tracks;
  const prior = new Float64Array(PRIOR);
  cases.forEach((one, u) => {
    const { promise, sightings } = one;
    const o = u * STATE;
    from[u] = promise.from;
    at[o] = promise.now;
    at[o + 3] = UNSEEN_SD ** 2;
    const seen = sightings.find(({ year }) => year === promise.from);
    if (seen !== undefined && seen.closeness !== null) {
      at[o] = seen.closeness;
      at[o + 3] = seen.variance;
    }
    fillPriorBefore(promise, at[o]!, kind, prior);
    put(at, o, prior);
    if (promise.after !== null && promise.readyAt !== null) {
      readyAt[u] = promise.readyAt;
      if (promise.readyAt <= promise.from) {
        begin(one, at, o, kind, pooled?.[u], prior);
        stands[u] = 1;
      }
    }
    priors.set(prior, u * PRIOR);
  });
  return tracks;
}

/** Brings units whose works come to stand in the season to that day, and puts them on their new course. */
export function beginWorks(
  tracks: FilterTracks,
  cases: readonly FilterCase[],
  year: number,
  settings: ControlSettings['filter'],
  noise: number,
  pooled: readonly (PooledPrior | undefined)[] | undefined,
): void {
  const { at, priors, from, readyAt, since, stands, opened, rest } = tracks;
  const q = (noise * settings.seasonNoise) ** 2;
  const d = settings.drift ** 2;
  const step = new Float64Array(4);
  const prior = new Float64Array(PRIOR);
  for (let u = 0; u < from.length; u += 1) {
    const ready = readyAt[u]!;
    if (stands[u] === 1 || ready >= year || from[u]! >= year) continue;
    const o = u * STATE;
    const before = ready - (year - 1);
    if (before > 0) advance(settings.curve, at, o, before, q, d, step);
    begin(cases[u]!, at, o, settings.curve, pooled?.[u], prior);
    priors.set(prior, u * PRIOR);
    rest[u] = year - Math.max(year - 1, ready);
    since[u] = 0;
    stands[u] = 1;
    opened[u] = 0;
  }
}

/** Puts the prior of the course with works in place of the one without. */
function begin(
  { promise, count }: FilterCase,
  at: Float64Array,
  o: number,
  kind: CurveKind,
  pooled: PooledPrior | undefined,
  prior: Float64Array,
): void {
  const survival = survivalOf(promise, count);
  fillPriorAfter(promise, survival, at[o + 1]!, at[o + 6]!, at[o + 2]!, at[o]!, kind, prior);
  if (pooled !== undefined) fillPooled(pooled, prior);
  put(at, o, prior);
}

/** A course about which closeness says nothing yet. */
function put(at: Float64Array, o: number, prior: Float64Array): void {
  at[o + 1] = prior[0]!;
  at[o + 2] = prior[1]!;
  at[o + 4] = 0;
  at[o + 5] = 0;
  at[o + 6] = prior[2]!;
  at[o + 7] = prior[3]!;
  at[o + 8] = prior[4]!;
}
