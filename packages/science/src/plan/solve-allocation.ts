import { type AllocationInstance, type AllocationResult, solveExact } from './allocation/index.ts';
import { type LargeInstanceOptions, solveLargeInstance } from './large/index.ts';
import type { SolveLinear } from './linear-model.ts';
import { withDeadline } from './with-deadline.ts';

export interface AllocationOptions {
  /** Relative gap at which the search may stop; 0 proves the optimum where that can be done. */
  readonly gap?: number;
  /** Seconds for everything; needs `now`. */
  readonly timeLimit?: number;
  /** Milliseconds of any clock. */
  readonly now?: () => number;
  /** The exact model whatever the size, for as long as it takes. */
  readonly exact?: boolean;
  readonly seed?: number;
  readonly report?: (done: number, of: number) => void;
}

/** Up to this many options the model is solved from scratch: faster than looking for prices first. */
const FROM_SCRATCH = 1_000;
/** Up to this many options the optimum is proven, or as much as can be within the time. */
const PROVABLE = 20_000;
/** Above, a programme is solved to this gap where nobody asked for another. */
const LARGE_GAP = 1e-4;
/** Seconds of proving where nobody said how long it may take. */
const PATIENCE = 600;

/**
 * The best plan of an instance, by the way that suits its size:
 *
 *  - up to 1,000 options, and with `exact` always, the model from scratch (branch and cut);
 *  - up to 20,000, prices and annealing give a plan and a bound, and the model decides between all ways these leave open, which
 *    proves the optimum;
 *  - above, the same, but the model decides between some thousand ways only, and the gap asked for is at least 0.01 %.
 *
 * Where prices find no plan the model is asked, so that an impossible instance names a true conflict and the least that helps.
 *
 * @param solve whoever solves linear models; given no more time than is left
 * @throws RangeError a time limit without a clock
 */
export async function solveAllocation(
  instance: AllocationInstance,
  solve: SolveLinear,
  { gap, timeLimit, now, exact = false, seed = 1, report }: AllocationOptions = {},
): Promise<AllocationResult> {
  if (timeLimit !== undefined && now === undefined) throw new RangeError('a time limit needs a clock');
  const started = now?.() ?? 0;
  const patience = timeLimit ?? (exact ? Number.POSITIVE_INFINITY : PATIENCE);
  const left = (): number => (now === undefined ? patience : patience - (now() - started) / 1000);
  const timed = withDeadline(solve, left);
  const size = instance.options.length;
  const wanted = gap ?? (size <= PROVABLE || exact ? 0 : LARGE_GAP);
  if (exact || size <= FROM_SCRATCH) return solveExact(instance, timed, { gap: wanted });
  const options: LargeInstanceOptions = {
    gap: wanted,
    seed,
    left,
    ...(size <= PROVABLE ? { openColumns: PROVABLE, polishing: Number.POSITIVE_INFINITY } : {}),
    ...(report === undefined ? {} : { report }),
  };
  return (
    (await solveLargeInstance(instance, timed, options)) ??
    (await solveExact(instance, timed, { gap: wanted }))
  );
}
