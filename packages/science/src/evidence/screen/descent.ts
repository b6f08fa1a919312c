import type { TermMatrix } from './term-matrix.ts';

/**
 * One linear support vector machine while it is solved by dual coordinate descent. The arrays are by record and are set by
 * the caller; `weights` and `multipliers` are changed by the sweeps.
 */
export interface Descent {
  /** w by column of the matrix, the bias last. */
  readonly weights: Float64Array;
  /** alpha >= 0. */
  readonly multipliers: Float64Array;
  /** y: 1 included, -1 excluded. */
  readonly signs: Float64Array;
  /** D = 1 / (2 C weight). */
  readonly slacks: Float64Array;
  /** Records to visit, in this order. */
  readonly order: Int32Array;
  /** f = w . x + b, by place in `order`. */
  readonly decisions: Float64Array;
  /**
   * Visits the first `count` records of `order` once and moves the multiplier of each to its best value:
   *
   *     g = y f - 1 + D alpha,  alpha <- max(alpha - g / (x . x + 1 + D), 0)
   *
   * @returns the greatest |g| that was met where alpha may still move
   */
  sweep(count: number): number;
  /** Fills `decisions` for the first `count` records of `order`. */
  decide(count: number): void;
}

/** A smaller slope is taken as none. */
export const FLAT = 1e-12;

/** The rows with the bias as one more column of ones. */
export interface PackedRows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
  /** x . x + 1 by record. */
  readonly squares: Float64Array;
  readonly columnCount: number;
}

/** Adds the column of the bias (liblinear's `bias 1`), the last one of all and of each row. */
export function packRows(matrix: TermMatrix): PackedRows {
  const { records: n, terms } = matrix;
  const bias = terms.length + n;
  const starts = matrix.starts.map((start, row) => start + row);
  const columns = new Int32Array(matrix.columns.length + n);
  const values = new Float64Array(columns.length);
  const squares = new Float64Array(n);
  for (let row = 0; row < n; row += 1) {
    const [from, to, at] = [matrix.starts[row]!, matrix.starts[row + 1]!, starts[row]!];
    columns.set(matrix.columns.subarray(from, to), at);
    values.set(matrix.values.subarray(from, to), at);
    columns[starts[row + 1]! - 1] = bias;
    values[starts[row + 1]! - 1] = 1;
    for (let k = at; k < starts[row + 1]!; k += 1) squares[row]! += values[k]! * values[k]!;
  }
  return { starts, columns, values, squares, columnCount: bias + 1 };
}

/** The sweeps in plain JavaScript. Sums run over even and odd places apart, as in the fast twin. */
export function plainDescent(rows: PackedRows): Descent {
  const { starts, columns, values, squares } = rows;
  const n = squares.length;
  const weights = new Float64Array(rows.columnCount);
  const multipliers = new Float64Array(n);
  const signs = new Float64Array(n);
  const slacks = new Float64Array(n);
  const order = new Int32Array(n);
  const decisions = new Float64Array(n);
  const decision = (record: number): number => {
    const end = starts[record + 1]!;
    let k = starts[record]!;
    let even = 0;
    let odd = 0;
    for (; k + 1 < end; k += 2) {
      even += weights[columns[k]!]! * values[k]!;
      odd += weights[columns[k + 1]!]! * values[k + 1]!;
    }
    if (k < end) even += weights[columns[k]!]! * values[k]!;
    return even + odd;
  };
  const sweep = (count: number): number => {
    let most = 0;
    for (let at = 0; at < count; at += 1) {
      const record = order[at]!;
      const [sign, slack, alpha] = [signs[record]!, slacks[record]!, multipliers[record]!];
      const slope = sign * decision(record) - 1 + slack * alpha;
      const free = alpha > 0 ? Math.abs(slope) : Math.max(-slope, 0);
      most = Math.max(most, free);
      if (!(free > FLAT)) continue;
      const next = Math.max(alpha - slope / (squares[record]! + slack), 0);
      const step = (next - alpha) * sign;
      multipliers[record] = next;
      for (let k = starts[record]!, end = starts[record + 1]!; k < end; k += 1)
        weights[columns[k]!]! += step * values[k]!;
    }
    return most;
  };
  return {
    weights,
    multipliers,
    signs,
    slacks,
    order,
    decisions,
    sweep,
    decide: (count) => {
      for (let at = 0; at < count; at += 1) decisions[at] = decision(order[at]!);
    },
  };
}
