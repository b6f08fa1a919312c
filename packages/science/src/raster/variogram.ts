import { type Unknown, unknown } from '../base/index.ts';
import type { SamplePoints } from './sample-points.ts';

/** Fewer places than this say nothing of how readings resemble their neighbours. */
export const LEAST_VARIOGRAM_POINTS = 10;
/** Classes with fewer pairs take no part in the fit. */
const LEAST_PAIRS = 3;
const LEAST_CLASSES = 3;
const RANGES_TRIED = 160;
const REFINEMENTS = 60;

export type VariogramModel = 'spherical' | 'exponential';

/** A fitted semivariogram. */
export interface Variogram {
  readonly model: VariogramModel;
  /** Semivariance at no distance: error of measurement and what varies between samples. Unit of the values, squared. */
  readonly nugget: number;
  /** What distance adds to the nugget; the sill is nugget + partialSill. */
  readonly partialSill: number;
  /** Metres: spherical, where the sill is reached; exponential, a third of where 95 % of it is. */
  readonly rangeM: number;
}

/** One class of distance of the empirical semivariogram. */
export interface VariogramClass {
  /** Mean distance of its pairs, m. */
  readonly distanceM: number;
  readonly semivariance: number;
  readonly pairs: number;
}

export interface FittedVariogram extends Variogram {
  readonly classes: readonly VariogramClass[];
  /** Sum of the weighted squares the fit leaves, by which models are compared. */
  readonly misfit: number;
}

/**
 * Empirical semivariogram: gamma(h) = sum over the pairs of a class (z_i - z_j)^2 / (2 N).
 *
 * @param cutoffM longest distance; by default half of the longest side of the box of the points
 * @param count classes of equal width
 * @returns classes that hold pairs, nearest first
 * @source Matheron 1963, doi:10.2113/gsecongeo.58.8.1246
 */
export function empiricalVariogram(
  points: SamplePoints,
  cutoffM: number = defaultCutoff(points),
  count = 12,
): readonly VariogramClass[] {
  const { x, y, values } = points;
  const n = x.length;
  const distances = new Float64Array(count);
  const squares = new Float64Array(count);
  const pairs = new Int32Array(count);
  const limit = cutoffM * cutoffM;
  const perMetre = count / cutoffM;
  for (let i = 1; i < n; i += 1) {
    const [px, py, value] = [x[i]!, y[i]!, values[i]!];
    for (let j = 0; j < i; j += 1) {
      const dx = x[j]! - px;
      const dy = y[j]! - py;
      const square = dx * dx + dy * dy;
      if (square > limit || square === 0) continue;
      const distance = Math.sqrt(square);
      const at = Math.min(count - 1, Math.floor(distance * perMetre));
      const difference = values[j]! - value;
      distances[at]! += distance;
      squares[at]! += difference * difference;
      pairs[at]! += 1;
    }
  }
  return Array.from(pairs, (of, at) => ({
    distanceM: distances[at]! / of,
    semivariance: squares[at]! / (2 * of),
    pairs: of,
  })).filter((one) => one.pairs > 0);
}

/**
 * A spherical or exponential semivariogram fitted to the empirical one by weighted least squares, weights N / h^2:
 * for each range tried, nugget and partial sill (both >= 0) are solved exactly; the best range is refined.
 *
 * @param points every place once, see `distinctPoints`
 * @param models those that may be chosen; the one that leaves less is taken
 * @returns unknown `too-few-places` below 10 places or 3 classes of distance, `values-all-alike` without variance
 * @source Cressie 1985, doi:10.1007/BF01032109; weights as gstat: Pebesma 2004, doi:10.1016/j.cageo.2004.03.012
 */
