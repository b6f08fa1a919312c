import { asOneMinusCdf, fSurvival } from './f-survival.ts';
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
import type { SegmentParameters } from './segment-parameters.ts';

/** A valid observation: years since the start of the span, and a value whose losses are POSITIVE. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Positions of vertices among the points, the fitted value at each, the slope of each segment. */
interface Fit {
  readonly vertices: readonly number[];
  readonly values: readonly number[];
  readonly slopes: readonly number[];
}

interface Model extends Fit {
  readonly pValue: number;
}

/** What the readable segmentation tells, stage by stage; losses are positive throughout. */
export interface ReadableSegmentation {
  readonly status: 'fitted' | 'flat' | 'unknown';
  readonly vertices: readonly Point[];
  readonly pValue: number;
  /** Mean of the raw values. */
  readonly mean: number;
  readonly despiked: readonly Point[];
  /** Positions among the points. */
  readonly candidates: readonly number[];
  readonly culled: readonly number[];
}

/**
 * Temporal segmentation written as the method reads: the oracle that the fast kernel is tested against.
 * @param raw valid observations in order of x.
 * @param lastX last year of the span minus its first.
 * @source Kennedy, Yang and Cohen 2010, doi:10.1016/j.rse.2010.07.008
 */
export function segmentReadable(
  raw: readonly Point[],
  lastX: number,
  parameters: SegmentParameters,
): ReadableSegmentation {
  const mean = meanOf(raw.map((point) => point.y));
  if (raw.length < parameters.minObservations) {
    return { status: 'unknown', vertices: [], pValue: 1, mean, despiked: [], candidates: [], culled: [] };
  }
  const despiked = despike(raw, parameters.spikeThreshold);
  const candidates = findCandidates(despiked, parameters);
  const culled = cullByAngle(despiked, candidates, parameters.maxSegments + 1);
  const stages = { mean, despiked, candidates, culled };
  const flat = (points: readonly Point[], pValue: number): ReadableSegmentation => {
    const y = meanOf(points.map((point) => point.y));
    return {
      status: 'flat',
      vertices: [
        { x: 0, y },
        { x: lastX, y },
      ],
      pValue,
      ...stages,
    };
  };
  if (despiked.every((point) => point.y === despiked[0]!.y)) return flat(despiked, 1);

  const ladder = sequentialLadder(despiked, culled, parameters);
  let best = choose(ladder.models, despiked, parameters);
  if (best.pValue > parameters.pValue) {
    best = choose(jointLadder(ladder.points, culled), despiked, parameters);
    if (best.pValue > parameters.pValue) return flat(ladder.points, best.pValue);
  }
  const fitted = best.vertices.map((vertex, i) => ({ x: despiked[vertex]!.x, y: best.values[i]! }));
  const vertices = coverSpan(fitted, lastX, parameters.maxSegments + 1);
  return { status: 'fitted', vertices, pValue: best.pValue, ...stages };
}

/** Step 1: corrects the worst spike, again and again, while the one just corrected exceeded the threshold. */
export function despike(raw: readonly Point[], threshold: number): Point[] {
  const points = [...raw];
  if (threshold >= 1) return points;
  for (let pass = 0; pass < DESPIKE_PASSES_PER_VALUE * points.length; pass++) {
    let worst = { at: 0, share: 0, correction: 0 };
    for (let i = 1; i < points.length - 1; i++) {
      const [before, here, after] = points.slice(i - 1, i + 2).map((point) => point.y) as [
        number,
        number,
        number,
      ];
      const greatest = Math.max(Math.abs(here - after), Math.abs(here - before));
      if (greatest === 0) continue;
      const share = 1 - Math.abs(before - after) / greatest;
      const slack = worst.at === 0 ? ZERO_SHARE : TIE_SLACK;
      if (share > worst.share + slack)
        worst = { at: i, share, correction: share * ((before + after) / 2 - here) };
    }
    const spike = points[worst.at]!;
    points[worst.at] = { x: spike.x, y: spike.y + worst.correction };
    if (worst.share <= threshold + TIE_SLACK) break;
  }
  return points;
}

