import { ahpWeights } from '../../choice/index.ts';
import { OBJECTIVES, type ObjectiveValues, type PackageOutcome } from '../result.ts';
import type { PlanSettings } from '../settings.ts';

/**
 * What each objective is divided by before it is weighed: the sum over units of the best that any of their options does, so
 * that 1 is what the whole programme could bring if only this counted and nothing were scarce.
 *
 * @param byUnit outcomes of the options of each unit
 */
export function objectiveScales(byUnit: readonly (readonly PackageOutcome[])[]): ObjectiveValues {
  const sums = new ScaleSums();
  for (const outcomes of byUnit) sums.add(outcomes);
  return sums.scales();
}

/** Scales of the objectives, see `objectiveScales`, unit by unit. */
export class ScaleSums {
  readonly #sums: Record<keyof ObjectiveValues, number> = { ecology: 0, carbon: 0, livelihood: 0, npv: 0 };

  /** @param outcomes of the options of a unit */
  add(outcomes: readonly PackageOutcome[]): void {
    for (const id of OBJECTIVES) {
      let best = 0;
      for (const { objectives } of outcomes) best = Math.max(best, objectives[id]);
      // Where nothing pays, what is at stake is what it usually costs.
      this.#sums[id] += best > 0 ? best : medianMagnitude(outcomes.map(({ objectives }) => objectives[id]));
    }
  }

  scales(): ObjectiveValues {
    const scales = { ...this.#sums };
    for (const id of OBJECTIVES) if (!(scales[id] > 0)) scales[id] = 1;
    return scales;
  }
}

/** Weights that add up to 1: from pairwise comparisons where the settings have them, else as stated. */
export function objectiveWeights({ judgements, weights }: PlanSettings): ObjectiveValues {
  const raw =
    judgements === undefined ? OBJECTIVES.map((id) => weights[id] ?? 0) : ahpWeights(judgements).weights;
  const sum = raw.reduce((total, weight) => total + weight, 0);
  const share = (i: number): number => (sum > 0 ? raw[i]! / sum : 1 / OBJECTIVES.length);
  return { ecology: share(0), carbon: share(1), livelihood: share(2), npv: share(3) };
}

/** Weighted value of an outcome. */
export function weightedValue(
  objectives: ObjectiveValues,
  weights: ObjectiveValues,
  scales: ObjectiveValues,
): number {
  let sum = 0;
  for (const id of OBJECTIVES) sum += (weights[id] * objectives[id]) / scales[id];
  return sum;
}

function medianMagnitude(values: readonly number[]): number {
  const sorted = values.map(Math.abs).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
