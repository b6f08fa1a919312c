import type { SolveLinear } from '../linear-model.ts';
import { adviceFacts, adviceOn } from './advice.ts';
import { allocationModel } from './allocation-model.ts';
import { explainInfeasible } from './explain-infeasible.ts';
import type { AllocationInstance } from './instance.ts';
import type { AllocationResult, Choice, RowUse } from './result.ts';

export interface ExactOptions {
  /** Relative gap at which the search may stop; 0 proves the optimum. */
  readonly gap?: number;
  /** Seconds for the search. */
  readonly timeLimit?: number;
  /** False: an impossible instance is told as such, without why. */
  readonly explain?: boolean;
  /** False: the relaxation that prices come from is left out. */
  readonly prices?: boolean;
}

/**
 * The best plan of an instance, proven: the relaxation first (its prices are what one unit more of a row is worth), then
 * branch and cut. Infeasible instances are told why.
 */
export async function solveExact(
  instance: AllocationInstance,
  solve: SolveLinear,
  { gap = 0, timeLimit, explain = true, prices: priced = true }: ExactOptions = {},
): Promise<AllocationResult> {
  const { model, rowAt, firstWork } = allocationModel(instance);
  const limits = timeLimit === undefined ? {} : { timeLimit };
  const relaxed = priced ? await solve(model, { relaxed: true, ...limits }) : null;
  if (relaxed?.status === 'infeasible') return explain ? noPlan(instance, solve, limits) : NOTHING;
  const found = await solve(model, { gap, ...limits });
  if (found.status === 'infeasible') return explain ? noPlan(instance, solve, limits) : NOTHING;
  if (found.objective === null)
    return { ...NOTHING, status: 'unknown', bound: found.bound ?? relaxed?.objective ?? null };
  const prices: Record<string, number> = {};
  if (relaxed !== null && relaxed.prices.length > 0)
    for (const [id, row] of rowAt) prices[id] = clean(relaxed.prices[row]!);
  const chosen = instance.options.flatMap((option, i) => (found.columns[i]! > 0.5 ? [option] : []));
  const choice = chosen.map(({ unit, package: of, year }): Choice => ({ unit, package: of, year }));
  const works = (instance.works ?? []).flatMap(({ id, year }, i) =>
    found.columns[firstWork + i]! > 0.5 ? [{ id, year }] : [],
  );
  const objective = found.objective;
  const bound = found.bound ?? relaxed?.objective ?? objective;
  const rows = rowUses(instance, chosen, works);
  return {
    status: found.status === 'optimal' ? 'optimal' : 'feasible',
    objective,
    bound,
    gap: gapOf(objective, bound),
    choice,
    works,
    rows,
    prices,
    why: adviceOn(adviceFacts(instance), choice, rows),
    infeasible: null,
  };
}

/** (bound - objective) / |objective|, never below 0. */
export function gapOf(objective: number, bound: number): number {
  const distance = Math.abs(bound - objective);
  return distance <= 1e-9 * Math.max(1, Math.abs(objective))
    ? 0
    : distance / Math.max(Math.abs(objective), Number.MIN_VALUE);
}

/** What each row is used for by a choice, added up in the order of the options. */
export function rowUses(
  instance: AllocationInstance,
  chosen: readonly { readonly use: Readonly<Record<string, number>> }[],
  works: readonly { readonly id: string; readonly year: number }[],
): readonly RowUse[] {
  const used = new Map(instance.rows.map(({ id }) => [id, 0]));
  const built = (instance.works ?? []).filter((one) =>
    works.some(({ id, year }) => id === one.id && year === one.year),
  );
  for (const { use } of [...chosen, ...built])
    for (const [id, amount] of Object.entries(use)) used.set(id, used.get(id)! + amount);
  return instance.rows.map(({ id, limit }) => ({ id, used: used.get(id)!, limit }));
}

const NOTHING: AllocationResult = {
  status: 'infeasible',
  objective: null,
  bound: null,
  gap: null,
  choice: [],
  works: [],
  rows: [],
  prices: {},
  why: [],
  infeasible: null,
};

async function noPlan(
  instance: AllocationInstance,
  solve: SolveLinear,
  limits: { readonly timeLimit?: number },
): Promise<AllocationResult> {
  return { ...NOTHING, infeasible: await explainInfeasible(instance, solve, limits) };
}

/** Prices of a solver carry noise in the last digits. */
function clean(price: number): number {
  return Math.abs(price) < 1e-12 ? 0 : price;
}
