import { asOneMinusCdf, fSurvivalEven } from './f-survival.ts';
import { sumFrom } from './segment-candidates.ts';
import { RECOVERY_SLACK, SENTINEL_SLACK, TIE_SLACK, ZERO_SHARE } from './segment-constants.ts';
import { SCALAR, type SegmentWorkspace, SUMS } from './segment-workspace.ts';

/**
 * Fits the culled vertices from left to right, notes p, removes a vertex and fits again down to two vertices.
 * Only what lies right of a removed vertex is fitted anew. The recovery rule changes `workspace.y`.
 */
export function sequentialLadder(workspace: SegmentWorkspace, culled: number, n: number): void {
  const {
    modelVertices: vertices,
    modelValues: values,
    errors,
    x,
    y,
    sums,
    scalars,
    maxVertices,
  } = workspace;
  const { parameters } = workspace;
  const rule = parameters.recoveryThreshold < 1 || parameters.preventOneYearRecovery;
  const last = n - 1;
  const origin = y[0]!;
  const culledVertices = workspace.vertices;
  for (let i = 0; i < culled; i++) vertices[i] = culledVertices[i]!;
  let count = culled;
  let base = 0;
  let from = 0;
  // Costs of removal left of this vertex still hold from an earlier set.
  let staleFrom = 1;
  for (let model = 0; ; model++) {
    if (from < staleFrom) staleFrom = from;
    if (from === 0) {
      fitFirst(workspace, base);
      from = 1;
    }
    let left = values[base + from]!;
    for (let s = from; s < count - 1; s++) {
      const a = vertices[base + s]!;
      const b = vertices[base + s + 1]!;
      const points = b - a;
      if (points === 1) {
        left = y[b]! - origin;
        errors[s] = 0;
      } else {
        // Regression through (xa, left) on the points after a, from the prefix sums.
        const xa = x[a]!;
        const p = SUMS * a + SUMS;
        const q = SUMS * b + SUMS;
        const sx = sums[q]! - sums[p]!;
        const sy = sums[q + 2]! - sums[p + 2]!;
        const dx = sx - points * xa;
        const dxx = sums[q + 1]! - sums[p + 1]! - xa * (sx + dx);
        const products = sums[q + 3]! - sums[p + 3]! - xa * sy - left * dx;
        const slope = products / dxx;
        errors[s] = sums[q + 4]! - sums[p + 4]! - left * (2 * sy - points * left) - slope * products;
        left += slope * (x[b]! - xa);
      }
      values[base + s + 1] = left;
    }
    let residual = 0;
    for (let s = 0; s < count - 1; s++) residual += errors[s]!;
    scalars[SCALAR.residual] = residual;
    notePValue(workspace, model, count, n);
    if (count === 2) return;
    let removed = -1;
    if (rule) {
      const forbidden = forbiddenSegment(workspace, base, count, true, true);
      if (forbidden >= 0) {
        const end = vertices[base + forbidden + 1]!;
        if (end !== last) {
          const before = y[end - 1]!;
          y[end] = before + ((y[end + 1]! - before) / (x[end + 1]! - x[end - 1]!)) * (x[end]! - x[end - 1]!);
          sumFrom(workspace, end, n);
          removed = forbidden + 1;
        } else {
          y[last] = y[last - 1]!;
          sumFrom(workspace, last, n);
          // The removal is judged with the last vertex at its new value; the model keeps the fitted one.
          const fittedEnd = values[base + count - 1]!;
          values[base + count - 1] = y[last]! - origin;
          removed = leastNeeded(workspace, base, staleFrom < count - 2 ? staleFrom : count - 2, count);
          values[base + count - 1] = fittedEnd;
          staleFrom = count;
        }
      }
    }
    if (removed < 0) {
      removed = leastNeeded(workspace, base, staleFrom, count);
      staleFrom = count;
    }
    count--;
    nextSet(workspace, base, removed, count);
    base += maxVertices;
    from = removed - 1;
  }
}

/** Writes the set of the next model: the one at `base` without vertex `removed`; `count` vertices are left. */
function nextSet(workspace: SegmentWorkspace, base: number, removed: number, count: number): void {
  const { modelVertices: vertices, modelValues: values, maxVertices } = workspace;
  const next = base + maxVertices;
  for (let i = 0; i < removed; i++) {
    vertices[next + i] = vertices[base + i]!;
    values[next + i] = values[base + i]!;
  }
  for (let i = removed; i < count; i++) vertices[next + i] = vertices[base + i + 1]!;
}

