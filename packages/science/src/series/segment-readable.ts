import { asOneMinusCdf, fSurvival } from './f-survival.ts';
import type { SegmentParameters } from './segment-parameters.ts';
import {
  ANGLE_WEIGHT,
  DESPIKE_PASSES_PER_VALUE,
  MAX_ADDITIONS,
  RECOVERY_SLACK,
  SENTINEL_SLACK,
  TIE_SLACK,
  ZERO_RESIDUAL,
  ZERO_SHARE,
} from './segment-constants.ts';

/** Positions of the vertices among the observations, and the fitted value at each. */
interface Fit {
  readonly vertices: readonly number[];
  readonly values: readonly number[];
  /** Slope of each segment as the recovery rule counts it. */
  readonly slopes: readonly number[];
}

interface Model extends Fit {
  pValue: number;
}

/** What the readable segmentation tells, stage by stage; losses are positive throughout. */
export interface ReadableSegmentation {
  readonly status: 'fitted' | 'flat' | 'unknown';
  /** Positions in years from the start of the span. */
  readonly vertexX: readonly number[];
  readonly vertexValues: readonly number[];
  readonly pValue: number;
  /** Mean of the raw values; the answer where there are too few of them. */
  readonly mean: number;
  readonly despiked: readonly number[];
  /** Observation positions. */
  readonly candidates: readonly number[];
  readonly culled: readonly number[];
}

/**
 * Temporal segmentation written as the method reads: the oracle the fast kernel is tested against.
 * @param x year minus the first year of the span, ascending, one per observation.
 * @param raw values with losses POSITIVE (an index that falls on loss is negated by the caller).
 * @param lastX last year of the span minus its first.
 * @source Kennedy, Yang and Cohen 2010, doi:10.1016/j.rse.2010.07.008
 */
export function segmentReadable(
  x: readonly number[],
  raw: readonly number[],
  lastX: number,
  parameters: SegmentParameters,
): ReadableSegmentation {
  const mean = meanOf(raw);
  if (raw.length < parameters.minObservations) {
    const none = { despiked: [], candidates: [], culled: [], vertexX: [], vertexValues: [] };
    return { status: 'unknown', pValue: 1, mean, ...none };
  }
  const despiked = despike(raw, parameters.spikeThreshold);
  const candidates = findCandidates(x, despiked, parameters);
  const culled = cullByAngle(x, despiked, candidates, parameters.maxSegments + 1);
  const stages = { mean, despiked, candidates, culled };
  const y = [...despiked];
  const flat = (pValue: number): ReadableSegmentation => {
    const level = meanOf(y);
    return { status: 'flat', vertexX: [0, lastX], vertexValues: [level, level], pValue, ...stages };
  };
  if (y.every((value) => value === y[0])) return flat(1);

  let best = choose(sequentialLadder(x, y, culled, parameters), x, parameters);
  if (best.pValue > parameters.pValue) {
    best = choose(jointLadder(x, y, culled), x, parameters);
    if (best.pValue > parameters.pValue) return flat(best.pValue);
  }
  const ends = coverSpan(
    best.vertices.map((vertex) => x[vertex]!),
    best.values,
    lastX,
    parameters.maxSegments + 1,
  );
  return { status: 'fitted', ...ends, pValue: best.pValue, ...stages };
}

/** Step 1: corrects the worst spike, again and again, while the one just corrected exceeded the threshold. */
export function despike(raw: readonly number[], threshold: number): number[] {
  const v = [...raw];
  if (threshold >= 1) return v;
  for (let pass = 0; pass < DESPIKE_PASSES_PER_VALUE * v.length; pass++) {
    let worst = { at: 0, share: 0, correction: 0 };
    for (let i = 1; i < v.length - 1; i++) {
      const before = v[i - 1]!;
      const after = v[i + 1]!;
      const greatest = Math.max(Math.abs(v[i]! - after), Math.abs(v[i]! - before));
      if (greatest === 0) continue;
      const share = 1 - Math.abs(before - after) / greatest;
      if (share > worst.share + (worst.at > 0 ? TIE_SLACK : ZERO_SHARE)) worst = { at: i, share, correction: share * ((before + after) / 2 - v[i]!) };
    }
    v[worst.at]! += worst.correction;
    if (worst.share <= threshold + TIE_SLACK) break;
  }
  return v;
}

