import {
  type AllocationInstance,
  type AllocationResult,
  allocationModel,
  explainInfeasible,
  gapOf,
  solveExact,
} from './allocation/index.ts';
import { solveLargeInstance } from './large/index.ts';
import type { SolveLinear } from './linear-model.ts';

export interface SolveAllocationOptions {
  /** Relative gap at which the search may stop; 0 proves the best. */
  readonly gap?: number;
  /** Seconds for everything. */
  readonly timeLimit?: number;
  /** True: branch and cut alone, whatever the size. */
  readonly exact?: boolean;
  readonly seed?: number;
  /** Seconds gone since the start, from whoever has a clock; without one, time limits bind each solve by itself. */
  readonly elapsed?: () => number;
  readonly report?: (done: number, of: number) => void;
}

/** Up to this many options branch and cut is asked first: most such programmes are proven in less than a minute. */
const EXACT_OPTIONS = 20_000;
/** Part of the time that branch and cut may take where another search can follow. */
const FIRST_SHARE = 0.6;
/** Gap of the large search where none is asked for: what is closer is worth less than its figures are known. */
const LARGE_GAP = 1e-3;
/** Seconds, at most, to find out whether there is any plan at all. */
const LONGEST_QUESTION = 60;

/**
 * The best plan of an instance, or the best that time allows, always with a proven bound. Small instances go to branch and cut; what
 * it leaves open, and large ones, to prices, rounding, annealing and a restricted exact solve; of two plans the better is kept, of
 * two bounds the tighter. Where no plan is come by the demands are examined: a conflict is proven and named, or nothing is claimed.
 */
export async function solveAllocation(
  instance: AllocationInstance,
  solve: SolveLinear,
  options: SolveAllocationOptions = {},
): Promise<AllocationResult & { readonly method: 'exact' | 'large' }> {
  const { gap = 0, timeLimit = Number.POSITIVE_INFINITY, exact = false, seed = 1, report } = options;
  const { elapsed = () => 0 } = options;
  const left = (): number => Math.max(0, timeLimit - elapsed());
  const small = exact || instance.options.length <= EXACT_OPTIONS;
  let first: AllocationResult | null = null;
  if (small) {
    const limit = exact ? left() : FIRST_SHARE * left();
    first = await solveExact(instance, solve, {
      gap,
      ...(limit === Number.POSITIVE_INFINITY ? {} : { timeLimit: limit }),
    });
    if (exact || first.status === 'optimal' || first.status === 'infeasible')
      return { ...first, method: 'exact' };
  }
  const large = await solveLargeInstance(instance, solve, {
    gap: small || gap > 0 ? gap : LARGE_GAP,
    seed,
    left,
    ...(report === undefined ? {} : { report }),
  });
  if (large !== null)
    return first === null ? { ...large, method: 'large' } : better(instance, first, large, gap);
  if (first !== null && first.objective !== null) return { ...first, method: 'exact' };
  return {
    ...(await examine(instance, solve, Math.min(LONGEST_QUESTION, Math.max(1, left())))),
    method: 'large',
  };
}

/** The better plan of two with the tighter bound of both. */
function better(
  { sense }: AllocationInstance,
  exact: AllocationResult,
  large: AllocationResult,
  gap: number,
): AllocationResult & { readonly method: 'exact' | 'large' } {
  const sign = sense === 'max' ? 1 : -1;
  const takesLarge = exact.objective === null || sign * large.objective! > sign * exact.objective;
  const plan = takesLarge ? large : exact;
  const bounds = [exact.bound, large.bound].filter((bound): bound is number => bound !== null);
  const bound = sign * Math.max(Math.min(...bounds.map((one) => sign * one)), sign * plan.objective!);
  const distance = gapOf(plan.objective!, bound);
  return {
    ...plan,
    bound,
    gap: distance,
    status: distance <= gap ? 'optimal' : 'feasible',
    method: takesLarge ? 'large' : 'exact',
  };
}

/** No plan in hand: is there none? */
async function examine(
  instance: AllocationInstance,
  solve: SolveLinear,
  timeLimit: number,
): Promise<AllocationResult> {
  const nothing: AllocationResult = {
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
  const { model } = allocationModel(instance, { feasibilityOnly: true });
  const { status } = await solve(model, { timeLimit });
  return status === 'infeasible'
    ? { ...nothing, status, infeasible: await explainInfeasible(instance, solve, { timeLimit }) }
    : nothing;
}
