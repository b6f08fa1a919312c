import type { Demand } from './allocation-model.ts';

/** What one row is used for. */
export interface RowUse {
  readonly id: string;
  readonly used: number;
  readonly limit: number;
}

/** Something a plan is told, as keys `allocation-advice.*` of the catalogue. */
export interface Advice {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Choice {
  readonly unit: string;
  readonly package: string;
  readonly year: number;
}

/** How far a demand must give way in the least relaxation: in the unit of the row; 1 for a unit or group. */
export interface Relaxation {
  readonly demand: Demand;
  readonly by: number;
}

/** Why there is no plan. */
export interface Conflict {
  /** Demands that cannot be met together; without any one of them the others can. Null where time ran out before any was found. */
  readonly conflict: readonly Demand[] | null;
  /** True where time ran out: the demands cannot be met together, but some of them may be met without harm. */
  readonly unproven?: boolean;
  /** The least, in shares of the limits added up, that makes a plan possible; where time ran out, a little that does. */
  readonly relax: readonly Relaxation[];
}

/** The answer to an allocation instance. */
export interface AllocationResult {
  /** `feasible`: a plan within the gap told, not proven best; `unknown`: time ran out without one. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  readonly objective: number | null;
  /** No plan is better than this. */
  readonly bound: number | null;
  /** (bound - objective) / |objective|; 0 where proven best. */
  readonly gap: number | null;
  readonly choice: readonly Choice[];
  /** Shared works and the year they are built in. */
  readonly works: readonly { readonly id: string; readonly year: number }[];
  readonly rows: readonly RowUse[];
  /** What one unit more of a row would add to the objective, from the relaxation in which options may be split. */
  readonly prices: Readonly<Record<string, number>>;
  readonly why: readonly Advice[];
  readonly infeasible: Conflict | null;
}
