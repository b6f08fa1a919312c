import { AftermineError } from '../../base/index.ts';

/**
 * Counts two raters by category: row of the first, column of the second, in the order of `categories`. A unit without a rating of
 * both is left out.
 *
 * @param first, second by unit; null: not rated
 * @throws InvalidInput `E-SCR-005` for lists of different length, `E-SCR-006` for a rating that is none of the categories
 */
export function agreementTable<C extends string | number | boolean>(
  first: readonly (C | null)[],
  second: readonly (C | null)[],
  categories: readonly C[],
): number[][] {
  if (first.length !== second.length)
    throw new AftermineError('InvalidInput', 'E-SCR-005', {
      where: 'second',
      expected: first.length,
      got: second.length,
    });
  const place = new Map(categories.map((category, i) => [category, i]));
  const table = categories.map(() => categories.map(() => 0));
  const placeOf = (rating: C, unit: number): number => {
    const at = place.get(rating);
    if (at === undefined)
      throw new AftermineError('InvalidInput', 'E-SCR-006', {
        where: `unit ${unit}`,
        expected: categories.join(', '),
        got: rating,
      });
    return at;
  };
  first.forEach((a, unit) => {
    const b = second[unit]!;
    if (a !== null && b !== null) table[placeOf(a, unit)]![placeOf(b, unit)]! += 1;
  });
  return table;
}
