import { AftermineError, type Unknown, unknown } from '../../base/index.ts';

/** What may be said of two ratings: same or not; which is higher; how far apart; how many times as much. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** One rating: any name or number for `nominal`, a number for the others; null: not rated. */
export type Rating = string | number | boolean | null;

/**
 * Krippendorff's alpha of any number of raters, with ratings missing:
 *
 *     alpha = 1 - (n - 1) sum_ck o_ck d_ck^2 / sum_ck n_c n_k d_ck^2
 *
 * o_ck: each unit with m >= 2 ratings gives each of its ordered pairs of ratings 1 / (m - 1); n_c = sum_k o_ck; n = sum n_c.
 * d^2: nominal 0 or 1; ordinal (sum of n_g from c to k - (n_c + n_k) / 2)^2; interval (c - k)^2; ratio
 * ((c - k) / (c + k))^2.
 *
 * @param ratings by unit, then by rater; units with fewer than two ratings are left out
 * @returns unknown `nothing-rated-twice` where no unit has two ratings, `one-category-only` where all ratings are the same
 * @throws InvalidInput `E-SCR-008` for a rating that does not suit the level: no finite number, or below 0 for `ratio`
 * @source Krippendorff 2011, Computing Krippendorff's alpha-reliability, repository.upenn.edu/asc_papers/43; Hayes and Krippendorff 2007,
 * doi:10.1080/19312450709336664
 */
export function krippendorffAlpha(
  ratings: readonly (readonly Rating[])[],
  level: MeasurementLevel,
): number | Unknown {
  const units = ratings.map((unit, u) =>
    unit.filter((rating, r): rating is Exclude<Rating, null> => {
      if (rating !== null) checkRating(rating, level, `ratings[${u}][${r}]`);
      return rating !== null;
    }),
  );
  const pairable = units.filter((unit) => unit.length >= 2);
  if (pairable.length === 0) return unknown('nothing-rated-twice');
  const values = [...new Set(pairable.flat())];
  if (level !== 'nominal') values.sort((a, b) => Number(a) - Number(b));
  if (values.length === 1) return unknown('one-category-only');
  const place = new Map(values.map((value, i) => [value, i]));
  const coincidences = values.map(() => values.map(() => 0));
  for (const unit of pairable)
    unit.forEach((a, i) => {
      unit.forEach((b, j) => {
        if (i !== j) coincidences[place.get(a)!]![place.get(b)!]! += 1 / (unit.length - 1);
      });
    });
  const counts = coincidences.map((row) => row.reduce((sum, count) => sum + count, 0));
  const n = counts.reduce((sum, count) => sum + count, 0);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < values.length; c += 1)
    for (let k = 0; k < values.length; k += 1) {
      const apart = c === k ? 0 : squaredDifference(values, counts, c, k, level);
      observed += coincidences[c]![k]! * apart;
      expected += counts[c]! * counts[k]! * apart;
    }
  return 1 - ((n - 1) * observed) / expected;
}

function squaredDifference(
  values: readonly Exclude<Rating, null>[],
  counts: readonly number[],
  c: number,
  k: number,
  level: MeasurementLevel,
): number {
  if (level === 'nominal') return 1;
  if (level === 'ordinal') {
    let between = -(counts[c]! + counts[k]!) / 2;
    for (let g = Math.min(c, k); g <= Math.max(c, k); g += 1) between += counts[g]!;
    return between ** 2;
  }
  const [a, b] = [Number(values[c]), Number(values[k])];
  return level === 'interval' ? (a - b) ** 2 : ((a - b) / (a + b)) ** 2;
}

function checkRating(rating: Exclude<Rating, null>, level: MeasurementLevel, where: string): void {
  if (level === 'nominal') return;
  const fits = typeof rating === 'number' && Number.isFinite(rating) && (level !== 'ratio' || rating >= 0);
  if (!fits) throw new AftermineError('InvalidInput', 'E-SCR-008', { where, expected: level, got: rating });
}
