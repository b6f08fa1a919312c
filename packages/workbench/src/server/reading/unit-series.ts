import type { UnitSheet } from '../../contract/index.ts';
import type { ProjectTables } from './project-tables.ts';

/** Yearly values and changes of one unit, by index and year. */
export function unitSeries(tables: ProjectTables, id: string): Pick<UnitSheet, 'series' | 'changes'> {
  const series = tables.rows(
    "SELECT * FROM unit_years WHERE zone = 'unit' AND unit_id = ? ORDER BY index_id, year",
    id,
  );
  const changes = tables.rows(
    "SELECT * FROM unit_changes WHERE zone = 'unit' AND unit_id = ? ORDER BY start_year",
    id,
  );
  const number = (value: unknown): number | null => value as number | null;
  return {
    series: series.map((row) => ({
      zone: 'unit',
      unitId: id,
      index: String(row['index_id']),
      year: Number(row['year']),
      mean: number(row['mean']),
      median: number(row['median']),
      p25: number(row['p25']),
      p75: number(row['p75']),
      validShare: Number(row['valid_share']),
      pixelCount: Number(row['pixel_count']),
      validCount: Number(row['valid_count']),
      reason: reasonOf(row),
    })),
    changes: changes.map((row) => ({
      zone: 'unit',
      unitId: id,
      index: String(row['index_id']),
      kind: row['kind'] as 'disturbance' | 'recovery',
      startYear: Number(row['start_year']),
      endYear: Number(row['end_year']),
      preValue: Number(row['pre_value']),
      magnitude: Number(row['magnitude']),
      duration: Number(row['duration']),
      rate: Number(row['rate']),
      dsnr: number(row['dsnr']),
    })),
  };
}

function reasonOf(row: Readonly<Record<string, unknown>>): unknown {
  if (row['reason'] === null) return null;
  const params = row['reason_params'];
  const known = { kind: 'unknown', reason: row['reason'] };
  return params === null ? known : { ...known, params: JSON.parse(String(params)) as unknown };
}