export function fitVariogram(
  points: SamplePoints,
  models: readonly VariogramModel[] = ['spherical', 'exponential'],
  classes: readonly VariogramClass[] = empiricalVariogram(points),
): FittedVariogram | Unknown {
  const count = points.x.length;
  if (count < LEAST_VARIOGRAM_POINTS)
    return unknown('too-few-places', { count, need: LEAST_VARIOGRAM_POINTS });
  const used = classes.filter(({ pairs }) => pairs >= LEAST_PAIRS);
  if (used.length < LEAST_CLASSES) return unknown('too-few-places', { count, need: LEAST_VARIOGRAM_POINTS });
  if (used.every(({ semivariance }) => semivariance === 0)) return unknown('values-all-alike');
  let best: FittedVariogram | null = null;
  for (const model of models) {
    const fit = fitModel(model, used);
    if (best === null || fit.misfit < best.misfit) best = { ...fit, classes };
  }
  return best ?? unknown('values-all-alike');
}

/** Semivariance of a model at a distance; 0 at no distance, whatever the nugget. */
export function semivariance({ model, nugget, partialSill, rangeM }: Variogram, distanceM: number): number {
  return distanceM === 0 ? 0 : nugget + partialSill * shape(model, distanceM / rangeM);
}

/** Rise of a model from 0 to 1. */
function shape(model: VariogramModel, h: number): number {
  if (model === 'exponential') return 1 - Math.exp(-h);
  return h >= 1 ? 1 : h * (1.5 - 0.5 * h * h);
}

function fitModel(
  model: VariogramModel,
  classes: readonly VariogramClass[],
): Omit<FittedVariogram, 'classes'> {
  const first = classes[0]!.distanceM;
  const last = classes.at(-1)!.distanceM;
  const [from, to] = [Math.log(first / 2), Math.log(last * 3)];
  const step = (to - from) / (RANGES_TRIED - 1);
  let [best, least] = [from, Infinity];
  for (let i = 0; i < RANGES_TRIED; i += 1) {
    const { misfit } = solve(model, classes, Math.exp(from + i * step));
    if (misfit < least) [best, least] = [from + i * step, misfit];
  }
  // Golden section about the best; the misfit has one valley there as far as the steps can tell.
  let [low, high] = [Math.max(from, best - step), Math.min(to, best + step)];
  const part = (Math.sqrt(5) - 1) / 2;
  for (let i = 0; i < REFINEMENTS; i += 1) {
    const a = high - part * (high - low);
    const b = low + part * (high - low);
    if (solve(model, classes, Math.exp(a)).misfit <= solve(model, classes, Math.exp(b)).misfit) high = b;
    else low = a;
  }
  const refined = solve(model, classes, Math.exp((low + high) / 2));
  return refined.misfit <= least ? refined : solve(model, classes, Math.exp(best));
}

/** Nugget and partial sill >= 0 of least weighted squares at a given range. */
function solve(
  model: VariogramModel,
  classes: readonly VariogramClass[],
  rangeM: number,
): Omit<FittedVariogram, 'classes'> {
  let [w, ws, wss, wg, wsg] = [0, 0, 0, 0, 0];
  for (const { distanceM, semivariance: gamma, pairs } of classes) {
    const weight = pairs / (distanceM * distanceM);
    const s = shape(model, distanceM / rangeM);
    w += weight;
    ws += weight * s;
    wss += weight * s * s;
    wg += weight * gamma;
    wsg += weight * s * gamma;
  }
  const determinant = w * wss - ws * ws;
  let nugget = determinant > 1e-12 * w * wss ? (wss * wg - ws * wsg) / determinant : 0;
  if (nugget < 0) nugget = 0;
  let partialSill = wss > 0 ? (wsg - nugget * ws) / wss : 0;
  if (partialSill < 0) [nugget, partialSill] = [wg / w, 0];
  let misfit = 0;
  for (const { distanceM, semivariance: gamma, pairs } of classes) {
    const left = gamma - nugget - partialSill * shape(model, distanceM / rangeM);
    misfit += (pairs / (distanceM * distanceM)) * left * left;
  }
  return { model, nugget, partialSill, rangeM, misfit };
}

function defaultCutoff({ x, y }: SamplePoints): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i += 1) {
    west = Math.min(west, x[i]!);
    east = Math.max(east, x[i]!);
    south = Math.min(south, y[i]!);
    north = Math.max(north, y[i]!);
  }
  return x.length === 0 ? 1 : Math.max(east - west, north - south) / 2 || 1;
}
