import { distanceToNearest } from './distance-to-nearest.ts';
import { Fourier2d } from './fourier-2d.ts';
import { requireLength, requireWithin } from './model-input.ts';

/** How the pressure of a threat falls with distance d: 1 - d/dmax, or exp(-2.99 d/dmax); nothing beyond dmax. */
export type ThreatDecay = 'linear' | 'exponential';

/**
 * How threatened cells around add up. `mean`: the weighted mean over all cells within dmax, 0..1;
 * `sum`: the sum of the guide's equation, which grows with finer cells; `nearest`: the nearest threatened cell alone,
 * its intensity taken as 1, as InVEST does now.
 */
export type ThreatCombination = 'mean' | 'sum' | 'nearest';

export interface ThreatReach {
  readonly width: number;
  /** Side of a square cell, metres. */
  readonly cellSizeMetres: number;
  /** Distance beyond which the threat is not felt, metres, > 0. */
  readonly maxDistanceMetres: number;
  readonly decay: ThreatDecay;
  readonly combine?: ThreatCombination;
}

/** Below this a weighted mean is rounding of the transform. */
const ROUNDING = 1e-12;
/** Side of the transformed tiles where the kernel is small: large enough to spend little on overlap. */
const LEAST_SIDE = 256;

/**
 * Pressure of one threat on every cell: sum over cells y of r_y i(d_xy), i(d) the decay, divided by the sum of i in
 * the case of `mean`. A convolution truncated at dmax, by Fourier transform of overlapping tiles, two at a time: time does
 * not depend on how many cells are threatened, memory not on the size of the image.
 *
 * @param intensity r, 0..1 per cell; NaN counts as no threat, and so does land outside the grid
 * @returns pressure; 0 where nothing reaches
 * @throws Misaligned `E-DIA-101`, InvalidInput `E-DIA-102`
 * @source Sharp et al., InVEST user's guide, habitat quality (Terrado et al. 2016, doi:10.1016/j.scitotenv.2015.03.064)
 */
export function threatReach(intensity: Float32Array, reach: ThreatReach): Float32Array {
  const { width, cellSizeMetres, maxDistanceMetres, combine = 'mean' } = reach;
  requireWithin('cellSizeMetres', cellSizeMetres, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  requireWithin('maxDistanceMetres', maxDistanceMetres, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  const height = Math.round(intensity.length / width);
  requireLength('habitat-quality', width * height, intensity);
  const decayed = decayOf(reach);
  if (combine === 'nearest') {
    const pressure = distanceToNearest(intensity, width, cellSizeMetres);
    for (let i = 0; i < pressure.length; i += 1) pressure[i] = decayed(pressure[i]!);
    return pressure;
  }
  // No pair of cells is farther apart than the grid is long, so the kernel need not be either.
  const radius = Math.min(Math.floor(maxDistanceMetres / cellSizeMetres), Math.max(width, height) - 1);
  let side = LEAST_SIDE;
  while (side < 4 * radius || side <= 2 * radius) side *= 2;
  const weights = new Float64Array(side * side);
  for (let down = -radius; down <= radius; down += 1) {
    for (let across = -radius; across <= radius; across += 1) {
      const weight = decayed(Math.hypot(across, down) * cellSizeMetres);
      weights[((down + side) % side) * side + ((across + side) % side)] = weight;
    }
  }
  const total = combine === 'sum' ? 1 : kernelSum(reach);
  return convolve(intensity, width, height, weights, side, radius, total);
}

/** Sum of the decay over all cells within dmax of one. */
function kernelSum(reach: ThreatReach): number {
  const decayed = decayOf(reach);
  const radius = Math.floor(reach.maxDistanceMetres / reach.cellSizeMetres);
  let sum = 0;
  for (let down = -radius; down <= radius; down += 1)
    for (let across = -radius; across <= radius; across += 1)
      sum += decayed(Math.hypot(across, down) * reach.cellSizeMetres);
  return sum;
}

function decayOf({ decay, maxDistanceMetres: most }: ThreatReach): (metres: number) => number {
  return decay === 'linear'
    ? (metres) => (metres > most ? 0 : 1 - metres / most)
    : (metres) => (metres > most ? 0 : Math.exp((-2.99 * metres) / most));
}

/** Overlap-save: the kernel is even, so its transform is real, and a complex tile carries two real ones. */
function convolve(
  image: Float32Array,
  width: number,
  height: number,
  kernel: Float64Array,
  side: number,
  radius: number,
  total: number,
): Float32Array {
  const fourier = new Fourier2d(side);
  fourier.forward(kernel, new Float64Array(side * side));
  const re = new Float64Array(side * side);
  const im = new Float64Array(side * side);
  const out = new Float32Array(width * height);
  const step = side - 2 * radius;
  const tiles: [left: number, top: number][] = [];
  for (let top = 0; top < height; top += step)
    for (let left = 0; left < width; left += step) tiles.push([left, top]);

  const load = (part: Float64Array, tile: readonly [number, number] | undefined): boolean => {
    part.fill(0);
    if (tile === undefined) return false;
    const [left, top] = [tile[0] - radius, tile[1] - radius];
    let any = false;
    for (let row = Math.max(0, -top); row < Math.min(side, height - top); row += 1) {
      for (let col = Math.max(0, -left); col < Math.min(side, width - left); col += 1) {
        const value = image[(top + row) * width + left + col]!;
        if (!(value > 0)) continue;
        part[row * side + col] = value;
        any = true;
      }
    }
    return any;
  };
  const keep = (part: Float64Array, tile: readonly [number, number] | undefined): void => {
    if (tile === undefined) return;
    const [left, top] = tile;
    for (let row = 0; row < Math.min(step, height - top); row += 1) {
      for (let col = 0; col < Math.min(step, width - left); col += 1) {
        const value = part[(row + radius) * side + col + radius]! / total;
        out[(top + row) * width + left + col] = value < ROUNDING ? 0 : value;
      }
    }
  };
  for (let t = 0; t < tiles.length; t += 2) {
    const first = load(re, tiles[t]);
    const second = load(im, tiles[t + 1]);
    if (!first && !second) continue;
    fourier.forward(re, im);
    for (let i = 0; i < re.length; i += 1) {
      re[i]! *= kernel[i]!;
      im[i]! *= kernel[i]!;
    }
    fourier.inverse(re, im);
    keep(re, tiles[t]);
    keep(im, tiles[t + 1]);
  }
  return out;
}
