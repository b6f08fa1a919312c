import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { boxOf, type Feature, type FeatureSet } from '@aftermine/science/site';
import type { VectorWarning } from '../../ports/index.ts';
import { crsWkt } from '../geopackage/crs-wkt.ts';
import { encodeGeometry } from '../geopackage/geometry-blob.ts';
import { registerSpatialFunctions, spatialIndexSql } from '../geopackage/spatial-index.ts';
import { coreTablesSql } from '../geopackage/tables.ts';
import { Tally } from './tally.ts';

const TABLE = 'features';
/** A fixed stamp keeps equal features equal files. */
const LAST_CHANGE = '2000-01-01T00:00:00.000Z';
/** Undefined Cartesian system of the format. */
const UNDEFINED = -1;

/**
 * Writes features as a GeoPackage of one layer with a spatial index; ids that are no row numbers become a column
 * `feature_id`. Whatever is at `path` is replaced.
 *
 * @source OGC 12-128r17 (GeoPackage 1.3)
 */
export function writeGeopackage(
  path: string,
  { crs, features }: Pick<FeatureSet, 'crs' | 'features'>,
  layer: string,
): readonly VectorWarning[] {
  const tally = new Tally();
  rmSync(path, { force: true });
  const db = new DatabaseSync(path);
  try {
    registerSpatialFunctions(db);
    db.exec(coreTablesSql);
    const srsId = registerCrs(db, crs, tally);
    const columns = columnsOf(features, tally);
    const definitions = columns.map(({ column, type }) => `, ${quoted(column)} ${type}`).join('');
    db.exec(
      `CREATE TABLE ${TABLE} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON${definitions})`,
    );
    const box = boxOf(features.flatMap(({ geometry }) => geometry)).map((side) =>
      Number.isFinite(side) ? side : null,
    );
    db.prepare('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      TABLE,
      'features',
      layer,
      '',
      LAST_CHANGE,
      ...box,
      srsId,
    );
    db.prepare('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)').run(
      TABLE,
      'geom',
      'MULTIPOLYGON',
      srsId,
    );
    db.exec(spatialIndexSql(TABLE));
    const insert = db.prepare(`INSERT INTO ${TABLE} VALUES (?, ?${', ?'.repeat(columns.length)})`);
    db.exec('BEGIN');
    features.forEach((feature, i) => {
      const values = columns.map(({ type, value }) => cellOf(value(feature), type));
      insert.run(i + 1, encodeGeometry(feature.geometry, srsId), ...values);
    });
    db.exec('COMMIT');
  } finally {
    db.close();
  }
  return tally.warnings();
}

function registerCrs(db: DatabaseSync, crs: string | null, tally: Tally): number {
  const code = Number(/^EPSG:(\d{1,6})$/.exec(crs ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(code)) {
    tally.note('vector.written-crs-missing');
    return UNDEFINED;
  }
  const known = crsWkt(code);
  db.prepare('INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)').run(
    known?.name ?? `EPSG:${code}`,
    code,
    'EPSG',
    code,
    known?.wkt ?? 'undefined',
  );
  return code;
}

interface Column {
  readonly column: string;
  readonly type: 'TEXT' | 'DOUBLE' | 'INTEGER' | 'BOOLEAN';
  value(feature: Feature): string | number | boolean | null;
}

function columnsOf(features: readonly Feature[], tally: Tally): Column[] {
  const columns: Column[] = [];
  // Names of columns are one whatever their case.
  const taken = new Set(['fid', 'geom']);
  const add = (name: string, value: Column['value']): void => {
    let column = name === '' ? 'field' : name;
    for (let n = 2; taken.has(column.toLowerCase()); n += 1) column = `${name}_${n}`;
    taken.add(column.toLowerCase());
    if (column !== name) tally.count('vector.name-twice');
    columns.push({ column, type: typeOf(features.map(value)), value });
  };
  if (features.some(({ id }, i) => id !== null && id !== String(i + 1))) add('feature_id', ({ id }) => id);
  const names = new Set(features.flatMap(({ properties }) => Object.keys(properties)));
  for (const name of names) add(name, ({ properties }) => properties[name] ?? null);
  return columns;
}

function typeOf(values: readonly (string | number | boolean | null)[]): Column['type'] {
  const given = values.filter((value) => value !== null);
  if (given.length > 0 && given.every((value) => typeof value === 'boolean')) return 'BOOLEAN';
  if (given.length > 0 && given.every((value) => typeof value === 'number'))
    return given.every((value) => Number.isSafeInteger(value)) ? 'INTEGER' : 'DOUBLE';
  return 'TEXT';
}

/** A number in a column of texts would become `1.0`. */
function cellOf(value: string | number | boolean | null, type: Column['type']): string | number | null {
  if (value === null) return null;
  if (type === 'TEXT') return String(value);
  return typeof value === 'boolean' ? Number(value) : value;
}

function quoted(name: string): string {
  return `"${name.replaceAll('\0', '').replaceAll('"', '""')}"`;
}
