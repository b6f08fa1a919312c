import type { AllocationResult } from './allocation/result.ts';
import { solveExact } from './allocation/solve-exact.ts';
import type { SolveLinear } from './linear-model.ts';
import { instanceOf, type Programme } from './programme/programme.ts';
import type { PlanSettings } from './settings.ts';

/** Best choice of package and start year for every unit of a programme, with a proven bound. */
export async function allocateProgramme(
  programme: Programme,
  settings: PlanSettings,
  solve: SolveLinear,
): Promise<AllocationResult> {
  const instance = instanceOf(programme);
  if (instance.options.length === 0) return NOTHING_TO_DO;
  return solveExact(instance, solve, { gap: settings.gap, timeLimit: settings.timeLimitS });
}

const NOTHING_TO_DO: AllocationResult = {
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
