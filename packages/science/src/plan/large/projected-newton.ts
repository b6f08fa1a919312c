/** A convex function: value at `x`; writes gradient and, where asked, the Hessian (row by row, n x n). */
export type SmoothFunction = (
  x: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array | null,
) => number;

export interface NewtonOptions {
  /** 1 where a coordinate may not fall below 0. */
  readonly nonNegative: Uint8Array;
  readonly iterations: number;
  /** Stops where no coordinate of the projected gradient is greater. */
  readonly tolerance: number;
  readonly shouldStop?: () => boolean;
}

const SUFFICIENT = 1e-4;
const HALVINGS = 20;
/** Added to the diagonal, as a share of its mean: flat directions stay short. */
const RIDGE = 1e-7;

/**
 * Minimises a smooth convex function under x >= 0 for some coordinates by projected Newton steps: coordinates held at 0 by
 * their gradient stay, the others take a Newton step, which is projected and shortened until the decrease is sufficient.
 *
 * @param x start; the minimiser afterwards
 * @returns the least value found
 * @source Bertsekas 1982, doi:10.1137/0320018
 */
export function projectedNewton(
  evaluate: SmoothFunction,
  x: Float64Array,
  { nonNegative, iterations, tolerance, shouldStop = () => false }: NewtonOptions,
): number {
  const n = x.length;
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) if (nonNegative[i] === 1 && x[i]! < 0) x[i] = 0;
  let value = evaluate(x, gradient, hessian);
  const next = new Float64Array(n);
  for (let iteration = 0; iteration < iterations && !shouldStop(); iteration += 1) {
    const free: number[] = [];
    let steepest = 0;
    for (let i = 0; i < n; i += 1) {
      if (nonNegative[i] === 1 && x[i] === 0 && gradient[i]! >= 0) continue;
      free.push(i);
      steepest = Math.max(steepest, Math.abs(gradient[i]!));
    }
    if (steepest <= tolerance) break;
    const step = newtonStep(gradient, hessian, free, n);
    let length = 1;
    let found = false;
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      let decrease = 0;
      next.set(x);
      for (const [k, i] of free.entries()) {
        const moved = x[i]! + length * step[k]!;
        next[i] = nonNegative[i] === 1 && moved < 0 ? 0 : moved;
        decrease += gradient[i]! * (next[i]! - x[i]!);
      }
      const trial = evaluate(next, gradientAt(next), null);
      if (trial <= value + SUFFICIENT * decrease && decrease < 0) {
        found = true;
        break;
      }
      length /= 2;
    }
    if (!found) break;
    x.set(next);
    value = evaluate(x, gradient, hessian);
  }
  return value;

  function gradientAt(at: Float64Array): Float64Array {
    return new Float64Array(at.length);
  }
}

/** Solves H d = -g on the free coordinates by Cholesky, with as much ridge as it takes to be positive definite. */
function newtonStep(
  gradient: Float64Array,
  hessian: Float64Array,
  free: readonly number[],
  n: number,
): Float64Array {
  const m = free.length;
  let mean = 0;
  for (const i of free) mean += hessian[i * n + i]! / m;
  if (!(mean > 0)) return Float64Array.from(free, (i) => -gradient[i]!);
  const root = new Float64Array(m * m);
  for (let ridge = RIDGE * mean; ; ridge *= 100) {
    for (let a = 0; a < m; a += 1)
      for (let b = 0; b <= a; b += 1)
        root[a * m + b] = hessian[free[a]! * n + free[b]!]! + (a === b ? ridge : 0);
    if (cholesky(root, m)) break;
  }
  const d = Float64Array.from(free, (i) => -gradient[i]!);
  for (let a = 0; a < m; a += 1) {
    for (let b = 0; b < a; b += 1) d[a]! -= root[a * m + b]! * d[b]!;
    d[a]! /= root[a * m + a]!;
  }
  for (let a = m - 1; a >= 0; a -= 1) {
    for (let b = a + 1; b < m; b += 1) d[a]! -= root[b * m + a]! * d[b]!;
    d[a]! /= root[a * m + a]!;
  }
  return d;
}

/** In place, lower triangle; false where the matrix is not positive definite. */
function cholesky(root: Float64Array, m: number): boolean {
  for (let a = 0; a < m; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      let sum = root[a * m + b]!;
      for (let k = 0; k < b; k += 1) sum -= root[a * m + k]! * root[b * m + k]!;
      if (a === b) {
        if (!(sum > 0)) return false;
        root[a * m + a] = Math.sqrt(sum);
      } else root[a * m + b] = sum / root[b * m + b]!;
    }
  }
  return true;
}
