import {
  type AllocationInstance,
  type AllocationResult,
  adviceOn,
  gapOf,
  ratePlan,
  rowUses,
} from '../allocation/index.ts';
import type { SolveLinear } from '../linear-model.ts';
import { type AllocationSource, adviceFactsOf, countedIn, sourceOfInstance } from './allocation-source.ts';
import { anyPlan } from './any-plan.ts';
import { type LargeInstance, largeOfColumns } from './large-of-columns.ts';
import { type Known, polish } from './polish.ts';
import { priceConflict } from './price-conflict.ts';
import { solveLarge } from './solve-large.ts';

export interface LargeInstanceOptions {
  readonly gap: number;
  readonly seed: number;
  /** Seconds left for everything; Infinity where nobody waits. */
  readonly left: () => number;
  /** Ways left open to the exact solver, and the seconds it may take. */
  readonly openColumns?: number;
  readonly polishing?: number;
  /** A plan to begin with, such as the one in force: it is improved, and kept where nothing better is come by. */
  readonly known?: readonly KnownChoice[];
  readonly report?: (done: number, of: number) => void;
}

/** A package of a unit and its year, in a plan that is known. */
export interface KnownChoice {
  readonly unit: string;
  readonly package: string;
  readonly year: number;
}

/** Programmes up to this many options are ever made into a model: above, what cannot be split is worth too little. */
export const MOST_POLISHED = 200_000;
const OPEN_COLUMNS = 5_000;
const POLISHING = 30;
/** Seconds, at most, to find out whether there is any plan at all. */
const QUESTION = 60;
/** Part of the time that prices and annealing may take. */
const SEARCH = 0.5;

/** Values further from 1 than this, in either direction, are counted in other units while solving. */
const FAR_FROM_ONE = 1000;

/** A plan of a large instance, see `solveLargeSource`. */
export function solveLargeInstance(
  instance: AllocationInstance,
  solve: SolveLinear,
  options: LargeInstanceOptions,
): Promise<AllocationResult> {
  return solveLargeSource(sourceOfInstance(instance), solve, options);
}

/**
 * A plan of a large allocation, see `solveCounted`. Values that are very small or very large for a unit (shares of a whole, say) are
 * counted in other units while solving, so that tolerances mean the same for every instance.
 */
export async function solveLargeSource(
  source: AllocationSource,
  solve: SolveLinear,
  options: LargeInstanceOptions,
): Promise<AllocationResult> {
  const size = typicalValue(source);
  if (!(size > 0) || (size < FAR_FROM_ONE && size > 1 / FAR_FROM_ONE))
    return solveCounted(source, solve, options);
  const result = await solveCounted(countedIn(source, size), solve, options);
  return {
    ...result,
    objective: result.objective === null ? null : result.objective * size,
    bound: result.bound === null ? null : result.bound * size,
    prices: Object.fromEntries(Object.entries(result.prices).map(([id, price]) => [id, price * size])),
  };
}

/** Mean over options of the magnitude of their values. */
function typicalValue({ columns: { ids, values } }: AllocationSource): number {
  let sum = 0;
  for (const id of ids) sum += Math.abs(values[id]!);
  return ids.length === 0 ? 0 : sum / ids.length;
}

/**
 * A plan of a large allocation with a proven bound: prices, rounding and annealing, then the exact solver on what they leave open.
 * Every demand is added up anew from the options taken; a plan that misses one is no plan.
 *
 * @returns `infeasible` where it is proven that there is no plan, told why only where nobody could find out from a model; `unknown`
 * where none was come by
 */
