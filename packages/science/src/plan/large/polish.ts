import { type AllocationInstance, allocationModel } from '../allocation/index.ts';
import type { SolveLinear } from '../linear-model.ts';
import type { LargeInstance } from './large-of-instance.ts';
import { optionBuffer } from './large-problem.ts';

/** What is known of an instance: prices, the bound they prove, and a plan, all in the sense max. */
export interface Known {
  readonly y: Float64Array;
  readonly bound: number;
  /** 1 for each option, then each work, that is taken; null without a plan. */
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
  instance: AllocationInstance,
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
  const open = (column: number): boolean => regrets[column]! <= closedFrom || taken?.[column] === 1;

  const { model, options, firstWork, treated } = allocationModel(instance);
  const works = regrets.length - options;
  const at = (column: number): number => (column < options ? column : firstWork + column - options);
  for (let column = 0; column < options + works; column += 1)
    if (!open(column)) model.columnUpper[at(column)] = 0;
  let start: Float64Array | undefined;
  if (taken !== null) {
    start = new Float64Array(model.objective.length);
    for (let column = 0; column < taken.length; column += 1) start[at(column)] = taken[column]!;
    const treatedUnits = new Set(instance.options.filter((_, j) => taken[j] === 1).map(({ unit }) => unit));
    for (const { id, units } of instance.compartments ?? [])
      start[treated.get(id)!] = units.some((unit) => treatedUnits.has(unit)) ? 1 : 0;
  }
  const found = await solve(model, {
    gap,
    ...(timeLimit === undefined ? {} : { timeLimit }),
    ...(start === undefined ? {} : { start }),
  });
  const { sign } = large;
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
  const columns = Uint8Array.from(regrets, (_, column) => (found.columns[at(column)]! > 0.5 ? 1 : 0));
  return {
    ...better,
    taken: columns,
    objective: sign * found.objective,
    bound: Math.max(better.bound, sign * found.objective),
  };
}

/** What each option, and each work, loses against the best of its unit at prices y. */
function regretsOf({ problem, starts, columns }: LargeInstance, y: Float64Array): Float64Array {
  const regrets = new Float64Array(columns.length);
  const buffer = optionBuffer(problem);
  for (let unit = 0; unit < problem.units; unit += 1) {
    const count = problem.fill(unit, buffer);
    let best = problem.mandatory[unit] === 1 ? Number.NEGATIVE_INFINITY : 0;
    const reduced = Array.from({ length: count }, (_, o) => {
      let value = buffer.values[o]!;
      for (let e = buffer.starts[o]!; e < buffer.starts[o + 1]!; e += 1)
        value -= y[buffer.rows[e]!]! * buffer.amounts[e]!;
      best = Math.max(best, value);
      return value;
    });
    reduced.forEach((value, o) => {
      regrets[columns[starts[unit]! + o]!] = best - value;
    });
  }
  return regrets;
}
