import { type Unknown, unknown } from '../base/index.ts';

/** A yearly series of one polygon or pixel; NaN or an absent year = not seen. `low` and `high` are its quartiles where known. */
export interface YearlyValues {
  readonly years: readonly number[];
  readonly values: readonly number[];
  readonly low?: readonly number[];
  readonly high?: readonly number[];
}

export interface RecoveryOptions {
  /** The year the loss starts from: the last one before it (`Change.startYear`). */
  readonly disturbanceYear: number;
  /** Year recovery began: the lowest year after the disturbance, or the year of reclamation. */
  readonly restorationYear: number;
  /** What recovery is measured against, in units of the index. */
  readonly target: number;
  /** Share of the target that counts as recovered, percent; 80 by default. */
  readonly percent?: number;
  /** Years after restoration at which R80P, dNBR, YrYr and RRI are taken; 5 by default. */
  readonly afterYears?: number;
}

/** A value with the interval its quartiles span, when they were given. */
export interface Measured {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Years to recovery: first touch, whether it lasted, and when it was lost again. */
export interface YearsToRecovery extends Measured {
  readonly sustained: boolean;
  readonly relapseYear: number | null;
}

export interface RecoveryMetrics {
  readonly dNBR: Measured | Unknown;
  readonly YrYr: Measured | Unknown;
  readonly R80P: Measured | Unknown;
  readonly Y2R: YearsToRecovery | Unknown;
  readonly RRI: Measured | Unknown;
}

/**
 * Recovery metrics of a series after a disturbance, r = restoration year, d = the year the loss starts from, t = `afterYears`:
 *
 * - dNBR = v(r + t) - v(r), YrYr = dNBR / t
 * - R80P = v(r + t) / (p/100 * target)
 * - Y2R = first n with v(r + n) >= p/100 * target (the first TOUCH); `sustained` when it never falls below again
 * - RRI = (max(v(r + t - 1), v(r + t)) - v(r)) / (v(d) - v(r))
 *
 * A negative target turns p/100 round, so that 80 percent of it still lies BELOW the target: threshold =
 * target - (1 - p/100) |target|. Missing years: a metric whose year was not seen is unknown; Y2R passes over
 * missing years; RRI takes whichever of its two years was seen. A disturbance of nothing gives no RRI.
 *
 * Intervals: the quartiles of the year measured, the other terms at their median.
 *
 * @source PEOPLE-ER/spectral-recovery; Kennedy et al. 2012, doi:10.1016/j.rse.2011.09.024 (RRI);
 * White et al. 2017, doi:10.1016/j.rse.2017.03.035 (R80P, Y2R)
 */
export function recoveryMetrics(series: YearlyValues, options: RecoveryOptions): RecoveryMetrics {
  const { disturbanceYear, restorationYear, target } = options;
  const percent = options.percent ?? 80;
  const t = options.afterYears ?? 5;
  const value = lookUp(series.years, series.values);
  const low = lookUp(series.years, series.low ?? []);
  const high = lookUp(series.years, series.high ?? []);
  const threshold = target - (1 - percent / 100) * Math.abs(target);
  const start = value(restorationYear);
  const then = value(restorationYear + t);
  const notSeen = (year: number): Unknown => unknown('year-not-seen', { year });
  const beyond = restorationYear + t > Math.max(...series.years);
  const missing = (): Unknown =>
    beyond
      ? unknown('recovery-too-recent', { year: restorationYear + t })
      : notSeen(start === null ? restorationYear : restorationYear + t);

  const change = (scale: number): Measured | Unknown => {
    if (start === null || then === null) return missing();
    const [l, h] = [low(restorationYear + t), high(restorationYear + t)];
    return {
      value: (then - start) * scale,
      low: l === null ? null : (l - start) * scale,
      high: h === null ? null : (h - start) * scale,
    };
  };

  const r80p = (): Measured | Unknown => {
    if (then === null) return missing();
    if (threshold === 0) return unknown('zero-target');
    const [l, h] = [low(restorationYear + t), high(restorationYear + t)];
    const ratio = (v: number): number =>
      threshold > 0 ? v / threshold : 1 + (v - threshold) / Math.abs(threshold);
    return { value: ratio(then), low: l === null ? null : ratio(l), high: h === null ? null : ratio(h) };
  };

  const rri = (): Measured | Unknown => {
    const before = value(disturbanceYear);
    if (start === null) return notSeen(restorationYear);
    if (before === null) return notSeen(disturbanceYear);
    const loss = before - start;
    if (!(loss > 0)) return unknown('no-disturbance');
    const years = [restorationYear + t - 1, restorationYear + t].filter((year) => value(year) !== null);
    if (years.length === 0) return missing();
    const best = years.reduce((a, b) => (value(b)! > value(a)! ? b : a));
    const share = (v: number): number => (v - start) / loss;
    const [l, h] = [low(best), high(best)];
    return {
      value: share(value(best)!),
      low: l === null ? null : share(l),
      high: h === null ? null : share(h),
    };
  };

  return {
    dNBR: change(1),
    YrYr: change(1 / t),
    R80P: r80p(),
    Y2R: yearsToRecovery(series, restorationYear, threshold),
    RRI: rri(),
  };
}

function yearsToRecovery(
  series: YearlyValues,
  restorationYear: number,
  threshold: number,
): YearsToRecovery | Unknown {
  const value = lookUp(series.years, series.values);
  const low = lookUp(series.years, series.low ?? []);
  const high = lookUp(series.years, series.high ?? []);
  const later = [...series.years]
    .filter((year) => year >= restorationYear && value(year) !== null)
    .sort((a, b) => a - b);
  if (later.length === 0) return unknown('year-not-seen', { year: restorationYear });
  const touch = (of: (year: number) => number | null): number | null =>
    later.find((year) => (of(year) ?? -Infinity) >= threshold) ?? null;
  const first = touch(value);
  const watched = later.at(-1)! - restorationYear;
  if (first === null)
    return watched === 0
      ? unknown('recovery-too-recent', { year: restorationYear + 1 })
      : unknown('not-recovered', { years: watched });
  const relapse = later.find((year) => year > first && value(year)! < threshold) ?? null;
  const [early, late] = [touch(high), touch(low)];
  return {
    value: first - restorationYear,
    low: early === null ? null : early - restorationYear,
    high: late === null ? null : late - restorationYear,
    sustained: relapse === null,
    relapseYear: relapse,
  };
}

function lookUp(years: readonly number[], values: readonly number[]): (year: number) => number | null {
  const known = new Map<number, number>();
  years.forEach((year, i) => {
    const value = values[i];
    if (value !== undefined && Number.isFinite(value)) known.set(year, value);
  });
  return (year) => known.get(year) ?? null;
}
