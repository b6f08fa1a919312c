import type { SolveLinear } from '@aftermine/science/plan';

/** Whoever solves linear and mixed-integer models. */
export interface Solver {
  readonly solve: SolveLinear;
  /** Stops whatever is being solved and gives its memory back. */
  close(): Promise<void>;
}
