import { fSurvival } from './f-survival.ts';
import type { Observation, Vertex } from './types.ts';

/** The years a break may have happened in. */
export interface BreakpointInterval {
  readonly year: number;
  readonly from: number;
  readonly to: number;
}

/**
 * How well each inner vertex is dated: the years around it at which the break would describe the series
 * nearly as well. For each vertex in turn
 *
 * 1. other inner vertices that the series does not need are put aside, the least needed first, while
 *    `SSE(without) <= SSE(with) * (1 + q / df)`;
 * 2. the vertex is moved from year to year between its remaining neighbours, all values fitted anew by
 *    least squares; the interval spans the years t with `SSE(t) <= SSE(least) * (1 + q / df)`. Years without
 *    an observation take part, so a gap widens the interval by itself.
 *
 * `q = F(confidence; 1, df)`, `df = n - 2 (vertices - 1)`. The vertex itself is always inside.
 * @param observations valid observations in order of year, units of the series.
 * @param vertices fitted vertices of that series in order of year.
 * @param confidence between 0 and 1.
 * @returns one interval for each vertex that is neither the first nor the last.
 * @source Bai 1997, doi:10.1162/003465397557132 (breaks dated by the sum of squares)
 */
export function breakpointIntervals(
  observations: readonly Observation[],
  vertices: readonly Vertex[],
  confidence = 0.95,
): BreakpointInterval[] {
  const years = vertices.map((vertex) => vertex.year);
  return years.slice(1, -1).map((year) => {
    const needed = withoutNeedless(observations, years, year, confidence);
    const at = needed.indexOf(year);
    const before = needed[at - 1]!;
    const after = needed[at + 1]!;
    const allowed = allowance(observations.length, needed.length, confidence);
    // Too few observations to tell: anywhere between the neighbours.
    if (allowed === null) return { year, from: before + 1, to: after - 1 };
    const errors = new Map<number, number>();
    for (let t = before + 1; t < after; t++) errors.set(t, errorWith(observations, needed.with(at, t)));
    const least = Math.min(...errors.values());
    const near = [...errors].filter(([, error]) => error <= least * allowed).map(([t]) => t);
    const from = Math.min(year, ...near);
    const to = Math.max(year, ...near);
    return { year, from, to };
  });
}

/** The years of the vertices without those, other than `kept` and the two ends, that the series does not need. */
function withoutNeedless(
  observations: readonly Observation[],
  years: readonly number[],
  kept: number,
  confidence: number,
): readonly number[] {
  let needed = years;
  for (;;) {
    const allowed = allowance(observations.length, needed.length, confidence);
    const droppable = needed.slice(1, -1).filter((year) => year !== kept);
    if (allowed === null || droppable.length === 0) return needed;
    const trials = droppable.map((dropped) => {
      const left = needed.filter((year) => year !== dropped);
      return { left, error: errorWith(observations, left) };
    });
    const least = trials.reduce((best, trial) => (trial.error < best.error ? trial : best));
    if (least.error > errorWith(observations, needed) * allowed) return needed;
    needed = least.left;
  }
}

/** The factor by which the sum of squares may rise, or null without a degree of freedom. */
function allowance(observations: number, vertices: number, confidence: number): number | null {
  const df = observations - 2 * (vertices - 1);
  return df <= 0 ? null : 1 + fQuantile(confidence, df) / df;
}

/** Least sum of squares of a piecewise line with vertices in `years`. */
function errorWith(observations: readonly Observation[], years: readonly number[]): number {
  const count = years.length;
  const system = Array.from({ length: count }, () => new Array<number>(count + 1).fill(0));
  let squares = 0;
  const origin = observations[0]!.value;
  for (const { year, value } of observations) {
    let s = 0;
    while (s < count - 2 && year > years[s + 1]!) s++;
    const w = (year - years[s]!) / (years[s + 1]! - years[s]!);
    const y = value - origin;
    const [left, right] = [system[s]!, system[s + 1]!];
    left[s]! += (1 - w) * (1 - w);
    left[s + 1]! += w * (1 - w);
    right[s]! += w * (1 - w);
    right[s + 1]! += w * w;
    left[count]! += (1 - w) * y;
    right[count]! += w * y;
    squares += y * y;
  }
  // Elimination of the symmetric system; a vertex that no observation determines has no pivot and explains nothing.
  let explained = 0;
  for (let c = 0; c < count; c++) {
    const pivot = system[c]![c]!;
    if (pivot < 1e-9) continue;
    explained += system[c]![count]! ** 2 / pivot;
    for (let r = c + 1; r < count; r++) {
      const factor = system[r]![c]! / pivot;
      for (let k = c; k <= count; k++) system[r]![k]! -= factor * system[c]![k]!;
    }
  }
  return Math.max(squares - explained, squares * 1e-14);
}

/** The value that an F(1, df) variable exceeds with probability 1 - confidence, by bisection. */
function fQuantile(confidence: number, df: number): number {
  let low = 0;
  let high = 1;
  while (fSurvival(high, 1, df) > 1 - confidence && high < 1e12) high *= 2;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (fSurvival(middle, 1, df) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}
