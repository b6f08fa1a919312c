import type { AllocationResult } from './allocation/result.ts';
import type { SolveLinear } from './linear-model.ts';
import { sourceOfProgramme } from './programme/instance-of.ts';
import type { Programme } from './programme/programme.ts';
import type { PlanSettings } from './settings.ts';
import { type SolveAllocationOptions, solveAllocation } from './solve-allocation.ts';

export type Allocated = AllocationResult & { readonly method: 'exact' | 'large' };

/** Best choice of package and start year for every unit of a programme, with a proven bound. */
export async function allocateProgramme(
  programme: Programme,
  settings: PlanSettings,
  solve: SolveLinear,
  options: Pick<SolveAllocationOptions, 'seed' | 'elapsed' | 'known' | 'report'> = {},
): Promise<Allocated> {
  const source = sourceOfProgramme(programme);
  if (source.columns.ids.length === 0) return NOTHING_TO_DO;
  return solveAllocation(source, solve, { gap: settings.gap, timeLimit: settings.timeLimitS, ...options });
}

const NOTHING_TO_DO: Allocated = {
  method: 'exact',
  status: 'optimal',
  objective: 0,
  bound: 0,
  gap: 0,
  choice: [],
  works: [],
  rows: [],
  prices: {},
  why: [],
  infeasible: null,
};
