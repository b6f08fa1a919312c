import {
  type AllocationInstance,
  type AllocationResult,
  type Conflict,
  explainInfeasible,
  gapOf,
  solveExact,
} from './allocation/index.ts';
import {
  type AllocationSource,
  type KnownChoice,
  solveLargeSource,
  sourceOfInstance,
} from './large/index.ts';
import type { SolveLinear } from './linear-model.ts';
import { withDeadline } from './with-deadline.ts';

export interface SolveAllocationOptions {
  /** Relative gap at which the search may stop; 0 proves the best. */
  readonly gap?: number;
  /** Seconds for everything; without, `exact` takes as long as it takes, other searches end after ten minutes. */
  readonly timeLimit?: number;
  /** True: branch and cut alone, whatever the size. */
  readonly exact?: boolean;
  readonly seed?: number;
  /** A plan to begin with where the search is for large programmes. */
  readonly known?: readonly KnownChoice[];
  /** Seconds gone since the start, from whoever has a clock; without one, time limits bind each solve by itself. */
  readonly elapsed?: () => number;
  readonly report?: (done: number, of: number) => void;
}

/** Up to this many options branch and cut is asked first: most such programmes are proven in less than a minute. */
const EXACT_OPTIONS = 20_000;
/** Seconds for the search where nobody said how long it may take. */
const PATIENCE = 600;
/** Part of the time that branch and cut may take where another search can follow. */
const FIRST_SHARE = 0.6;
/** Gap of the large search where none is asked for: what is closer is worth less than its figures are known. */
const LARGE_GAP = 1e-3;

/**
 * The best plan of an allocation, or the best that time allows, always with a proven bound. Small instances go to branch and cut; what
 * it leaves open, and large ones, to prices, rounding, annealing and a restricted exact solve; of two plans the better is kept, of
 * two bounds the tighter. That there is none is said only where it is proven, with a conflict and the least that helps.
 */
export async function solveAllocation(
  allocation: AllocationInstance | AllocationSource,
  solve: SolveLinear,
  options: SolveAllocationOptions = {},
): Promise<AllocationResult & { readonly method: 'exact' | 'large' }> {
  const { gap = 0, timeLimit, exact = false, seed = 1, known, report, elapsed = () => 0 } = options;
  const seconds = timeLimit ?? (exact ? Number.POSITIVE_INFINITY : PATIENCE);
  const left = (): number => Math.max(0, seconds - elapsed());
  const timed = timeLimit === undefined ? solve : withDeadline(solve, left);
  const source = 'options' in allocation ? sourceOfInstance(allocation) : allocation;
  const count = source.columns.ids.length;
  const why = (): Promise<Conflict> => explainInfeasible(source.instance(), timed, { left });
  const small = exact || count <= EXACT_OPTIONS;
  let first: AllocationResult | null = null;
  if (small) {
    const limit = exact ? left() : FIRST_SHARE * left();
    first = await solveExact(source.instance(), timed, {
      gap,
      explain: false,
      ...(limit === Number.POSITIVE_INFINITY ? {} : { timeLimit: limit }),
    });
    if (first.status === 'infeasible') return { ...first, infeasible: await why(), method: 'exact' };
    if (exact || first.status === 'optimal') return { ...first, method: 'exact' };
  }
  const large = await solveLargeSource(source, timed, {
    gap: small || gap > 0 ? gap : LARGE_GAP,
    seed,
    left,
    ...(known === undefined ? {} : { known }),
    ...(report === undefined ? {} : { report }),
  });
  if (large.status === 'infeasible')
    return { ...large, infeasible: large.infeasible ?? (await why()), method: 'large' };
  if (first === null || first.objective === null) return { ...large, method: 'large' };
  return large.objective === null ? { ...first, method: 'exact' } : better(source.frame, first, large, gap);
}

/** The better plan of two with the tighter bound of both. */
function better(
  { sense }: Pick<AllocationInstance, 'sense'>,
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
