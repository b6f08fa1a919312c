import { AftermineError, type Unknown, unknown } from '../base/index.ts';

export interface EntropyWeights<K extends string> {
  /** 0..1, sum 1. An indicator that tells no two alternatives apart has 0. */
  readonly weights: Readonly<Record<K, number>>;
  /** Entropy 0..1 of each indicator; null with fewer than two known values, or none above 0. */
  readonly entropies: Readonly<Record<K, number | null>>;
}

/**
 * Entropy weights: what tells alternatives apart weighs more.
 *
 *     p_ij = r_ij / sum_i r_ij,  e_j = -(1 / ln n_j) sum_i p_ij ln p_ij,  w_j = (1 - e_j) / sum_j (1 - e_j)
 *
 * Unknown values are left out of their indicator: n_j counts the known ones. An indicator known of fewer than two
 * alternatives, or zero in all, tells nothing and weighs 0.
 *
 * @param columns normalised values r >= 0 by indicator, one for each alternative in the same order; null is unknown
 * @returns unknown `no-contrast` where no indicator tells two alternatives apart
 * @throws InvalidInput `E-CHO-001` for values that are negative or no number, Misaligned `E-CHO-002`
 * @source Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x; Zeleny 1982, Multiple criteria decision making
 */
export function entropyWeights<K extends string>(
  columns: Readonly<Record<K, readonly (number | null)[]>>,
): EntropyWeights<K> | Unknown {
  const ids = Object.keys(columns) as K[];
  const length = ids[0] === undefined ? 0 : columns[ids[0]].length;
  const entropies = {} as Record<K, number | null>;
  const weights = {} as Record<K, number>;
  let sum = 0;
  for (const id of ids) {
    if (columns[id].length !== length)
      throw new AftermineError('Misaligned', 'E-CHO-002', {
        where: id,
        expected: length,
        got: columns[id].length,
      });
    const entropy = entropyOf(columns[id], id);
    entropies[id] = entropy;
    weights[id] = entropy === null ? 0 : 1 - entropy;
    sum += weights[id];
  }
  if (sum === 0) return unknown('no-contrast');
  for (const id of ids) weights[id] /= sum;
  return { weights, entropies };
}

/** Differences of entropy from 1 below this are rounding. */
const ROUNDING = 1e-12;

function entropyOf(column: readonly (number | null)[], where: string): number | null {
  let [count, total] = [0, 0];
  for (const value of column) {
    if (value === null) continue;
    if (!(value >= 0 && value < Infinity))
      throw new AftermineError('InvalidInput', 'E-CHO-001', { where, expected: '>= 0', got: String(value) });
    count += 1;
    total += value;
  }
  if (count < 2 || total === 0) return null;
  let entropy = 0;
  for (const value of column) {
    if (value === null || value === 0) continue;
    const share = value / total;
    entropy -= share * Math.log(share);
  }
  entropy /= Math.log(count);
  return entropy > 1 - ROUNDING ? 1 : Math.max(0, entropy);
}