/** Step 2: splits the segment that a straight line describes worst, where it is worst. */
export function findCandidates(
  x: readonly number[],
  y: readonly number[],
  parameters: Pick<SegmentParameters, 'maxSegments' | 'vertexCountOvershoot'>,
): number[] {
  const last = y.length - 1;
  const target = Math.min(parameters.maxSegments + 1 + parameters.vertexCountOvershoot, y.length - 2);
  const slack = ZERO_SHARE * sumOfSquares(y);
  const vertices = [0, last];
  for (let added = 0; vertices.length < target && added < MAX_ADDITIONS; added++) {
    const scores = vertices.slice(1).map((to, i) => lineError(x, y, vertices[i]!, to));
    for (;;) {
      const worst = greatest(scores, slack);
      if (worst < 0) return vertices;
      const split = worstPoint(x, y, vertices[worst]!, vertices[worst + 1]!);
      if (split >= 0) {
        vertices.splice(worst + 1, 0, split);
        break;
      }
      scores[worst] = 0;
    }
  }
  return vertices;
}

/** Residual sum of squares of the least-squares line over positions from..to, per point. */
function lineError(x: readonly number[], y: readonly number[], from: number, to: number): number {
  const points = to - from + 1;
  if (points <= 2) return 0;
  const line = leastSquaresLine(x, y, from, to);
  const score = errorOf(x, y, from, to, line) / points;
  return score < ZERO_RESIDUAL ? 0 : score;
}

/** The interior position farthest from the least-squares line, or -1; the last segment guards its end. */
function worstPoint(x: readonly number[], y: readonly number[], from: number, to: number): number {
  const line = leastSquaresLine(x, y, from, to);
  const last = y.length - 1;
  const guarded = to === last && y[last]! <= y[last - 1]!;
  let worst = -1;
  let most = ZERO_RESIDUAL;
  for (let i = from + 1; i < (guarded ? to - 1 : to); i++) {
    const residual = Math.abs(y[i]! - line(x[i]!));
    if (residual > most * (1 + TIE_SLACK)) {
      most = residual;
      worst = i;
    }
  }
  return worst;
}

/** Step 3: removes the vertex with the least angle until `keep` are left. */
export function cullByAngle(
  x: readonly number[],
  y: readonly number[],
  candidates: readonly number[],
  keep: number,
): number[] {
  const vertices = [...candidates];
  const low = Math.min(...y);
  const range = Math.max(...y) - low;
  const width = x[x.length - 1]! - x[0]!;
  if (range === 0) return vertices;
  const scaled = y.map((value) => ((value - low) / range) * width);
  while (vertices.length > keep) {
    const least = leastAngle(
      vertices.map((vertex) => x[vertex]!),
      vertices.map((vertex) => scaled[vertex]!),
      width,
    );
    vertices.splice(least, 1);
  }
  return vertices;
}

/** The interior vertex with the least angle score. */
function leastAngle(x: readonly number[], y: readonly number[], range: number): number {
  let least = 1;
  let leastScore = Number.POSITIVE_INFINITY;
  for (let i = 1; i < x.length - 1; i++) {
    const rise = y[i + 1]! - y[i]!;
    const before = Math.abs(Math.atan((y[i]! - y[i - 1]!) / (x[i]! - x[i - 1]!)));
    const after = Math.abs(Math.atan(rise / (x[i + 1]! - x[i]!)));
    const weight = range === 0 ? 1 : 1 + Math.max(0, (ANGLE_WEIGHT * rise) / range);
    const score = Math.max(before, after) * weight;
    if (score < leastScore * (1 - TIE_SLACK) - ZERO_SHARE) {
      leastScore = score;
      least = i;
    }
  }
  return least;
}

