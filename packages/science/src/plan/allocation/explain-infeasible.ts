import type { SolveLinear } from '../linear-model.ts';
import { allocationModel, type Demand, demandsOf } from './allocation-model.ts';
import type { AllocationInstance } from './instance.ts';
import { quickExplain } from './quick-explain.ts';
import type { Conflict, Relaxation } from './result.ts';

/** Shares of a limit below this are noise of the solver. */
const NOTICEABLE = 1e-7;

/**
 * Why an instance has no plan. First the least relaxation: every row may be missed, by shares of its limit, every mandatory
 * unit and group may be waived, and the sum is minimised. Then a least conflict: demands that cannot be met together, found
 * among those that take part, and proven by solving: all of them impossible, without any one of them possible.
 *
 * @param limits seconds for each solve
 */
export async function explainInfeasible(
  instance: AllocationInstance,
  solve: SolveLinear,
  limits: { readonly timeLimit?: number } = {},
): Promise<Conflict> {
  const elastic = allocationModel(instance, { elastic: true });
  const eased = await solve(elastic.model, { gap: 0, ...limits });
  const relax: Relaxation[] = [];
  if (eased.objective !== null)
    for (const { demand, column, scale } of elastic.slacks) {
      const share = eased.columns[column]!;
      if (share > NOTICEABLE) relax.push({ demand, by: share * scale });
    }
  let proven = true;
  const possible = async (kept: readonly Demand[]): Promise<boolean> => {
    const wanted = new Set(kept.map(keyOf));
    const { model } = allocationModel(instance, {
      keep: (demand) => wanted.has(keyOf(demand)),
      feasibilityOnly: true,
    });
    const { status } = await solve(model, limits);
    if (status === 'unknown') proven = false;
    return status !== 'infeasible';
  };
  // Demands that must give way come last: what is certainly part of a conflict is found first, and the rest is halved quickly.
  const giving = new Set(relax.map(({ demand }) => keyOf(demand)));
  const demands = [...demandsOf(instance)].sort(
    (a, b) => Number(giving.has(keyOf(a))) - Number(giving.has(keyOf(b))),
  );
  const conflict = await quickExplain(demands, possible);
  return { conflict: proven ? conflict : null, relax };
}

function keyOf({ kind, id }: Demand): string {
  return `${kind} ${id}`;
}
