import type { Samples } from './grid.ts';
import { type LatticeMap, mapRow, mapScale } from './resample-map.ts';

export type ResampleMethod = 'nearest' | 'bilinear' | 'cubic';

/** A window of a source band; map coordinates count from its upper left corner. */
export interface ResampleSource<T extends Samples> {
  readonly samples: T;
  readonly width: number;
  readonly height: number;
  /** Sample that means "no observation", beside NaN; null where there is none. */
  readonly nodata: number | null;
}

/** Share of the kernel's weight that must lie on valid samples for a value to be given. */
export const MIN_VALID_WEIGHT = 0.5;
/** Reductions up to this factor use the plain kernel. */
const PLAIN_SCALE = 1.1;

/**
 * Resamples a band onto a target grid.
 *
 * - `nearest`: the sample whose pixel the target centre falls into. The only method for masks and classes.
 * - `bilinear`: weights 1 - |d| over 2 x 2 samples.
 * - `cubic`: Keys' convolution, a = -0.5, over 4 x 4 samples.
 *
 * When the image is reduced by more than a tenth (10 m to 30 m, say), bilinear and cubic kernels are stretched by the
 * reduction so that every source sample takes part (as GDAL's warper does).
 *
 * No data: samples equal to `nodata`, NaN and places outside the source are left out and the other weights scaled
 * up; with less than half of the weight on valid samples the result is no data.
 *
 * @param map from `approximateMap`: target pixels to source pixels
 * @param fill what stands where there is no value: by default `nodata`, else NaN (floats) or 0 (integers)
 * @returns map.width * map.height samples of the source's type, row-major. Integers are rounded, held within
 * the type, and moved off the no-data value by one step
 * @source Keys 1981, doi:10.1109/TASSP.1981.1163711
 */
export function resample<T extends Samples>(
  source: ResampleSource<T>,
  map: LatticeMap,
  method: ResampleMethod,
  fill?: number,
): T {
  const floats = source.samples instanceof Float32Array || source.samples instanceof Float64Array;
  const empty = fill ?? source.nodata ?? (floats ? NaN : 0);
  const out = new (source.samples.constructor as new (length: number) => T)(map.width * map.height).fill(
    empty,
  ) as T;
  if (method === 'nearest') {
    nearest(source, map, out);
    return out;
  }
  const scale = mapScale(map);
  const finish = floats ? null : integerRange(source.samples, source.nodata);
  if (scale.x <= PLAIN_SCALE && scale.y <= PLAIN_SCALE && method === 'bilinear') {
    bilinear(source, map, out, finish);
  } else {
    const kernel = method === 'cubic' ? CUBIC : LINEAR;
    convolve(source, map, out, finish, kernel, {
      x: scale.x <= PLAIN_SCALE ? 1 : scale.x,
      y: scale.y <= PLAIN_SCALE ? 1 : scale.y,
    });
  }
  return out;
}

interface IntegerRange {
  readonly low: number;
  readonly high: number;
  readonly nodata: number;
}

/** Least and greatest value an integer type holds. */
function integerRange(samples: Samples, nodata: number | null): IntegerRange {
  const bits = samples.BYTES_PER_ELEMENT * 8;
  const signed =
    samples instanceof Int8Array || samples instanceof Int16Array || samples instanceof Int32Array;
  const low = signed ? -(2 ** (bits - 1)) : 0;
  return { low, high: low + 2 ** bits - 1, nodata: nodata ?? NaN };
}

function toInteger(value: number, { low, high, nodata }: IntegerRange): number {
  let whole = Math.round(value);
  whole = whole < low ? low : whole > high ? high : whole;
  // the no-data value itself is never given to an observation
  return whole === nodata ? (whole < high ? whole + 1 : whole - 1) : whole;
}

function nearest<T extends Samples>(source: ResampleSource<T>, map: LatticeMap, out: T): void {
  const { samples, width, height } = source;
  const xs = new Float64Array(map.width);
  const ys = new Float64Array(map.width);
  for (let row = 0; row < map.height; row += 1) {
    mapRow(map, row, xs, ys);
    const base = row * map.width;
    for (let col = 0; col < map.width; col += 1) {
      const x = Math.floor(xs[col]!);
      const y = Math.floor(ys[col]!);
      if (x >= 0 && y >= 0 && x < width && y < height) out[base + col] = samples[y * width + x]!;
    }
  }
}

