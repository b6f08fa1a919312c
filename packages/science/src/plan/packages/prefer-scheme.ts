import { isUnknown } from '../../base/index.ts';
import { topsis } from '../../choice/index.ts';
import type { Measure } from '../library/index.ts';

/** Weights of the criteria of a scheme; cost weighs as much as all that it does. */
const CRITERIA = [
  { weight: 3, better: 'low' },
  { weight: 1, better: 'high' },
  { weight: 1, better: 'high' },
  { weight: 1, better: 'high' },
] as const;

/** Scores of a measure that the library does not score. */
const UNSCORED = { erosionReduction: 0.5, speciesRichness: 0.5, durability: 0.5 } as const;

/**
 * Orders measures that serve alike: by closeness to the ideal (TOPSIS) over cost, erosion reduction, species richness and
 * durability. Ties go by id.
 *
 * @param cost of each measure on the unit at hand, same order
 * @returns indices, best first
 */
export function preferSchemes(measures: readonly Measure[], cost: readonly number[]): readonly number[] {
  const values = measures.map(({ scheme = UNSCORED }, i) => [
    cost[i]!,
    scheme.erosionReduction,
    scheme.speciesRichness,
    scheme.durability,
  ]);
  const result = topsis(values, CRITERIA);
  const closeness = isUnknown(result) ? measures.map(() => 0) : result.closeness;
  return measures
    .map((_, i) => i)
    .sort((a, b) => closeness[b]! - closeness[a]! || (measures[a]!.id < measures[b]!.id ? -1 : 1));
}
