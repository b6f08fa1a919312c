import { asOneMinusCdf, fSurvivalEven } from './f-survival.ts';
import { sumFrom } from './segment-candidates.ts';
import { RECOVERY_SLACK, SENTINEL_SLACK, TIE_SLACK, ZERO_SHARE } from './segment-constants.ts';
import { SCALAR, type SegmentWorkspace } from './segment-workspace.ts';

/**
 * Fits the culled vertices from left to right, notes p, removes a vertex and fits again down to two vertices.
 * Only what lies right of a removed vertex is fitted anew. The recovery rule changes `workspace.y`.
 */
export function sequentialLadder(workspace: SegmentWorkspace, culled: number, n: number): void {
  const { set, vertices, values, slopes, errors, x, y, parameters } = workspace;
  const { px, pxx, py, pxy, pyy } = workspace;
  const rule = parameters.recoveryThreshold < 1 || parameters.preventOneYearRecovery;
  const last = n - 1;
  for (let i = 0; i < culled; i++) set[i] = vertices[i]!;
  let count = culled;
  let from = 0;
  // Costs of removal left of this vertex are still those of an earlier set.
  let staleFrom = 1;
  for (let model = 0; ; model++) {
    if (from < staleFrom) staleFrom = from;
    if (from === 0) {
      fitFirst(workspace);
      from = 1;
    }
    for (let s = from; s < count - 1; s++) {
      const a = set[s]!;
      const b = set[s + 1]!;
      const left = values[s]!;
      const xa = x[a]!;
      const run = x[b]! - xa;
      if (b === a + 1) {
        const value = y[b]! - y[0]!;
        values[s + 1] = value;
        slopes[s] = (value - left) / run;
        errors[s] = 0;
        continue;
      }
      const points = b - a;
      const sx = px[b + 1]! - px[a + 1]!;
      const sy = py[b + 1]! - py[a + 1]!;
      const dx = sx - points * xa;
      const dxx = pxx[b + 1]! - pxx[a + 1]! - xa * (sx + dx);
      const products = pxy[b + 1]! - pxy[a + 1]! - xa * sy - left * dx;
      const slope = products / dxx;
      values[s + 1] = left + slope * run;
      slopes[s] = slope;
      errors[s] = pyy[b + 1]! - pyy[a + 1]! - left * (2 * sy - points * left) - slope * products;
    }
    let residual = 0;
    for (let s = 0; s < count - 1; s++) residual += errors[s]!;
    keepModel(workspace, model, count, residual, n);
    if (count === 2) return;
    if (rule) {
      const forbidden = forbiddenSegment(workspace, set, values, 0, count, true, true);
      if (forbidden >= 0) {
        const end = set[forbidden + 1]!;
        if (end !== last) {
          const before = y[end - 1]!;
          y[end] = before + ((y[end + 1]! - before) / (x[end + 1]! - x[end - 1]!)) * (x[end]! - x[end - 1]!);
          sumFrom(workspace, end, n);
          from = removeVertex(set, forbidden + 1, count);
          count--;
          continue;
        }
        y[last] = y[last - 1]!;
        sumFrom(workspace, last, n);
        values[count - 1] = y[last]! - y[0]!;
        if (staleFrom > count - 2) staleFrom = count - 2;
      }
    }
    const least = leastNeeded(workspace, staleFrom, count);
    staleFrom = count;
    from = removeVertex(set, least, count);
    count--;
  }
}

/** Takes vertex `at` out of the set and returns the first segment that has to be fitted anew. */
function removeVertex(set: Int32Array, at: number, count: number): number {
  for (let i = at; i < count - 1; i++) set[i] = set[i + 1]!;
  return at - 1;
}

