/**
 * A linear or mixed-integer model as columns (compressed sparse columns, CSC): what every solver of the plan is
 * given. Minimises or maximises `objective . x` under `rowLower <= A x <= rowUpper`, `columnLower <= x <=
 * columnUpper`. Absent bounds are -Infinity and Infinity, never leave the program, and are never shown.
 */
export interface LinearModel {
  readonly sense: 'max' | 'min';
  /** One per column. */
  readonly objective: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  /** 1 where the column must be whole. */
  readonly integer: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** CSC: the entries of column j are `starts[j] .. starts[j + 1]`; length columns + 1. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

export interface SolveOptions {
  /** Relative gap at which the search may stop, (bound - objective) / |objective|; 0 proves the optimum. */
  readonly gap?: number;
  /** Seconds. */
  readonly timeLimit?: number;
  /** Leaves integrality out and returns row prices and reduced costs. */
  readonly relaxed?: boolean;
  /** Interior point for large LPs. */
  readonly method?: 'choose' | 'simplex' | 'ipm';
  /** A start for the search, one value per column. */
  readonly start?: Float64Array;
}

export interface LinearSolution {
  /** `feasible`: stopped by time with a solution in hand; `unknown`: stopped without one. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unbounded' | 'unknown';
  /** Null without a solution. */
  readonly objective: number | null;
  /** Proven bound of the objective; null where none is known. */
  readonly bound: number | null;
  /** One per column; empty without a solution. */
  readonly columns: Float64Array;
  /** Row prices (duals) of a relaxed solve; empty otherwise. */
  readonly prices: Float64Array;
}

/** Whoever solves linear models: handed in, since the solver is the outside's. */
export type SolveLinear = (model: LinearModel, options?: SolveOptions) => Promise<LinearSolution>;
