import type { ControlSettings } from '../settings.ts';
import { type PooledPrior, PRIOR, unpackPrior } from './curve-prior.ts';
import { filterChecks } from './filter-checks.ts';
import type { FilterCase } from './filter-unit.ts';
import { type FilteredUnits, filterUnits, stateOf } from './filter-units.ts';
import { NOTHING } from './information.ts';
import { learnedCurves } from './learned-curves.ts';
import { packLooks } from './packed-looks.ts';
import { type PooledCurves, type PoolUnit, poolCurves } from './pool-curves.ts';
import type { FilterChecks, LearnedCurve } from './types.ts';
import { unitEvidence } from './unit-evidence.ts';

/** What all seasons up to a year say of all units. */
export interface LearnedSeasons {
  readonly filtered: FilteredUnits;
  /** What other units taught each unit: the prior its last pass began from. */
  readonly pooled: readonly PooledPrior[];
  /** Prior of a unit that is not among the cases. */
  readonly priorOfNew: (measure: string, zone: string) => PooledPrior;
  readonly learned: readonly LearnedCurve[];
  /** Noise of all seasons as a multiple of that of the settings, for what is still to come. */
  readonly noise: number;
  readonly checks: FilterChecks;
}

/**
 * Filter, pool, filter again:
 *
 * 1. every unit through the filter from the library's prior;
 * 2. what the seasons before the last say of each unit is pooled over zone and measure;
 * 3. every unit once more, from what all others taught it.
 *
 * What is expected of the last season thus rests on the seasons before it alone; earlier seasons of the second pass look back with
 * what is known now. Factors for planning are pooled from all seasons. Units that ever departed beyond 3 standard deviations teach
 * nobody, and land without works only filters.
 */
export function learnSeasons(
  cases: readonly FilterCase[],
  year: number,
  settings: ControlSettings['filter'],
): LearnedSeasons {
  const looks = packLooks(cases, year);
  const first = filterUnits(cases, year, settings, undefined, 2, looks);
  const before = poolOf(first, year - 1, settings);
  const pooled = cases.map(({ promise }, u): PooledPrior => {
    const at = before.position[u]!;
    return at >= 0 ? before.curves.fromOthers(at) : before.curves.ofNew(measureOf(promise), promise.zone);
  });
  const filtered = filterUnits(cases, year, settings, pooled, Number.POSITIVE_INFINITY, looks);
  const now = poolOf(first, year, settings);
  return {
    filtered,
    pooled,
    priorOfNew: now.curves.ofNew,
    learned: learnedCurves(
      now.units.map((u) => ({
        one: cases[u]!,
        prior: unpackPrior(first.priors, u * PRIOR),
        seasons: seenSeasons(first, u, cases[u]!.promise.readyAt ?? year),
      })),
      now.curves,
    ),
    noise: filtered.noise,
    checks: filterChecks(innovationsOf(filtered)),
  };
}

/** Standardised innovations of each unit by season. */
export function* innovationsOf({
  cases,
  innovation,
  firstYear,
  toYear,
}: FilteredUnits): Generator<(number | null)[]> {
  const [n, span] = [cases.length, toYear - firstYear + 1];
  for (let u = 0; u < n; u += 1) {
    const own: (number | null)[] = [];
    for (let y = 0; y < span; y += 1) {
      const nu = innovation[y * n + u]!;
      own.push(Number.isNaN(nu) ? null : nu);
    }
    yield own;
  }
}

function poolOf(
  filtered: FilteredUnits,
  year: number,
  settings: ControlSettings['filter'],
): { readonly curves: PooledCurves; readonly units: readonly number[]; readonly position: Int32Array } {
  const { cases, priors, since, stands, opened, toYear } = filtered;
  const units: number[] = [];
  const position = new Int32Array(cases.length).fill(-1);
  const pool: PoolUnit[] = [];
  for (let u = 0; u < cases.length; u += 1) {
    const { promise } = cases[u]!;
    const years = since[u]! - (toYear - year);
    if (stands[u] === 0 || years <= 0 || promise.measure === null) continue;
    const state = stateOf(filtered, u, year);
    if (state === null) continue;
    const [, logit, lnRate] = state.mean;
    const [, , , KK, Kk, kk] = state.covariance;
    position[u] = units.length;
    units.push(u);
    pool.push({
      measure: promise.measure,
      zone: promise.zone,
      evidence:
        opened[u] === 1
          ? NOTHING
          : unitEvidence(
              unpackPrior(priors, u * PRIOR),
              [logit, lnRate],
              [KK, Kk, kk],
              settings.drift ** 2 * years,
            ),
    });
  }
  return { curves: poolCurves(pool), units, position };
}

function seenSeasons(
  { cases, seen, firstYear, toYear }: FilteredUnits,
  unit: number,
  readyAt: number,
): number {
  let count = 0;
  for (let year = firstYear; year <= toYear; year += 1)
    if (year > readyAt && !Number.isNaN(seen[(year - firstYear) * cases.length + unit]!)) count += 1;
  return count;
}

/** Land without works has no measure to share; no measure of that name is ever pooled. */
function measureOf({ measure }: FilterCase['promise']): string {
  return measure ?? '';
}
