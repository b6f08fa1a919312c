import { spatialIndexSql } from './spatial-index.ts';

/** `GPKG`, the application id of a GeoPackage. */
export const APPLICATION_ID = 0x47504b47;
/** GeoPackage 1.3: read without a warning by every GDAL and QGIS in use. */
export const USER_VERSION = 10_300;
/** When contents changed is in the project's own events; a fixed stamp keeps equal projects equal. */
const LAST_CHANGE = '2000-01-01T00:00:00.000Z';

/** Tables with polygons, in the order QGIS lists them. */
export const FEATURE_TABLES = ['boundary', 'units', 'reference_areas'] as const;
export type FeatureTable = (typeof FEATURE_TABLES)[number];

/** Tables without geometry that QGIS shows and joins by `unit_id`. */
export const ATTRIBUTE_TABLES = ['unit_years', 'unit_changes', 'unit_summary'] as const;

/**
 * The tables every GeoPackage has.
 * @source OGC 12-128r17 (GeoPackage 1.3), annex C
 */
export const coreTablesSql = `
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${USER_VERSION};
  CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
  INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system');
  CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
  CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
  CREATE TABLE gpkg_extensions (
    table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
`;

const COLUMNS: Readonly<Record<string, string>> = {
  boundary: 'name TEXT',
  units:
    'unit_id TEXT NOT NULL UNIQUE, name TEXT, damage TEXT, year_damaged INTEGER, year_reclaimed INTEGER, properties TEXT NOT NULL',
  reference_areas: 'reference_id TEXT NOT NULL UNIQUE, name TEXT',
  unit_years: `zone TEXT NOT NULL, unit_id TEXT NOT NULL, index_id TEXT NOT NULL, year INTEGER NOT NULL,
    mean DOUBLE, median DOUBLE, p25 DOUBLE, p75 DOUBLE, valid_share DOUBLE NOT NULL,
    pixel_count INTEGER NOT NULL, valid_count INTEGER NOT NULL, reason TEXT, reason_params TEXT,
    reason_zh TEXT, reason_en TEXT`,
  unit_changes: `zone TEXT NOT NULL, unit_id TEXT NOT NULL, index_id TEXT NOT NULL, kind TEXT NOT NULL,
    start_year INTEGER NOT NULL, end_year INTEGER NOT NULL, pre_value DOUBLE NOT NULL, magnitude DOUBLE NOT NULL,
    duration INTEGER NOT NULL, rate DOUBLE NOT NULL, dsnr DOUBLE`,
  unit_summary: `zone TEXT NOT NULL, unit_id TEXT NOT NULL, name TEXT, damage TEXT, area_ha DOUBLE,
    index_id TEXT NOT NULL, status TEXT NOT NULL, reason TEXT, reason_params TEXT,
    reason_zh TEXT, reason_en TEXT,
    disturbance_count INTEGER NOT NULL, recovery_count INTEGER NOT NULL, greatest_loss_start INTEGER,
    greatest_loss_end INTEGER, greatest_loss DOUBLE, last_year INTEGER, last_median DOUBLE,
    slope_per_year DOUBLE, slope_p DOUBLE`,
};

/** A table of multipolygons and its registration; the spatial index comes apart. */
export function featureTableSql(table: string, columns: string): string {
  return `
      CREATE TABLE ${table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, ${columns});
      INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)
        VALUES ('${table}', 'features', '${table}', '${LAST_CHANGE}', 0);
      INSERT INTO gpkg_geometry_columns VALUES ('${table}', 'geom', 'MULTIPOLYGON', 0, 0, 0);`;
}

/** A table without geometry that QGIS shows, and its registration. */
export function attributeTableSql(table: string, columns: string): string {
  return `
      CREATE TABLE ${table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${columns});
      INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)
        VALUES ('${table}', 'attributes', '${table}', '${LAST_CHANGE}');`;
}

/** The tables QGIS shows: polygons with a spatial index, and attribute tables. */
export function layerTablesSql(): string {
  const features = FEATURE_TABLES.map(
    (table) => `${featureTableSql(table, COLUMNS[table]!)} ${spatialIndexSql(table)}`,
  );
  const attributes = ATTRIBUTE_TABLES.map(
    (table) => `
      CREATE TABLE ${table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ${COLUMNS[table]});
      CREATE INDEX ${table}_unit ON ${table} (unit_id);
      INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)
        VALUES ('${table}', 'attributes', '${table}', '${LAST_CHANGE}');`,
  );
  return [...features, ...attributes].join('\n');
}

/** Tables of the application alone, not registered: QGIS does not show them. */
export const storeTablesSql = `
  CREATE TABLE aftermine_meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE aftermine_scenes (id TEXT PRIMARY KEY NOT NULL, datetime TEXT NOT NULL, family TEXT NOT NULL,
    item TEXT NOT NULL);
  CREATE TABLE aftermine_layers (kind TEXT NOT NULL, year INTEGER, path TEXT NOT NULL, sha256 TEXT NOT NULL,
    lineage TEXT NOT NULL);
  CREATE UNIQUE INDEX aftermine_layers_key ON aftermine_layers (kind, ifnull(year, -1));
  CREATE TABLE aftermine_records (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL);
  CREATE TABLE aftermine_events (seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, command TEXT NOT NULL,
    kind TEXT NOT NULL, detail TEXT NOT NULL);
  CREATE TRIGGER aftermine_events_kept BEFORE DELETE ON aftermine_events
    BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
  CREATE TRIGGER aftermine_events_fixed BEFORE UPDATE ON aftermine_events
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
`;
