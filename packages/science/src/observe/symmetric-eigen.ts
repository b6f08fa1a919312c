/**
 * Eigenvalues and unit eigenvectors of a small symmetric matrix by cyclic Jacobi rotations.
 *
 * @param matrix row-major k x k, symmetric
 * @returns `values` greatest first; `vectors` row by row, vector j in [j * k, j * k + k)
 * @source Golub and Van Loan, Matrix Computations, 8.5
 */
export function symmetricEigen(
  matrix: Float64Array,
  k: number,
): { values: Float64Array; vectors: Float64Array } {
  const a = Float64Array.from(matrix);
  const v = new Float64Array(k * k);
  for (let i = 0; i < k; i += 1) v[i * k + i] = 1;
  for (let sweep = 0; sweep < 60 && offDiagonal(a, k) > 0; sweep += 1) {
    for (let p = 0; p < k - 1; p += 1) for (let q = p + 1; q < k; q += 1) rotate(a, v, k, p, q);
  }
  const order = Array.from({ length: k }, (_, i) => i).sort((i, j) => a[j * k + j]! - a[i * k + i]! || i - j);
  return {
    values: Float64Array.from(order, (i) => a[i * k + i]!),
    vectors: Float64Array.from(order.flatMap((i) => Array.from({ length: k }, (_, row) => v[row * k + i]!))),
  };
}

/** Greatest off-diagonal element, 0 once it is below the rounding of the diagonal. */
function offDiagonal(a: Float64Array, k: number): number {
  let off = 0;
  let diagonal = 0;
  for (let i = 0; i < k; i += 1) {
    diagonal = Math.max(diagonal, Math.abs(a[i * k + i]!));
    for (let j = i + 1; j < k; j += 1) off = Math.max(off, Math.abs(a[i * k + j]!));
  }
  return off > 1e-17 * diagonal ? off : 0;
}

/** Zeroes a[p][q]. */
function rotate(a: Float64Array, v: Float64Array, k: number, p: number, q: number): void {
  const apq = a[p * k + q]!;
  if (apq === 0) return;
  const theta = (a[q * k + q]! - a[p * k + p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let i = 0; i < k; i += 1) {
    const ip = a[i * k + p]!;
    const iq = a[i * k + q]!;
    a[i * k + p] = c * ip - s * iq;
    a[i * k + q] = s * ip + c * iq;
  }
  for (let i = 0; i < k; i += 1) {
    const pi = a[p * k + i]!;
    const qi = a[q * k + i]!;
    a[p * k + i] = c * pi - s * qi;
    a[q * k + i] = s * pi + c * qi;
    const vp = v[i * k + p]!;
    const vq = v[i * k + q]!;
    v[i * k + p] = c * vp - s * vq;
    v[i * k + q] = s * vp + c * vq;
  }
  a[p * k + q] = 0;
  a[q * k + p] = 0;
}
