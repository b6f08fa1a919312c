import { betaSurvival, survivalPrior } from './beta-survival.ts';
import { survivalOf } from './curve-prior.ts';
import { asymptoteOf, asymptoteSlope } from './curve-step.ts';
import type { FilterCase } from './filter-unit.ts';
import type { PooledCurves } from './pool-curves.ts';
import type { CurvePrior, LearnedCurve, UnitPromise } from './types.ts';

/** How alike the fates of plants on one unit are: correlation within a unit. Unverified default of control. */
export const ALIKE = 0.05;

/** A unit whose works stand, as it bears on what a measure is found to do. */
export interface TaughtUnit {
  readonly one: FilterCase;
  /** Library's prior when the works came to stand. */
  readonly prior: CurvePrior;
  /** Seasons seen since. */
  readonly seasons: number;
}

/**
 * Factors on the library's rate, reach and survival of a measure in a zone, from the pooled units:
 *
 *     rate      exp(sd z_k)
 *     asymptote [K(m + sd z_K) - (1 - s) K0] / (s K1)      mean over its units: the mixture solved for what was planted
 *     survival  [a + sum n_u alive_u / all_u] / [a + b + sum n_u] / s      n_u = all / (1 + 0.05 (all - 1))
 *
 * z is the mean of measure and zone in standard deviations of the library's prior. Counts of one unit are alike and count for 20
 * plants at most.
 *
 * @param taught by position, as `pooled` was made from
 */
export function learnedCurves(taught: readonly TaughtUnit[], pooled: PooledCurves): readonly LearnedCurve[] {
  const members = new Map<string, TaughtUnit[]>();
  for (const unit of taught) {
    const { measure, zone } = unit.one.promise;
    const key = `${measure} ${zone}`;
    const list = members.get(key);
    if (list === undefined) members.set(key, [unit]);
    else list.push(unit);
  }
  return pooled.groups.map(({ measure, zone, mean, covariance }) => {
    const units = members.get(`${measure} ${zone}`)!;
    const sd = meanOf(units, ({ prior }) => Math.sqrt(prior.covariance[2]));
    const reach = meanOf(units, (unit) => reachFactor(unit, mean[0]));
    const slope = meanOf(units, reachSlope);
    return {
      zone,
      measure,
      units: units.length,
      seasons: units.reduce((sum, { seasons }) => sum + seasons, 0),
      rate: { factor: Math.exp(sd * mean[1]), sdLog: sd * Math.sqrt(covariance[2]) },
      asymptote: { factor: reach, sdLog: (slope * Math.sqrt(covariance[0])) / reach },
      survival: survivalFactor(units),
    };
  });
}

function reachFactor({ one: { promise, count }, prior }: TaughtUnit, z: number): number {
  const { mean: s } = survivalOf(promise, count);
  const [K1, logit, sd] = [libraryReach(promise), prior.mean[0], Math.sqrt(prior.covariance[0])];
  const gained = asymptoteOf(logit + sd * z) - asymptoteOf(logit);
  return Math.min(2, Math.max(0.2, 1 + gained / (s * K1)));
}

/** Change of the factor for one standard deviation. */
function reachSlope({ one: { promise, count }, prior }: TaughtUnit): number {
  const { mean: s } = survivalOf(promise, count);
  return (
    (asymptoteSlope(asymptoteOf(prior.mean[0])) * Math.sqrt(prior.covariance[0])) /
    (s * libraryReach(promise))
  );
}

function survivalFactor(units: readonly TaughtUnit[]): LearnedCurve['survival'] {
  let [alive, dead, weightAlive, weightDead] = [0, 0, 0, 0];
  for (const { one } of units) {
    const { count } = one;
    const all = count === undefined ? 0 : count.alive + count.dead;
    if (count === undefined || all === 0) continue;
    const weight = 1 / (1 + ALIKE * (all - 1));
    alive += count.alive;
    dead += count.dead;
    weightAlive += weight * count.alive;
    weightDead += weight * count.dead;
  }
  const promised = meanOf(
    units,
    ({ one: { promise } }) => promise.survival / (promise.learned?.survival ?? 1),
  );
  if (alive + dead === 0 || promised <= 0) return { factor: 1, alive, dead };
  const { mean } = betaSurvival(survivalPrior(promised), weightAlive, weightDead);
  return { factor: mean / promised, alive, dead };
}

function libraryReach({ after, learned }: UnitPromise): number {
  return after!.asymptote / (learned?.reach ?? 1);
}

function meanOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0) / items.length;
}
