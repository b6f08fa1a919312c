import type { DatabaseSync } from 'node:sqlite';
import { isUnknown, say } from '@aftermine/science/base';
import { type DiagnosisResult, tellFinding, WHOLE_SITE } from '@aftermine/science/diagnose';
import type { Site } from '@aftermine/science/site';
import { encodeGeometry } from './geometry-blob.ts';
import { registerExtent, srsIdOf } from './site-tables.ts';
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
`;

/**
 * Replaces the tables of the diagnosis. Runs inside the caller's transaction; the record itself is saved by the
 * caller.
 */
export function saveDiagnosisTables(db: DatabaseSync, result: DiagnosisResult, site: Site | null): void {
  const srsId = site === null ? 0 : srsIdOf(site.crs);
  const shapes = new Map([
    ...(site === null ? [] : [[WHOLE_SITE, site.boundary] as const]),
    ...(site?.units ?? []).map((unit) => [unit.id, unit.geometry] as const),
    ...(site?.references ?? []).map((reference) => [reference.id, reference.geometry] as const),
  ]);
  db.exec('DELETE FROM findings; DELETE FROM unit_indicators');
  const finding = db.prepare('INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  result.findings.forEach((one, i) => {
    const statement = (language: 'zh' | 'en'): string => tellFinding(one, language);
    finding.run(
      i + 1,
      encodeGeometry(shapes.get(one.unitId) ?? [], srsId),
      one.id,
      one.unitId,
      one.rule,
      one.factor,
      one.severity,
      one.verdict,
      one.confidence,
      statement('zh'),
      statement('en'),
      say('en', `limit-source.${one.limitSource}`),
      Number(one.limitVerified),
      one.measures.join(' '),
    );
  });
  registerExtent(db, 'findings', srsId);
  const indicator = db.prepare('INSERT INTO unit_indicators VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  let fid = 0;
  for (const [zone, units] of [
    ['unit', result.units],
    ['reference', result.references],
  ] as const) {
    for (const unit of units) {
      for (const [id, value] of Object.entries(unit.indicators)) {
        fid += 1;
        if (isUnknown(value)) {
          const why = (language: 'zh' | 'en'): string =>
            say(language, `unknown.${value.reason}`, value.params);
          indicator.run(fid, zone, unit.id, id, null, null, null, null, null, why('zh'), why('en'));
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