/** Step 2: splits the segment that a straight line describes worst, where it is worst. */
export function findCandidates(
  points: readonly Point[],
  parameters: Pick<SegmentParameters, 'maxSegments' | 'vertexCountOvershoot'>,
): number[] {
  const target = Math.min(parameters.maxSegments + 1 + parameters.vertexCountOvershoot, points.length - 2);
  const slack = ZERO_SHARE * totalSquares(points);
  const vertices = [0, points.length - 1];
  for (let added = 0; vertices.length < target && added < MAX_ADDITIONS; added++) {
    const scores = vertices.slice(1).map((to, i) => meanSquaredResidual(points.slice(vertices[i]!, to + 1)));
    for (;;) {
      const worst = greatest(scores, slack);
      if (worst < 0) return vertices;
      const split = worstPoint(points, vertices[worst]!, vertices[worst + 1]!);
      if (split >= 0) {
        vertices.splice(worst + 1, 0, split);
        break;
      }
      scores[worst] = 0;
    }
  }
  return vertices;
}

/** Residual sum of squares of the least-squares line of a segment, per point. */
function meanSquaredResidual(segment: readonly Point[]): number {
  if (segment.length <= 2) return 0;
  const score = squaredError(segment, leastSquaresLine(segment)) / segment.length;
  return score < ZERO_RESIDUAL ? 0 : score;
}

/** The interior position farthest from the least-squares line, or -1; the last segment guards its end. */
function worstPoint(points: readonly Point[], from: number, to: number): number {
  const line = leastSquaresLine(points.slice(from, to + 1));
  const guarded = to === points.length - 1 && points[to]!.y <= points[to - 1]!.y;
  let worst = -1;
  let most = ZERO_RESIDUAL;
  for (let i = from + 1; i < (guarded ? to - 1 : to); i++) {
    const residual = Math.abs(points[i]!.y - at(line, points[i]!.x));
    if (residual > most * (1 + TIE_SLACK)) {
      most = residual;
      worst = i;
    }
  }
  return worst;
}

/** Step 3: removes the vertex with the least angle until `keep` are left. */
export function cullByAngle(points: readonly Point[], candidates: readonly number[], keep: number): number[] {
  const vertices = [...candidates];
  const range = rangeOf(points.map((point) => point.y));
  if (range === 0) return vertices;
  const low = Math.min(...points.map((point) => point.y));
  const width = points[points.length - 1]!.x - points[0]!.x;
  const scaled = points.map(({ x, y }) => ({ x, y: ((y - low) / range) * width }));
  while (vertices.length > keep) {
    const least = leastAngle(
      vertices.map((vertex) => scaled[vertex]!),
      width,
    );
    vertices.splice(least, 1);
  }
  return vertices;
}

/** The interior vertex with the least angle score. */
function leastAngle(vertices: readonly Point[], range: number): number {
  let least = 1;
  let leastScore = Number.POSITIVE_INFINITY;
  for (let i = 1; i < vertices.length - 1; i++) {
    const before = lineThrough(vertices[i - 1]!, vertices[i]!).slope;
    const after = lineThrough(vertices[i]!, vertices[i + 1]!).slope;
    const rise = vertices[i + 1]!.y - vertices[i]!.y;
    const weight = range === 0 ? 1 : 1 + Math.max(0, (ANGLE_WEIGHT * rise) / range);
    const score = Math.max(Math.abs(Math.atan(before)), Math.abs(Math.atan(after))) * weight;
    if (score < leastScore * (1 - TIE_SLACK) - ZERO_SHARE) {
      leastScore = score;
      least = i;
    }
  }
  return least;
}

/**
 * Step 5: fits, notes the statistic, removes a vertex, until two are left. The recovery rule changes values
 * on the way; the points as they end up are returned too.
 */
function sequentialLadder(
  despiked: readonly Point[],
  culled: readonly number[],
  parameters: SegmentParameters,
): { models: Model[]; points: Point[] } {
  const points = [...despiked];
  const models: Model[] = [];
  const last = points.length - 1;
  let vertices = [...culled];
  for (;;) {
    const fit = fitSequential(points, vertices);
    models.push({ ...fit, pValue: pValueOf(points, fit) });
    if (vertices.length === 2) return { models, points };
    const values = [...fit.values];
    const tooFast = steepestForbidden(fit, points, parameters, true);
    const end = tooFast < 0 ? -1 : vertices[tooFast + 1]!;
    if (end >= 0 && end !== last) {
      const x = points[end]!.x;
      points[end] = { x, y: at(lineThrough(points[end - 1]!, points[end + 1]!), x) };
      vertices = vertices.filter((vertex) => vertex !== end);
      continue;
    }
    if (end === last) {
      points[last] = { x: points[last]!.x, y: points[last - 1]!.y };
      values[values.length - 1] = points[last]!.y;
    }
    vertices.splice(leastNeeded(points, vertices, values), 1);
  }
}

