import { anneal } from './anneal.ts';
import { byRow } from './by-row.ts';
import { type Compartments, TreatedCompartments } from './compartments.ts';
import { AllocationDual } from './dual.ts';
import { firstRows } from './first-rows.ts';
import { type LargeProblem, optionBuffer } from './large-problem.ts';
import { projectedNewton } from './projected-newton.ts';
import { roundShares } from './round-shares.ts';

export interface LargeOptions {
  /** Relative gap at which the search stops. */
  readonly gap?: number;
  readonly seed?: number;
  /** Rows before this one get prices; the rest, as compartments, is left out of the bound and kept by the plan. */
  readonly priced?: number;
  readonly compartments?: Compartments | null;
  /** A choice to begin with, option by unit, beside the rounded one: near it few tries are worth their time. */
  readonly start?: Int32Array | null;
  readonly report?: (done: number, of: number) => void;
  readonly shouldStop?: () => boolean;
}

export interface LargeSolution {
  /** `infeasible`: the bound is below what the worst plan would be worth. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Option of each unit by its place in `fill`, -1 without one; empty where no plan was found. */
  readonly chosen: Int32Array;
  readonly objective: number | null;
  readonly bound: number;
  readonly gap: number | null;
  /** What one unit more of each row is worth; >= 0 for `<=`. */
  readonly prices: Float64Array;
  readonly used: Float64Array;
}

/** Smoothing, as a share of the mean best value of a unit, and the part of the units it looks at. */
const STAGES: readonly { readonly tau: number; readonly units: number }[] = [
  { tau: 0.5, units: 2000 },
  { tau: 0.1, units: 2000 },
  { tau: 0.02, units: 4000 },
  { tau: 0.005, units: 4000 },
  { tau: 0.002, units: 10_000 },
  { tau: 0.0005, units: Number.POSITIVE_INFINITY },
  { tau: 0.0001, units: Number.POSITIVE_INFINITY },
  { tau: 0.00003, units: Number.POSITIVE_INFINITY },
];
const ITERATIONS = 40;
/** Rows are met by the shares within this part of their limit. */
const TOLERANCE = 1e-6;

/** One annealing. */
interface Try {
  /** How far from the best of their unit ways are looked at, as a share of the mean best value. */
  readonly regret: number;
  /** What is kept in reserve of each row, and how hot it begins, see `anneal`. */
  readonly reserve: number;
  readonly heat: number;
  /** Part of the moves. */
  readonly moves: number;
}

/**
 * Cool and near first: the rounded shares lose next to nothing, and what they miss of the rows a few moves among nearly equal ways
 * mend. Then hot, ever farther; further tries only where no plan was found.
 */
const TRIES: readonly Try[] = [
  { regret: 0.003, reserve: 0.02, heat: 0.003, moves: 0.3 },
  { regret: 0.02, reserve: 0.02, heat: 0.003, moves: 0.3 },
  { regret: 0.003, reserve: 0.02, heat: 0.1, moves: 1 },
  { regret: 0.02, reserve: 0.02, heat: 0.1, moves: 1 },
  { regret: 0.1, reserve: 0.02, heat: 0.1, moves: 1 },
  { regret: 0.5, reserve: 0.02, heat: 0.1, moves: 1 },
];
const FURTHER_TRIES: typeof TRIES = [
  { regret: 0.02, reserve: 0.1, heat: 0.1, moves: 1 },
  { regret: 0.1, reserve: 0.1, heat: 0.1, moves: 1 },
  { regret: 0.1, reserve: 0.3, heat: 0.1, moves: 1 },
  { regret: 0.5, reserve: 0.3, heat: 0.1, moves: 1 },
];
/** Tries beside the one that begins with a given choice. */
const TRIES_BESIDE_START = 2;
/** Moves of one annealing for each unit: many where units are few, up to a number in all. */
const MOVES_PER_UNIT = 300;
const MOST_PER_UNIT = 5_000;
const ENOUGH_MOVES = 5_000_000;

/**
 * Large allocations: prices from the smoothed dual (first on a part of the units, then on all, ever less smooth) prove a bound;
 * the shares at those prices are rounded so that every row stays where it is; annealing brings what is left of priced rows, and
 * what units lose against their best, together towards nothing.
 *
 * @returns `optimal` where the gap asked for is proven, `infeasible` where prices prove that no plan meets the rows, `unknown`
 * where none was come by
 */
