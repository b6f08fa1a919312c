import { survivalOf } from '../forecast/curve-prior.ts';
import type { UnitPromise } from '../forecast/types.ts';
import { promisedCloseness } from '../replan/promises.ts';

/**
 * Standard deviation of a promised closeness that the library itself allows, by the spread of asymptote, rate and survival:
 *
 *     var = [s (1 - e) u_K K1]^2 + [s (K1 - r0) e k t u_k]^2 + (r1 - r0)^2 var s      e = exp(-k t)
 */
export function promiseDoubt(promise: UnitPromise, year: number): number {
  const { after, readyAt, from, survival, spread } = promise;
  const begins = Math.max(readyAt ?? from, from);
  if (after === null || readyAt === null || year <= begins) return 0;
  const t = year - begins;
  const e = Math.exp(-after.rate * t);
  const start = promisedCloseness(promise, begins);
  const grown = after.asymptote - (after.asymptote - start) * e;
  const without =
    survival < 1 ? (promisedCloseness(promise, year) - survival * grown) / (1 - survival) : start;
  const reach = survival * (1 - e) * spread.asymptote * after.asymptote;
  const pace = survival * (after.asymptote - start) * e * after.rate * t * spread.rate;
  return Math.sqrt(reach ** 2 + pace ** 2 + (grown - without) ** 2 * survivalOf(promise).variance);
}

/**
 * Closeness that a unit is held to in the year of acceptance: the target, or where the plan never promised that much, what it
 * promised less one standard deviation of the library.
 */
export function goalOf(promise: UnitPromise, target: number): number {
  const { acceptanceYear } = promise;
  if (acceptanceYear === null) return target;
  return Math.min(target, promisedCloseness(promise, acceptanceYear) - promiseDoubt(promise, acceptanceYear));
}