/** The first segment is free at both ends: the least-squares line of its points. */
function fitFirst(workspace: SegmentWorkspace): void {
  const { set, values, slopes, errors, x, y, px, pxx, py, pxy, pyy } = workspace;
  const b = set[1]!;
  const x0 = x[0]!;
  const run = x[b]! - x0;
  if (b === 1) {
    const rise = y[1]! - y[0]!;
    values[0] = 0;
    values[1] = rise;
    slopes[0] = rise / run;
    errors[0] = 0;
    return;
  }
  const points = b + 1;
  const sx = px[points]!;
  const sy = py[points]!;
  const cxy = pxy[points]! - (sx * sy) / points;
  const slope = cxy / (pxx[points]! - (sx * sx) / points);
  const start = sy / points + slope * (x0 - sx / points);
  values[0] = start;
  values[1] = start + slope * run;
  slopes[0] = slope;
  errors[0] = pyy[points]! - (sy * sy) / points - slope * cxy;
}

/**
 * Fits all vertex values at once (least squares on the hat basis, a tridiagonal system), notes p, removes
 * the vertex whose removal costs least and fits again down to two vertices.
 */
export function jointLadder(workspace: SegmentWorkspace, culled: number, n: number): void {
  const { set, vertices, values, x, px, pxx, py, pxy, pyy, diagonal, offDiagonal, right } = workspace;
  for (let i = 0; i < culled; i++) set[i] = vertices[i]!;
  let count = culled;
  for (let model = 0; ; model++) {
    const end = count - 1;
    // The first observation is a vertex: weight 1 on the first hat; y there is the origin of the sums, 0.
    diagonal[0] = 1;
    right[0] = 0;
    for (let s = 0; s < end; s++) {
      const a = set[s]!;
      const b = set[s + 1]!;
      const xa = x[a]!;
      const perRun = 1 / (x[b]! - xa);
      const points = b - a;
      const sx = px[b + 1]! - px[a + 1]!;
      const sy = py[b + 1]! - py[a + 1]!;
      const dx = sx - points * xa;
      const w = dx * perRun;
      const ww = (pxx[b + 1]! - pxx[a + 1]! - xa * (sx + dx)) * perRun * perRun;
      const wy = (pxy[b + 1]! - pxy[a + 1]! - xa * sy) * perRun;
      diagonal[s] = diagonal[s]! + (points - 2 * w + ww);
      offDiagonal[s] = w - ww;
      diagonal[s + 1] = ww;
      right[s] = right[s]! + (sy - wy);
      right[s + 1] = wy;
    }
    let explained = 0;
    for (let s = 0; s < end; s++) {
      // Eliminating down the band; the sum of squares the fit explains falls out on the way.
      const factor = offDiagonal[s]! / diagonal[s]!;
      explained += (right[s]! * right[s]!) / diagonal[s]!;
      diagonal[s + 1] = diagonal[s + 1]! - factor * offDiagonal[s]!;
      right[s + 1] = right[s + 1]! - factor * right[s]!;
    }
    explained += (right[end]! * right[end]!) / diagonal[end]!;
    values[end] = right[end]! / diagonal[end]!;
    for (let s = end - 1; s >= 0; s--) values[s] = (right[s]! - offDiagonal[s]! * values[s + 1]!) / diagonal[s]!;
    keepModel(workspace, model, count, pyy[n]! - explained, n);
    if (count === 2) return;
    removeVertex(set, leastNeeded(workspace, 1, count), count);
    count--;
  }
}

/** Stores the fit at hand as model `model` with its p on the y of the moment. */
function keepModel(workspace: SegmentWorkspace, model: number, count: number, residual: number, n: number): void {
  const { set, values, modelVertices, modelValues, modelP, maxVertices } = workspace;
  const base = model * maxVertices;
  for (let i = 0; i < count; i++) {
    modelVertices[base + i] = set[i]!;
    modelValues[base + i] = values[i]!;
  }
  const total = workspace.scalars[SCALAR.totalSquares]!;
  const df1 = 2 * count - 2;
  const df2 = n - df1 - 1;
  let p = 1;
  if (df2 > 0) {
    const unexplained = residual < total ? (residual > 0 ? residual / total : 0) : 1;
    if ((total * (1 - unexplained)) / df1 < 1e-5) {
      p = asOneMinusCdf(fSurvivalEven(df2 / (df2 + df1 * 1e-5), count - 1, df2));
    } else if (unexplained <= ZERO_SHARE) p = 0;
    else p = asOneMinusCdf(fSurvivalEven(unexplained, count - 1, df2));
  }
  modelP[model] = p;
}

