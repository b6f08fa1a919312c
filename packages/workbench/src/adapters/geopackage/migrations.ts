import type { DatabaseSync } from 'node:sqlite';
import { AftermineError } from '@aftermine/science/base';
import { saveBriefPlan, saveBriefProgramme, saveVerdicts } from './brief-lists.ts';
import { controlTablesSql } from './control-tables.ts';
import { crsWkt } from './crs-wkt.ts';
import { diagnosisTablesSql } from './diagnosis-tables.ts';
import { planTablesSql } from './plan-tables.ts';
import { samplesTableSql } from './samples-table.ts';
import { coreTablesSql, layerTablesSql, storeTablesSql } from './tables.ts';

/** One step from the tables of version `version - 1` to those of `version`. */
export interface Migration {
  readonly version: number;
  up(db: DatabaseSync): void;
}

/** Every step there ever was, in order; a released step is never changed, only followed by another. */
export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    up(db) {
      db.exec(coreTablesSql);
      const wgs84 = crsWkt(4326);
      db.prepare("INSERT INTO gpkg_spatial_ref_sys VALUES (?, 4326, 'EPSG', 4326, ?, NULL)").run(
        wgs84?.name ?? '',
        wgs84?.wkt ?? '',
      );
      db.exec(layerTablesSql());
      db.exec(storeTablesSql);
    },
  },
  {
    version: 2,
    up(db) {
      db.exec(diagnosisTablesSql);
      db.exec(samplesTableSql);
    },
  },
  {
    version: 3,
    up(db) {
      db.exec(planTablesSql);
    },
  },
  {
    version: 4,
    up(db) {
      db.exec(controlTablesSql);
    },
  },
  {
    version: 5,
    up(db) {
      saveVerdicts(db);
      saveBriefPlan(db);
      saveBriefProgramme(db);
    },
  },
];

/** Version of the tables in a file; 0 for a file without any. */
export function schemaVersion(db: DatabaseSync): number {
  const known = db
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'aftermine_meta'")
    .get();
  if (known === undefined) return 0;
  const row = db.prepare("SELECT value FROM aftermine_meta WHERE key = 'schema'").get();
  return Number(row?.['value'] ?? 0);
}

/**
 * Version of the tables in a file, when this program knows it. Changes nothing.
 *
 * @throws Unsupported `E-STO-003` for a file of a newer Aftermine
 */
export function knownVersion(
  db: DatabaseSync,
  path: string,
  migrations: readonly Migration[] = MIGRATIONS,
): number {
  const newest = migrations.at(-1)?.version ?? 0;
  const found = schemaVersion(db);
  if (found <= newest) return found;
  throw new AftermineError('Unsupported', 'E-STO-003', { where: path, expected: newest, got: found });
}

/**
 * Brings the tables to the newest version, all missing steps in one transaction: a crash leaves the old
 * version whole.
 *
 * @returns the version the file now has
 * @throws Unsupported `E-STO-003` for a file of a newer Aftermine
 */
export function migrate(
  db: DatabaseSync,
  path: string,
  migrations: readonly Migration[] = MIGRATIONS,
): number {
  const newest = migrations.at(-1)?.version ?? 0;
  if (knownVersion(db, path, migrations) === newest) return newest;
  db.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been faster while this one waited for the write lock.
    const now = schemaVersion(db);
    for (const migration of migrations) {
      if (migration.version <= now) continue;
      migration.up(db);
      db.prepare("INSERT OR REPLACE INTO aftermine_meta VALUES ('schema', ?)").run(String(migration.version));
    }
    db.exec('COMMIT');
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw cause;
  }
  return newest;
}
