import { isUnknown, type Unknown } from '../base/index.ts';
import {
  crossValidateInverseDistance,
  crossValidateKriging,
  distinctPoints,
  fitVariogram,
  type Grid,
  inverseDistance,
  ordinaryKriging,
  type SamplePoints,
} from '../raster/index.ts';
import type { FieldSample } from '../site/index.ts';
import type { SoilElement } from './soil-limits.ts';

/** What an interpolated element is worth. */
export interface SoilSurfaceQuality {
  readonly element: SoilElement;
  readonly method: 'ordinary-kriging' | 'inverse-distance';
  /** Places with a reading. */
  readonly places: number;
  /** Readings below detection, which enter with half their limit. */
  readonly belowDetection: number;
  /** Leave-one-out error, mg/kg; null where no place could be foretold. */
  readonly rootMeanSquare: number | null;
  /** 1 - squared errors / squared departures from the mean: 0 is no better than the mean. */
  readonly skill: number | null;
  /** Mean of error^2 / kriging variance, near 1 where the error map tells the truth; null without a variance. */
  readonly standardised: number | null;
  /** Why it was not kriged; null where it was. */
  readonly reason: Unknown | null;
}

export interface SoilSurface extends SoilSurfaceQuality {
  /** mg/kg, row by row; NaN beyond the reach of every sample. */
  readonly values: Float32Array<ArrayBuffer>;
  /** Standard error, mg/kg: the root of the kriging variance, or null where there is none. */
  readonly error: Float32Array<ArrayBuffer> | null;
  /** Metres to the nearest sample. */
  readonly nearestM: Float32Array<ArrayBuffer>;
}

/**
 * One element between its samples: ordinary kriging with its standard error where at least ten places let a
 * variogram be fitted, else inverse distance, whose only statement of error is the leave-one-out one. Readings below
 * detection enter with half the limit of detection; where kriging undershoots, 0 stands. The gate judges samples, never this surface.
 *
 * @param samples with positions in the CRS of `grid`, which must be in metres
 * @param grid square-ish cells in metres
 * @param reachM cells farther from every sample are no data
 * @returns null below three places with a reading
 */
export function soilSurface(
  samples: readonly FieldSample[],
  element: SoilElement,
  grid: Grid,
  reachM: number,
): SoilSurface | null {
  const readings = samples.flatMap(({ kind, x, y, values }) => {
    const reading = values[element];
    if (kind !== 'soil' || x === null || y === null || reading === undefined) return [];
    return [
      { x, y, below: 'below' in reading, value: 'value' in reading ? reading.value : reading.below / 2 },
    ];
  });
  const column = (pick: (one: (typeof readings)[number]) => number): Float64Array =>
    Float64Array.from(readings, pick);
  const points: SamplePoints = {
    x: column(({ x }) => x),
    y: column(({ y }) => y),
    values: column(({ value }) => value),
  };
  const { points: distinct } = distinctPoints(points);
  const places = distinct.x.length;
  if (places < LEAST_PLACES) return null;
  const common = { element, places, belowDetection: readings.filter(({ below }) => below).length };
  const variogram = fitVariogram(distinct);
  if (isUnknown(variogram)) {
    const check = crossValidateInverseDistance(distinct);
    const { values, nearestM } = inverseDistance(distinct, grid, { withinM: reachM });
    return {
      ...common,
      method: 'inverse-distance',
      rootMeanSquare: check.rootMeanSquare,
      skill: check.skill,
      standardised: null,
      reason: variogram,
      values,
      error: null,
      nearestM,
    };
  }
  const check = crossValidateKriging(distinct, variogram);
  const {
    values: free,
    variance,
    nearestM,
  } = ordinaryKriging(distinct, variogram, grid, { withinM: reachM });
  return {
    ...common,
    method: 'ordinary-kriging',
    rootMeanSquare: check.rootMeanSquare,
    skill: check.skill,
    standardised: check.standardised,
    reason: null,
    values: free.map((value) => (value < 0 ? 0 : value)),
    error: variance.map((square) => Math.sqrt(Math.max(0, square))),
    nearestM,
  };
}

/** Below this a surface is the samples themselves. */
const LEAST_PLACES = 3;