/** Step 8: the same ladder with all vertex values fitted at once and no recovery rule on the way. */
function jointLadder(points: readonly Point[], culled: readonly number[]): Model[] {
  const models: Model[] = [];
  const vertices = [...culled];
  for (;;) {
    const fit = fitTogether(points, vertices);
    models.push({ ...fit, pValue: pValueOf(points, fit) });
    if (vertices.length === 2) return models;
    vertices.splice(leastNeeded(points, vertices, fit.values), 1);
  }
}

/** Step 4: from left to right, each segment starting where the one before it ended. */
function fitSequential(points: readonly Point[], vertices: readonly number[]): Fit {
  const values: number[] = [];
  const slopes: number[] = [];
  for (let i = 0; i < vertices.length - 1; i++) {
    const segment = points.slice(vertices[i]!, vertices[i + 1]! + 1);
    const first = segment[0]!;
    const last = segment[segment.length - 1]!;
    const start = i === 0 ? first : { x: first.x, y: values[i]! };
    const regression = i === 0 ? leastSquaresLine(segment) : anchoredLine(segment, start);
    const toRaw = lineThrough(start, last);
    const line = squaredError(segment, regression) < squaredError(segment, toRaw) ? regression : toRaw;
    if (i === 0) values.push(at(line, first.x));
    values.push(at(line, last.x));
    slopes.push(line.slope);
  }
  return { vertices: [...vertices], values, slopes };
}

/** All vertex values at once: least squares on the piecewise-linear (hat) basis; slopes per observation step. */
function fitTogether(points: readonly Point[], vertices: readonly number[]): Fit {
  const count = vertices.length;
  const system = Array.from({ length: count }, () => new Array<number>(count + 1).fill(0));
  points.forEach((point, i) => {
    const hats = vertices.map((_, k) => hat(points, vertices, k, i));
    for (let r = 0; r < count; r++) {
      for (let c = 0; c < count; c++) system[r]![c]! += hats[r]! * hats[c]!;
      system[r]![count]! += hats[r]! * point.y;
    }
  });
  const values = solve(system);
  const slopes = values.slice(1).map((value, i) => (value - values[i]!) / (vertices[i + 1]! - vertices[i]!));
  return { vertices: [...vertices], values, slopes };
}

