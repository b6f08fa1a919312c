import { AftermineError } from '../base/index.ts';
import { loadSeries, rootMeanSquare, SEGMENT_STATUS, segmentLoaded } from './segment-kernel.ts';
import { checkSegmentParameters, type SegmentParameters } from './segment-parameters.ts';
import { createSegmentWorkspace, SCALAR } from './segment-workspace.ts';
import type { LossDirection } from './types.ts';

/** Trajectories of a block of pixels; `stride` = `maxSegments + 1` places are kept for the vertices of each. */
export interface SegmentedBlock {
  readonly stride: number;
  /** `SEGMENT_STATUS` of each pixel. */
  readonly status: Uint8Array;
  /** Vertices of each pixel; 0 where the status is unknown. */
  readonly vertexCount: Uint8Array;
  /** Years at `pixel * stride`; 0 beyond the vertex count. */
  readonly vertexYears: Int16Array;
  /** Fitted values in the units of the input at `pixel * stride`; NaN beyond the vertex count. */
  readonly vertexValues: Float32Array;
  /** p of the fitted model (1 where the status is unknown). */
  readonly pValue: Float64Array;
  /** Root mean square of observed minus fitted over the valid years; NaN where the status is unknown. */
  readonly rmse: Float32Array;
  /** Fitted value of every year at `pixel * years.length`, when asked for; NaN where the status is unknown. */
  readonly fitted: Float32Array | undefined;
}

export interface SegmentBlockOptions {
  /** Which direction is a loss; `down` for NDVI, NBR, RSEI. */
  readonly loss?: LossDirection;
  /** Also return the fitted value of every year. */
  readonly fitted?: boolean;
}

/**
 * Temporal segmentation of a block of pixels, the fast kernel: the same answers as the readable reference
 * without allocating per pixel.
 * @param input pixel-interleaved values, `input[pixel * years.length + i]`; `NaN` is a missing year.
 * @param years every year of the span, strictly ascending whole numbers.
 * @throws AftermineError E-SER-001 parameters, E-SER-002 length of `input`, E-SER-003 years.
 * @source Kennedy, Yang and Cohen 2010, doi:10.1016/j.rse.2010.07.008
 */
export function segmentBlock(
  input: Float32Array | Float64Array,
  years: ArrayLike<number>,
  parameters: SegmentParameters,
  options: SegmentBlockOptions = {},
): SegmentedBlock {
  checkSegmentParameters(parameters);
  checkYears(years);
  const length = years.length;
  if (input.length % length !== 0) {
    throw new AftermineError('Misaligned', 'E-SER-002', {
      where: 'input',
      expected: length,
      got: input.length,
    });
  }
  const pixels = input.length / length;
  const workspace = createSegmentWorkspace(years, parameters);
  const stride = workspace.maxVertices;
  const status = new Uint8Array(pixels);
  const vertexCount = new Uint8Array(pixels);
  const vertexYears = new Int16Array(pixels * stride);
  const vertexValues = new Float32Array(pixels * stride).fill(Number.NaN);
  const pValue = new Float64Array(pixels).fill(1);
  const rmse = new Float32Array(pixels).fill(Number.NaN);
  const fitted = options.fitted === true ? new Float32Array(input.length).fill(Number.NaN) : undefined;
  const sign = options.loss === 'up' ? 1 : -1;
  const firstYear = years[0]!;
  const { outX, outValues, scalars } = workspace;
  for (let pixel = 0; pixel < pixels; pixel++) {
    const n = loadSeries(workspace, input, pixel * length, sign);
    const became = segmentLoaded(workspace, n);
    if (became === SEGMENT_STATUS.unknown) continue;
    status[pixel] = became;
    pValue[pixel] = scalars[SCALAR.pValue]!;
    const count = scalars[SCALAR.count]!;
    vertexCount[pixel] = count;
    const base = pixel * stride;
    for (let i = 0; i < count; i++) {
      vertexYears[base + i] = firstYear + outX[i]!;
      // Adding 0 turns a negative zero into zero.
      vertexValues[base + i] = sign * outValues[i]! + 0;
    }
    rmse[pixel] = rootMeanSquare(workspace, n);
    if (fitted !== undefined) writeFitted(fitted, pixel * length, workspace.spanX, outX, outValues, sign);
  }
  return { stride, status, vertexCount, vertexYears, vertexValues, pValue, rmse, fitted };
}

/** Straight lines between the vertices, at every year of the span. */
function writeFitted(
  fitted: Float32Array,
  offset: number,
  spanX: Float64Array,
  outX: Float64Array,
  outValues: Float64Array,
  sign: 1 | -1,
): void {
  let s = 0;
  for (let i = 0; i < spanX.length; i++) {
    const at = spanX[i]!;
    while (at > outX[s + 1]!) s++;
    const from = outX[s]!;
    const slope = (outValues[s + 1]! - outValues[s]!) / (outX[s + 1]! - from);
    fitted[offset + i] = sign * (outValues[s]! + slope * (at - from)) + 0;
  }
}

/**
 * Throws unless `years` are strictly ascending whole numbers, at least two of them.
 * @throws AftermineError E-SER-003
 */
export function checkYears(years: ArrayLike<number>): void {
  const fail = (got: number, at: number): never => {
    throw new AftermineError('InvalidInput', 'E-SER-003', { where: `years[${at}]`, got });
  };
  if (years.length < 2) fail(years.length, 0);
  for (let i = 0; i < years.length; i++) {
    const year = years[i]!;
    if (!Number.isInteger(year) || Math.abs(year) > 32_767 || (i > 0 && year <= years[i - 1]!)) fail(year, i);
  }
}
