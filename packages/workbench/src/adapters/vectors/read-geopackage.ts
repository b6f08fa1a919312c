import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { AftermineError } from '@aftermine/science/base';
import { closeRings, type Feature } from '@aftermine/science/site';
import type { ReadVectorOptions, VectorFile } from '../../ports/index.ts';
import { decodeGeometry } from '../geopackage/geometry-blob.ts';
import { MAX_VERTICES } from './parse-geojson.ts';
import { plainProperties } from './plain-properties.ts';
import { Tally } from './tally.ts';

interface Layer {
  readonly table: string;
  readonly geometry: string;
  readonly key: string | null;
  /** EPSG code; null where the file leaves it undefined. */
  readonly crs: string | null;
}

/**
 * The polygons of a GeoPackage: of the layer named, or of every feature table. The file is opened read-only
 * and its own code (triggers, views) is never run.
 *
 * @throws InvalidInput `E-VEC-011` for a file that is no readable GeoPackage, `E-VEC-006` without polygons,
 * `E-VEC-012` a broken geometry, `E-VEC-013` layers in different systems; NotFound `E-VEC-008` without the layer
 */
export function readGeopackage(path: string, options: ReadVectorOptions = {}): VectorFile {
  const db = open(path);
  try {
    const layers = chooseLayers(db, path, options.layer);
    const systems = new Set(layers.map((layer) => layer.crs));
    if (systems.size > 1) {
      throw new AftermineError('InvalidInput', 'E-VEC-013', {
        where: path,
        got: layers.map((layer) => `${layer.table} (${layer.crs ?? '?'})`).join(', '),
      });
    }
    const tally = new Tally();
    const features: Feature[] = [];
    const budget = { vertices: MAX_VERTICES };
    for (const layer of layers) readLayer(db, path, layer, features, tally, budget);
    if (features.length === 0) throw new AftermineError('InvalidInput', 'E-VEC-006', { where: path });
    const [stated = null] = systems;
    if (stated !== null && options.crs !== undefined && options.crs !== stated) {
      tally.note('vector.crs-stated', { stated, assumed: options.crs });
    }
    return {
      set: { source: path, crs: stated ?? options.crs ?? null, features },
      warnings: tally.warnings(),
    };
  } catch (cause) {
    if (cause instanceof AftermineError) throw cause;
    throw new AftermineError('InvalidInput', 'E-VEC-011', {
      where: path,
      got: (cause as Error).message,
      cause,
    });
  } finally {
    db.close();
  }
}

function open(path: string): DatabaseSync {
  const attempt = (location: string | URL): DatabaseSync => {
    const db = new DatabaseSync(location, { readOnly: true, allowExtension: false });
    try {
      db.exec('PRAGMA trusted_schema = OFF');
      db.prepare('SELECT count(*) FROM sqlite_master').get();
      return db;
    } catch (cause) {
      db.close();
      throw cause;
    }
  };
  try {
    return attempt(path);
  } catch {
    try {
      // A file left in write-ahead mode on a medium that cannot be written opens only as unchanging.
      const url = pathToFileURL(path);
      url.search = '?immutable=1';
      return attempt(url);
    } catch (cause) {
      throw new AftermineError('InvalidInput', 'E-VEC-011', {
        where: path,
        got: (cause as Error).message,
        cause,
      });
    }
  }
}

function chooseLayers(db: DatabaseSync, path: string, wanted: string | undefined): Layer[] {
  const tables = new Map(
    db
      .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
      .all()
      .map((row) => [String(row['name']), String(row['sql'])]),
  );
  for (const name of ['gpkg_contents', 'gpkg_geometry_columns', 'gpkg_spatial_ref_sys']) {
    // A view in the place of a register could run anything; it is no GeoPackage either.
    if (!tables.has(name)) throw new AftermineError('InvalidInput', 'E-VEC-011', { where: path, got: name });
  }
  const layers = db
    .prepare(
      `SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id
       FROM gpkg_contents c JOIN gpkg_geometry_columns g USING (table_name)
       LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
       WHERE c.data_type = 'features' ORDER BY c.table_name`,
    )
    .all()
    .filter((row) => {
      const sql = tables.get(String(row['table_name']));
      return sql !== undefined && !/^\s*CREATE\s+VIRTUAL/i.test(sql);
    })
    .map((row): Layer => {
      const table = String(row['table_name']);
      const columns = db.prepare(`PRAGMA table_info(${quote(table)})`).all();
      const key = columns.find((column) => Number(column['pk']) === 1)?.['name'];
      const code = Number(row['organization_coordsys_id']);
      const isEpsg =
        String(row['organization']).toUpperCase() === 'EPSG' && Number.isInteger(code) && code > 0;
      return {
        table,
        geometry: String(row['column_name']),
        key: key === undefined ? null : String(key),
        crs: isEpsg ? `EPSG:${code}` : null,
      };
    });
  if (wanted === undefined) {
    if (layers.length === 0) throw new AftermineError('InvalidInput', 'E-VEC-006', { where: path });
    // An empty layer has no say in which system the file is in; a project has such before its diagnosis.
    const filled = layers.filter(
      ({ table }) => db.prepare(`SELECT 1 FROM ${quote(table)} LIMIT 1`).get() !== undefined,
    );
    return filled.length > 0 ? filled : layers;
  }
  const chosen = layers.filter((layer) => layer.table === wanted);
  if (chosen.length > 0) return chosen;
  throw new AftermineError('NotFound', 'E-VEC-008', {
    where: path,
    expected: layers.map((layer) => layer.table).join(', '),
    got: wanted,
  });
}

function readLayer(
  db: DatabaseSync,
  path: string,
  layer: Layer,
  into: Feature[],
  tally: Tally,
  budget: { vertices: number },
): void {
  const rows = db.prepare(
    `SELECT * FROM ${quote(layer.table)}${layer.key === null ? '' : ` ORDER BY ${quote(layer.key)}`}`,
  );
  let position = 0;
  for (const row of rows.iterate()) {
    position += 1;
    const { [layer.geometry]: blob, ...rest } = row;
    if (!(blob instanceof Uint8Array)) {
      tally.count('vector.null-geometry');
      continue;
    }
    const where = `${path}|${layer.table}#${layer.key === null ? position : row[layer.key]}`;
    const geometry = decodeGeometry(blob, where);
    if (geometry === null) {
      tally.count('vector.not-polygon');
      continue;
    }
    const { polygons, closed } = closeRings(geometry);
    tally.count('vector.ring-closed', closed);
    for (const polygon of polygons) for (const ring of polygon) budget.vertices -= ring.length;
    if (budget.vertices < 0)
      throw new AftermineError('InvalidInput', 'E-VEC-005', { where: path, expected: MAX_VERTICES });
    const id = layer.key === null ? null : String(row[layer.key]);
    if (layer.key !== null) delete rest[layer.key];
    const binary = Object.entries(rest).filter(([, value]) => value instanceof Uint8Array);
    for (const [name] of binary) delete rest[name];
    tally.count('vector.property-left-out', binary.length);
    into.push({ id, geometry: polygons, properties: plainProperties(rest, tally) });
  }
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
