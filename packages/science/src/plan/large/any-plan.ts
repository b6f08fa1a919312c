import { allocationModel } from '../allocation/index.ts';
import type { SolveLinear } from '../linear-model.ts';
import type { AllocationSource } from './allocation-source.ts';

/**
 * Any plan that meets every demand, whatever it is worth.
 *
 * @param timeLimit seconds
 * @returns 1 for each option by its number, then each work, that is taken; `impossible` where none exists; null where time ran out
 */
export async function anyPlan(
  source: AllocationSource,
  solve: SolveLinear,
  timeLimit: number,
): Promise<Uint8Array | 'impossible' | null> {
  const { model, firstWork } = allocationModel(source.instance(), { feasibilityOnly: true });
  const { status, objective, columns } = await solve(model, { timeLimit });
  if (status === 'infeasible') return 'impossible';
  if (objective === null) return null;
  const { ids, count } = source.columns;
  const works = source.frame.works ?? [];
  const taken = new Uint8Array(count + works.length);
  for (const [column, id] of Int32Array.from(ids).sort().entries()) if (columns[column]! > 0.5) taken[id] = 1;
  works.forEach((_, w) => {
    if (columns[firstWork + w]! > 0.5) taken[count + w] = 1;
  });
  return taken;
}
