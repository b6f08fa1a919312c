import { AftermineError } from '../base/index.ts';
import type { Grid } from './grid.ts';
import { NearestPoints } from './nearest-points.ts';
import { distinctPoints, type SamplePoints } from './sample-points.ts';
import type { Variogram } from './variogram.ts';

/** Neighbours used unless the caller says otherwise. */
const NEIGHBOURS = 16;
const MOST_NEIGHBOURS = 64;

export interface InterpolationOptions {
  /** k nearest points used, 1..64. */
  readonly neighbours?: number;
  /** Metres; places without a point within are no data. */
  readonly withinM?: number;
}

/** An interpolated surface with what it is worth; row by row, NaN is no data. */
export interface KrigedSurface {
  readonly values: Float32Array<ArrayBuffer>;
  /** Kriging variance, unit of the values squared: 0 at a sample, the sill (and more) far from all. */
  readonly variance: Float32Array<ArrayBuffer>;
  /** Metres to the nearest sample, also where there is no data; NaN without any sample. */
  readonly nearestM: Float32Array<ArrayBuffer>;
  readonly duplicates: number;
}

/** How well points are foretold by the others. */
export interface CrossValidation {
  /** Foretold less measured, in the order of the distinct points; NaN where no other point was within reach. */
  readonly errors: Float64Array;
  readonly count: number;
  /** Null where no point could be foretold. */
  readonly meanError: number | null;
  readonly rootMeanSquare: number | null;
  /** Mean of error^2 / kriging variance, near 1 where the variance tells the truth; null where there is none. */
  readonly standardised: number | null;
  /** 1 - sum error^2 / sum (value - mean)^2: 0 is no better than the mean; null without variance. */
  readonly skill: number | null;
}

/**
 * Ordinary kriging of the k nearest points:
 *
 *     sum_j w_j C(d_ij) + m = C(d_i0),  sum_j w_j = 1
 *     z = sum w_i z_i,  variance = C(0) - sum w_i C(d_i0) - m,   C(h) = nugget + partialSill - gamma(h)
 *
 * Exact at the samples. Cells with the same neighbours share one factorisation.
 *
 * @param points metres on the plane of the grid; readings at one place are joined to their mean
 * @throws InvalidInput `E-INT-002`, `E-INT-003` for options or a variogram out of range, Misaligned `E-INT-001`
 * @source Matheron 1963, doi:10.2113/gsecongeo.58.8.1246; Cressie 1993, Statistics for spatial data, 3.2
 */
export function ordinaryKriging(
  points: SamplePoints,
  variogram: Variogram,
  grid: Grid,
  options: InterpolationOptions = {},
): KrigedSurface {
  const { points: distinct, duplicates } = distinctPoints(points);
  const { neighbours, withinM } = interpolationOptions(options, distinct.x.length);
  const solver = new Kriging(distinct, variogram, neighbours);
  const { width, height, originX, originY, pixelWidth, pixelHeight } = grid;
  const values = new Float32Array(width * height).fill(Number.NaN);
  const variance = new Float32Array(width * height).fill(Number.NaN);
  const nearestM = new Float32Array(width * height).fill(Number.NaN);
  for (let row = 0; row < height; row += 1) {
    const py = originY - (row + 0.5) * pixelHeight;
    for (let col = 0; col < width; col += 1) {
      const cell = row * width + col;
      if (!solver.at(originX + (col + 0.5) * pixelWidth, py)) continue;
      nearestM[cell] = solver.nearestM;
      if (solver.nearestM > withinM) continue;
      values[cell] = solver.value;
      variance[cell] = solver.variance;
    }
  }
  return { values, variance, nearestM, duplicates };
}

/**
 * Leave-one-out cross-validation of ordinary kriging: each place foretold from its k nearest others, with the
 * variogram of all.
 *
 * @throws as `ordinaryKriging`
 */
