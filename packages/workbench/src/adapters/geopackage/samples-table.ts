import type { DatabaseSync } from 'node:sqlite';
import {
  ANALYTE_IDS,
  type AnalyteId,
  type FieldSample,
  type Reading,
  type SampleKind,
} from '@aftermine/science/site';
import { decodePoint, encodePoint } from './point-blob.ts';
import { parseJson } from './rows.ts';
import { registerExtent } from './site-tables.ts';
import { spatialIndexSql } from './spatial-index.ts';

/** Column names in SQL; quoted, for some analytes differ by case alone from words of SQL. */
const COLUMNS = ANALYTE_IDS.map((id) => `"${id}"`);

/** Field samples as points, a column to an analyte; a reading below detection is null there and named in `below`. */
export const samplesTableSql = `
  CREATE TABLE samples (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, sample_id TEXT NOT NULL,
    kind TEXT NOT NULL, unit_id TEXT, date TEXT, depth_from_cm DOUBLE, depth_to_cm DOUBLE, below TEXT,
    ${COLUMNS.map((column) => `${column} DOUBLE`).join(', ')}, readings TEXT NOT NULL);
  INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)
    VALUES ('samples', 'features', 'samples', '2000-01-01T00:00:00.000Z', 0);
  INSERT INTO gpkg_geometry_columns VALUES ('samples', 'geom', 'POINT', 0, 0, 0);
  ${spatialIndexSql('samples')}
`;

/** Replaces all samples. Runs inside the caller's transaction. */
export function saveSamples(db: DatabaseSync, samples: readonly FieldSample[]): void {
  const { srs_id: srsId } = db
    .prepare("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'boundary'")
    .get() as { srs_id: number };
  db.exec('DELETE FROM samples');
  const insert = db.prepare(
    `INSERT INTO samples VALUES (${Array.from({ length: 10 + COLUMNS.length }, () => '?').join(', ')})`,
  );
  samples.forEach(({ id, kind, x, y, unitId, date, depthFromCm, depthToCm, values }, i) => {
    const readings = ANALYTE_IDS.map((analyte): Reading | undefined => values[analyte]);
    const below = ANALYTE_IDS.flatMap((analyte) => {
      const reading = values[analyte];
      return reading !== undefined && 'below' in reading ? [`${analyte} < ${reading.below}`] : [];
    });
    insert.run(
      i + 1,
      x === null || y === null ? null : encodePoint(x, y, srsId),
      id,
      kind,
      unitId,
      date,
      depthFromCm,
      depthToCm,
      below.length === 0 ? null : below.join(', '),
      ...readings.map((reading) => (reading !== undefined && 'value' in reading ? reading.value : null)),
      JSON.stringify(values),
    );
  });
  registerExtent(db, 'samples', srsId);
}

/** The samples as saved. */
export function loadSamples(db: DatabaseSync): FieldSample[] {
  const rows = db.prepare('SELECT * FROM samples ORDER BY fid').all();
  return rows.map((row): FieldSample => {
    const place = row['geom'] instanceof Uint8Array ? decodePoint(row['geom'], 'samples') : null;
    return {
      id: String(row['sample_id']),
      kind: row['kind'] as SampleKind,
      x: place?.[0] ?? null,
      y: place?.[1] ?? null,
      unitId: row['unit_id'] as string | null,
      date: row['date'] as string | null,
      depthFromCm: row['depth_from_cm'] as number | null,
      depthToCm: row['depth_to_cm'] as number | null,
      values: parseJson(String(row['readings']), 'samples') as Partial<Record<AnalyteId, Reading>>,
    };
  });
}
