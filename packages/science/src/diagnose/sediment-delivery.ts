import { AftermineError } from '../base/index.ts';
import { requireLength, requireWithin } from './model-input.ts';

export interface DeliveryOptions {
  readonly width: number;
  /** Side of a square cell, metres. */
  readonly cellSizeMetres: number;
  /** Cells of the drainage network (1) and other cells (0): paths end there. Without it they end at outlets. */
  readonly streams?: Uint8Array;
  /** Connectivity at which half of the greatest share arrives; 0.5 by default. */
  readonly ic0?: number;
  /** Steepness of the curve; 2 by default. */
  readonly k?: number;
  /** Greatest share that arrives; 0.8 by default. */
  readonly sdrMax?: number;
}

/** Two layers of one grid. NaN on streams (there is no slope to cross) and where a layer is no data. */
export interface Delivery {
  /** Index of connectivity, unitless. */
  readonly connectivity: Float32Array;
  /** Share of the soil lost in a cell that reaches the stream, 0..sdrMax. */
  readonly ratio: Float32Array;
}

/** Cover below this does not slow sediment any further. */
const LEAST_COVER = 0.001;
/** Gradients are held between these, m/m. */
const LEAST_GRADIENT = 0.005;
const MOST_GRADIENT = 1;
/** More than the eight neighbours a cell can wait for. */
const PLACED = 255;

/**
 * Index of connectivity and sediment delivery ratio along D8 flow paths:
 * IC = log10(Dup / Ddn), Dup = Cmean Smean sqrt(A), Ddn = sum of d / (C S) down the path;
 * SDR = sdrMax / (1 + exp((IC0 - IC) / k)).
 * Means and area A (square metres) are those of the cell and all that drains into it; the path starts with the cell's own step and
 * ends before the first stream cell, or with the outlet. C >= 0.001; 0.005 <= S <= 1. A step is one cell size, sqrt(2) of it on a
 * diagonal. Two passes over the cells in the order of flow: time and memory grow in line with their number.
 *
 * @param receivers cell that each cell flows into, counted row by row from the upper left; -1 at outlets
 * @param cover factor C, 0..1; NaN is no data
 * @param gradient rise over run, m/m (not degrees); NaN is no data
 * @throws Misaligned `E-DIA-101`; InvalidInput `E-DIA-104` for a circle, `E-DIA-105` for a receiver that is no neighbour, `E-DIA-102`
 * @source Borselli et al. 2008, doi:10.1016/j.catena.2008.07.006; Vigiak et al. 2012, doi:10.1016/j.geomorph.2011.08.026; Hamel et al. 2015, doi:10.1016/j.scitotenv.2015.04.027
 */
