import { AftermineError } from '../base/index.ts';
import type { Grid } from './grid.ts';
import { NearestPoints } from './nearest-points.ts';
import {
  type CrossValidation,
  type InterpolationOptions,
  interpolationOptions,
  summariseErrors,
} from './ordinary-kriging.ts';
import { distinctPoints, type SamplePoints } from './sample-points.ts';

export interface InverseDistanceOptions extends InterpolationOptions {
  /** p of the weights d^-p, > 0; 2 by default. */
  readonly power?: number;
}

/** An interpolated surface, row by row; NaN is no data. */
export interface InverseDistanceSurface {
  readonly values: Float32Array<ArrayBuffer>;
  /** Metres to the nearest sample, also where there is no data; NaN without any sample. */
  readonly nearestM: Float32Array<ArrayBuffer>;
  readonly duplicates: number;
}

/**
 * Inverse distance weighting of the k nearest points: z = sum d_i^-p z_i / sum d_i^-p; at a sample, its value.
 *
 * @param points metres on the plane of the grid; readings at one place are joined to their mean
 * @throws InvalidInput `E-INT-002`, `E-INT-003` for options out of range, Misaligned `E-INT-001`
 * @source Shepard 1968, doi:10.1145/800186.810616
 */
export function inverseDistance(
  points: SamplePoints,
  grid: Grid,
  options: InverseDistanceOptions = {},
): InverseDistanceSurface {
  const { points: distinct, duplicates } = distinctPoints(points);
  const { neighbours, withinM } = interpolationOptions(options, distinct.x.length);
  const power = powerOf(options);
  const search = new NearestPoints(distinct.x, distinct.y, neighbours);
  const { width, height, originX, originY, pixelWidth, pixelHeight } = grid;
  const values = new Float32Array(width * height).fill(Number.NaN);
  const nearestM = new Float32Array(width * height).fill(Number.NaN);
  for (let row = 0; row < height; row += 1) {
    const py = originY - (row + 0.5) * pixelHeight;
    for (let col = 0; col < width; col += 1) {
      const count = search.search(originX + (col + 0.5) * pixelWidth, py, neighbours);
      if (count === 0) continue;
      const cell = row * width + col;
      const nearest = Math.sqrt(search.squares[0]!);
      nearestM[cell] = nearest;
      if (nearest <= withinM) values[cell] = weighted(search, count, distinct.values, power);
    }
  }
  return { values, nearestM, duplicates };
}

/**
 * Leave-one-out cross-validation of inverse distance weighting. It has no variance of its own: the root mean square
 * of these errors is the one statement of error it can make.
 *
 * @throws as `inverseDistance`
 */
export function crossValidateInverseDistance(
  points: SamplePoints,
  options: InverseDistanceOptions = {},
): CrossValidation {
  const { points: distinct } = distinctPoints(points);
  const { x, y, values } = distinct;
  const { neighbours, withinM } = interpolationOptions(options, x.length);
  const power = powerOf(options);
  const search = new NearestPoints(x, y, neighbours);
  const errors = new Float64Array(x.length).fill(Number.NaN);
  for (let i = 0; i < x.length; i += 1) {
    const count = search.search(x[i]!, y[i]!, neighbours, withinM, i);
    if (count > 0) errors[i] = weighted(search, count, values, power) - values[i]!;
  }
  return { ...summariseErrors(errors, values), standardised: null };
}

function weighted(search: NearestPoints, count: number, values: Float64Array, power: number): number {
  const { found, squares } = search;
  const nearest = squares[0]!;
  if (nearest === 0) return values[found[0]!]!;
  let [sum, weights] = [0, 0];
  const half = power / 2;
  for (let i = 0; i < count; i += 1) {
    // Relative to the nearest: no power overflows.
    const weight = (nearest / squares[i]!) ** half;
    sum += weight * values[found[i]!]!;
    weights += weight;
  }
  return sum / weights;
}

function powerOf({ power = 2 }: InverseDistanceOptions): number {
  if (power > 0 && Number.isFinite(power)) return power;
  throw new AftermineError('InvalidInput', 'E-INT-003', {
    where: 'power',
    expected: '> 0',
    got: String(power),
  });
}
