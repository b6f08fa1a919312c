import {
  ANGLE_WEIGHT,
  DESPIKE_PASSES_PER_VALUE,
  EXACT_SHARE,
  MAX_ADDITIONS,
  TIE_SLACK,
  ZERO_RESIDUAL,
  ZERO_SHARE,
} from './segment-constants.ts';
import { SCALAR, type SegmentWorkspace, SUMS } from './segment-workspace.ts';

/** Steps to the greatest value in comparisons of whole numbers: a tie is what lies within 1e-9 of each other. */
const RESOLUTION = 2 ** 30;

/** Keeps a quotient of zeros zero. */
const LEAST = 1e-300;

/**
 * Corrects spikes of `workspace.y` in place: the worst one, again and again, while the one just corrected
 * exceeded the threshold (so the last correction lies below it).
 *
 * With u and d the steps from a value to its two neighbours and g the step between these, a peak has
 * max(u, d) = (u + d + g) / 2, so its share 1 - g / max(u, d) is (u + d - g) / (u + d + g); anything else
 * gives 0 by the same expression, and a level run 0 / 0, which no comparison prefers: no branch is needed.
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
  let up = Math.abs(here - before);
  for (let i = 1; i < last; i++) {
    const after = y[i + 1]!;
    const down = Math.abs(here - after);
    const across = Math.abs(before - after);
    const share = ((RESOLUTION * (up + down - across)) / (up + down + across + LEAST) + 0.5) | 0;
    spike[i] = share;
    const mask = (most - share) >> 31;
    most ^= (most ^ share) & mask;
    worst ^= (worst ^ i) & mask;
    before = here;
    here = after;
    up = down;
  }
  for (let pass = DESPIKE_PASSES_PER_VALUE * n; pass > 0 && worst > 0; pass--) {
    const left = y[worst - 1]!;
    const peak = y[worst]!;
    const right = y[worst + 1]!;
    const share = 1 - Math.abs(left - right) / Math.max(Math.abs(peak - right), Math.abs(peak - left));
    y[worst] = peak + share * ((left + right) / 2 - peak);
    if (share <= threshold + TIE_SLACK) return;
    const from = worst > 1 ? worst - 1 : 1;
    const to = worst + 1 < last ? worst + 1 : last - 1;
    for (let i = from; i <= to; i++) {
      const steps = Math.abs(y[i]! - y[i - 1]!) + Math.abs(y[i]! - y[i + 1]!);
      const across = Math.abs(y[i - 1]! - y[i + 1]!);
      spike[i] = ((RESOLUTION * (steps - across)) / (steps + across + LEAST) + 0.5) | 0;
    }
    worst = 0;
    most = 0;
    for (let i = 1; i < last; i++) {
      const share = spike[i]!;
      const mask = (most - share) >> 31;
      most ^= (most ^ share) & mask;
      worst ^= (worst ^ i) & mask;
    }
  }
}

/** Prefix sums of y, xy and y squared from observation `from` on, and the total sum of squares. */
export function sumFrom(workspace: SegmentWorkspace, from: number, n: number): void {
  const { x, y, sums } = workspace;
  const origin = y[0]!;
  let at = SUMS * from;
  let sy = sums[at + 2]!;
  let sxy = sums[at + 3]!;
  let syy = sums[at + 4]!;
  for (let i = from; i < n; i++) {
    const value = y[i]! - origin;
    sy += value;
    sxy += x[i]! * value;
    syy += value * value;
    at += SUMS;
    sums[at + 2] = sy;
    sums[at + 3] = sxy;
    sums[at + 4] = syy;
  }
  const total = syy - (sy * sy) / n;
  workspace.scalars[SCALAR.totalSquares] = total > 0 ? total : 0;
}

/** Fills `workspace.vertices` with candidate vertices and returns how many there are. */
export function findCandidates(workspace: SegmentWorkspace, n: number): number {
  const { parameters, vertices, score, sums, inverse } = workspace;
  const total = workspace.scalars[SCALAR.totalSquares]!;
  const wanted = parameters.maxSegments + 1 + parameters.vertexCountOvershoot;
  const target = wanted < n - 2 ? wanted : n - 2;
  const slack = ZERO_SHARE * total;
  const coarse = EXACT_SHARE * total;
  vertices[0] = 0;
  vertices[1] = n - 1;
  let count = 2;
  let stale = 0;
  for (let added = 0; count < target && added < MAX_ADDITIONS; added++) {
    const staleEnd = stale + 2 < count ? stale + 2 : count - 1;
    for (let s = stale; s < staleEnd; s++) {
      // Mean squared residual of the least-squares line of the segment, from the prefix sums.
      const from = vertices[s]!;
      const to = vertices[s + 1]!;
      const points = to - from + 1;
      if (points <= 2) {
        score[s] = 0;
        continue;
      }
      const a = SUMS * from;
      const b = SUMS * to + SUMS;
      const perPoint = inverse[points]!;
      const sx = sums[b]! - sums[a]!;
      const sy = sums[b + 2]! - sums[a + 2]!;
      const meanX = sx * perPoint;
      const cxx = sums[b + 1]! - sums[a + 1]! - sx * meanX;
      const cxy = sums[b + 3]! - sums[a + 3]! - sy * meanX;
      const error = sums[b + 4]! - sums[a + 4]! - sy * sy * perPoint - (cxy * cxy) / cxx;
      if (error < coarse) scoreExactly(workspace, s);
      else score[s] = error * perPoint < ZERO_RESIDUAL ? 0 : error * perPoint;
    }
    for (;;) {
      let worst = -1;
      let limit = 0;
      for (let i = 0; i < count - 1; i++) {
        const value = score[i]!;
        if (value > limit) {
          limit = value * (1 + TIE_SLACK) + slack;
          worst = i;
        }
      }
      if (worst < 0) return count;
      const split = worstPoint(workspace, worst, n);
      if (split < 0) {
        // Nothing to split here, now or later: the segment stays as it is.
        score[worst] = 0;
        continue;
      }
      for (let i = count; i > worst + 1; i--) {
        vertices[i] = vertices[i - 1]!;
        score[i] = score[i - 1]!;
      }
      vertices[worst + 1] = split;
      count++;
      stale = worst;
      break;
    }
  }
  return count;
}

