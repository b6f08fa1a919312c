/** Inverse of a positive definite matrix and the logarithm of its determinant. */
export interface SolvedSymmetric {
  readonly inverse: readonly (readonly number[])[];
  readonly logDeterminant: number;
}

/** A pivot this small beside its diagonal entry means that a column adds nothing to those before it. */
const SINGULAR = 1e-12;

/** By factors L D L'; null where the matrix is not positive definite. */
export function solveSymmetric(matrix: readonly (readonly number[])[]): SolvedSymmetric | null {
  const p = matrix.length;
  const lower = matrix.map((row) => row.map(() => 0));
  const pivots = new Array<number>(p).fill(0);
  let logDeterminant = 0;
  for (let j = 0; j < p; j += 1) {
    for (let i = j; i < p; i += 1) {
      let rest = matrix[i]![j]!;
      for (let l = 0; l < j; l += 1) rest -= lower[i]![l]! * lower[j]![l]! * pivots[l]!;
      if (i === j) {
        if (!(rest > SINGULAR * matrix[j]![j]!)) return null;
        pivots[j] = rest;
        logDeterminant += Math.log(rest);
      } else lower[i]![j] = rest / pivots[j]!;
    }
  }
  const inverse = matrix.map((_, column) => {
    const x = new Array<number>(p).fill(0);
    for (let i = 0; i < p; i += 1) {
      let rest = i === column ? 1 : 0;
      for (let l = 0; l < i; l += 1) rest -= lower[i]![l]! * x[l]!;
      x[i] = rest;
    }
    for (let i = p - 1; i >= 0; i -= 1) {
      let rest = x[i]! / pivots[i]!;
      for (let l = i + 1; l < p; l += 1) rest -= lower[l]![i]! * x[l]!;
      x[i] = rest;
    }
    return x;
  });
  return { inverse, logDeterminant };
}