/** Step 5: fits, notes the statistic, removes a vertex, until two are left. The recovery rule changes `y`. */
function sequentialLadder(
  x: readonly number[],
  y: number[],
  culled: readonly number[],
  parameters: SegmentParameters,
): Model[] {
  const models: Model[] = [];
  const last = y.length - 1;
  let vertices = [...culled];
  for (;;) {
    const fit = fitSequential(x, y, vertices);
    models.push({ ...fit, pValue: pValueOf(x, y, fit) });
    if (vertices.length === 2) return models;
    const values = [...fit.values];
    const tooFast = steepestForbidden(fit, x, parameters, true);
    const end = tooFast < 0 ? -1 : vertices[tooFast + 1]!;
    if (end >= 0 && end !== last) {
      y[end] = interpolate(x[end - 1]!, y[end - 1]!, x[end + 1]!, y[end + 1]!, x[end]!);
      vertices = vertices.filter((vertex) => vertex !== end);
      continue;
    }
    if (end === last) {
      y[last] = y[last - 1]!;
      values[values.length - 1] = y[last]!;
    }
    vertices.splice(leastNeeded(x, y, vertices, values), 1);
  }
}

/** Step 8: the same ladder with all vertex values fitted at once and no recovery rule on the way. */
function jointLadder(x: readonly number[], y: readonly number[], culled: readonly number[]): Model[] {
  const models: Model[] = [];
  const vertices = [...culled];
  for (;;) {
    const fit = fitTogether(x, y, vertices);
    models.push({ ...fit, pValue: pValueOf(x, y, fit) });
    if (vertices.length === 2) return models;
    vertices.splice(leastNeeded(x, y, vertices, fit.values), 1);
  }
}

/** Step 4: from left to right, each segment starting where the one before it ended. */
function fitSequential(x: readonly number[], y: readonly number[], vertices: readonly number[]): Fit {
  const first = vertices[0]!;
  const second = vertices[1]!;
  const free = leastSquaresLine(x, y, first, second);
  const raw = lineThrough(x[first]!, y[first]!, x[second]!, y[second]!);
  const start = errorOf(x, y, first, second, free) < errorOf(x, y, first, second, raw) ? free : raw;
  const values = [start(x[first]!), start(x[second]!)];
  for (let i = 1; i < vertices.length - 1; i++) {
    const from = vertices[i]!;
    const to = vertices[i + 1]!;
    const left = values[i]!;
    const anchored = anchoredLine(x, y, from, to, left);
    const toRaw = lineThrough(x[from]!, left, x[to]!, y[to]!);
    const line = errorOf(x, y, from, to, anchored) < errorOf(x, y, from, to, toRaw) ? anchored : toRaw;
    values.push(line(x[to]!));
  }
  const slopes = values.slice(1).map((value, i) => (value - values[i]!) / (x[vertices[i + 1]!]! - x[vertices[i]!]!));
  return { vertices: [...vertices], values, slopes };
}

/** All vertex values at once: least squares on the piecewise-linear (hat) basis; slopes per observation step. */
function fitTogether(x: readonly number[], y: readonly number[], vertices: readonly number[]): Fit {
  const count = vertices.length;
  const normal = Array.from({ length: count }, () => new Array<number>(count + 1).fill(0));
  for (let i = 0; i < y.length; i++) {
    const hats = vertices.map((_, k) => hat(x, vertices, k, i));
    for (let r = 0; r < count; r++) {
      for (let c = 0; c < count; c++) normal[r]![c]! += hats[r]! * hats[c]!;
      normal[r]![count]! += hats[r]! * y[i]!;
    }
  }
  const values = solve(normal);
  const slopes = values.slice(1).map((value, i) => (value - values[i]!) / (vertices[i + 1]! - vertices[i]!));
  return { vertices: [...vertices], values, slopes };
}