/** The first segment is free at both ends: the least-squares line of its points. */
function fitFirst(workspace: SegmentWorkspace, base: number): void {
  const { modelVertices, modelValues: values, errors, x, y, sums, inverse } = workspace;
  const b = modelVertices[base + 1]!;
  if (b === 1) {
    values[base] = 0;
    values[base + 1] = y[1]! - y[0]!;
    errors[0] = 0;
    return;
  }
  const q = SUMS * b + SUMS;
  const perPoint = inverse[b + 1]!;
  const sx = sums[q]!;
  const sy = sums[q + 2]!;
  const meanX = sx * perPoint;
  const cxy = sums[q + 3]! - sy * meanX;
  const slope = cxy / (sums[q + 1]! - sx * meanX);
  const start = sy * perPoint + slope * (x[0]! - meanX);
  values[base] = start;
  values[base + 1] = start + slope * (x[b]! - x[0]!);
  errors[0] = sums[q + 4]! - sy * sy * perPoint - slope * cxy;
}

/**
 * Fits all vertex values at once (least squares on the hat basis, a tridiagonal system), notes p, removes
 * the vertex whose removal costs least and fits again down to two vertices.
 */
export function jointLadder(workspace: SegmentWorkspace, culled: number, n: number): void {
  const { modelVertices: vertices, modelValues: values, x, sums, scalars, maxVertices } = workspace;
  const { diagonal, offDiagonal, right } = workspace;
  const culledVertices = workspace.vertices;
  for (let i = 0; i < culled; i++) vertices[i] = culledVertices[i]!;
  let base = 0;
  for (let count = culled; ; count--) {
    const end = count - 1;
    // The first observation is a vertex: weight 1 on the first hat; y there is the origin of the sums, 0.
    diagonal[0] = 1;
    right[0] = 0;
    let explained = 0;
    for (let s = 0; s < end; s++) {
      const a = vertices[base + s]!;
      const b = vertices[base + s + 1]!;
      const xa = x[a]!;
      const perRun = 1 / (x[b]! - xa);
      const points = b - a;
      const p = SUMS * a + SUMS;
      const q = SUMS * b + SUMS;
      const sx = sums[q]! - sums[p]!;
      const sy = sums[q + 2]! - sums[p + 2]!;
      const dx = sx - points * xa;
      const w = dx * perRun;
      const ww = (sums[q + 1]! - sums[p + 1]! - xa * (sx + dx)) * perRun * perRun;
      const wy = (sums[q + 3]! - sums[p + 3]! - xa * sy) * perRun;
      // This segment completes equation s, so it can be eliminated from the next one at once; the sum of
      // squares that the fit explains falls out on the way.
      const pivot = diagonal[s]! + (points - 2 * w + ww);
      const known = right[s]! + (sy - wy);
      const off = w - ww;
      const factor = off / pivot;
      diagonal[s] = pivot;
      right[s] = known;
      offDiagonal[s] = off;
      diagonal[s + 1] = ww - factor * off;
      right[s + 1] = wy - factor * known;
      explained += (known * known) / pivot;
    }
    let value = right[end]! / diagonal[end]!;
    explained += right[end]! * value;
    values[base + end] = value;
    for (let s = end - 1; s >= 0; s--) {
      value = (right[s]! - offDiagonal[s]! * value) / diagonal[s]!;
      values[base + s] = value;
    }
    scalars[SCALAR.residual] = sums[SUMS * n + 4]! - explained;
    notePValue(workspace, culled - count, count, n);
    if (count === 2) return;
    nextSet(workspace, base, leastNeeded(workspace, base, 1, count), count - 1);
    base += maxVertices;
  }
}

/** Notes p of model `model` from `SCALAR.residual`, on the y of the moment. */
function notePValue(workspace: SegmentWorkspace, model: number, count: number, n: number): void {
  const { modelP, scalars } = workspace;
  const df1 = 2 * count - 2;
  const df2 = n - df1 - 1;
  if (df2 <= 0) {
    modelP[model] = 1;
    return;
  }
  const total = scalars[SCALAR.totalSquares]!;
  const residual = scalars[SCALAR.residual]!;
  let unexplained = residual < total ? residual / total : 1;
  if (total * (1 - unexplained) < 1e-5 * df1) unexplained = df2 / (df2 + df1 * 1e-5);
  modelP[model] = unexplained <= ZERO_SHARE ? 0 : asOneMinusCdf(fSurvivalEven(unexplained, count - 1, df2));
}

