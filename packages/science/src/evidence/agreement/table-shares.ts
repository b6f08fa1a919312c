import { AftermineError } from '../../base/index.ts';

/** Shares of a square table of counts. */
export interface TableShares {
  readonly total: number;
  /** Share of units on the diagonal. */
  readonly agreed: number;
  /** Share of each category with the first and with the second rater. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Shares by category; all 0 for an empty table. Throws E-SCR-007 for a table that is not square or holds no counts. */
export function tableShares(table: readonly (readonly number[])[]): TableShares {
  const size = table.length;
  for (const [row, counts] of table.entries()) {
    if (counts.length !== size)
      throw new AftermineError('InvalidInput', 'E-SCR-007', { where: `table[${row}]`, got: counts.length });
    for (const [column, count] of counts.entries())
      if (!(Number.isFinite(count) && count >= 0))
        throw new AftermineError('InvalidInput', 'E-SCR-007', {
          where: `table[${row}][${column}]`,
          got: count,
        });
  }
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  const total = sum(table.flat());
  const share = (count: number): number => (total === 0 ? 0 : count / total);
  return {
    total,
    agreed: share(sum(table.map((counts, i) => counts[i]!))),
    rows: table.map((counts) => share(sum(counts))),
    columns: table.map((_, i) => share(sum(table.map((counts) => counts[i]!)))),
  };
}
