import { allocationModel } from '../allocation/index.ts';
import type { SolveLinear } from '../linear-model.ts';
import type { AllocationSource } from './allocation-source.ts';
import type { LargeInstance } from './large-of-columns.ts';
import { accountPrices, accountsOf, optionBuffer } from './large-problem.ts';

/** What is known of an instance: prices, the bound they prove, and a plan, all in the sense max. */
export interface Known {
  readonly y: Float64Array;
  readonly bound: number;
  /** 1 for each option by its number, then each work, that is taken; null without a plan. */
  readonly taken: Uint8Array | null;
  readonly objective: number | null;
}

export interface PolishOptions {
  /** Ways looked at: those that lose least. */
  readonly mostColumns: number;
  readonly gap: number;
  readonly timeLimit?: number;
}

/**
 * Solves what prices leave open exactly. A way that loses d against the best of its unit is in no plan better than bound - d, so
 * ways that lose more than the plan falls short of the bound are closed, and branch and cut decides between the others, starting
 * from the plan. Where all of those fit, the answer is the proven optimum; otherwise bound - d of the first way left out bounds
 * what was not looked at. A plan is never made worse.
 */
export async function polish(
  source: AllocationSource,
  large: LargeInstance,
  known: Known,
  solve: SolveLinear,
  { mostColumns, gap, timeLimit }: PolishOptions,
): Promise<Known> {
  const { bound, taken, objective } = known;
  const regrets = regretsOf(large, known.y);
  // Rounding of the sums is far below this.
  const short = objective === null ? Number.POSITIVE_INFINITY : bound - objective + 1e-9 * Math.abs(bound);
  const sorted = Float64Array.from(regrets).sort();
  const closedFrom = sorted.length > mostColumns ? Math.min(short, sorted[mostColumns]!) : short;
  const { columns, options, sign } = large;
  const isOpen = (id: number, at: number): boolean => regrets[at]! <= closedFrom || taken?.[id] === 1;
  const open = columns.filter((id, at) => id < options && isOpen(id, at)).sort();
  const instance = source.instance(open);
  const { model, firstWork, treated } = allocationModel(instance);
  columns.forEach((id, at) => {
    if (id >= options && !isOpen(id, at)) model.columnUpper[firstWork + id - options] = 0;
  });
  const works = (source.frame.works ?? []).length;
  const columnsOf = function* (): Generator<readonly [column: number, id: number]> {
    for (const [column, id] of open.entries()) yield [column, id];
    for (let w = 0; w < works; w += 1) yield [firstWork + w, options + w];
  };
  let start: Float64Array | undefined;
  if (taken !== null) {
    start = new Float64Array(model.objective.length);
    for (const [column, id] of columnsOf()) start[column] = taken[id]!;
    const treatedUnits = new Set(instance.options.flatMap(({ unit }, o) => (start![o] === 1 ? [unit] : [])));
    for (const { id, units } of instance.compartments ?? [])
      start[treated.get(id)!] = units.some((unit) => treatedUnits.has(unit)) ? 1 : 0;
  }
  const found = await solve(model, {
    gap,
    ...(timeLimit === undefined ? {} : { timeLimit }),
    ...(start === undefined ? {} : { start }),
  });
  const inside =
    found.status === 'infeasible'
      ? (objective ?? Number.NEGATIVE_INFINITY)
      : found.bound === null
        ? bound
        : sign * found.bound;
  // Where everything is open, the model knows best.
  const outside = Number.isFinite(closedFrom) ? bound - closedFrom : Number.NEGATIVE_INFINITY;
  const better = { ...known, bound: Math.min(bound, Math.max(inside, outside, objective ?? inside)) };
  if (found.objective === null || sign * found.objective <= (objective ?? Number.NEGATIVE_INFINITY))
    return better;
  const chosen = new Uint8Array(options + works);
  for (const [column, id] of columnsOf()) if (found.columns[column]! > 0.5) chosen[id] = 1;
  return {
    ...better,
    taken: chosen,
    objective: sign * found.objective,
    bound: Math.max(better.bound, sign * found.objective),
  };
}

/** What each option, and each work, loses against the best of its unit at prices y, in the order of the columns. */
function regretsOf({ problem, starts, columns }: LargeInstance, y: Float64Array): Float64Array {
  const regrets = new Float64Array(columns.length);
  const buffer = optionBuffer(problem);
  const prices = accountPrices(accountsOf(problem), y);
  for (let unit = 0; unit < problem.units; unit += 1) {
    const count = problem.fill(unit, buffer);
    let best = problem.mandatory[unit] === 1 ? Number.NEGATIVE_INFINITY : 0;
    const first = starts[unit]!;
    for (let o = 0; o < count; o += 1) {
      let value = buffer.values[o]!;
      for (let e = buffer.starts[o]!; e < buffer.starts[o + 1]!; e += 1)
        value -= prices[buffer.rows[e]!]! * buffer.amounts[e]!;
      best = Math.max(best, value);
      regrets[first + o] = value;
    }
    for (let o = 0; o < count; o += 1) regrets[first + o] = best - regrets[first + o]!;
  }
  return regrets;
}
