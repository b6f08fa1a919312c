import type { DatabaseSync } from 'node:sqlite';
import { decodeGeometry, readBlobHeader } from './geometry-blob.ts';

/**
 * Teaches a connection the SQL functions that the triggers of a spatial index call: `ST_MinX`, `ST_MaxX`,
 * `ST_MinY`, `ST_MaxY`, `ST_IsEmpty`. Every program that edits a GeoPackage brings its own.
 */
export function registerSpatialFunctions(db: DatabaseSync): void {
  const options = { deterministic: true };
  ['ST_MinX', 'ST_MaxX', 'ST_MinY', 'ST_MaxY'].forEach((name, side) => {
    db.function(name, options, (blob) =>
      blob instanceof Uint8Array ? (envelopeOf(blob)?.[side] ?? null) : null,
    );
  });
  db.function('ST_IsEmpty', options, (blob) =>
    blob instanceof Uint8Array ? Number(envelopeOf(blob) === null) : null,
  );
}

function envelopeOf(blob: Uint8Array): readonly [number, number, number, number] | null {
  const header = readBlobHeader(blob, 'ST_MinX');
  if (header.empty) return null;
  if (header.envelope !== null) return header.envelope;
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const polygon of decodeGeometry(blob, 'ST_MinX') ?? []) {
    for (const [x, y] of polygon.flat()) {
      minX = Math.min(minX, x);
      maxX = Math.max(maxX, x);
      minY = Math.min(minY, y);
      maxY = Math.max(maxY, y);
    }
  }
  return minX > maxX ? null : [minX, maxX, minY, maxY];
}

/**
 * SQL that gives column `geom` of `table` (key `fid`) a spatial index: the RTree table, the triggers that
 * keep it, and its registration.
 *
 * @source OGC 12-128r17 (GeoPackage 1.3), annex F.3
 */
export function spatialIndexSql(table: string): string {
  const rtree = `rtree_${table}_geom`;
  const box = 'NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)';
  const drawn = '(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))';
  const blank = '(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))';
  return `
    CREATE VIRTUAL TABLE ${rtree} USING rtree(id, minx, maxx, miny, maxy);
    CREATE TRIGGER ${rtree}_insert AFTER INSERT ON ${table} WHEN ${drawn}
      BEGIN INSERT OR REPLACE INTO ${rtree} VALUES (${box}); END;
    CREATE TRIGGER ${rtree}_update1 AFTER UPDATE OF geom ON ${table} WHEN OLD.fid = NEW.fid AND ${drawn}
      BEGIN INSERT OR REPLACE INTO ${rtree} VALUES (${box}); END;
    CREATE TRIGGER ${rtree}_update2 AFTER UPDATE OF geom ON ${table} WHEN OLD.fid = NEW.fid AND ${blank}
      BEGIN DELETE FROM ${rtree} WHERE id = OLD.fid; END;
    CREATE TRIGGER ${rtree}_update3 AFTER UPDATE ON ${table} WHEN OLD.fid != NEW.fid AND ${drawn}
      BEGIN DELETE FROM ${rtree} WHERE id = OLD.fid; INSERT OR REPLACE INTO ${rtree} VALUES (${box}); END;
    CREATE TRIGGER ${rtree}_update4 AFTER UPDATE ON ${table} WHEN OLD.fid != NEW.fid AND ${blank}
      BEGIN DELETE FROM ${rtree} WHERE id IN (OLD.fid, NEW.fid); END;
    CREATE TRIGGER ${rtree}_delete AFTER DELETE ON ${table} WHEN OLD.geom NOT NULL
      BEGIN DELETE FROM ${rtree} WHERE id = OLD.fid; END;
    INSERT INTO gpkg_extensions VALUES ('${table}', 'geom', 'gpkg_rtree_index',
      'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
  `;
}
