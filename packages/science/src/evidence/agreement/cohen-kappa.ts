import { type Unknown, unknown } from '../../base/index.ts';
import { tableShares } from './table-shares.ts';

/**
 * Cohen's kappa of two raters:
 *
 *     kappa = (po - pe) / (1 - pe),   po = sum p_ii,   pe = sum p_i+ p_+i
 *
 * 1: they always agree, 0: as often as chance would have it, below 0: less often.
 *
 * @param table counts, rows by the first rater, columns by the second, the same categories in the same order
 * @returns unknown `nothing-rated-twice` for an empty table, `one-category-only` where both always say the same one thing
 * @throws InvalidInput `E-SCR-007` for a table that is not square or holds no counts
 * @source Cohen 1960, doi:10.1177/001316446002000104
 */
export function cohenKappa(table: readonly (readonly number[])[]): number | Unknown {
  const { total, agreed, rows, columns } = tableShares(table);
  if (total === 0) return unknown('nothing-rated-twice');
  if (rows.some((share, i) => share === 1 && columns[i] === 1)) return unknown('one-category-only');
  const byChance = rows.reduce((sum, share, i) => sum + share * columns[i]!, 0);
  return (agreed - byChance) / (1 - byChance);
}
