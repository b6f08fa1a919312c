import { type AllocationInstance, allocationModel } from '../allocation/index.ts';
import type { SolveLinear } from '../linear-model.ts';

/**
 * Any plan that meets every demand, whatever it is worth.
 *
 * @param timeLimit seconds
 * @returns 1 for each option, then each work, that is taken; `impossible` where none exists; null where time ran out
 */
export async function anyPlan(
  instance: AllocationInstance,
  solve: SolveLinear,
  timeLimit: number,
): Promise<Uint8Array | 'impossible' | null> {
  const { model, options, firstWork } = allocationModel(instance, { feasibilityOnly: true });
  const { status, objective, columns } = await solve(model, { timeLimit });
  if (status === 'infeasible') return 'impossible';
  if (objective === null) return null;
  return Uint8Array.from({ length: options + (instance.works ?? []).length }, (_, column) =>
    columns[column < options ? column : firstWork + column - options]! > 0.5 ? 1 : 0,
  );
}
