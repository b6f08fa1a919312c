import type { Unknown } from '../base/index.ts';
import type { Change, Vertex } from '../series/index.ts';

/**
 * What the pixels of one zone (boundary, unit or reference area) say in one year. Mean and quantiles weigh
 * every pixel by its covered share; `pixelCount` and `validCount` count pixels by their centre.
 */
export interface KnownYear {
  readonly year: number;
  readonly mean: number;
  readonly median: number;
  readonly p25: number;
  readonly p75: number;
  /** Share of the zone's land (by covered share; water is not counted as land) that had a value, 0..1. */
  readonly validShare: number;
  readonly pixelCount: number;
  readonly validCount: number;
}

/** A year in which the zone was not seen well enough: the numbers are null and `unknown` says why. */
export interface UnknownYear {
  readonly year: number;
  readonly mean: null;
  readonly median: null;
  readonly p25: null;
  readonly p75: null;
  readonly validShare: number;
  readonly pixelCount: number;
  readonly validCount: number;
  readonly unknown: Unknown;
}

export type ZoneYear = KnownYear | UnknownYear;

/** One index over the years for every zone. */
export interface ZoneSeries {
  readonly boundary: readonly ZoneYear[];
  readonly units: Readonly<Record<string, readonly ZoneYear[]>>;
  readonly references: Readonly<Record<string, readonly ZoneYear[]>>;
}

/** How the remote sensing ecological index was fitted, or why it was refused. */
export interface RseiFit {
  readonly mode: 'pooled' | 'per-scene';
  /** `rsei` has all four components; `rsei-3` lacks heat and is NOT comparable with RSEI. */
  readonly kind: 'rsei' | 'rsei-3' | 'custom';
  readonly comparableWithRsei: boolean;
  readonly components: readonly string[];
  /** PC1 loadings after orientation, per component. Per-scene mode: of the first year; `perYear` has all. */
  readonly loadings: Readonly<Record<string, number>>;
  /** Share of variance on PC1, 0..1. */
  readonly share: number;
  readonly gate: 'pass' | 'refused' | 'off';
  /** Why the gate refused. */
  readonly reason?: Unknown;
  /** Scaling of each component: values at or below `lo` become 0, at or above `hi` 1. */
  readonly scaling: Readonly<Record<string, { lo: number; hi: number }>>;
  /** PC1 values that became index 0 and 1. */
  readonly range: { readonly lo: number; readonly hi: number };
  readonly sensitivity: {
    readonly leaveOneYearOut: readonly {
      year: number;
      loadings: Readonly<Record<string, number>>;
      share: number;
    }[];
    /** 5th and 95th percentile of each loading over seeded block bootstrap draws. */
    readonly bootstrap: Readonly<Record<string, { p05: number; p95: number }>>;
    /** Correlation over pixel-years of the index with the plain mean of the oriented components; null if undefined. */
    readonly equalWeightsCorrelation: number | null;
  } | null;
  readonly perYear: readonly {
    year: number;
    loadings: Readonly<Record<string, number>>;
    share: number;
    gate: 'pass' | 'refused' | 'off';
  }[];
}

/** A computed raster. `year` is null for a layer over all years. */
export interface LayerRecord {
  readonly kind: string;
  readonly year: number | null;
  /** Relative to the project folder, forward slashes. */
  readonly path: string;
  readonly sha256: string;
}

/** Trend of a zone's yearly median. */
export interface ZoneTrend {
  readonly index: string;
  readonly method: string;
  readonly n: number;
  readonly s: number;
  readonly z: number;
  readonly p: number;
  readonly tau: number;
  readonly slopePerYear: number;
  readonly slopeLow: number;
  readonly slopeHigh: number;
  readonly intercept: number;
}

/** One recovery metric of one polygon: a value with its interval, or why there is none. */
export interface RecoveryMetric {
  readonly metric: 'dNBR' | 'YrYr' | 'R80P' | 'Y2R' | 'RRI';
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Y2R only: did the value stay there, and when did it fall below again. */
  readonly sustained?: boolean;
  readonly relapseYear?: number | null;
}

export interface RecoveryRecord {
  readonly index: string;
  readonly disturbanceYear: number;
  readonly restorationYear: number;
  readonly targetMethod: 'historic' | 'windowed' | 'reference';
  readonly target: number;
  readonly metrics: readonly (RecoveryMetric | (Unknown & { readonly metric: RecoveryMetric['metric'] }))[];
}

/** What one zone did over the years. */
export interface UnitTrajectory {
  /** Index the segmentation ran on. */
  readonly index: string;
  readonly status: 'fitted' | 'flat' | 'unknown';
  readonly reason?: Unknown;
  readonly vertices: readonly (Vertex & { readonly yearLow: number; readonly yearHigh: number })[];
  readonly disturbances: readonly Change[];
  readonly recoveries: readonly Change[];
  /** Trends of the ecological index and of the segmented index, by index id. */
  readonly trends: Readonly<Record<string, ZoneTrend | Unknown>>;
  /** Unit median minus reference median of the ecological index (and of the segmented one), per year. */
  readonly gapToReference: Readonly<
    Record<string, readonly { year: number; gap: number; low: number; high: number }[]>
  >;
  readonly recovery: RecoveryRecord | Unknown;
  /** Share of the zone's pixels with a disturbance, by the year it was first seen. */
  readonly disturbedShare: readonly { year: number; share: number }[];
}

/** One year as the imagery gave it. */
export interface YearSummary {
  readonly year: number;
  readonly sceneCount: number;
  readonly sensors: readonly string[];
  /** Clear looks per pixel inside the boundary. */
  readonly clearLooksMedian: number;
  readonly clearLooksMin: number;
  /** Share of the boundary with at least one clear look, 0..1. */
  readonly seenShare: number;
  readonly waterShare: number;
  /** `poor` below three quarters of the boundary seen, `none` when nothing was: such years are named in every report. */
  readonly quality: 'good' | 'poor' | 'none';
  readonly unknown?: Unknown;
}

/** The result of `observe`: printed by `--json`, kept in the store, read by reports and later steps. */
export interface ObservationResult {
  readonly years: readonly number[];
  readonly yearSummaries: readonly YearSummary[];
  /** Area rule of every zone number here. */
  readonly areaRule: { readonly counts: 'pixel-centre'; readonly means: 'covered-share' };
  readonly fit: RseiFit;
  /** The ecological index; empty series where the gate refused it. */
  readonly rsei: ZoneSeries;
  /** Components and other indices by id (ndvi, wetness, ndbsi, lst, nbr ...). */
  readonly components: Readonly<Record<string, ZoneSeries>>;
  readonly layers: readonly LayerRecord[];
  readonly trajectories: {
    readonly boundary: UnitTrajectory;
    readonly units: Readonly<Record<string, UnitTrajectory>>;
    readonly references: Readonly<Record<string, UnitTrajectory>>;
  };
  /** Area and facts of each unit, for tables. */
  readonly unitFacts: Readonly<
    Record<
      string,
      {
        name: string | null;
        damage: string | null;
        areaHa: number;
        yearDamaged: number | null;
        yearReclaimed: number | null;
      }
    >
  >;
  /** Scenes left out and why, notes a reader must know. */
  readonly notes: readonly {
    readonly key: string;
    readonly params: Readonly<Record<string, string | number>>;
  }[];
}
