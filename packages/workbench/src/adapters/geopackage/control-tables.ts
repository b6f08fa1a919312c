import type { DatabaseSync } from 'node:sqlite';
import { AftermineError, say } from '@aftermine/science/base';
import {
  type Alarm,
  headOf,
  type LedgerEntry,
  type LedgerHead,
  NO_ENTRY,
  type SeasonResult,
} from '@aftermine/science/control';
import { parseJson } from './rows.ts';
import { registerExtent } from './site-tables.ts';
import { spatialIndexSql } from './spatial-index.ts';
import { attributeTableSql, featureTableSql } from './tables.ts';

/** A file that has a site already states its system here, too. */
const SYSTEM_OF_SITE = ['gpkg_contents', 'gpkg_geometry_columns']
  .map(
    (register) => `UPDATE ${register} SET srs_id = (SELECT srs_id FROM gpkg_geometry_columns
      WHERE table_name = 'boundary') WHERE table_name = 'alerts';`,
  )
  .join('\n');

/** Version 4 of the tables: seasons, alerts, and the history of what was done about them. */
export const controlTablesSql = `
  ${featureTableSql(
    'alerts',
    `alert_id TEXT NOT NULL UNIQUE, year INTEGER NOT NULL, kind TEXT NOT NULL, unit_id TEXT, site TEXT NOT NULL,
     rank DOUBLE NOT NULL, severity DOUBLE NOT NULL, exposure DOUBLE NOT NULL, confidence DOUBLE NOT NULL, shown INTEGER NOT NULL,
     area_ha DOUBLE NOT NULL, longitude DOUBLE, latitude DOUBLE, title_zh TEXT NOT NULL, title_en TEXT NOT NULL,
     why_zh TEXT NOT NULL, why_en TEXT NOT NULL, record TEXT NOT NULL`,
  )}
  ${spatialIndexSql('alerts')}
  ${attributeTableSql(
    'season_units',
    `year INTEGER NOT NULL, unit_id TEXT NOT NULL, state TEXT NOT NULL, state_zh TEXT NOT NULL, state_en TEXT NOT NULL,
     package TEXT, seen DOUBLE, expected DOUBLE, promised DOUBLE, filtered DOUBLE, innovation DOUBLE, reach DOUBLE`,
  )}
  CREATE INDEX season_units_unit ON season_units (unit_id);
  CREATE TABLE aftermine_seasons (year INTEGER PRIMARY KEY NOT NULL, value TEXT NOT NULL);
  CREATE TABLE aftermine_ledger (seq INTEGER PRIMARY KEY NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL, kind TEXT NOT NULL,
    alert TEXT, detail TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL);
  ${SYSTEM_OF_SITE}
`;

/** Adds a season, or replaces the one of the same year, in the tables that QGIS shows. Runs inside the caller's transaction. */
export function saveSeasonTables(db: DatabaseSync, season: SeasonResult): void {
  db.prepare('DELETE FROM alerts WHERE year = ?').run(season.year);
  db.prepare('DELETE FROM season_units WHERE year = ?').run(season.year);
  const shape = db.prepare('SELECT geom FROM units WHERE unit_id = ?');
  const alert = db.prepare(
    `INSERT INTO alerts (geom, alert_id, year, kind, unit_id, site, rank, severity, exposure, confidence, shown, area_ha, longitude,
     latitude, title_zh, title_en, why_zh, why_en, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const one of season.alarms)
    alert.run(
      one.unit === null ? null : ((shape.get(one.unit)?.['geom'] ?? null) as Uint8Array | null),
      one.id,
      one.year,
      one.kind,
      one.unit,
      one.site,
      one.rank,
      one.severity,
      one.exposure,
      one.confidence,
      Number(one.shown),
      one.areaHa,
      one.place?.[0] ?? null,
      one.place?.[1] ?? null,
      say('zh', `alarm.${one.kind}`, one.params),
      say('en', `alarm.${one.kind}`, one.params),
      say('zh', `alarm.${one.kind}.why`, one.params),
      say('en', `alarm.${one.kind}.why`, one.params),
      JSON.stringify(one),
    );
  const unit = db.prepare(
    `INSERT INTO season_units (year, unit_id, state, state_zh, state_en, package, seen, expected, promised, filtered, innovation,
     reach) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const one of season.units) {
    const last = one.filter.at(-1);
    unit.run(
      season.year,
      one.unit,
      one.state,
      say('zh', `unit-state.${one.state}`),
      say('en', `unit-state.${one.state}`),
      one.promise.package,
      last?.seen ?? null,
      last?.expected ?? null,
      one.promised.find(({ year }) => year === season.year)?.closeness ?? null,
      last?.state.mean[0] ?? null,
      last?.innovation ?? null,
      typeof one.reach === 'number' ? one.reach : null,
    );
  }
  const system = db.prepare("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'boundary'").get();
  if (system !== undefined) registerExtent(db, 'alerts', Number(system['srs_id']));
}

/** Alarms of all seasons, by season and rank. */
export function loadAlarms(db: DatabaseSync, path: string): readonly Alarm[] {
  return db
    .prepare('SELECT record FROM alerts ORDER BY year, rank DESC, alert_id')
    .all()
    .map(({ record }) => parseJson(String(record), `${path}: alerts`) as Alarm);
}

/**
 * Appends lines to the history and moves its head. Runs inside the caller's transaction.
 *
 * @throws Conflict `E-STO-011` for lines that do not follow the last one: somebody else wrote in the meantime
 */
export function appendLedger(db: DatabaseSync, path: string, entries: readonly LedgerEntry[]): void {
  const first = entries[0];
  if (first === undefined) return;
  const head = loadHead(db, path);
  if (first.seq !== head.entries || first.previous !== head.hash)
    throw new AftermineError('Conflict', 'E-STO-011', {
      where: path,
      expected: head.entries,
      got: first.seq,
    });
  const insert = db.prepare('INSERT INTO aftermine_ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  for (const { seq, at, by, kind, alert, detail, previous, hash } of entries)
    insert.run(seq, at, by, kind, alert, JSON.stringify(detail), previous, hash);
  const now: LedgerHead = { entries: first.seq + entries.length, hash: headOf(entries).hash };
  db.prepare("INSERT OR REPLACE INTO aftermine_records VALUES ('ledger-head', ?)").run(JSON.stringify(now));
}

/** The history as it lies there, sound or not, and how far its head says it went. */
export function loadLedger(
  db: DatabaseSync,
  path: string,
): { readonly entries: readonly LedgerEntry[]; readonly head: LedgerHead } {
  const entries = db
    .prepare('SELECT * FROM aftermine_ledger ORDER BY rowid')
    .all()
    .map(
      (row): LedgerEntry => ({
        seq: Number(row['seq']),
        at: String(row['at']),
        by: String(row['by']),
        kind: String(row['kind']) as LedgerEntry['kind'],
        alert: row['alert'] === null ? null : String(row['alert']),
        detail: parseJson(String(row['detail']), `${path}: ledger ${row['seq']}`) as LedgerEntry['detail'],
        previous: String(row['previous']),
        hash: String(row['hash']),
      }),
    );
  return { entries, head: loadHead(db, path) };
}

function loadHead(db: DatabaseSync, path: string): LedgerHead {
  const row = db.prepare("SELECT value FROM aftermine_records WHERE name = 'ledger-head'").get();
  return row === undefined
    ? { entries: 0, hash: NO_ENTRY }
    : (parseJson(String(row['value']), `${path}: ledger head`) as LedgerHead);
}