/** The same score summed point by point, for the rare segment whose error drowns in the prefix sums. */
function scoreExactly(workspace: SegmentWorkspace, s: number): void {
  const { x, y, vertices, score } = workspace;
  const from = vertices[s]!;
  const to = vertices[s + 1]!;
  const points = to - from + 1;
  let meanX = 0;
  let meanY = 0;
  for (let i = from; i <= to; i++) {
    meanX += x[i]! / points;
    meanY += y[i]! / points;
  }
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
  score[s] = error / points < ZERO_RESIDUAL ? 0 : error / points;
}

/**
 * The interior position farthest from the least-squares line of segment `s`, or -1; the last segment guards
 * its end. Residuals are compared as whole numbers, 2^30 to the greatest possible one: noise makes the
 * comparison of doubles unpredictable to the processor, and a mispredicted branch costs more than the rest.
 */
function worstPoint(workspace: SegmentWorkspace, s: number, n: number): number {
  const { x, y, sums, inverse, vertices, score } = workspace;
  const from = vertices[s]!;
  const to = vertices[s + 1]!;
  const points = to - from + 1;
  const a = SUMS * from;
  const b = SUMS * to + SUMS;
  const perPoint = inverse[points]!;
  const sx = sums[b]! - sums[a]!;
  const sy = sums[b + 2]! - sums[a + 2]!;
  const meanX = sx * perPoint;
  const scale = RESOLUTION / Math.sqrt(score[s]! * points);
  const slope =
    (scale * (sums[b + 3]! - sums[a + 3]! - sy * meanX)) / (sums[b + 1]! - sums[a + 1]! - sx * meanX);
  const level = scale * (y[0]! + sy * perPoint) - slope * meanX;
  const stop = to === n - 1 && y[to]! <= y[to - 1]! ? to - 1 : to;
  let worst = -1;
  let most = 0;
  for (let i = from + 1; i < stop; i++) {
    const residual = (Math.abs(y[i]! * scale - (level + slope * x[i]!)) + 0.5) | 0;
    const lead = most - residual;
    const mask = lead >> 31;
    most = (most - (lead & mask)) | 0;
    worst ^= (worst ^ i) & mask;
  }
  return worst;
}

/** Removes from `workspace.vertices` the ones with the least angle until `maxVertices` are left. */
export function cullByAngle(workspace: SegmentWorkspace, count: number, n: number): number {
  const { x, y, vertices, score, scaled, maxVertices, scalars } = workspace;
  if (count <= maxVertices) return count;
  let low = y[0]!;
  let high = low;
  for (let i = 1; i < n; i++) {
    const value = y[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const width = x[n - 1]! - x[0]!;
  const scale = width / (high - low);
  for (let i = 0; i < count; i++) scaled[i] = (y[vertices[i]!]! - low) * scale;
  scalars[SCALAR.range] = width;
  scoreAngles(workspace, 1, count - 1);
  let left = count;
  for (;;) {
    let least = 1;
    let limit = score[1]! * (1 - TIE_SLACK) - ZERO_SHARE;
    for (let i = 2; i < left - 1; i++) {
      const value = score[i]!;
      if (value < limit) {
        limit = value * (1 - TIE_SLACK) - ZERO_SHARE;
        least = i;
      }
    }
    left--;
    for (let i = least; i < left; i++) {
      vertices[i] = vertices[i + 1]!;
      scaled[i] = scaled[i + 1]!;
      score[i] = score[i + 1]!;
    }
    if (left <= maxVertices) return left;
    scoreAngles(workspace, least > 1 ? least - 1 : 1, least < left - 1 ? least + 1 : left - 1);
  }
}

/**
 * Angle scores of the interior vertices from..to (`to` excluded) on scaled values:
 * `max(|atan(dy1/dx1)|, |atan(dy2/dx2)|) * (1 + max(0, 2 dy2 / range))`. The arc tangent grows with its
 * argument, so one is enough.
 */
function scoreAngles(workspace: SegmentWorkspace, from: number, to: number): void {
  const { x, vertices, score, scaled } = workspace;
  const weight = (0.5 * ANGLE_WEIGHT) / workspace.scalars[SCALAR.range]!;
  let hereX = x[vertices[from]!]!;
  let hereY = scaled[from]!;
  let before = Math.abs((hereY - scaled[from - 1]!) / (hereX - x[vertices[from - 1]!]!));
  for (let i = from; i < to; i++) {
    const nextX = x[vertices[i + 1]!]!;
    const nextY = scaled[i + 1]!;
    const rise = nextY - hereY;
    const after = Math.abs(rise / (nextX - hereX));
    // (a + b + |a - b|) / 2 is the greater of a and b, (a + |a|) / 2 that of a and 0, without a branch.
    const angle = Math.atan(0.5 * (before + after + Math.abs(before - after)));
    score[i] = angle + angle * (rise + Math.abs(rise)) * weight;
    hereX = nextX;
    hereY = nextY;
    before = after;
  }
}