export function solveLarge(
  problem: LargeProblem,
  {
    gap = 1e-3,
    seed = 1,
    priced = problem.rows.length,
    compartments = null,
    start = null,
    report = () => {},
    shouldStop = () => false,
  }: LargeOptions = {},
): LargeSolution {
  const bounded = firstRows(problem, priced);
  const dual = new AllocationDual(bounded);
  const { rows } = bounded;
  const nonNegative = Uint8Array.from(rows, ({ sense }) => (sense === '<=' ? 1 : 0));
  const x = new Float64Array(rows.length);
  const { mean, worst } = valuesOf(problem, compartments);
  let bound = Number.POSITIVE_INFINITY;
  let prices = Float64Array.from(x);
  const keep = (): void => {
    const found = dual.bound(x);
    if (found >= bound) return;
    bound = found;
    prices = Float64Array.from(x);
  };
  let tau = mean;
  for (const [stage, { tau: share, units }] of STAGES.entries()) {
    report(stage, STAGES.length + 1);
    const stride = Math.max(1, Math.floor(problem.units / units));
    tau = Math.max(share * mean, Number.MIN_VALUE);
    projectedNewton(dual.smoothed(tau, stride), x, {
      nonNegative,
      iterations: ITERATIONS,
      tolerance: TOLERANCE / stride,
      shouldStop,
    });
    if (stride === 1 || units >= 10_000) keep();
    if (bound < worst - 1e-6 * Math.abs(worst)) break;
  }
  report(STAGES.length, STAGES.length + 1);
  const y = new Float64Array(problem.rows.length);
  prices.forEach((value, r) => {
    y[r] = value / dual.scales[r]!;
  });
  const nothing = { chosen: new Int32Array(), objective: null, bound, gap: null, prices: y };
  if (bound < worst - 1e-6 * Math.abs(worst))
    return { status: 'infeasible', ...nothing, used: new Float64Array() };
  const rowwise = byRow(problem);
  const rounded = roundShares(rowwise, y, tau);
  const moves = Math.max(
    Math.min(ENOUGH_MOVES, MOST_PER_UNIT * problem.units),
    MOVES_PER_UNIT * problem.units,
  );
  let best: Plan | null = null;
  const tries =
    start === null ? [...TRIES, ...FURTHER_TRIES] : [TRIES[0]!, ...TRIES.slice(0, TRIES_BESIDE_START)];
  for (const [i, { regret, reserve, heat, moves: part }] of tries.entries()) {
    if (i >= TRIES.length && best !== null) break;
    const chosen = anneal(rowwise, y, i === 0 ? (start ?? rounded) : rounded, {
      mostRegret: regret * mean,
      worth: mean,
      moves: Math.ceil(part * moves),
      heat,
      seed: seed + i,
      reserve,
      compartments,
      shouldStop,
    });
    if (chosen !== null) {
      const plan = { chosen, ...addUp(rowwise, chosen, compartments) };
      if (best === null || plan.objective > best.objective) best = plan;
    }
    if ((best !== null && gapOf(best.objective, bound) <= gap) || shouldStop()) break;
  }
  if (best === null) return { status: 'unknown', ...nothing, used: new Float64Array() };
  const distance = gapOf(best.objective, bound);
  return {
    status: distance <= gap ? 'optimal' : 'feasible',
    ...best,
    bound,
    gap: distance,
    prices: y,
  };
}

function gapOf(objective: number, bound: number): number {
  return Math.max(0, bound - objective) / Math.max(Math.abs(objective), Number.MIN_VALUE);
}

/** Mean over units of the greatest value by size, and what no plan is worth less than. */
function valuesOf(problem: LargeProblem, compartments: Compartments | null) {
  const buffer = optionBuffer(problem);
  let [sum, worst] = [0, 0];
  for (let unit = 0; unit < problem.units; unit += 1) {
    const options = problem.fill(unit, buffer);
    let greatest = 0;
    let least = problem.mandatory[unit] === 1 ? Number.POSITIVE_INFINITY : 0;
    for (let o = 0; o < options; o += 1) {
      greatest = Math.max(greatest, Math.abs(buffer.values[o]!));
      least = Math.min(least, buffer.values[o]!);
    }
    sum += greatest;
    worst += least;
  }
  for (const { penalty } of compartments?.borders ?? []) worst -= penalty;
  return { mean: problem.units === 0 ? 1 : sum / problem.units || 1, worst };
}

interface Plan {
  readonly chosen: Int32Array;
  readonly objective: number;
  readonly used: Float64Array;
}

/** Value, less what borders cost, and use of a choice, added up anew. */
export function addUp(
  problem: LargeProblem,
  chosen: Int32Array,
  compartments: Compartments | null = null,
): { readonly objective: number; readonly used: Float64Array } {
  const buffer = optionBuffer(problem);
  const { values, starts, rows, amounts } = buffer;
  const used = new Float64Array(problem.rows.length);
  const treated = compartments && new TreatedCompartments(compartments, (unit) => chosen[unit]! >= 0);
  let objective = -(treated?.borderCost ?? 0);
  for (let unit = 0; unit < problem.units; unit += 1) {
    const o = chosen[unit]!;
    if (o < 0) continue;
    problem.fill(unit, buffer);
    objective += values[o]!;
    for (let e = starts[o]!; e < starts[o + 1]!; e += 1) used[rows[e]!]! += amounts[e]!;
  }
  return { objective, used };
}
