import { isUnknown, type Unknown, unknown } from '../base/index.ts';
import {
  breakpointIntervals,
  changesOf,
  greatestChange,
  insideMinusControl,
  mannKendall,
  recoveryMetrics,
  recoveryTarget,
  type SegmentParameters,
  segmentTrajectory,
  type TargetMethod,
  type YearlyValues,
} from '../series/index.ts';
import type { RecoveryMetric, RecoveryRecord, UnitTrajectory, ZoneTrend, ZoneYear } from './result.ts';

/** What a zone's trajectory is made from. */
export interface ZoneTrajectoryInput {
  /** Index the segmentation runs on, and the zone's years of it. */
  readonly index: string;
  readonly years: readonly ZoneYear[];
  /** Further indices whose trend and gap are wanted, by id (the ecological index among them). */
  readonly others: Readonly<Record<string, readonly ZoneYear[]>>;
  /** The reference areas' years of each index, for the gap; empty without reference areas. */
  readonly reference: Readonly<Record<string, readonly ZoneYear[]>>;
  readonly parameters: SegmentParameters;
  /** Smaller losses and gains (in the index) are not reported. */
  readonly minMagnitude: number;
  readonly recovery: {
    readonly index: string;
    readonly target: TargetMethod;
    readonly percent: number;
    readonly years: number;
    /** Year of reclamation somebody recorded; null where nobody did. */
    readonly yearReclaimed: number | null;
  };
  readonly disturbedShare: readonly { year: number; share: number }[];
}

/**
 * Trajectory, trends, gap to reference and recovery of one zone, all on its yearly medians. Years whose value is
 * unknown are left out, at their true distance in time.
 */
export function zoneTrajectory(input: ZoneTrajectoryInput): UnitTrajectory {
  const observations = input.years.flatMap((year) =>
    year.median === null ? [] : [{ year: year.year, value: year.median }],
  );
  const span =
    input.years.length === 0 ? undefined : { from: input.years[0]!.year, to: input.years.at(-1)!.year };
  const segmented = segmentTrajectory(observations, input.parameters, span === undefined ? {} : { span });
  const intervals = new Map(
    (segmented.status === 'fitted' ? breakpointIntervals(observations, segmented.vertices) : []).map(
      (interval) => [interval.year, interval],
    ),
  );
  const enough = (change: { magnitude: number }): boolean => Math.abs(change.magnitude) >= input.minMagnitude;
  // Each losing segment by itself: a slow decline before an abrupt clearing must not move its year.
  const losses = changesOf(segmented.vertices, { collapse: false, rmse: segmented.rmse }).disturbances;
  const disturbances = losses.filter(enough);
  const recoveries = segmented.recoveries.filter(enough);
  const series: Readonly<Record<string, readonly ZoneYear[]>> = {
    [input.index]: input.years,
    ...input.others,
  };
  return {
    index: input.index,
    status: segmented.status,
    ...(segmented.reason === undefined
      ? {}
      : {
          reason: {
            kind: 'unknown',
            reason: segmented.reason,
            params: segmented.reasonParams ?? {},
          } as const,
        }),
    vertices: segmented.vertices.map((vertex) => {
      const interval = intervals.get(vertex.year);
      return { ...vertex, yearLow: interval?.from ?? vertex.year, yearHigh: interval?.to ?? vertex.year };
    }),
    disturbances,
    recoveries,
    trends: Object.fromEntries(Object.entries(series).map(([id, years]) => [id, zoneTrend(id, years)])),
    gapToReference: Object.fromEntries(
      Object.entries(series)
        .filter(([id]) => (input.reference[id]?.length ?? 0) > 0)
        .map(([id, years]) => [
          id,
          insideMinusControl(yearlyValues(years), yearlyValues(input.reference[id]!)),
        ]),
    ),
    recovery: recoveryRecord(input, disturbances, segmented.disturbances, series),
    disturbedShare: input.disturbedShare,
  };
}

/** Years of a zone as plain series; NaN where unknown. */
export function yearlyValues(years: readonly ZoneYear[]): YearlyValues {
  const pick = (key: 'median' | 'p25' | 'p75'): number[] => years.map((year) => year[key] ?? Number.NaN);
  return {
    years: years.map(({ year }) => year),
    values: pick('median'),
    low: pick('p25'),
    high: pick('p75'),
  };
}

function zoneTrend(index: string, years: readonly ZoneYear[]): ZoneTrend | Unknown {
  const { years: times, values } = yearlyValues(years);
  const trend = mannKendall(times, values);
  if (isUnknown(trend)) return trend;
  const { method, n, s, z, p, tau, slopePerYear, intercept } = trend;
  return {
    index,
    method,
    n,
    s,
    z,
    p,
    tau,
    slopePerYear,
    intercept,
    slopeLow: trend.slopeLow ?? slopePerYear,
    slopeHigh: trend.slopeHigh ?? slopePerYear,
  };
}

function recoveryRecord(
  input: ZoneTrajectoryInput,
  disturbances: UnitTrajectory['disturbances'],
  declines: UnitTrajectory['disturbances'],
  series: Readonly<Record<string, readonly ZoneYear[]>>,
): RecoveryRecord | Unknown {
  const { recovery } = input;
  const greatest = greatestChange(disturbances);
  if (greatest === undefined) return unknown('no-disturbance');
  const years = series[recovery.index];
  if (years === undefined) return unknown('no-target-years', { from: greatest.startYear });
  const own = yearlyValues(years);
  const { yearReclaimed } = recovery;
  // Recovery begins where the decline that holds the greatest loss ends.
  const bottom = declines.find(
    (decline) => decline.startYear <= greatest.startYear && decline.endYear >= greatest.endYear,
  );
  const restorationYear =
    yearReclaimed !== null && yearReclaimed > greatest.startYear
      ? yearReclaimed
      : (bottom ?? greatest).endYear;
  const reference = input.reference[recovery.index];
  if (recovery.target === 'reference' && (reference === undefined || reference.length === 0))
    return unknown('no-reference-area');
  const target =
    recovery.target === 'reference'
      ? recoveryTarget('reference', yearlyValues(reference!), restorationYear)
      : recoveryTarget(recovery.target, own, greatest.startYear + 1);
  if (isUnknown(target)) return target;
  const metrics = recoveryMetrics(own, {
    disturbanceYear: greatest.startYear,
    restorationYear,
    target,
    percent: recovery.percent,
    afterYears: recovery.years,
  });
  const named = (Object.keys(metrics) as RecoveryMetric['metric'][]).map((metric) => ({
    metric,
    ...metrics[metric],
  }));
  return {
    index: recovery.index,
    disturbanceYear: greatest.startYear,
    restorationYear,
    targetMethod: recovery.target,
    target,
    metrics: named,
  };
}