export function crossValidateKriging(
  points: SamplePoints,
  variogram: Variogram,
  options: InterpolationOptions = {},
): CrossValidation {
  const { points: distinct } = distinctPoints(points);
  const { x, y, values } = distinct;
  const { neighbours, withinM } = interpolationOptions(options, x.length);
  const solver = new Kriging(distinct, variogram, neighbours);
  const errors = new Float64Array(x.length).fill(Number.NaN);
  let ratios = 0;
  for (let i = 0; i < x.length; i += 1) {
    if (!solver.at(x[i]!, y[i]!, i) || solver.nearestM > withinM) continue;
    errors[i] = solver.value - values[i]!;
    ratios += errors[i]! ** 2 / solver.variance;
  }
  const summary = summariseErrors(errors, values);
  return {
    ...summary,
    standardised: summary.count > 0 && Number.isFinite(ratios) ? ratios / summary.count : null,
  };
}

/** Means of the errors of a cross-validation. */
export function summariseErrors(
  errors: Float64Array,
  values: Float64Array,
): Omit<CrossValidation, 'standardised'> {
  let [count, sum, squares, mean] = [0, 0, 0, 0];
  for (let i = 0; i < errors.length; i += 1) {
    const error = errors[i]!;
    if (Number.isNaN(error)) continue;
    count += 1;
    sum += error;
    squares += error * error;
    mean += values[i]!;
  }
  let spread = 0;
  for (let i = 0; i < errors.length; i += 1)
    if (!Number.isNaN(errors[i]!)) spread += (values[i]! - mean / count) ** 2;
  return {
    errors,
    count,
    meanError: count === 0 ? null : sum / count,
    rootMeanSquare: count === 0 ? null : Math.sqrt(squares / count),
    skill: spread > 0 ? 1 - squares / spread : null,
  };
}

/**
 * Options with their defaults.
 *
 * @throws InvalidInput `E-INT-003`
 */
export function interpolationOptions(
  options: InterpolationOptions,
  count: number,
): { readonly neighbours: number; readonly withinM: number } {
  const { neighbours = NEIGHBOURS, withinM = Infinity } = options;
  if (!Number.isInteger(neighbours) || neighbours < 1 || neighbours > MOST_NEIGHBOURS)
    throw new AftermineError('InvalidInput', 'E-INT-003', {
      where: 'neighbours',
      expected: `1 to ${MOST_NEIGHBOURS}`,
      got: String(neighbours),
    });
  if (!(withinM > 0))
    throw new AftermineError('InvalidInput', 'E-INT-003', {
      where: 'withinM',
      expected: '> 0',
      got: String(withinM),
    });
  return { neighbours: Math.min(neighbours, count), withinM };
}

/** Solves the kriging system of one place after another, in arrays of its own. */
class Kriging {
  value = 0;
  variance = 0;
  nearestM = 0;
  readonly #points: SamplePoints;
  readonly #search: NearestPoints;
  readonly #k: number;
  readonly #nugget: number;
  readonly #partial: number;
  readonly #perRange: number;
  readonly #spherical: boolean;
  /** Neighbours of the last factorisation, in the order of the points. */
  readonly #used: Int32Array;
  #usedCount = 0;
  readonly #order: Int32Array;
  /** Cholesky factor L of the covariances among neighbours, row by row; its diagonal holds 1 / L_ii. */
  readonly #factor: Float64Array;
  /** C^-1 times ones, and the sum of that. */
  readonly #ones: Float64Array;
  #onesSum = 0;
  readonly #right: Float64Array;
  readonly #weights: Float64Array;

  constructor(points: SamplePoints, variogram: Variogram, neighbours: number) {
    const { nugget, partialSill, rangeM } = variogram;
    if (!(nugget >= 0 && partialSill >= 0 && nugget + partialSill > 0 && rangeM > 0))
      throw new AftermineError('InvalidInput', 'E-INT-003', {
        where: 'variogram',
        expected: 'nugget >= 0, partialSill >= 0, sill > 0, rangeM > 0',
        got: `${nugget}, ${partialSill}, ${rangeM}`,
      });
    this.#points = points;
    this.#search = new NearestPoints(points.x, points.y, neighbours);
    this.#k = neighbours;
    this.#nugget = nugget;
    this.#partial = partialSill;
    this.#perRange = 1 / rangeM;
    this.#spherical = variogram.model === 'spherical';
    this.#used = new Int32Array(neighbours);
    this.#order = new Int32Array(neighbours);
    this.#factor = new Float64Array(neighbours * neighbours);
    this.#ones = new Float64Array(neighbours);
    this.#right = new Float64Array(neighbours);
    this.#weights = new Float64Array(neighbours);
  }

