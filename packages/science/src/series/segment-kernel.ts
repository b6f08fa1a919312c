import { cullByAngle, despikeInPlace, findCandidates, sumFrom } from './segment-candidates.ts';
import { ANGLE_WEIGHT, TIE_SLACK, ZERO_SHARE } from './segment-constants.ts';
import { chooseModel, jointLadder, sequentialLadder } from './segment-ladder.ts';
import { SCALAR, type SegmentWorkspace, SUMS, sumX } from './segment-workspace.ts';

/** What became of a series; the values stand in the status raster. */
export const SEGMENT_STATUS = { unknown: 0, flat: 1, fitted: 2 } as const;

/**
 * Loads one series into the workspace: the valid values in order, their x and the sums of x.
 * @param input values; `NaN` (and any infinity) is a missing year.
 * @param offset position of the first year of this series in `input`.
 * @param sign 1 when a rising value is a loss, -1 when a falling one is.
 * @returns number of valid years.
 */
export function loadSeries(
  workspace: SegmentWorkspace,
  input: Float32Array | Float64Array,
  offset: number,
  sign: 1 | -1,
): number {
  const { raw, y, spanX } = workspace;
  const length = spanX.length;
  let n = 0;
  for (; n < length; n++) {
    const value = sign * input[offset + n]!;
    // Only finite numbers give 0: NaN and the infinities give NaN.
    if (value - value !== 0) break;
    raw[n] = value;
    y[n] = value;
  }
  if (n === length) {
    workspace.x = spanX;
    workspace.sums = workspace.spanSums;
    return n;
  }
  const x = workspace.gapX;
  for (let i = 0; i < n; i++) x[i] = spanX[i]!;
  for (let i = n + 1; i < length; i++) {
    const value = sign * input[offset + i]!;
    if (value - value !== 0) continue;
    raw[n] = value;
    y[n] = value;
    x[n] = spanX[i]!;
    n++;
  }
  sumX(x, workspace.gapSums, n);
  workspace.x = x;
  workspace.sums = workspace.gapSums;
  return n;
}

/**
 * Segments the loaded series of `n` valid years. The answer stands in `outX` and `outValues` (losses
 * positive), its number of vertices and p in `scalars`.
 * @returns a `SEGMENT_STATUS`.
 */
export function segmentLoaded(workspace: SegmentWorkspace, n: number): number {
  const { parameters, scalars, sums } = workspace;
  scalars[SCALAR.count] = 0;
  scalars[SCALAR.pValue] = 1;
  if (n < parameters.minObservations) return SEGMENT_STATUS.unknown;
  despikeInPlace(workspace, n);
  sumFrom(workspace, 0, n);
  if (sums[SUMS * n + 4] === 0) return flat(workspace, workspace.y[0]!, 1);
  const culled = cullByAngle(workspace, findCandidates(workspace, n), n);
  sequentialLadder(workspace, culled, n);
  let chosen = chooseModel(workspace, culled, true);
  if (workspace.modelP[chosen]! > parameters.pValue) {
    jointLadder(workspace, culled, n);
    chosen = chooseModel(workspace, culled, false);
    const p = workspace.modelP[chosen]!;
    if (p > parameters.pValue) return flat(workspace, workspace.y[0]! + sums[SUMS * n + 2]! / n, p);
  }
  takeModel(workspace, chosen, culled - chosen, n);
  return SEGMENT_STATUS.fitted;
}

/** One level from the first to the last year of the span. */
function flat(workspace: SegmentWorkspace, level: number, p: number): number {
  const { outX, outValues, spanX, scalars } = workspace;
  outX[0] = spanX[0]!;
  outX[1] = spanX[spanX.length - 1]!;
  outValues[0] = level;
  outValues[1] = level;
  scalars[SCALAR.count] = 2;
  scalars[SCALAR.pValue] = p;
  return SEGMENT_STATUS.flat;
}

/** Writes a model out, with vertices at the first and last year of the span where those have no value. */
function takeModel(workspace: SegmentWorkspace, model: number, count: number, n: number): void {
  const { outX, outValues, modelVertices, modelValues, modelP, maxVertices, x, y, spanX, scalars } =
    workspace;
  const base = model * maxVertices;
  const origin = y[0]!;
  const lastX = spanX[spanX.length - 1]!;
  const shift = x[0]! > 0 ? 1 : 0;
  for (let i = 0; i < count; i++) {
    outX[i + shift] = x[modelVertices[base + i]!]!;
    outValues[i + shift] = origin + modelValues[base + i]!;
  }
  let total = count + shift;
  if (shift === 1) {
    outX[0] = 0;
    outValues[0] = outValues[1]!;
    if (total > maxVertices) total = dropLeastAngle(outX, outValues, total);
  }
  if (x[n - 1]! < lastX) {
    outX[total] = lastX;
    outValues[total] = outValues[total - 1]!;
    total++;
    if (total > maxVertices) total = dropLeastAngle(outX, outValues, total);
  }
  scalars[SCALAR.count] = total;
  scalars[SCALAR.pValue] = modelP[model]!;
}

/** Removes the interior vertex with the least angle, on fitted values in their own units. */
function dropLeastAngle(x: Float64Array, values: Float64Array, count: number): number {
  let low = values[0]!;
  let high = low;
  for (let i = 1; i < count; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  let least = 1;
  let limit = Number.POSITIVE_INFINITY;
  for (let i = 1; i < count - 1; i++) {
    const before = Math.abs((values[i]! - values[i - 1]!) / (x[i]! - x[i - 1]!));
    const rise = values[i + 1]! - values[i]!;
    const after = Math.abs(rise / (x[i + 1]! - x[i]!));
    const angle = Math.atan(before > after ? before : after);
    const score = rise > 0 ? angle * (1 + (ANGLE_WEIGHT * rise) / (high - low)) : angle;
    if (score < limit) {
      // Fitted values carry rounding noise, unlike the observations the culling works on.
      limit = score * (1 - TIE_SLACK) - ZERO_SHARE;
      least = i;
    }
  }
  for (let i = least; i < count - 1; i++) {
    x[i] = x[i + 1]!;
    values[i] = values[i + 1]!;
  }
  return count - 1;
}

/** Root mean square of the raw values about the answer, over the valid years. */
export function rootMeanSquare(workspace: SegmentWorkspace, n: number): number {
  const { raw, x, outX, outValues } = workspace;
  let sum = 0;
  for (let s = 0, i = 0; i < n; s++) {
    const from = outX[s]!;
    const end = outX[s + 1]!;
    const slope = (outValues[s + 1]! - outValues[s]!) / (end - from);
    const level = outValues[s]! - slope * from;
    for (; i < n && x[i]! <= end; i++) {
      const residual = raw[i]! - level - slope * x[i]!;
      sum += residual * residual;
    }
  }
  return Math.sqrt(sum / n);
}