function bilinear<T extends Samples>(
  source: ResampleSource<T>,
  map: LatticeMap,
  out: T,
  range: IntegerRange | null,
): void {
  const { samples, width, height } = source;
  const nodata = source.nodata ?? NaN;
  const xs = new Float64Array(map.width);
  const ys = new Float64Array(map.width);
  for (let row = 0; row < map.height; row += 1) {
    mapRow(map, row, xs, ys);
    const base = row * map.width;
    for (let col = 0; col < map.width; col += 1) {
      const u = xs[col]! - 0.5;
      const v = ys[col]! - 0.5;
      const x = Math.floor(u);
      const y = Math.floor(v);
      if (!(x >= -1 && y >= -1 && x < width && y < height)) continue;
      const s = u - x;
      const t = v - y;
      let sum = 0;
      let weight = 0;
      for (let dy = 0; dy < 2; dy += 1) {
        const r = y + dy;
        if (r < 0 || r >= height) continue;
        const wy = dy === 0 ? 1 - t : t;
        for (let dx = 0; dx < 2; dx += 1) {
          const c = x + dx;
          if (c < 0 || c >= width) continue;
          const sample = samples[r * width + c]!;
          if (sample === nodata || Number.isNaN(sample)) continue;
          const w = wy * (dx === 0 ? 1 - s : s);
          sum += w * sample;
          weight += w;
        }
      }
      if (weight < MIN_VALID_WEIGHT) continue;
      const value = sum / weight;
      out[base + col] = range === null ? value : toInteger(value, range);
    }
  }
}

interface Kernel {
  readonly radius: number;
  readonly weight: (distance: number) => number;
}

const LINEAR: Kernel = { radius: 1, weight: (d) => Math.max(0, 1 - Math.abs(d)) };

const CUBIC: Kernel = {
  radius: 2,
  weight: (distance) => {
    const d = Math.abs(distance);
    if (d < 1) return (1.5 * d - 2.5) * d * d + 1;
    if (d < 2) return ((-0.5 * d + 2.5) * d - 4) * d + 2;
    return 0;
  },
};

function convolve<T extends Samples>(
  source: ResampleSource<T>,
  map: LatticeMap,
  out: T,
  range: IntegerRange | null,
  kernel: Kernel,
  scale: { readonly x: number; readonly y: number },
): void {
  const { samples, width, height } = source;
  const nodata = source.nodata ?? NaN;
  const reachX = kernel.radius * scale.x;
  const reachY = kernel.radius * scale.y;
  const wx = new Float64Array(Math.ceil(2 * reachX) + 1);
  const wy = new Float64Array(Math.ceil(2 * reachY) + 1);
  const xs = new Float64Array(map.width);
  const ys = new Float64Array(map.width);
  for (let row = 0; row < map.height; row += 1) {
    mapRow(map, row, xs, ys);
    const base = row * map.width;
    for (let col = 0; col < map.width; col += 1) {
      const u = xs[col]! - 0.5;
      const v = ys[col]! - 0.5;
      if (!(u > -1 && v > -1 && u < width && v < height)) continue;
      const firstX = Math.ceil(u - reachX);
      const firstY = Math.ceil(v - reachY);
      const countX = Math.floor(u + reachX) - firstX + 1;
      const countY = Math.floor(v + reachY) - firstY + 1;
      const totalX = fillWeights(wx, countX, firstX - u, scale.x, kernel);
      const totalY = fillWeights(wy, countY, firstY - v, scale.y, kernel);
      let sum = 0;
      let weight = 0;
      for (let dy = 0; dy < countY; dy += 1) {
        const r = firstY + dy;
        if (r < 0 || r >= height) continue;
        for (let dx = 0; dx < countX; dx += 1) {
          const c = firstX + dx;
          if (c < 0 || c >= width) continue;
          const sample = samples[r * width + c]!;
          if (sample === nodata || Number.isNaN(sample)) continue;
          const w = wx[dx]! * wy[dy]!;
          sum += w * sample;
          weight += w;
        }
      }
      if (weight < MIN_VALID_WEIGHT * totalX * totalY) continue;
      const value = sum / weight;
      out[base + col] = range === null ? value : toInteger(value, range);
    }
  }
}

/** Weights of `count` samples, the first of which lies `offset` source pixels from the centre; returns their sum. */
function fillWeights(
  weights: Float64Array,
  count: number,
  offset: number,
  scale: number,
  kernel: Kernel,
): number {
  let total = 0;
  for (let k = 0; k < count; k += 1) {
    const w = kernel.weight((offset + k) / scale);
    weights[k] = w;
    total += w;
  }
  return total;
}
