import type { LinearSolution, SolveLinear } from '../linear-model.ts';
import { type AllocationModel, allocationModel, type Demand, demandsOf } from './allocation-model.ts';
import type { AllocationInstance } from './instance.ts';
import { quickExplain } from './quick-explain.ts';
import type { Conflict, Relaxation } from './result.ts';

/** Shares of a limit below this are noise of the solver. */
const NOTICEABLE = 1e-7;

/** Seconds, at most, for each question whether some demands can be met, and for the least relaxation. */
const QUESTION = 10;
const RELAXATION = 20;

/** Part of the time left that is kept for the relaxation. */
const RELAXATION_SHARE = 0.35;

/** Thrown to leave the search for a conflict with the smallest found. */
const OUT_OF_TIME = new Error('out of time');

export interface ExplainOptions {
  /** Seconds for each solve, if fewer than 10 (conflict) and 20 (relaxation). */
  readonly timeLimit?: number;
  /** Seconds left for everything. */
  readonly left?: () => number;
}

/**
 * Why an instance has no plan. First a least conflict: demands that cannot be met together, found among all and proven by
 * solving: all of them impossible, without any one of them possible. Then the least relaxation: every row may be missed, by
 * shares of its limit, every mandatory unit and group may be waived, and the sum is minimised.
 */
export async function explainInfeasible(
  instance: AllocationInstance,
  solve: SolveLinear,
  { timeLimit = Number.POSITIVE_INFINITY, left = () => Number.POSITIVE_INFINITY }: ExplainOptions = {},
): Promise<Conflict> {
  const elastic = allocationModel(instance, { elastic: true });
  const split = await solve(elastic.model, { relaxed: true, timeLimit: Math.min(timeLimit, QUESTION) });
  // Demands that give way even where options may be split come last: what is certainly part of a conflict is found first.
  const giving = new Set(relaxationOf(elastic, split).map(({ demand }) => keyOf(demand)));
  const demands = [...demandsOf(instance)].sort(
    (a, b) => Number(giving.has(keyOf(a))) - Number(giving.has(keyOf(b))),
  );
  const whole = left();
  const until = Number.isFinite(whole) ? RELAXATION_SHARE * whole : 0;
  let unproven = false;
  let smallest: readonly Demand[] | null = null;
  const possible =
    (relaxed: boolean) =>
    async (kept: readonly Demand[]): Promise<boolean> => {
      if (left() <= until) throw OUT_OF_TIME;
      const wanted = new Set(kept.map(keyOf));
      const { model } = allocationModel(instance, {
        keep: (demand) => wanted.has(keyOf(demand)),
        feasibilityOnly: true,
      });
      const { status } = await solve(model, { relaxed, timeLimit: Math.min(timeLimit, QUESTION) });
      if (status === 'unknown') unproven = true;
      if (status === 'infeasible') smallest = kept;
      return status !== 'infeasible';
    };
  try {
    // What is impossible even where options may be split is found quickly, and leaves little to ask of whole ones.
    const few = (await possible(true)(demands)) ? demands : await quickExplain(demands, possible(true));
    smallest = await quickExplain(few, possible(false));
  } catch (error) {
    if (error !== OUT_OF_TIME) throw error;
    unproven = true;
  }
  const eased = await solve(elastic.model, { gap: 0, timeLimit: Math.min(timeLimit, RELAXATION) });
  return {
    conflict: smallest,
    ...(unproven ? { unproven } : {}),
    relax: relaxationOf(elastic, eased),
  };
}

function relaxationOf(
  { slacks }: AllocationModel,
  { objective, columns }: LinearSolution,
): readonly Relaxation[] {
  if (objective === null) return [];
  return slacks.flatMap(({ demand, column, scale }) => {
    const share = columns[column]!;
    return share > NOTICEABLE ? [{ demand, by: share * scale }] : [];
  });
}

function keyOf({ kind, id }: Demand): string {
  return `${kind} ${id}`;
}