/**
 * The interior vertex whose removal costs least: squared error, per year, of the line between its fitted
 * neighbours. Costs left of vertex `first` still hold from the set before and are kept.
 */
function leastNeeded(workspace: SegmentWorkspace, first: number, count: number): number {
  const { set, values, costs, x, y, px, pxx, py, pxy, pyy } = workspace;
  const slack = ZERO_SHARE * workspace.scalars[SCALAR.totalSquares]!;
  const origin = y[0]!;
  for (let i = first > 1 ? first : 1; i < count - 1; i++) {
    const a = set[i - 1]!;
    const b = set[i + 1]!;
    const left = values[i - 1]!;
    const xa = x[a]!;
    const run = x[b]! - xa;
    const slope = (values[i + 1]! - left) / run;
    const points = b - a;
    const sx = px[b + 1]! - px[a + 1]!;
    const sy = py[b + 1]! - py[a + 1]!;
    const dx = sx - points * xa;
    const dxx = pxx[b + 1]! - pxx[a + 1]! - xa * (sx + dx);
    const products = pxy[b + 1]! - pxy[a + 1]! - xa * sy - left * dx;
    const atLeft = y[a]! - origin - left;
    const error =
      pyy[b + 1]! - pyy[a + 1]! - left * (2 * sy - points * left) - slope * (2 * products - slope * dxx) + atLeft * atLeft;
    costs[i] = error / run;
  }
  let least = 1;
  let leastCost = costs[1]!;
  for (let i = 2; i < count - 1; i++) {
    const cost = costs[i]!;
    if (cost < leastCost * (1 - TIE_SLACK) - slack) {
      leastCost = cost;
      least = i;
    }
  }
  return least;
}

/**
 * The steepest recovery that the parameters forbid in the vertices at `base`, or -1.
 * @param perYear slopes per year, else per observation step.
 * @param skipMinusOne the ladder leaves out a slope of exactly -1 (a marker value in the original).
 */
function forbiddenSegment(
  workspace: SegmentWorkspace,
  vertices: Int32Array,
  values: Float64Array,
  base: number,
  count: number,
  perYear: boolean,
  skipMinusOne: boolean,
): number {
  const { x, parameters } = workspace;
  let low = values[base]!;
  let high = low;
  for (let i = 1; i < count; i++) {
    const value = values[base + i]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  const allowed = (parameters.recoveryThreshold + RECOVERY_SLACK) * (high - low);
  const oneYear = parameters.preventOneYearRecovery;
  let found = -1;
  let limit = 0;
  for (let s = 0; s < count - 1; s++) {
    const fall = values[base + s]! - values[base + s + 1]!;
    if (fall <= 0) continue;
    const a = vertices[base + s]!;
    const b = vertices[base + s + 1]!;
    const years = x[b]! - x[a]!;
    const steep = fall / (perYear ? years : b - a);
    if (steep <= limit || (skipMinusOne && Math.abs(steep - 1) < SENTINEL_SLACK)) continue;
    if (steep > allowed || (oneYear && years === 1)) {
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
  const { modelP, modelVertices, modelValues, maxVertices, parameters } = workspace;
  const models = culled - 1;
  const rule = parameters.recoveryThreshold < 1 || parameters.preventOneYearRecovery;
  const factor = 2 - parameters.bestModelProportion;
  for (let attempt = 0; ; attempt++) {
    let least = modelP[0]!;
    for (let m = 1; m < models; m++) if (modelP[m]! < least) least = modelP[m]!;
    const limit = factor * least;
    let chosen = models - 1;
    for (let m = 0; m < models; m++) {
      if (modelP[m]! <= limit) {
        chosen = m;
        break;
      }
    }
    if (!rule) return chosen;
    const base = chosen * maxVertices;
    if (forbiddenSegment(workspace, modelVertices, modelValues, base, culled - chosen, perYear, false) < 0) return chosen;
    modelP[chosen] = 1;
    if (attempt === culled) return chosen;
  }
}
