import { isUnknown, type Unknown, unknown } from '../../base/index.ts';
import type { ObservationResult, RecoveryMetric, ZoneTrend } from '../../observe/index.ts';
import type { Change } from '../../series/index.ts';
import { MU_PER_HA } from '../../site/index.ts';
import { leadingIndex, seriesOf } from './zones.ts';

/** One unit in one row. What is not known is an `Unknown`; null is "nobody said" or "none found". */
export interface UnitRow {
  readonly id: string;
  readonly name: string | null;
  readonly damage: string | null;
  readonly areaHa: number;
  readonly areaMu: number;
  readonly yearDamaged: number | null;
  readonly yearReclaimed: number | null;
  /** Greatest loss of the segmented index; null where none was found. */
  readonly loss:
    | { readonly year: number; readonly magnitude: number; readonly duration: number }
    | null
    | Unknown;
  /** Of the leading index. */
  readonly trend: ZoneTrend | Unknown;
  /** Last year the leading index was seen, its median then, and median minus reference (null without one). */
  readonly last: { readonly year: number; readonly median: number; readonly gap: number | null } | Unknown;
  readonly metrics: Readonly<Record<RecoveryMetric['metric'], RecoveryMetric | Unknown>>;
  readonly medians: readonly { readonly year: number; readonly median: number | null }[];
}

const METRICS = ['dNBR', 'YrYr', 'R80P', 'Y2R', 'RRI'] as const satisfies readonly RecoveryMetric['metric'][];

/** Every unit in one row, in the order of the result. */
export function unitsTable(result: ObservationResult): UnitRow[] {
  const index = leadingIndex(result);
  const series = seriesOf(result, index);
  return Object.entries(result.trajectories.units).map(([id, trajectory]): UnitRow => {
    const facts = result.unitFacts[id];
    const years = series?.units[id] ?? [];
    const last = years.findLast((year) => year.median !== null);
    const gap = trajectory.gapToReference[index]?.find(({ year }) => year === last?.year);
    const areaHa = facts?.areaHa ?? 0;
    return {
      id,
      name: facts?.name ?? null,
      damage: facts?.damage ?? null,
      areaHa,
      areaMu: areaHa * MU_PER_HA,
      yearDamaged: facts?.yearDamaged ?? null,
      yearReclaimed: facts?.yearReclaimed ?? null,
      loss:
        trajectory.status === 'unknown'
          ? (trajectory.reason ?? unknown('never-seen'))
          : greatest(trajectory.disturbances),
      trend: trajectory.trends[index] ?? unknown('never-seen'),
      last:
        last === undefined || last.median === null
          ? unknown('never-seen')
          : { year: last.year, median: last.median, gap: gap?.gap ?? null },
      metrics: metricsOf(trajectory.recovery),
      medians: years.map(({ year, median }) => ({ year, median })),
    };
  });
}

function greatest(changes: readonly Change[]): UnitRow['loss'] {
  let found: Change | null = null;
  for (const change of changes) {
    if (found === null || Math.abs(change.magnitude) > Math.abs(found.magnitude)) found = change;
  }
  if (found === null) return null;
  return { year: found.startYear + 1, magnitude: found.magnitude, duration: found.duration };
}

function metricsOf(
  recovery: ObservationResult['trajectories']['boundary']['recovery'],
): Record<RecoveryMetric['metric'], RecoveryMetric | Unknown> {
  const pick = (name: RecoveryMetric['metric']): RecoveryMetric | Unknown => {
    if (isUnknown(recovery)) return recovery;
    return recovery.metrics.find(({ metric }) => metric === name) ?? unknown('not-computed');
  };
  const [dNBR, YrYr, R80P, Y2R, RRI] = METRICS.map(pick);
  return { dNBR: dNBR!, YrYr: YrYr!, R80P: R80P!, Y2R: Y2R!, RRI: RRI! };
}
