import type { DatabaseSync } from 'node:sqlite';
import { isUnknown, say, type Unknown } from '@aftermine/science/base';
import { type DiagnosisResult, tellFinding, WHOLE_SITE } from '@aftermine/science/diagnose';
import { recordListsSql } from './record-lists.ts';
import { registerExtent } from './site-tables.ts';
import { spatialIndexSql } from './spatial-index.ts';
import { featureTableSql } from './tables.ts';

/** Version 2 of the tables: what registers say of units, and what a diagnosis found. */
export const diagnosisTablesSql = `
  ALTER TABLE units ADD COLUMN land_class TEXT;
  ALTER TABLE units ADD COLUMN owner TEXT;
  ALTER TABLE units ADD COLUMN village TEXT;
  ALTER TABLE units ADD COLUMN basic_farmland INTEGER;
  ALTER TABLE units ADD COLUMN target TEXT;
  ALTER TABLE units ADD COLUMN water_m3_ha DOUBLE;
  ${featureTableSql(
    'findings',
    `finding_id TEXT NOT NULL UNIQUE, unit_id TEXT NOT NULL, rule TEXT NOT NULL, factor TEXT NOT NULL,
     severity TEXT NOT NULL, verdict TEXT NOT NULL, confidence TEXT NOT NULL, statement_zh TEXT NOT NULL,
     statement_en TEXT NOT NULL, limit_source TEXT NOT NULL, limit_verified INTEGER NOT NULL, measures TEXT NOT NULL`,
  )}
  ${spatialIndexSql('findings')}
  CREATE TABLE unit_indicators (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, zone TEXT NOT NULL,
    unit_id TEXT NOT NULL, indicator TEXT NOT NULL, value DOUBLE, low DOUBLE, high DOUBLE, source TEXT, count INTEGER,
    reason_zh TEXT, reason_en TEXT);
  CREATE INDEX unit_indicators_unit ON unit_indicators (unit_id);
  INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)
    VALUES ('unit_indicators', 'attributes', 'unit_indicators', '2000-01-01T00:00:00.000Z');
  ${recordListsSql}
`;

/**
 * Replaces the tables of the diagnosis. A problem lies on its unit; a question left open has no shape, so that a map shows
 * what was found. Runs inside the caller's transaction; the record itself is saved by the caller.
 */
export function saveDiagnosisTables(db: DatabaseSync, result: DiagnosisResult): void {
  const shapeOf = shapes(db);
  db.exec('DELETE FROM findings; DELETE FROM unit_indicators');
  const finding = db.prepare('INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  result.findings.forEach((one, i) => {
    finding.run(
      i + 1,
      one.verdict === 'problem' ? shapeOf(one.unitId) : null,
      one.id,
      one.unitId,
      one.rule,
      one.factor,
      one.severity,
      one.verdict,
      one.confidence,
      tellFinding(one, 'zh'),
      tellFinding(one, 'en'),
      say('en', `limit-source.${one.limitSource}`),
      Number(one.limitVerified),
      one.measures.join(' '),
    );
  });
  const { srs_id } = db
    .prepare("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'boundary'")
    .get() as { srs_id: number };
  registerExtent(db, 'findings', srs_id);
  const indicator = db.prepare('INSERT INTO unit_indicators VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const told = new Map<string, readonly [zh: string, en: string]>();
  const tell = ({ reason, params }: Unknown): readonly [zh: string, en: string] => {
    const key = params === undefined ? reason : `${reason} ${JSON.stringify(params)}`;
    let both = told.get(key);
    if (both === undefined) {
      both = [say('zh', `unknown.${reason}`, params), say('en', `unknown.${reason}`, params)];
      told.set(key, both);
    }
    return both;
  };
  let fid = 0;
  for (const [zone, units] of [
    ['unit', result.units],
    ['reference', result.references],
  ] as const) {
    for (const unit of units) {
      for (const [id, value] of Object.entries(unit.indicators)) {
        fid += 1;
        if (isUnknown(value)) {
          indicator.run(fid, zone, unit.id, id, null, null, null, null, null, ...tell(value));
        } else {
          const { source, count } = value.evidence;
          indicator.run(
            fid,
            zone,
            unit.id,
            id,
            value.value,
            value.low,
            value.high,
            source,
            count,
            null,
            null,
          );
        }
      }
    }
  }
}

/** The shape of a unit, a reference area or the whole site, as it lies in the file. */
function shapes(db: DatabaseSync): (unitId: string) => Uint8Array | null {
  const unit = db.prepare('SELECT geom FROM units WHERE unit_id = ?');
  const reference = db.prepare('SELECT geom FROM reference_areas WHERE reference_id = ?');
  const boundary = db.prepare('SELECT geom FROM boundary ORDER BY fid LIMIT 1');
  return (unitId) => {
    const row =
      unit.get(unitId) ?? reference.get(unitId) ?? (unitId === WHOLE_SITE ? boundary.get() : undefined);
    return (row?.['geom'] ?? null) as Uint8Array | null;
  };
}