  /** Foretells a place; false where there is no point to do it from. */
  at(px: number, py: number, leaveOut = -1): boolean {
    const search = this.#search;
    const count = search.search(px, py, this.#k, Infinity, leaveOut);
    if (count === 0) return false;
    this.nearestM = Math.sqrt(search.squares[0]!);
    this.#neighbours(count);
    const { x, y, values } = this.#points;
    const [used, right, weights, ones, factor, n] = [
      this.#used,
      this.#right,
      this.#weights,
      this.#ones,
      this.#factor,
      count,
    ];
    for (let i = 0; i < n; i += 1) {
      const at = used[i]!;
      const dx = x[at]! - px;
      const dy = y[at]! - py;
      right[i] = this.#covariance(dx * dx + dy * dy);
    }
    solveFactored(factor, n, right, weights);
    // The constraint sum w = 1 takes m C^-1 1 off the weights of simple kriging.
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += weights[i]!;
    const m = (sum - 1) / this.#onesSum;
    let [value, explained] = [0, 0];
    for (let i = 0; i < n; i += 1) {
      const weight = weights[i]! - m * ones[i]!;
      value += weight * values[used[i]!]!;
      explained += weight * right[i]!;
    }
    this.value = value;
    this.variance = Math.max(0, this.#nugget + this.#partial - explained - m);
    return true;
  }

  /** Takes over the neighbours of the search, and factorises their covariances where they are not those of before. */
  #neighbours(count: number): void {
    const [order, used] = [this.#order, this.#used];
    const found = this.#search.found;
    for (let i = 0; i < count; i += 1) {
      let slot = i;
      const point = found[i]!;
      while (slot > 0 && order[slot - 1]! > point) {
        order[slot] = order[slot - 1]!;
        slot -= 1;
      }
      order[slot] = point;
    }
    let same = count === this.#usedCount;
    for (let i = 0; same && i < count; i += 1) same = order[i] === used[i];
    if (same) return;
    used.set(order);
    this.#usedCount = count;
    this.#factorise(count);
  }

  #factorise(n: number): void {
    const { x, y } = this.#points;
    const [used, factor, ones, right] = [this.#used, this.#factor, this.#ones, this.#right];
    for (let i = 0; i < n; i += 1) {
      const [ax, ay] = [x[used[i]!]!, y[used[i]!]!];
      for (let j = 0; j <= i; j += 1) {
        const dx = x[used[j]!]! - ax;
        const dy = y[used[j]!]! - ay;
        let sum = this.#covariance(dx * dx + dy * dy);
        for (let k = 0; k < j; k += 1) sum -= factor[i * n + k]! * factor[j * n + k]!;
        // Distinct places make C positive definite; what rounding takes from it is put back.
        if (i === j) factor[i * n + i] = 1 / Math.sqrt(Math.max(sum, 1e-14 * (this.#nugget + this.#partial)));
        else factor[i * n + j] = sum * factor[j * n + j]!;
      }
    }
    right.fill(1);
    solveFactored(factor, n, right, ones);
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += ones[i]!;
    this.#onesSum = sum;
  }

  #covariance(square: number): number {
    if (square === 0) return this.#nugget + this.#partial;
    const h = Math.sqrt(square) * this.#perRange;
    if (!this.#spherical) return this.#partial * Math.exp(-h);
    return h >= 1 ? 0 : this.#partial * (1 - h * (1.5 - 0.5 * h * h));
  }
}

/** Solves L L' out = right; the diagonal of `factor` holds 1 / L_ii. */
function solveFactored(factor: Float64Array, n: number, right: Float64Array, out: Float64Array): void {
  for (let i = 0; i < n; i += 1) {
    let sum = right[i]!;
    for (let k = 0; k < i; k += 1) sum -= factor[i * n + k]! * out[k]!;
    out[i] = sum * factor[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = out[i]!;
    for (let k = i + 1; k < n; k += 1) sum -= factor[k * n + i]! * out[k]!;
    out[i] = sum * factor[i * n + i]!;
  }
}
