import { type Commitment, OBJECTIVES, type ObjectiveValues } from '../../plan/index.ts';
import { type TrueFuture, trueOutcome } from './true-outcome.ts';
import type { WorthProblem } from './worth-problem.ts';

/** What was done on each unit in the end. */
export interface Course {
  readonly choices: ReadonlyMap<string, Commitment>;
  /** Years of corrective plantings by unit, ascending. */
  readonly repairs: ReadonlyMap<string, readonly number[]>;
  readonly works: readonly { readonly id: string; readonly year: number }[];
}

/** What a policy comes to in one future. */
export interface PolicyOutcome {
  /** Weighted objective of the plan. */
  readonly value: number;
  readonly objectives: ObjectiveValues;
  /** Public money over the horizon. */
  readonly cost: number;
}

/** True outcomes of all that was done, added up and weighed as the plan weighs them. */
export function policyOutcome(
  { choices, repairs, works }: Course,
  problem: WorthProblem,
  future: TrueFuture,
): PolicyOutcome {
  const sums = { ecology: 0, carbon: 0, livelihood: 0, npv: 0 };
  let cost = 0;
  // In the order of the units, so that sums do not hang on the way a plan was found.
  for (const { id } of problem.record.units) {
    const choice = choices.get(id);
    if (choice === undefined) continue;
    const { objectives, publicCost } = trueOutcome(problem.option(id, choice), repairs.get(id) ?? [], future);
    for (const one of OBJECTIVES) sums[one] += objectives[one];
    cost += publicCost;
  }
  for (const work of problem.programme.works)
    if (works.some(({ id, year }) => id === work.id && year === work.year)) {
      sums.npv += work.npv;
      cost += work.cost;
    }
  return { value: weigh(sums, problem.programme), objectives: sums, cost };
}

/** Weighted objective. */
export function weigh(
  objectives: ObjectiveValues,
  { weights, scales }: Pick<WorthProblem['programme'], 'weights' | 'scales'>,
): number {
  return OBJECTIVES.reduce((sum, one) => sum + (weights[one] * objectives[one]) / scales[one], 0);
}
