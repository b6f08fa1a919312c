import {
  type AllocationInstance,
  type AllocationResult,
  adviceOn,
  gapOf,
  ratePlan,
  rowUses,
} from '../allocation/index.ts';
import type { SolveLinear } from '../linear-model.ts';
import { anyPlan } from './any-plan.ts';
import { type LargeInstance, largeOfInstance } from './large-of-instance.ts';
import { type Known, polish } from './polish.ts';
import { solveLarge } from './solve-large.ts';

export interface LargeInstanceOptions {
  readonly gap: number;
  readonly seed: number;
  /** Seconds left for everything; Infinity where nobody waits. */
  readonly left: () => number;
  /** Ways left open to the exact solver, and the seconds it may take. */
  readonly openColumns?: number;
  readonly polishing?: number;
  readonly report?: (done: number, of: number) => void;
}

/** Programmes up to this many options are polished: above, what cannot be split is worth too little. */
const MOST_POLISHED = 200_000;
const OPEN_COLUMNS = 5_000;
const POLISHING = 30;
/** Seconds, at most, to find out whether there is any plan at all. */
const QUESTION = 60;
/** Part of the time that prices and annealing may take. */
const SEARCH = 0.5;

/** Values further from 1 than this, in either direction, are counted in other units while solving. */
const FAR_FROM_ONE = 1000;

/**
 * A plan of a large instance, see `solveCounted`. Values that are very small or very large for a unit (shares of a whole, say) are
 * counted in other units while solving, so that tolerances mean the same for every instance.
 */
export async function solveLargeInstance(
  instance: AllocationInstance,
  solve: SolveLinear,
  options: LargeInstanceOptions,
): Promise<AllocationResult> {
  const size = typicalValue(instance);
  if (!(size > 0) || (size < FAR_FROM_ONE && size > 1 / FAR_FROM_ONE))
    return solveCounted(instance, solve, options);
  const counted: AllocationInstance = {
    ...instance,
    options: instance.options.map((one) => ({ ...one, value: one.value / size })),
    works: instance.works?.map((one) => ({ ...one, value: one.value / size })),
    boundary: instance.boundary?.map((one) => ({ ...one, penalty: one.penalty / size })),
  };
  const result = await solveCounted(counted, solve, options);
  return {
    ...result,
    objective: result.objective === null ? null : result.objective * size,
    bound: result.bound === null ? null : result.bound * size,
    prices: Object.fromEntries(Object.entries(result.prices).map(([id, price]) => [id, price * size])),
  };
}

/** Mean over options of the magnitude of their values. */
function typicalValue({ options }: AllocationInstance): number {
  let sum = 0;
  for (const { value } of options) sum += Math.abs(value);
  return options.length === 0 ? 0 : sum / options.length;
}

/**
 * A plan of a large instance with a proven bound: prices, rounding and annealing, then the exact solver on what they leave open.
 * Every demand is added up anew from the instance; a plan that misses one is no plan.
 *
 * @returns `infeasible`, without why, where it is proven that there is no plan; `unknown` where none was come by
 */
async function solveCounted(
  instance: AllocationInstance,
  solve: SolveLinear,
  {
    gap,
    seed,
    left,
    openColumns = OPEN_COLUMNS,
    polishing = POLISHING,
    report = () => {},
  }: LargeInstanceOptions,
): Promise<AllocationResult> {
  const large = largeOfInstance(instance);
  const until = left() * (1 - SEARCH);
  const { problem, priced, compartments } = large;
  const searched = solveLarge(problem, {
    gap,
    seed,
    priced,
    compartments,
    report,
    shouldStop: () => left() < until,
  });
  let known: Known = { y: searched.prices, bound: searched.bound, taken: null, objective: null };
  if (searched.objective !== null) known = accepted(instance, large, known, takenBy(large, searched.chosen));
  if (searched.status === 'infeasible') return { ...NOTHING, status: 'infeasible' };
  if (known.taken === null && instance.options.length <= MOST_POLISHED && left() > 0) {
    // Half of what is left is for making a better plan of the one that is found.
    const any = await anyPlan(instance, solve, Math.min(QUESTION, SEARCH * left()));
    if (any === 'impossible') return { ...NOTHING, status: 'infeasible' };
    if (any !== null) known = accepted(instance, large, known, any);
  }
  if (instance.options.length <= MOST_POLISHED && !isNear(known, gap) && left() > 0) {
    const timeLimit = Math.min(left(), polishing);
    const better = await polish(instance, large, known, solve, {
      mostColumns: openColumns,
      gap,
      ...(timeLimit === Number.POSITIVE_INFINITY ? {} : { timeLimit }),
    });
    const plan = better.taken === null ? known : accepted(instance, large, known, better.taken);
    known = { ...plan, bound: better.bound };
  }
  if (known.taken === null || known.objective === null)
    return { ...NOTHING, bound: large.sign * known.bound, prices: large.pricesOf(known.y) };
  return resultOf(instance, large, known, gap);
}

const NOTHING: AllocationResult = {
  status: 'unknown',
  objective: null,
  bound: null,
  gap: null,
  choice: [],
  works: [],
  rows: [],
  prices: {},
  why: [],
  infeasible: null,
};

function isNear({ objective, bound }: Known, gap: number): boolean {
  return objective !== null && gapOf(objective, bound) <= gap;
}

/** Columns of a choice by unit. */
function takenBy({ starts, columns }: LargeInstance, chosen: Int32Array): Uint8Array {
  const taken = new Uint8Array(columns.length);
  chosen.forEach((o, unit) => {
    if (o >= 0) taken[columns[starts[unit]! + o]!] = 1;
  });
  return taken;
}

/** What is known with this plan in hand, where it meets every demand and is better. */
function accepted(
  instance: AllocationInstance,
  { sign }: LargeInstance,
  known: Known,
  taken: Uint8Array,
): Known {
  const { objective, missed, worksMissing } = ratePlan(instance, ...planOf(instance, taken));
  const better = known.objective === null || sign * objective > known.objective;
  return missed.length > 0 || worksMissing > 0 || !better
    ? known
    : { ...known, taken, objective: sign * objective };
}

function planOf(instance: AllocationInstance, taken: Uint8Array) {
  const chosen = instance.options.filter((_, j) => taken[j] === 1);
  const works = (instance.works ?? []).flatMap(({ id, year }, w) =>
    taken[instance.options.length + w] === 1 ? [{ id, year }] : [],
  );
  return [chosen, works] as const;
}

function resultOf(
  instance: AllocationInstance,
  { sign, pricesOf }: LargeInstance,
  { taken, objective, bound, y }: Known,
  gap: number,
): AllocationResult {
  const [chosen, works] = planOf(instance, taken!);
  const choice = chosen.map(({ unit, package: of, year }) => ({ unit, package: of, year }));
  const rows = rowUses(instance, chosen, works);
  const distance = gapOf(objective!, Math.max(bound, objective!));
  return {
    status: distance <= gap ? 'optimal' : 'feasible',
    objective: sign * objective!,
    bound: sign * Math.max(bound, objective!),
    gap: distance,
    choice,
    works,
    rows,
    prices: pricesOf(y),
    why: adviceOn(instance, choice, rows),
    infeasible: null,
  };
}
