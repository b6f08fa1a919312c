import { type PlanResult, withoutAt } from '../../plan/index.ts';
import { promiseDoubt } from '../alarms/promise-doubt.ts';
import { survivalOf } from '../forecast/curve-prior.ts';
import type { FilterState, UnitPromise } from '../forecast/types.ts';
import type { Repair } from '../season/season-record.ts';
import type { ControlSettings } from '../settings.ts';
import { promisedCloseness } from './promises.ts';
import { repairCost } from './repairs.ts';

/** What a unit bears by what was seen of it: the share that lives, and how far it goes against what was promised of it. */
export interface PlantedPart {
  readonly share: number;
  readonly reach: number;
}

/** A unit whose gaps could be planted. */
export interface GapCase {
  readonly promise: UnitPromise;
  readonly state: FilterState;
  /** Probability that closeness stays below the limit of the settings. */
  readonly probability: number;
}

/** Corrective work that plants the gaps once more, an id of the catalogue under `corrective.*`. */
export const PLANT_GAPS = 'plant-gaps';
/** Part of a year in which a corrective planting stands. */
const STANDS = 0.5;
const [LEAST, MOST] = [0.02, 1];

/**
 * Splits the departure of a unit between what lives on it and how well that grows, by how much either is in doubt:
 *
 *     r - r' = (G - W) (p - s) + s G (f - 1) + e      p ~ (s, var s)   s G f ~ doubt of reach and pace   e ~ error of the filter
 *
 * G and W are closeness of what was planted and of the rest as they were promised. The answer is the linear Bayes estimate of p and f.
 */
export function plantedPart(promise: UnitPromise, { year, mean, covariance }: FilterState): PlantedPart {
  const { survival: s } = promise;
  const { grown, rest } = partsOf(promise, year);
  const { variance } = survivalOf(promise);
  const ofShare = (grown - rest) ** 2 * variance;
  const ofGrowth = Math.max(0, promiseDoubt(promise, year) ** 2 - ofShare);
  const all = ofShare + ofGrowth + covariance[0];
  if (!(all > 0) || !(s * grown > 0)) return { share: s, reach: 1 };
  const departure = mean[0] - promisedCloseness(promise, year);
  return {
    share: Math.min(MOST, Math.max(LEAST, s + ((grown - rest) * variance * departure) / all)),
    reach: Math.min(1.5, Math.max(LEAST, 1 + (ofGrowth * departure) / (all * s * grown))),
  };
}

/**
 * Weighted value that planting the gaps of a unit adds over the horizon of the plan, in the plan's own weights and scales: ecology
 * less money. Work and carbon are left out, so that nothing is planted for their sake.
 *
 *     q    = (1 - p) s                                                the share of the land that is planted and lives
 *     gain = w_e A q / (H S_e) integral (r1 - r0) dt - w_n cost / ((1 + d)^t S_n)
 *
 * r1 runs from the closeness of the rest towards f K1 at the rate of the promise, r0 is the rest without works, from the planting to
 * the horizon; A area, S scales, d discount rate.
 *
 * @param at year of the planting
 * @param seasonAt part of a year at which its season is seen
 */
export function gapGain(
  { promise, state }: Pick<GapCase, 'promise' | 'state'>,
  plan: Pick<PlanResult, 'start' | 'horizon' | 'discountRate' | 'weights' | 'scales'>,
  at: number,
  cost: number,
  seasonAt: number,
): number {
  const { after, before, survival, areaHa } = promise;
  const { start, horizon, discountRate, weights, scales } = plan;
  const left = start + horizon - at - STANDS;
  if (after === null || left <= 0) return 0;
  const { share, reach } = plantedPart(promise, state);
  const { rest } = partsOf(promise, at + STANDS - seasonAt);
  const goal = reach * after.asymptote;
  const lag = (rate: number): number => (rate > 0 ? -Math.expm1(-rate * left) / rate : left);
  const gained =
    (goal - before.asymptote) * left -
    (goal - rest) * lag(after.rate) +
    (before.asymptote - rest) * lag(before.rate);
  const ecology = (areaHa * (1 - share) * survival * gained) / horizon;
  const money = cost / (1 + discountRate) ** (at - start);
  return (weights.ecology * ecology) / scales.ecology - (weights.npv * money) / scales.npv;
}

/**
 * Plants gaps where that is worth its money, best gain for the money first, from money that the plan in force leaves over: nothing
 * that is planned makes room for it. Units that were planted again before are the caller's to leave out.
 *
 * @param purse takes money where it is left over, see `moneyLeftOver`
 */
export function proposeGapPlantings(
  cases: readonly GapCase[],
  plan: PlanResult,
  year: number,
  purse: (cost: number) => boolean,
  { share }: ControlSettings['replan']['replant'],
  seasonAt: number,
): readonly Repair[] {
  const units = new Map(plan.units.map((unit) => [unit.id, unit]));
  const wanted = cases.flatMap((one): (Repair & { readonly gain: number })[] => {
    const id = one.promise.unit;
    const unit = units.get(id);
    if (unit?.choice == null) return [];
    const cost = repairCost(unit, share);
    if (!(cost > 0)) return [];
    const gain = gapGain(one, plan, year, cost, seasonAt);
    const { probability } = one;
    return gain > 0 ? [{ unit: id, action: PLANT_GAPS, year, cost, probability, alarm: null, gain }] : [];
  });
  wanted.sort((a, b) => b.gain / b.cost - a.gain / a.cost || (a.unit < b.unit ? -1 : 1));
  return wanted.flatMap(({ gain: _, ...repair }) => (purse(repair.cost) ? [repair] : []));
}

/** Survival of a unit once its gaps are planted: what lived before lives on. */
export function survivalWithGaps(promise: UnitPromise, state: FilterState): number {
  const { share } = plantedPart(promise, state);
  return share + (1 - share) * promise.survival;
}

/** Closeness of what was planted and of the rest, as they were promised. */
function partsOf(promise: UnitPromise, year: number): { readonly grown: number; readonly rest: number } {
  const { now, before, after, survival, readyAt, from } = promise;
  const course = { now, without: before, with: before, survival, readyAfter: 0 };
  const rest = withoutAt(course, Math.max(0, year - from));
  if (after === null || readyAt === null || year <= readyAt) return { grown: rest, rest };
  const begins = Math.max(readyAt, from);
  const first = withoutAt(course, begins - from);
  return {
    grown: after.asymptote - (after.asymptote - first) * Math.exp(-after.rate * (year - begins)),
    rest,
  };
}
