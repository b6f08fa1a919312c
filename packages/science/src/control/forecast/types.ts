import type { Unknown } from '../../base/index.ts';

/** Closeness of a unit to its reference in one season, as it was seen; `closeness` may exceed 1. */
export type Sighting =
  | {
      readonly year: number;
      readonly closeness: number;
      /** Variance of the observation: spread of the pixels over independent looks, plus what more pixels do not mend. */
      readonly variance: number;
      readonly pixels: number;
      readonly validShare: number;
    }
  | { readonly year: number; readonly closeness: null; readonly unknown: Unknown };

/** Mean and covariance of (logit asymptote, ln rate per year), packed [var K, cov, var rate]. */
export interface CurvePrior {
  readonly mean: readonly [logitAsymptote: number, lnRate: number];
  readonly covariance: readonly [number, number, number];
}

/** What the plan promised of a unit when it was adopted, or when it was last planned anew. */
export interface UnitPromise {
  readonly unit: string;
  readonly areaHa: number;
  /** Units that share a zone and a measure learn from each other: damage class within a climate. */
  readonly zone: string;
  /** Package in force; null: nothing is done, and land goes its own way. */
  readonly package: string | null;
  /** Measure that establishes plants; null where none does. */
  readonly measure: string | null;
  readonly startYear: number | null;
  /** When the works stand, in years from season to season (2026.2: a fifth of a year after that season); null without works. */
  readonly readyAt: number | null;
  /** Year in which closeness `now` was seen, and the courses from it on: before the works stand, and after (saturating). */
  readonly from: number;
  readonly now: number;
  readonly before: { readonly asymptote: number; readonly rate: number };
  readonly after: { readonly asymptote: number; readonly rate: number } | null;
  readonly survival: number;
  /**
   * Factors on the library's figures that `after` and `survival` were made with, where seasons had taught some by then: the filter
   * starts from the library and what it knows now, so that nothing is learned twice.
   */
  readonly learned?: { readonly rate: number; readonly reach: number; readonly survival: number };
  /** Relative spread (standard deviation) of rate and asymptote that the library states for the measure. */
  readonly spread: { readonly rate: number; readonly asymptote: number };
  readonly acceptanceYear: number | null;
}

/** State of the filter after a season: closeness, logit asymptote, ln rate. */
export interface FilterState {
  readonly year: number;
  readonly mean: readonly [closeness: number, logitAsymptote: number, lnRate: number];
  /** Upper triangle: [rr, rK, rk, KK, Kk, kk]. */
  readonly covariance: readonly [number, number, number, number, number, number];
}

/** One season of one unit through the filter. */
export interface FilterYear {
  readonly year: number;
  /** Closeness that was expected before it was seen, with its standard deviation (that of the sighting included). */
  readonly expected: number;
  readonly expectedSd: number;
  readonly seen: number | null;
  /** (seen - expected) / expectedSd; null where nothing was seen. */
  readonly innovation: number | null;
  /** What the season did to all units alike, already taken out of the innovation. */
  readonly common: number;
  readonly state: FilterState;
}

/** Expected closeness in a year to come: quantiles of the forecast. */
export interface FanYear {
  readonly year: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}

/** What the seasons so far say of rate and reach of a measure in a zone, against the library. */
export interface LearnedCurve {
  readonly zone: string;
  readonly measure: string;
  readonly units: number;
  readonly seasons: number;
  /** Factor on the library's rate and asymptote: mean, and standard deviation of its logarithm. */
  readonly rate: { readonly factor: number; readonly sdLog: number };
  readonly asymptote: { readonly factor: number; readonly sdLog: number };
  /** Factor on first-year survival from field counts. */
  readonly survival: { readonly factor: number; readonly alive: number; readonly dead: number };
}

/** Checks of the filter on its own record. */
export interface FilterChecks {
  readonly seasons: number;
  /** Share of sightings inside the 80 % band that was told before. */
  readonly coverage80: number | Unknown;
  /** Mean and variance of standardised innovations: near 0 and 1 where the filter is honest. */
  readonly mean: number | Unknown;
  readonly variance: number | Unknown;
  /** Ljung-Box over units: autocorrelation at lag 1 and its p-value. */
  readonly lag1: number | Unknown;
  readonly whitenessP: number | Unknown;
}
