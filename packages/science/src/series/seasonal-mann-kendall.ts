import { normalTwoSidedP, type Unknown, unknown } from '../base/index.ts';
import { kendallScore } from './kendall-score.ts';
import { medianOf } from './theil-sen.ts';

/** The test of a series with seasons; the slope is per cycle (per year for months). */
export interface SeasonalTrend {
  readonly method: 'seasonal' | 'correlated-seasonal';
  readonly s: number;
  readonly varS: number;
  readonly z: number;
  readonly p: number;
  readonly tau: number;
  readonly slopePerCycle: number;
}

export interface SeasonalOptions {
  readonly correlated?: boolean;
  /**
   * `true-time` (default) takes slopes over all pairs at their true distance; `positions` drops cycles with a gap
   * and counts the rest 0, 1, 2 ..., as a popular package does. For parity only.
   */
  readonly time?: 'true-time' | 'positions';
}

/**
 * Seasonal Mann-Kendall: S and Var S are summed over the seasons, each tested by itself, so that a season is
 * compared with itself only. The slope is the median of the slopes of all pairs within a season.
 * `correlated` replaces the sum of variances by the sum of all covariances between seasons (Hirsch and Slack);
 * cycles with a missing season are left out of the test then, and Z has no continuity correction.
 *
 * @param values in order of time from the first season of a cycle, NaN = missing
 * @param period seasons in a cycle, 12 for months
 * @source Hirsch, Slack and Smith 1982, doi:10.1029/WR018i001p00107; Hirsch and Slack 1984, doi:10.1029/WR020i006p00727
 */
export function seasonalMannKendall(
  values: readonly number[],
  period: number,
  options: SeasonalOptions = {},
): SeasonalTrend | Unknown {
  const cycles = Math.ceil(values.length / period);
  const rows = Array.from({ length: cycles }, (_, c) =>
    Array.from({ length: period }, (_unused, k) => values[c * period + k] ?? Number.NaN),
  );
  const whole = rows.filter((row) => row.every(Number.isFinite));
  const timed = options.time === 'positions' ? whole : rows;
  const slopes: number[] = [];
  for (let k = 0; k < period; k += 1) {
    for (let i = 0; i < timed.length - 1; i += 1) {
      for (let j = i + 1; j < timed.length; j += 1) {
        const slope = (timed[j]![k]! - timed[i]![k]!) / (j - i);
        if (Number.isFinite(slope)) slopes.push(slope);
      }
    }
  }
  if (slopes.length === 0) return unknown('too-few-years', { have: cycles, need: 2 });
  const correlated = options.correlated === true;
  const kept = correlated ? whole : rows;
  const seasons = Array.from({ length: period }, (_, k) =>
    kept.map((row) => row[k]!).filter(Number.isFinite),
  );
  let s = 0;
  let varS = 0;
  let pairs = 0;
  for (const season of seasons) {
    const score = kendallScore(season);
    s += score.s;
    varS += score.varS;
    pairs += 0.5 * season.length * (season.length - 1);
  }
  if (correlated) varS = covarianceSum(seasons);
  if (!(varS > 0)) return unknown('no-variation', { n: values.length });
  const z = s === 0 ? 0 : (correlated ? s : s - Math.sign(s)) / Math.sqrt(varS);
  return {
    method: correlated ? 'correlated-seasonal' : 'seasonal',
    s,
    varS,
    z,
    p: normalTwoSidedP(z),
    tau: s / pairs,
    slopePerCycle: medianOf(slopes),
  };
}

/** Sum over all pairs of seasons of (K + 4 sum R R' - n (n + 1)^2) / 3. */
function covarianceSum(seasons: readonly (readonly number[])[]): number {
  const n = seasons[0]!.length;
  const ranked = seasons.map((season) =>
    season.map((value) => (n + 1 + season.reduce((sum, other) => sum + Math.sign(value - other), 0)) / 2),
  );
  let total = 0;
  for (let a = 0; a < seasons.length; a += 1) {
    for (let b = 0; b < seasons.length; b += 1) {
      const [x, y] = [seasons[a]!, seasons[b]!];
      let k = 0;
      for (let i = 0; i < n - 1; i += 1)
        for (let j = i + 1; j < n; j += 1) k += Math.sign((x[j]! - x[i]!) * (y[j]! - y[i]!));
      let products = 0;
      for (let i = 0; i < n; i += 1) products += ranked[a]![i]! * ranked[b]![i]!;
      total += (k + 4 * products - n * (n + 1) ** 2) / 3;
    }
  }
  return total;
}