/** The k-th hat function at observation i: 1 at its vertex, 0 at and beyond the neighbouring ones. */
function hat(x: readonly number[], vertices: readonly number[], k: number, i: number): number {
  const peak = vertices[k]!;
  if (i === peak) return 1;
  const foot = vertices[i < peak ? k - 1 : k + 1];
  if (foot === undefined || (i < peak ? i <= foot : i >= foot)) return 0;
  return (x[i]! - x[foot]!) / (x[peak]! - x[foot]!);
}

/** Gauss elimination with pivoting of an augmented square system. */
function solve(system: number[][]): number[] {
  const size = system.length;
  for (let c = 0; c < size; c++) {
    let pivot = c;
    for (let r = c + 1; r < size; r++) if (Math.abs(system[r]![c]!) > Math.abs(system[pivot]![c]!)) pivot = r;
    [system[c], system[pivot]] = [system[pivot]!, system[c]!];
    for (let r = 0; r < size; r++) {
      if (r === c) continue;
      const factor = system[r]![c]! / system[c]![c]!;
      for (let k = c; k <= size; k++) system[r]![k]! -= factor * system[c]![k]!;
    }
  }
  return system.map((row, r) => row[size]! / row[r]!);
}

/** Step 6: the p of a set of vertices on the `y` of the moment. */
function pValueOf(x: readonly number[], y: readonly number[], fit: Fit): number {
  const total = sumOfSquares(y);
  let residual = 0;
  for (let i = 0; i < y.length; i++) residual += (y[i]! - fittedAt(x, fit, i)) ** 2;
  residual = Math.min(residual, total);
  const df1 = 2 * fit.vertices.length - 2;
  const df2 = y.length - df1 - 1;
  if (df2 <= 0) return 1;
  const perFreedom = (total - residual) / df1;
  if (perFreedom < 1e-5) return asOneMinusCdf(fSurvival(1e-5, df1, df2));
  if (residual <= ZERO_SHARE * total) return 0;
  return asOneMinusCdf(fSurvival(perFreedom / (residual / df2), df1, df2));
}

/** Step 7: the richest model whose p is close to the best, unless it recovers too fast. */
function choose(ladder: readonly Model[], x: readonly number[], parameters: SegmentParameters): Model {
  const models = ladder.map((model) => ({ ...model }));
  const tries = models[0]!.vertices.length + 1;
  for (let attempt = 1; ; attempt++) {
    const limit = (2 - parameters.bestModelProportion) * Math.min(...models.map((model) => model.pValue));
    // With a factor below 1 no p need reach the limit: the last, simplest model then stands.
    const chosen = models.find((model) => model.pValue <= limit) ?? models[models.length - 1]!;
    if (steepestForbidden(chosen, x, parameters, false) < 0) return chosen;
    chosen.pValue = 1;
    if (attempt === tries) return chosen;
  }
}

/**
 * The steepest recovery segment that the parameters forbid, or -1.
 * @param skipMinusOne the ladder leaves out a slope of exactly -1 (a marker value in the original).
 */
function steepestForbidden(
  fit: Fit,
  x: readonly number[],
  parameters: SegmentParameters,
  skipMinusOne: boolean,
): number {
  const range = Math.max(...fit.values) - Math.min(...fit.values);
  let found = -1;
  let most = 0;
  fit.slopes.forEach((slope, i) => {
    if (slope >= 0 || (skipMinusOne && Math.abs(slope + 1) < SENTINEL_SLACK)) return;
    const years = x[fit.vertices[i + 1]!]! - x[fit.vertices[i]!]!;
    const rate = -slope / range;
    const forbidden =
      rate > parameters.recoveryThreshold + RECOVERY_SLACK ||
      (parameters.preventOneYearRecovery && years === 1 && rate > RECOVERY_SLACK);
    if (forbidden && -slope > most * (1 + TIE_SLACK)) {
      most = -slope;
      found = i;
    }
  });
  return found;
}

