import { AftermineError, type Unknown, unknown } from '../base/index.ts';
import { requireEntries, requireNumber } from './choice-input.ts';

/** The judgement that agrees least with the weights all judgements give together. */
export interface WorstJudgement {
  readonly row: number;
  readonly column: number;
  /** As given, a_ij. */
  readonly given: number;
  /** What the weights say, w_i / w_j. */
  readonly consistent: number;
}

export interface AhpWeights {
  /** Principal eigenvector, sum 1, in the order of the matrix. */
  readonly weights: readonly number[];
  /** n for judgements that agree with one another, above n otherwise. */
  readonly lambdaMax: number;
  /** CI = (lambdaMax - n) / (n - 1); 0 for one and two criteria. */
  readonly consistencyIndex: number;
  /** CR = CI / RI: up to 0.1 is customarily accepted. Unknown `random-index-not-tabled` above 15 criteria. */
  readonly consistencyRatio: number | Unknown;
  /** Null where all judgements agree. */
  readonly worst: WorstJudgement | null;
}

/** Mean CI of random judgements on the scale 1/9 to 9, for 1 to 15 criteria. */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];
/** Reciprocals may be given to three digits, as 0.333 for 1/3. */
const RECIPROCAL_TOLERANCE = 0.005;
/** Relative differences below this are rounding. */
const ROUNDING = 1e-9;
const MOST_STEPS = 10_000;

/**
 * Weights from judgements in pairs, by the principal eigenvector of their matrix (power iteration):
 *
 *     A w = lambdaMax w, sum w = 1;  CI = (lambdaMax - n) / (n - 1);  CR = CI / RI(n)
 *
 * Reciprocals rounded by hand are made exact first: sqrt(a_ij / a_ji) stands for a_ij.
 *
 * @param judgements n x n, row by row: how many times criterion i matters as much as criterion j; > 0, a_ji = 1 / a_ij
 * @throws Misaligned `E-CHO-101` for a matrix that is not square, InvalidInput `E-CHO-102` for entries that are not
 * above 0, `E-CHO-103` where a_ij a_ji is not 1 within 0.005
 * @source Saaty 1977, Journal of Mathematical Psychology 15, 234-281, doi:10.1016/0022-2496(77)90033-5; random index: Saaty 1980, The analytic hierarchy process
 */
export function ahpWeights(judgements: readonly (readonly number[])[]): AhpWeights {
  const matrix = exactReciprocals(judgements);
  const n = matrix.length;
  let weights = new Array<number>(n).fill(1 / n);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = times(matrix, weights);
    const sum = next.reduce((total, value) => total + value, 0);
    let change = 0;
    for (let i = 0; i < n; i += 1) {
      next[i] = next[i]! / sum;
      change = Math.max(change, Math.abs(next[i]! / weights[i]! - 1));
    }
    weights = next;
    if (change < 1e-15) break;
  }
  const product = times(matrix, weights);
  const lambdaMax = product.reduce((total, value, i) => total + value / weights[i]!, 0) / n;
  const consistencyIndex = n <= 2 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1));
  return {
    weights,
    lambdaMax,
    consistencyIndex,
    consistencyRatio: ratioOf(consistencyIndex, n),
    worst: worstOf(judgements, matrix, weights),
  };
}

function ratioOf(consistencyIndex: number, n: number): number | Unknown {
  const randomIndex = RANDOM_INDEX[n - 1];
  if (randomIndex === undefined) return unknown('random-index-not-tabled', { n });
  return randomIndex === 0 ? 0 : consistencyIndex / randomIndex;
}

function exactReciprocals(judgements: readonly (readonly number[])[]): number[][] {
  const n = judgements.length;
  requireNumber('judgements.length', n, { low: 1 });
  judgements.forEach((row, i) => {
    requireEntries(`judgements[${i}]`, row, n);
    row.forEach((value, j) => {
      requireNumber(`judgements[${i}][${j}]`, value, { above: 0 });
    });
  });
  return judgements.map((row, i) =>
    row.map((value, j) => {
      const counterpart = judgements[j]![i]!;
      if (Math.abs(value * counterpart - 1) > RECIPROCAL_TOLERANCE)
        throw new AftermineError('InvalidInput', 'E-CHO-103', {
          where: `judgements[${j}][${i}]`,
          expected: 1 / value,
          got: counterpart,
        });
      return Math.sqrt(value / counterpart);
    }),
  );
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, j) => sum + value * vector[j]!, 0));
}

/** Of equally bad pairs the first, row by row. */
function worstOf(
  judgements: readonly (readonly number[])[],
  matrix: readonly (readonly number[])[],
  weights: readonly number[],
): WorstJudgement | null {
  let [worst, most]: [WorstJudgement | null, number] = [null, ROUNDING];
  for (let row = 0; row < matrix.length; row += 1)
    for (let column = row + 1; column < matrix.length; column += 1) {
      const consistent = weights[row]! / weights[column]!;
      const deviation = Math.abs(Math.log(matrix[row]![column]! / consistent));
      if (deviation <= most * (1 + ROUNDING)) continue;
      most = deviation;
      worst = { row, column, given: judgements[row]![column]!, consistent };
    }
  return worst;
}
