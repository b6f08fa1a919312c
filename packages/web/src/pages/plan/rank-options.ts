import { isUnknown } from '@aftermine/science/base';
import { topsis } from '@aftermine/science/choice';
import { OBJECTIVES, type ObjectiveValues } from '@aftermine/science/plan';
import { isComparable, type PlanOption } from './plan-options.ts';

export type RankMethod = 'topsis' | 'sum';

/** Place of one option under the weights, and the best and worst place it takes when weights are moved a little. */
export interface RankBand {
  readonly score: number | null;
  readonly rank: number;
  readonly best: number;
  readonly worst: number;
}

/** Each weight is moved down and up by this share of itself, all combinations. */
export const WEIGHT_SHIFT = 0.2;

/**
 * Places of options under weights, 1 for the first, with the band of places over all 3^4 combinations of weights moved by
 * -20 %, 0 and +20 %. A band of one place: the order does not hang on the exact weights.
 *
 * @param values objectives by option; higher is better in all
 */
export function rankOptions(
  values: readonly ObjectiveValues[],
  weights: ObjectiveValues,
  method: RankMethod,
): readonly RankBand[] {
  const scores = scoresOf(values, weights, method);
  const places = placesOf(scores);
  const best = [...places];
  const worst = [...places];
  for (const shifted of shifts(weights))
    placesOf(scoresOf(values, shifted, method)).forEach((place, i) => {
      best[i] = Math.min(best[i]!, place);
      worst[i] = Math.max(worst[i]!, place);
    });
  return scores.map((score, i) => ({ score, rank: places[i]!, best: best[i]!, worst: worst[i]! }));
}

/** TOPSIS closeness, or the weighted sum of values scaled to 0..1 over the options; null where all are alike. */
export function scoresOf(
  values: readonly ObjectiveValues[],
  weights: ObjectiveValues,
  method: RankMethod,
): readonly (number | null)[] {
  if (method === 'topsis') {
    const result = topsis(
      values.map((of) => OBJECTIVES.map((id) => of[id])),
      OBJECTIVES.map((id) => ({ weight: weights[id], better: 'high' as const })),
    );
    return isUnknown(result) ? values.map(() => null) : result.closeness;
  }
  const total = OBJECTIVES.reduce((sum, id) => sum + weights[id], 0);
  if (total === 0) return values.map(() => null);
  const ranges = OBJECTIVES.map((id) => {
    const column = values.map((of) => of[id]);
    return [Math.min(...column), Math.max(...column)] as const;
  });
  return values.map((of) =>
    OBJECTIVES.reduce((sum, id, k) => {
      const [low, high] = ranges[k]!;
      return sum + (weights[id] / total) * (high === low ? 0 : (of[id] - low) / (high - low));
    }, 0),
  );
}

function placesOf(scores: readonly (number | null)[]): readonly number[] {
  return scores.map((own) => 1 + scores.filter((other) => (other ?? -1) > (own ?? -1) + 1e-12).length);
}

function* shifts(weights: ObjectiveValues): Generator<ObjectiveValues> {
  const factors = [1 - WEIGHT_SHIFT, 1, 1 + WEIGHT_SHIFT];
  for (const ecology of factors)
    for (const carbon of factors)
      for (const livelihood of factors)
        for (const npv of factors)
          yield {
            ecology: weights.ecology * ecology,
            carbon: weights.carbon * carbon,
            livelihood: weights.livelihood * livelihood,
            npv: weights.npv * npv,
          };
}

/** Places of the options that rest on the same knowledge, in the order of all; null for one that takes no part. */
export function rankComparable(
  options: readonly PlanOption[],
  weights: ObjectiveValues,
  method: RankMethod,
): readonly (RankBand | null)[] {
  const bands = rankOptions(
    options.filter(isComparable).map(({ values }) => values),
    weights,
    method,
  );
  let next = 0;
  return options.map((option) => (isComparable(option) ? bands[next++]! : null));
}