export function sedimentDelivery(
  receivers: Int32Array,
  cover: Float32Array,
  gradient: Float32Array,
  options: DeliveryOptions,
): Delivery {
  const { width, cellSizeMetres, streams, ic0 = 0.5, k = 2, sdrMax = 0.8 } = options;
  const n = receivers.length;
  requireLength('sediment-delivery', n, cover, gradient, ...(streams === undefined ? [] : [streams]));
  requireWithin('cellSizeMetres', cellSizeMetres, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  requireWithin('k', k, Number.MIN_VALUE, Number.POSITIVE_INFINITY);
  requireWithin('sdrMax', sdrMax, 0, 1);
  const order = flowOrder(receivers, width);
  const sumCover = new Float64Array(n);
  const sumGradient = new Float64Array(n);
  const cells = new Uint32Array(n);
  const connectivity = new Float32Array(n).fill(Number.NaN);
  for (let at = 0; at < n; at += 1) {
    const i = order[at]!;
    const c = cover[i]!;
    const s = gradient[i]!;
    if (!Number.isNaN(c) && !Number.isNaN(s)) {
      sumCover[i]! += c < LEAST_COVER ? LEAST_COVER : c;
      sumGradient[i]! += s < LEAST_GRADIENT ? LEAST_GRADIENT : s > MOST_GRADIENT ? MOST_GRADIENT : s;
      cells[i]! += 1;
      const count = cells[i]!;
      connectivity[i] =
        (sumCover[i]! / count) * (sumGradient[i]! / count) * Math.sqrt(count) * cellSizeMetres;
    }
    const below = receivers[i]!;
    if (below >= 0) {
      sumCover[below]! += sumCover[i]!;
      sumGradient[below]! += sumGradient[i]!;
      cells[below]! += cells[i]!;
    }
  }
  const downslope = sumCover;
  const ratio = new Float32Array(n).fill(Number.NaN);
  const diagonal = cellSizeMetres * Math.SQRT2;
  for (let at = n - 1; at >= 0; at -= 1) {
    const i = order[at]!;
    if (streams !== undefined && streams[i] !== 0) {
      downslope[i] = 0;
      connectivity[i] = Number.NaN;
      continue;
    }
    let c = cover[i]!;
    let s = gradient[i]!;
    if (Number.isNaN(c) || Number.isNaN(s)) {
      // A path ends where the land is unknown, as it ends at the edge of the grid.
      downslope[i] = 0;
      continue;
    }
    c = c < LEAST_COVER ? LEAST_COVER : c;
    s = s < LEAST_GRADIENT ? LEAST_GRADIENT : s > MOST_GRADIENT ? MOST_GRADIENT : s;
    const below = receivers[i]!;
    const apart = below - i;
    const straight = below < 0 || apart === 1 || apart === -1 || apart === width || apart === -width;
    const length = (straight ? cellSizeMetres : diagonal) / (c * s) + (below < 0 ? 0 : downslope[below]!);
    downslope[i] = length;
    const ic = Math.log10(connectivity[i]! / length);
    connectivity[i] = ic;
    ratio[i] = sdrMax / (1 + Math.exp((ic0 - ic) / k));
  }
  return { connectivity, ratio };
}

/**
 * The cells in the order of flow: each after all that drain into it (Kahn's topological sort).
 *
 * @param receivers cell that each cell flows into, row by row; -1 at outlets
 * @throws InvalidInput `E-DIA-104` for a circle, `E-DIA-105` for a receiver that is no neighbour
 */
export function flowOrder(receivers: Int32Array, width: number): Int32Array {
  const n = receivers.length;
  const waiting = new Uint8Array(n);
  for (let i = 0; i < n; i += 1) {
    const below = receivers[i]!;
    if (below < 0) continue;
    const column = i % width;
    const across = (below % width) - column;
    const down = Math.floor(below / width) - (i - column) / width;
    if (below >= n || below === i || across < -1 || across > 1 || down < -1 || down > 1) {
      throw new AftermineError('InvalidInput', 'E-DIA-105', { where: 'receivers', got: i });
    }
    waiting[below]! += 1;
  }
  const order = new Int32Array(n);
  let filled = 0;
  for (let i = 0; i < n; i += 1) {
    // Follow each path as far as it is ready at once: neighbours in the order are then neighbours in memory.
    let at = i;
    while (at >= 0 && waiting[at] === 0) {
      waiting[at] = PLACED;
      order[filled++] = at;
      at = receivers[at]!;
      if (at >= 0) waiting[at]! -= 1;
    }
  }
  if (filled < n)
    throw new AftermineError('InvalidInput', 'E-DIA-104', { where: 'receivers', got: n - filled });
  return order;
}

/**
 * Sediment that reaches the stream: the sum of soil loss times delivery ratio over cells that have both.
 *
 * @param lossTPerHa soil loss, t ha-1 yr-1
 * @param ratio delivery ratio, 0..1
 * @param cellAreaHa hectares of a cell
 * @returns t yr-1
 * @throws Misaligned `E-DIA-101`
 */
export function sedimentExport(lossTPerHa: Float32Array, ratio: Float32Array, cellAreaHa: number): number {
  requireLength('sediment-delivery', lossTPerHa.length, ratio);
  let sum = 0;
  for (let i = 0; i < ratio.length; i += 1) {
    const delivered = lossTPerHa[i]! * ratio[i]!;
    if (!Number.isNaN(delivered)) sum += delivered;
  }
  return sum * cellAreaHa;
}
