import {
  ANGLE_WEIGHT,
  DESPIKE_PASSES_PER_VALUE,
  EXACT_SHARE,
  MAX_ADDITIONS,
  TIE_SLACK,
  ZERO_RESIDUAL,
  ZERO_SHARE,
} from './segment-constants.ts';
import { SCALAR, type SegmentWorkspace } from './segment-workspace.ts';

/**
 * Corrects spikes of `workspace.y` in place: the worst one, again and again, while the one just corrected
 * exceeded the threshold (so the last correction lies below it).
 */
export function despikeInPlace(workspace: SegmentWorkspace, n: number): void {
  const threshold = workspace.parameters.spikeThreshold;
  if (threshold >= 1) return;
  const y = workspace.y;
  const spike = workspace.spike;
  const last = n - 1;
  let worst = 0;
  let most = 0;
  let before = y[0]!;
  let here = y[1]!;
  for (let i = 1; i < last; i++) {
    const after = y[i + 1]!;
    const share = spikeShare(before, here, after);
    spike[i] = share;
    if (share > most) {
      most = share;
      worst = i;
    }
    before = here;
    here = after;
  }
  for (let pass = DESPIKE_PASSES_PER_VALUE * n; pass > 0 && worst > 0; pass--) {
    y[worst] = y[worst]! + most * ((y[worst - 1]! + y[worst + 1]!) / 2 - y[worst]!);
    if (most <= threshold) return;
    const from = worst > 1 ? worst - 1 : 1;
    const to = worst + 1 < last ? worst + 1 : last - 1;
    for (let i = from; i <= to; i++) spike[i] = spikeShare(y[i - 1]!, y[i]!, y[i + 1]!);
    worst = 0;
    most = 0;
    for (let i = 1; i < last; i++) {
      const share = spike[i]!;
      if (share > most) {
        most = share;
        worst = i;
      }
    }
  }
}

/** 1 - |before - after| / the greater step to a neighbour; 0 where there is no step. */
function spikeShare(before: number, here: number, after: number): number {
  const down = Math.abs(here - after);
  const up = Math.abs(here - before);
  const greatest = down > up ? down : up;
  return greatest === 0 ? 0 : 1 - Math.abs(before - after) / greatest;
}

/**
 * Prefix sums of y, xy and y squared (on y - y[0]) from observation `from` on, and the total sum of squares.
 */
export function sumFrom(workspace: SegmentWorkspace, from: number, n: number): void {
  const { x, y, py, pxy, pyy } = workspace;
  const origin = y[0]!;
  let sy = py[from]!;
  let sxy = pxy[from]!;
  let syy = pyy[from]!;
  for (let i = from; i < n; i++) {
    const value = y[i]! - origin;
    sy += value;
    sxy += x[i]! * value;
    syy += value * value;
    py[i + 1] = sy;
    pxy[i + 1] = sxy;
    pyy[i + 1] = syy;
  }
  const total = syy - (sy * sy) / n;
  workspace.scalars[SCALAR.totalSquares] = total > 0 ? total : 0;
}

/** Fills `workspace.vertices` with candidate vertices and returns how many there are. */
export function findCandidates(workspace: SegmentWorkspace, n: number): number {
  const { parameters, vertices, score } = workspace;
  const wanted = parameters.maxSegments + 1 + parameters.vertexCountOvershoot;
  const target = wanted < n - 2 ? wanted : n - 2;
  const slack = ZERO_SHARE * workspace.scalars[SCALAR.totalSquares]!;
  vertices[0] = 0;
  vertices[1] = n - 1;
  let count = 2;
  if (count < target) score[0] = lineScore(workspace, 0, n - 1);
  for (let added = 0; count < target && added < MAX_ADDITIONS; added++) {
    let worst = -1;
    let split = -1;
    for (;;) {
      worst = -1;
      let limit = 0;
      for (let i = 0; i < count - 1; i++) {
        const value = score[i]!;
        if (value > limit) {
          limit = value * (1 + TIE_SLACK) + slack;
          worst = i;
        }
      }
      if (worst < 0) return count;
      split = worstPoint(workspace, vertices[worst]!, vertices[worst + 1]!, n);
      if (split >= 0) break;
      // Nothing to split here, now or later: the segment stays as it is.
      score[worst] = 0;
    }
    for (let i = count; i > worst + 1; i--) {
      vertices[i] = vertices[i - 1]!;
      score[i] = score[i - 1]!;
    }
    vertices[worst + 1] = split;
    count++;
    if (count < target) {
      score[worst] = lineScore(workspace, vertices[worst]!, split);
      score[worst + 1] = lineScore(workspace, split, vertices[worst + 2]!);
    }
  }
  return count;
}