/** The k-th hat function at point i: 1 at its vertex, 0 at and beyond the neighbouring ones. */
function hat(points: readonly Point[], vertices: readonly number[], k: number, i: number): number {
  const peak = vertices[k]!;
  if (i === peak) return 1;
  const foot = vertices[i < peak ? k - 1 : k + 1];
  if (foot === undefined || (i < peak ? i <= foot : i >= foot)) return 0;
  return (points[i]!.x - points[foot]!.x) / (points[peak]!.x - points[foot]!.x);
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

/** Step 6: the p of a set of vertices on the values of the moment. */
function pValueOf(points: readonly Point[], fit: Fit): number {
  const total = totalSquares(points);
  const squares = points.map((point, i) => (point.y - fittedAt(points, fit, i)) ** 2);
  const residual = Math.min(total, sumOf(squares));
  const df1 = 2 * fit.vertices.length - 2;
  const df2 = points.length - df1 - 1;
  if (df2 <= 0) return 1;
  const perFreedom = (total - residual) / df1;
  if (perFreedom < 1e-5) return asOneMinusCdf(fSurvival(1e-5, df1, df2));
  if (residual <= ZERO_SHARE * total) return 0;
  return asOneMinusCdf(fSurvival(perFreedom / (residual / df2), df1, df2));
}

/** Step 7: the richest model whose p is close to the best, unless it recovers too fast. */
function choose(ladder: readonly Model[], points: readonly Point[], parameters: SegmentParameters): Model {
  const models = [...ladder];
  const tries = ladder[0]!.vertices.length + 1;
  for (let attempt = 1; ; attempt++) {
    const least = Math.min(...models.map((model) => model.pValue));
    // With a proportion above 1 no p need reach the limit: the best model then stands.
    const limit = least * Math.max(1, 2 - parameters.bestModelProportion);
    const chosen = models.findIndex((model) => model.pValue <= limit);
    if (steepestForbidden(models[chosen]!, points, parameters, false) < 0) return models[chosen]!;
    models[chosen] = { ...models[chosen]!, pValue: 1 };
    if (attempt === tries) return models[chosen]!;
  }
}

/**
 * The steepest recovery segment that the parameters forbid, or -1.
 * @param skipMinusOne the ladder leaves out a slope of exactly -1 (a marker value in the original).
 */
function steepestForbidden(
  fit: Fit,
  points: readonly Point[],
  parameters: SegmentParameters,
  skipMinusOne: boolean,
): number {
  const range = rangeOf(fit.values);
  let found = -1;
  let most = 0;
  fit.slopes.forEach((slope, i) => {
    if (slope >= 0 || (skipMinusOne && Math.abs(slope + 1) < SENTINEL_SLACK)) return;
    const years = points[fit.vertices[i + 1]!]!.x - points[fit.vertices[i]!]!.x;
    const rate = -slope / range;
    const tooFast = rate > parameters.recoveryThreshold + RECOVERY_SLACK;
    const oneYear = parameters.preventOneYearRecovery && years === 1 && rate > RECOVERY_SLACK;
    if ((tooFast || oneYear) && -slope > most * (1 + TIE_SLACK)) {
      most = -slope;
      found = i;
    }
  });
  return found;
}

/** The interior vertex whose removal costs least: error of the line that would replace it, per year. */
function leastNeeded(
  points: readonly Point[],
  vertices: readonly number[],
  values: readonly number[],
): number {
  const slack = ZERO_SHARE * totalSquares(points);
  const costs = vertices.slice(1, -1).map((_, k) => {
    const between = points.slice(vertices[k]!, vertices[k + 2]! + 1);
    const left = { x: between[0]!.x, y: values[k]! };
    const right = { x: between[between.length - 1]!.x, y: values[k + 2]! };
    return squaredError(between, lineThrough(left, right)) / (right.x - left.x);
  });
  let least = 0;
  costs.forEach((cost, k) => {
    if (cost < costs[least]! * (1 - TIE_SLACK) - slack) least = k;
  });
  return least + 1;
}

/** Step 9: vertices at the first and last year of the span, with the value of the nearest one. */
function coverSpan(fitted: readonly Point[], lastX: number, keep: number): Point[] {
  const vertices = [...fitted];
  const dropExtra = (): void => {
    if (vertices.length > keep)
      vertices.splice(leastAngle(vertices, rangeOf(vertices.map((point) => point.y))), 1);
  };
  const first = vertices[0]!;
  if (first.x > 0) {
    vertices.unshift({ x: 0, y: first.y });
    dropExtra();
  }
  const last = vertices[vertices.length - 1]!;
  if (last.x < lastX) {
    vertices.push({ x: lastX, y: last.y });
    dropExtra();
  }
  return vertices;
}

function fittedAt(points: readonly Point[], fit: Fit, i: number): number {
  const s = fit.vertices.findIndex((vertex) => vertex >= Math.max(i, 1)) - 1;
  const from = { x: points[fit.vertices[s]!]!.x, y: fit.values[s]! };
  const to = { x: points[fit.vertices[s + 1]!]!.x, y: fit.values[s + 1]! };
  return at(lineThrough(from, to), points[i]!.x);
}

/** Position of the greatest number, the earliest of equals; -1 when all are zero. */
function greatest(numbers: readonly number[], slack: number): number {
  let found = -1;
  let most = 0;
  numbers.forEach((number, i) => {
    if (number > 0 && (found < 0 || number > most * (1 + TIE_SLACK) + slack)) {
      most = number;
      found = i;
    }
  });
  return found;
}

/** A line through a point. */
interface Line {
  readonly through: Point;
  readonly slope: number;
}

function at(line: Line, x: number): number {
  return line.through.y + line.slope * (x - line.through.x);
}

function lineThrough(from: Point, to: Point): Line {
  return { through: from, slope: (to.y - from.y) / (to.x - from.x) };
}

/** The line through `pivot` with the least squared error. */
function anchoredLine(points: readonly Point[], pivot: Point): Line {
  const products = sumOf(points.map((point) => (point.x - pivot.x) * (point.y - pivot.y)));
  const squares = sumOf(points.map((point) => (point.x - pivot.x) ** 2));
  return { through: pivot, slope: products / squares };
}

/** The least-squares line goes through the centre of the points. */
function leastSquaresLine(points: readonly Point[]): Line {
  const centre = { x: meanOf(points.map((point) => point.x)), y: meanOf(points.map((point) => point.y)) };
  return anchoredLine(points, centre);
}

function squaredError(points: readonly Point[], line: Line): number {
  return sumOf(points.map((point) => (point.y - at(line, point.x)) ** 2));
}

function totalSquares(points: readonly Point[]): number {
  const mean = meanOf(points.map((point) => point.y));
  return sumOf(points.map((point) => (point.y - mean) ** 2));
}

function rangeOf(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
