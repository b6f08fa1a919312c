import { AftermineError, type Unknown, unknown } from '../../base/index.ts';
import { tableShares } from './table-shares.ts';

/**
 * Gwet's AC1 of two raters. Where one category is rare, as inclusion is, kappa can be low though the two nearly always agree; AC1
 * is not:
 *
 *     AC1 = (po - pe) / (1 - pe),   pe = sum pi_k (1 - pi_k) / (q - 1),   pi_k = (p_k+ + p_+k) / 2
 *
 * @param table counts, rows by the first rater, columns by the second; q >= 2 categories
 * @returns unknown `nothing-rated-twice` for an empty table
 * @throws InvalidInput `E-SCR-007` for a table that is not square, holds no counts or has fewer than two categories
 * @source Gwet 2008, doi:10.1348/000711006X126600
 */
export function gwetAc1(table: readonly (readonly number[])[]): number | Unknown {
  const { total, agreed, rows, columns } = tableShares(table);
  if (table.length < 2)
    throw new AftermineError('InvalidInput', 'E-SCR-007', { where: 'table', got: table.length });
  if (total === 0) return unknown('nothing-rated-twice');
  const spread = rows.reduce((sum, share, k) => {
    const mean = (share + columns[k]!) / 2;
    return sum + mean * (1 - mean);
  }, 0);
  const byChance = spread / (table.length - 1);
  return (agreed - byChance) / (1 - byChance);
}
