import { angleScore, cullByAngle, despikeInPlace, findCandidates, sumFrom } from './segment-candidates.ts';
import { chooseModel, jointLadder, sequentialLadder } from './segment-ladder.ts';
import { SCALAR, type SegmentWorkspace } from './segment-workspace.ts';

/** What became of a series; the values stand in the status raster. */
export const SEGMENT_STATUS = { unknown: 0, flat: 1, fitted: 2 } as const;

/**
 * Loads one series into the workspace: keeps the valid values in order, their x, and their mean.
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
  const { raw, y, spanX, scalars } = workspace;
  const length = spanX.length;
  let n = 0;
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const value = sign * input[offset + i]!;
    // Only finite numbers give 0: NaN and the infinities give NaN.
    if (value - value !== 0) continue;
    raw[n] = value;
    y[n] = value;
    sum += value;
    n++;
  }
  scalars[SCALAR.rawMean] = n === 0 ? Number.NaN : sum / n;
  if (n === length) {
    workspace.x = spanX;
    workspace.px = workspace.spanPx;
    workspace.pxx = workspace.spanPxx;
    return n;
  }
  const { gapX, gapPx, gapPxx } = workspace;
  let k = 0;
  for (let i = 0; i < length; i++) {
    const value = input[offset + i]!;
    if (value - value !== 0) continue;
    const x = spanX[i]!;
    gapX[k] = x;
    gapPx[k + 1] = gapPx[k]! + x;
    gapPxx[k + 1] = gapPxx[k]! + x * x;
    k++;
  }
  workspace.x = gapX;
  workspace.px = gapPx;
  workspace.pxx = gapPxx;
  return n;
}

/**
 * Segments the loaded series of `n` valid years. The answer stands in `outX` and `outValues` (losses
 * positive), its number of vertices and p in `scalars`.
 * @returns a `SEGMENT_STATUS`.
 */
export function segmentLoaded(workspace: SegmentWorkspace, n: number): number {
  const { parameters, scalars, py, pyy } = workspace;
  scalars[SCALAR.count] = 0;
  scalars[SCALAR.pValue] = 1;
  if (n < parameters.minObservations) return SEGMENT_STATUS.unknown;
  despikeInPlace(workspace, n);
  sumFrom(workspace, 0, n);
  if (pyy[n] === 0) return flat(workspace, workspace.y[0]!, 1);
  const culled = cullByAngle(workspace, findCandidates(workspace, n), n);
  sequentialLadder(workspace, culled, n);
  let chosen = chooseModel(workspace, culled, true);
  if (workspace.modelP[chosen]! > parameters.pValue) {
    jointLadder(workspace, culled, n);
    chosen = chooseModel(workspace, culled, false);
    const p = workspace.modelP[chosen]!;
    if (p > parameters.pValue) return flat(workspace, workspace.y[0]! + py[n]! / n, p);
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
  const { outX, outValues, modelVertices, modelValues, modelP, maxVertices, x, y, spanX, scalars } = workspace;
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
  let leastScore = Number.POSITIVE_INFINITY;
  for (let i = 1; i < count - 1; i++) {
    const score = angleScore(
      values[i]! - values[i - 1]!,
      x[i]! - x[i - 1]!,
      values[i + 1]! - values[i]!,
      x[i + 1]! - x[i]!,
      high - low,
    );
    if (score < leastScore) {
      leastScore = score;
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
  let s = 0;
  let end = -1;
  let slope = 0;
  let level = 0;
  for (let i = 0; i < n; i++) {
    const at = x[i]!;
    while (at > end) {
      const from = outX[s]!;
      end = outX[s + 1]!;
      slope = (outValues[s + 1]! - outValues[s]!) / (end - from);
      level = outValues[s]! - slope * from;
      s++;
    }
    const residual = raw[i]! - level - slope * at;
    sum += residual * residual;
  }
  return Math.sqrt(sum / n);
}