async function solveCounted(
  source: AllocationSource,
  solve: SolveLinear,
  {
    gap,
    seed,
    left,
    openColumns = OPEN_COLUMNS,
    polishing = POLISHING,
    known: begin = [],
    report = () => {},
  }: LargeInstanceOptions,
): Promise<AllocationResult> {
  const large = largeOfColumns(source.frame, source.columns);
  const isModelled = source.columns.ids.length <= MOST_POLISHED;
  const until = left() * (1 - SEARCH);
  const { problem, priced, compartments } = large;
  const start = begin.length === 0 ? null : startOf(source, large, begin);
  const searched = solveLarge(problem, {
    start,
    gap,
    seed,
    priced,
    compartments,
    report,
    shouldStop: () => left() < until,
  });
  let known: Known = { y: searched.prices, bound: searched.bound, taken: null, objective: null };
  if (searched.objective !== null) known = accepted(source, large, known, takenBy(large, searched.chosen));
  if (start !== null && searched.status !== 'infeasible')
    known = accepted(source, large, known, takenBy(large, start));
  if (searched.status === 'infeasible')
    return {
      ...NOTHING,
      status: 'infeasible',
      infeasible: isModelled ? null : priceConflict(source, large, searched.prices),
    };
  if (known.taken === null && isModelled && left() > 0) {
    // Half of what is left is for making a better plan of the one that is found.
    const any = await anyPlan(source, solve, Math.min(QUESTION, SEARCH * left()));
    if (any === 'impossible') return { ...NOTHING, status: 'infeasible' };
    if (any !== null) known = accepted(source, large, known, any);
  }
  if (isModelled && !isNear(known, gap) && left() > 0) {
    const timeLimit = Math.min(left(), polishing);
    const better = await polish(source, large, known, solve, {
      mostColumns: openColumns,
      gap,
      ...(timeLimit === Number.POSITIVE_INFINITY ? {} : { timeLimit }),
    });
    const plan = better.taken === null ? known : accepted(source, large, known, better.taken);
    known = { ...plan, bound: better.bound };
  }
  if (known.taken === null || known.objective === null)
    return { ...NOTHING, bound: large.sign * known.bound, prices: large.pricesOf(known.y) };
  return resultOf(source, large, known, gap);
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

/** Option of each unit by its place, -1 without one, of a plan that is known; what is not offered any more is left out. */
function startOf(
  { columns: { units, packageOf, yearOf } }: AllocationSource,
  { problem, starts, columns, options }: LargeInstance,
  known: readonly KnownChoice[],
): Int32Array {
  const choices = new Map(known.map((one) => [one.unit, one]));
  const chosen = new Int32Array(problem.units).fill(-1);
  units.forEach((id, u) => {
    const choice = choices.get(id);
    if (choice === undefined) return;
    for (let o = starts[u]!; o < starts[u + 1]!; o += 1) {
      const option = columns[o]!;
      if (option < options && packageOf(option) === choice.package && yearOf(option) === choice.year)
        chosen[u] = o - starts[u]!;
    }
  });
  return chosen;
}

/** Options taken by number, then works, of a choice by unit. */
function takenBy({ starts, columns, options }: LargeInstance, chosen: Int32Array): Uint8Array {
  let works = 0;
  for (const id of columns) if (id >= options) works += 1;
  const taken = new Uint8Array(options + works);
  chosen.forEach((o, unit) => {
    if (o >= 0) taken[columns[starts[unit]! + o]!] = 1;
  });
  return taken;
}

/** What is known with this plan in hand, where it meets every demand and is better. */
function accepted(source: AllocationSource, { sign }: LargeInstance, known: Known, taken: Uint8Array): Known {
  const { instance, works } = planOf(source, taken);
  const { objective, missed, worksMissing } = ratePlan(instance, instance.options, works);
  const better = known.objective === null || sign * objective > known.objective;
  return missed.length > 0 || worksMissing > 0 || !better
    ? known
    : { ...known, taken, objective: sign * objective };
}

/** The options taken as an instance, and the works. */
function planOf({ instance, columns, frame }: AllocationSource, taken: Uint8Array) {
  const ids = columns.ids.filter((id) => taken[id] === 1).sort();
  const works = (frame.works ?? []).flatMap(({ id, year }, w) =>
    taken[columns.count + w] === 1 ? [{ id, year }] : [],
  );
  return { instance: instance(ids), works };
}

function resultOf(
  source: AllocationSource,
  { sign, pricesOf }: LargeInstance,
  { taken, objective, bound, y }: Known,
  gap: number,
): AllocationResult {
  const { instance, works } = planOf(source, taken!);
  const choice = instance.options.map(({ unit, package: of, year }) => ({ unit, package: of, year }));
  const rows = rowUses(instance, instance.options, works);
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
    why: adviceOn(adviceFactsOf(source), choice, rows),
    infeasible: null,
  };
}
