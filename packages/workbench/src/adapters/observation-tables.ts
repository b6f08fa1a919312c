import { isUnknown } from '@aftermine/science/base';
import type { ObservationResult, UnitTrajectory, ZoneSeries, ZoneYear } from '@aftermine/science/observe';
import type { Change } from '@aftermine/science/series';
import type { UnitChange, UnitSummary, UnitYear, ZoneKind } from '../ports/index.ts';

/** The rows a store keeps beside the record of an observation. */
export interface ObservationTables {
  readonly years: readonly UnitYear[];
  readonly changes: readonly UnitChange[];
  readonly summaries: readonly UnitSummary[];
}

/** Id under which the boundary stands in tables keyed by unit. */
export const BOUNDARY_ID = 'boundary';

/**
 * The tables of an observation, read off its record, so that the two can never disagree. The ecological
 * index goes by the kind that was fitted (`rsei`, `rsei-3`, `custom`): what is not comparable with RSEI is
 * not called RSEI in a table either. Sorted by zone, unit, index and year.
 */
export function observationTables(result: ObservationResult): ObservationTables {
  const series: [string, ZoneSeries][] = [
    [result.fit.kind, result.rsei],
    ...Object.entries(result.components),
  ];
  const years = series.flatMap(([index, zones]) =>
    zonesOf(zones).flatMap(([zone, unitId, rows]) => rows.map((row) => yearRow(zone, unitId, index, row))),
  );
  const trajectories = zonesOf(result.trajectories);
  const changes = trajectories.flatMap(([zone, unitId, trajectory]) => [
    ...trajectory.disturbances.map((change) =>
      changeRow(zone, unitId, trajectory.index, 'disturbance', change),
    ),
    ...trajectory.recoveries.map((change) => changeRow(zone, unitId, trajectory.index, 'recovery', change)),
  ]);
  const ecological = new Map(zonesOf(result.rsei).map(([zone, unitId, rows]) => [`${zone}/${unitId}`, rows]));
  const summaries = trajectories.map(([zone, unitId, trajectory]) =>
    summaryRow(result, zone, unitId, trajectory, ecological.get(`${zone}/${unitId}`) ?? []),
  );
  return {
    years: years.sort((a, b) => byZone(a, b) || compare(a.index, b.index) || a.year - b.year),
    changes: changes.sort((a, b) => byZone(a, b) || a.startYear - b.startYear || compare(a.kind, b.kind)),
    summaries: summaries.sort(byZone),
  };
}

interface Zones<T> {
  readonly boundary: T;
  readonly units: Readonly<Record<string, T>>;
  readonly references: Readonly<Record<string, T>>;
}

function zonesOf<T>(zones: Zones<T>): [ZoneKind, string, T][] {
  return [
    ['boundary', BOUNDARY_ID, zones.boundary],
    ...Object.entries(zones.units).map(([id, value]): [ZoneKind, string, T] => ['unit', id, value]),
    ...Object.entries(zones.references).map(([id, value]): [ZoneKind, string, T] => ['reference', id, value]),
  ];
}

function yearRow(zone: ZoneKind, unitId: string, index: string, row: ZoneYear): UnitYear {
  const { year, mean, median, p25, p75, validShare, pixelCount, validCount } = row;
  const reason = 'unknown' in row ? row.unknown : null;
  return { zone, unitId, index, year, mean, median, p25, p75, validShare, pixelCount, validCount, reason };
}

function changeRow(
  zone: ZoneKind,
  unitId: string,
  index: string,
  kind: UnitChange['kind'],
  change: Change,
): UnitChange {
  const { startYear, endYear, preValue, magnitude, duration, rate, dsnr } = change;
  return { zone, unitId, index, kind, startYear, endYear, preValue, magnitude, duration, rate, dsnr };
}

function summaryRow(
  result: ObservationResult,
  zone: ZoneKind,
  unitId: string,
  trajectory: UnitTrajectory,
  ecological: readonly ZoneYear[],
): UnitSummary {
  const facts = zone === 'unit' ? result.unitFacts[unitId] : undefined;
  let greatest: Change | undefined;
  for (const change of trajectory.disturbances) {
    if (greatest === undefined || Math.abs(change.magnitude) > Math.abs(greatest.magnitude))
      greatest = change;
  }
  const last = ecological.findLast((row) => row.median !== null);
  const trend = trajectory.trends[result.fit.kind] ?? trajectory.trends['rsei'];
  const known = trend === undefined || isUnknown(trend) ? null : trend;
  return {
    zone,
    unitId,
    name: facts?.name ?? null,
    damage: facts?.damage ?? null,
    areaHa: facts?.areaHa ?? null,
    index: trajectory.index,
    status: trajectory.status,
    reason: trajectory.reason ?? null,
    disturbanceCount: trajectory.disturbances.length,
    recoveryCount: trajectory.recoveries.length,
    greatestLossStart: greatest?.startYear ?? null,
    greatestLossEnd: greatest?.endYear ?? null,
    greatestLoss: greatest?.magnitude ?? null,
    lastYear: last?.year ?? null,
    lastMedian: last?.median ?? null,
    slopePerYear: known?.slopePerYear ?? null,
    slopeP: known?.p ?? null,
  };
}

function byZone(a: { zone: ZoneKind; unitId: string }, b: { zone: ZoneKind; unitId: string }): number {
  return compare(a.zone, b.zone) || compare(a.unitId, b.unitId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