/** Mean squared residual of the least-squares line over from..to, from the prefix sums. */
function lineScore(workspace: SegmentWorkspace, from: number, to: number): number {
  const points = to - from + 1;
  if (points <= 2) return 0;
  const { px, pxx, py, pxy, pyy } = workspace;
  const end = to + 1;
  const sx = px[end]! - px[from]!;
  const sy = py[end]! - py[from]!;
  const cxx = pxx[end]! - pxx[from]! - (sx * sx) / points;
  const cxy = pxy[end]! - pxy[from]! - (sx * sy) / points;
  let error = pyy[end]! - pyy[from]! - (sy * sy) / points - (cxy * cxy) / cxx;
  if (error < EXACT_SHARE * workspace.scalars[SCALAR.totalSquares]!) error = exactError(workspace, from, to);
  const perPoint = error / points;
  return perPoint < ZERO_RESIDUAL ? 0 : perPoint;
}

/** The same sum of squares point by point, for the rare segment whose error drowns in the prefix sums. */
function exactError(workspace: SegmentWorkspace, from: number, to: number): number {
  const { x, y, px } = workspace;
  const points = to - from + 1;
  const meanX = (px[to + 1]! - px[from]!) / points;
  let meanY = 0;
  for (let i = from; i <= to; i++) meanY += y[i]!;
  meanY /= points;
  let cxx = 0;
  let cxy = 0;
  for (let i = from; i <= to; i++) {
    const dx = x[i]! - meanX;
    cxx += dx * dx;
    cxy += dx * (y[i]! - meanY);
  }
  const slope = cxy / cxx;
  let error = 0;
  for (let i = from; i <= to; i++) {
    const residual = y[i]! - meanY - slope * (x[i]! - meanX);
    error += residual * residual;
  }
  return error;
}

/** The interior position farthest from the least-squares line, or -1; the last segment guards its end. */
function worstPoint(workspace: SegmentWorkspace, from: number, to: number, n: number): number {
  const { x, y, px, pxx, py, pxy } = workspace;
  const points = to - from + 1;
  const end = to + 1;
  const sx = px[end]! - px[from]!;
  const sy = py[end]! - py[from]!;
  const slope =
    (pxy[end]! - pxy[from]! - (sx * sy) / points) / (pxx[end]! - pxx[from]! - (sx * sx) / points);
  const level = y[0]! + (sy - slope * sx) / points;
  const stop = to === n - 1 && y[to]! <= y[to - 1]! ? to - 1 : to;
  let worst = -1;
  let limit = ZERO_RESIDUAL;
  for (let i = from + 1; i < stop; i++) {
    const residual = Math.abs(y[i]! - level - slope * x[i]!);
    if (residual > limit) {
      limit = residual * (1 + TIE_SLACK);
      worst = i;
    }
  }
  return worst;
}

/** Removes from `workspace.vertices` the ones with the least angle until `maxVertices` are left. */
export function cullByAngle(workspace: SegmentWorkspace, count: number, n: number): number {
  const { x, y, vertices, score, scaled, maxVertices } = workspace;
  if (count <= maxVertices) return count;
  let low = y[0]!;
  let high = low;
  for (let i = 1; i < n; i++) {
    const value = y[i]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  const range = high - low;
  const width = x[n - 1]! - x[0]!;
  for (let i = 0; i < count; i++) scaled[i] = ((y[vertices[i]!]! - low) / range) * width;
  for (let i = 1; i < count - 1; i++) score[i] = setAngle(x, vertices, scaled, i, width);
  let left = count;
  while (left > maxVertices) {
    let least = 1;
    let leastScore = score[1]!;
    for (let i = 2; i < left - 1; i++) {
      const value = score[i]!;
      if (value < leastScore) {
        leastScore = value;
        least = i;
      }
    }
    left--;
    for (let i = least; i < left; i++) {
      vertices[i] = vertices[i + 1]!;
      scaled[i] = scaled[i + 1]!;
      score[i] = score[i + 1]!;
    }
    if (left <= maxVertices) break;
    if (least > 1) score[least - 1] = setAngle(x, vertices, scaled, least - 1, width);
    if (least < left - 1) score[least] = setAngle(x, vertices, scaled, least, width);
  }
  return left;
}

function setAngle(x: Float64Array, vertices: Int32Array, y: Float64Array, i: number, range: number): number {
  const at = x[vertices[i]!]!;
  return angleScore(y[i]! - y[i - 1]!, at - x[vertices[i - 1]!]!, y[i + 1]! - y[i]!, x[vertices[i + 1]!]! - at, range);
}

/**
 * `max(|atan(dy1/dx1)|, |atan(dy2/dx2)|) * (1 + max(0, 2 dy2 / range))`; the arc tangent grows with its
 * argument, so one is enough.
 */
export function angleScore(dy1: number, dx1: number, dy2: number, dx2: number, range: number): number {
  const before = Math.abs(dy1 / dx1);
  const after = Math.abs(dy2 / dx2);
  const angle = Math.atan(before > after ? before : after);
  return dy2 > 0 ? angle * (1 + (ANGLE_WEIGHT * dy2) / range) : angle;
}