/** The interior vertex whose removal costs least: error of the line that would replace it, per year. */
function leastNeeded(
  x: readonly number[],
  y: readonly number[],
  vertices: readonly number[],
  values: readonly number[],
): number {
  const slack = ZERO_SHARE * sumOfSquares(y);
  let least = 1;
  let leastCost = Number.POSITIVE_INFINITY;
  for (let i = 1; i < vertices.length - 1; i++) {
    const from = vertices[i - 1]!;
    const to = vertices[i + 1]!;
    const line = lineThrough(x[from]!, values[i - 1]!, x[to]!, values[i + 1]!);
    const cost = errorOf(x, y, from, to, line) / (x[to]! - x[from]!);
    if (cost < leastCost * (1 - TIE_SLACK) - slack || leastCost === Number.POSITIVE_INFINITY) {
      leastCost = cost;
      least = i;
    }
  }
  return least;
}

/** Step 9: vertices at the first and last year of the span, with the value of the nearest one. */
function coverSpan(
  vertexX: readonly number[],
  vertexValues: readonly number[],
  lastX: number,
  keep: number,
): { vertexX: number[]; vertexValues: number[] } {
  const x = [...vertexX];
  const values = [...vertexValues];
  const dropExtra = (): void => {
    if (x.length <= keep) return;
    const least = leastAngle(x, values, Math.max(...values) - Math.min(...values));
    x.splice(least, 1);
    values.splice(least, 1);
  };
  if (x[0]! > 0) {
    x.unshift(0);
    values.unshift(values[0]!);
    dropExtra();
  }
  if (x[x.length - 1]! < lastX) {
    x.push(lastX);
    values.push(values[values.length - 1]!);
    dropExtra();
  }
  return { vertexX: x, vertexValues: values };
}

function fittedAt(x: readonly number[], fit: Fit, i: number): number {
  let s = 0;
  while (fit.vertices[s + 1]! < i) s++;
  const from = fit.vertices[s]!;
  const to = fit.vertices[s + 1]!;
  return interpolate(x[from]!, fit.values[s]!, x[to]!, fit.values[s + 1]!, x[i]!);
}

/** Position of the greatest number, the earliest of equals; -1 when all are zero. */
function greatest(numbers: readonly number[], slack: number): number {
  let at = -1;
  let most = 0;
  numbers.forEach((number, i) => {
    if (number > 0 && (at < 0 || number > most * (1 + TIE_SLACK) + slack)) {
      most = number;
      at = i;
    }
  });
  return at;
}

type Line = (x: number) => number;

function leastSquaresLine(x: readonly number[], y: readonly number[], from: number, to: number): Line {
  const xs = x.slice(from, to + 1);
  const ys = y.slice(from, to + 1);
  const meanX = meanOf(xs);
  const meanY = meanOf(ys);
  const slope =
    xs.reduce((sum, value, i) => sum + (value - meanX) * (ys[i]! - meanY), 0) /
    xs.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
  return (at) => meanY + slope * (at - meanX);
}

/** Regression through the point (x[from], left). */
function anchoredLine(x: readonly number[], y: readonly number[], from: number, to: number, left: number): Line {
  let products = 0;
  let squares = 0;
  for (let i = from; i <= to; i++) {
    const dx = x[i]! - x[from]!;
    products += dx * (y[i]! - left);
    squares += dx * dx;
  }
  return (at) => left + (products / squares) * (at - x[from]!);
}

function lineThrough(x1: number, y1: number, x2: number, y2: number): Line {
  return (at) => interpolate(x1, y1, x2, y2, at);
}

function interpolate(x1: number, y1: number, x2: number, y2: number, at: number): number {
  return y1 + ((y2 - y1) / (x2 - x1)) * (at - x1);
}

/** Sum of squared distances of positions from..to, both included, to a line. */
function errorOf(x: readonly number[], y: readonly number[], from: number, to: number, line: Line): number {
  let sum = 0;
  for (let i = from; i <= to; i++) sum += (y[i]! - line(x[i]!)) ** 2;
  return sum;
}

function sumOfSquares(y: readonly number[]): number {
  const mean = meanOf(y);
  return y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