/**
 * The interior vertex whose removal costs least: squared error, per year, of the line between its fitted
 * neighbours. Costs left of vertex `first` still hold from the set before and are kept.
 */
function leastNeeded(workspace: SegmentWorkspace, base: number, first: number, count: number): number {
  const { modelVertices: vertices, modelValues: values, costs, x, y, sums } = workspace;
  const slack = ZERO_SHARE * workspace.scalars[SCALAR.totalSquares]!;
  const origin = y[0]!;
  for (let i = first > 1 ? first : 1; i < count - 1; i++) {
    const a = vertices[base + i - 1]!;
    const b = vertices[base + i + 1]!;
    const left = values[base + i - 1]!;
    const xa = x[a]!;
    const perRun = 1 / (x[b]! - xa);
    const slope = (values[base + i + 1]! - left) * perRun;
    const points = b - a;
    const p = SUMS * a + SUMS;
    const q = SUMS * b + SUMS;
    const sx = sums[q]! - sums[p]!;
    const sy = sums[q + 2]! - sums[p + 2]!;
    const dx = sx - points * xa;
    const dxx = sums[q + 1]! - sums[p + 1]! - xa * (sx + dx);
    const products = sums[q + 3]! - sums[p + 3]! - xa * sy - left * dx;
    const atLeft = y[a]! - origin - left;
    const after =
      sums[q + 4]! - sums[p + 4]! - left * (2 * sy - points * left) - slope * (2 * products - slope * dxx);
    costs[i] = (after + atLeft * atLeft) * perRun;
  }
  let least = 1;
  let limit = costs[1]! * (1 - TIE_SLACK) - slack;
  for (let i = 2; i < count - 1; i++) {
    const cost = costs[i]!;
    if (cost < limit) {
      limit = cost * (1 - TIE_SLACK) - slack;
      least = i;
    }
  }
  return least;
}

/**
 * The steepest recovery that the parameters forbid in the model at `base`, or -1.
 * @param perYear slopes per year, else per observation step.
 * @param skipMinusOne the ladder leaves out a slope of exactly -1 (a marker value in the original).
 */
function forbiddenSegment(
  workspace: SegmentWorkspace,
  base: number,
  count: number,
  perYear: boolean,
  skipMinusOne: boolean,
): number {
  const { modelVertices: vertices, modelValues: values, x, parameters } = workspace;
  let low = values[base]!;
  let high = low;
  for (let i = 1; i < count; i++) {
    const value = values[base + i]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  const range = high - low;
  const allowed = (parameters.recoveryThreshold + RECOVERY_SLACK) * range;
  const oneYear = parameters.preventOneYearRecovery ? RECOVERY_SLACK * range : Number.POSITIVE_INFINITY;
  let found = -1;
  let limit = 0;
  for (let s = 0; s < count - 1; s++) {
    const fall = values[base + s]! - values[base + s + 1]!;
    const a = vertices[base + s]!;
    const b = vertices[base + s + 1]!;
    const years = x[b]! - x[a]!;
    const steps = perYear ? years : b - a;
    if (fall <= allowed * steps && (years !== 1 || fall <= oneYear)) continue;
    const steep = fall / steps;
    if (steep > limit && !(skipMinusOne && Math.abs(steep - 1) < SENTINEL_SLACK)) {
      limit = steep * (1 + TIE_SLACK);
      found = s;
    }
  }
  return found;
}

/**
 * The model to keep from a ladder: the richest whose p is close to the least, unless it recovers too fast;
 * such a model gets p = 1 and the choice is made again.
 */
export function chooseModel(workspace: SegmentWorkspace, culled: number, perYear: boolean): number {
  const { modelP, maxVertices, parameters } = workspace;
  const models = culled - 1;
  const rule = parameters.recoveryThreshold < 1 || parameters.preventOneYearRecovery;
  // With a proportion above 1 no p need reach the limit: the best model then stands.
  const factor = Math.max(1, 2 - parameters.bestModelProportion);
  for (let attempt = 0; ; attempt++) {
    let least = modelP[0]!;
    for (let m = 1; m < models; m++) if (modelP[m]! < least) least = modelP[m]!;
    const limit = factor * least;
    let chosen = 0;
    while (modelP[chosen]! > limit) chosen++;
    if (!rule) return chosen;
    if (forbiddenSegment(workspace, chosen * maxVertices, culled - chosen, perYear, false) < 0) return chosen;
    modelP[chosen] = 1;
    if (attempt === culled) return chosen;
  }
}
