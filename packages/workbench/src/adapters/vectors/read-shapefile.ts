import { AftermineError } from '@aftermine/science/base';
import { closeRings, type Feature, type Position } from '@aftermine/science/site';
import type { ReadVectorOptions, VectorFile } from '../../ports/index.ts';
import { type Dbf, readDbf } from './dbf.ts';
import { GROUPING_BUDGET, groupRings } from './group-rings.ts';
import { MAX_VERTICES } from './parse-geojson.ts';
import { prjCrs } from './prj-crs.ts';
import { polygonRings } from './shape-polygon.ts';
import { shapeRecords } from './shape-records.ts';
import type { ShapefileParts } from './shapefile-parts.ts';
import { Tally } from './tally.ts';

const NULL_SHAPE = 0;
const POLYGONS: ReadonlySet<number> = new Set([5, 15, 25]);
const POINTS: ReadonlySet<number> = new Set([1, 11, 21]);

/** Names of shape types for errors. */
const TYPE_NAMES: Readonly<Record<number, string>> = {
  1: 'Point',
  3: 'PolyLine',
  8: 'MultiPoint',
  11: 'PointZ',
  13: 'PolyLineZ',
  18: 'MultiPointZ',
  21: 'PointM',
  23: 'PolyLineM',
  28: 'MultiPointM',
  31: 'MultiPatch',
};

/**
 * The polygons of a shapefile with their attributes. Ids are record numbers from 1. Null shapes, rows marked as deleted
 * and open rings are counted in warnings; without a `.dbf` features have no properties, which is told.
 *
 * @throws InvalidInput `E-VEC-101` no shapefile, `E-VEC-103` damaged, `E-VEC-105` a damaged attribute table, `E-VEC-006`
 * without polygons, `E-VEC-005` too many vertices, what `dbfEncoding` and `groupRings` throw; Unsupported `E-VEC-102`
 * for shapes that are no polygons
 */
export function readShapefile(parts: ShapefileParts, options: ReadVectorOptions = {}): VectorFile {
  const { where } = parts;
  const tally = new Tally();
  const records = shapeRecords(parts.shp, parts.shx, where, tally);
  assertType(records.type, POLYGONS, where);
  const table = attributes(parts, records.offsets.length, options, tally);
  const features: Feature[] = [];
  const vertices = { left: MAX_VERTICES, all: MAX_VERTICES };
  const grouping = { left: GROUPING_BUDGET };
  for (let i = 0; i < records.offsets.length; i += 1) {
    const place = `${where}#${i + 1}`;
    const properties = table === null ? {} : i < table.rowCount ? table.row(i) : {};
    if (properties === null) {
      tally.count('vector.row-deleted');
      continue;
    }
    const offset = records.offsets[i]!;
    const type = records.view.getInt32(offset, true);
    if (type === NULL_SHAPE) {
      tally.count('vector.null-geometry');
      continue;
    }
    assertType(type, POLYGONS, place);
    const rings = polygonRings(records.view, offset, records.lengths[i]!, place, vertices);
    const { polygons, closed } = closeRings(groupRings(rings, place, grouping, tally));
    tally.count('vector.ring-closed', closed);
    features.push({ id: String(i + 1), geometry: polygons, properties });
  }
  if (features.length === 0) throw new AftermineError('InvalidInput', 'E-VEC-006', { where });
  const crs = prjCrs(parts.prj, features, options.crs, tally);
  return {
    set: { source: where, crs, features },
    warnings: tally.warnings(),
    ...(table === null ? {} : { encoding: table.encoding }),
  };
}

/** A point of a shapefile, x-y, with its attributes. */
export interface ShapePoint {
  readonly position: Position;
  readonly properties: Feature['properties'];
}

/**
 * The points of a shapefile, such as field samples, and its CRS as `prjCrs` has it.
 *
 * @throws as `readShapefile`; Unsupported `E-VEC-102` for shapes that are no points
 */
export function readShapePoints(
  parts: ShapefileParts,
  options: ReadVectorOptions = {},
): {
  readonly crs: string | null;
  readonly points: readonly ShapePoint[];
  readonly warnings: VectorFile['warnings'];
} {
  const { where } = parts;
  const tally = new Tally();
  const { type, view, offsets, lengths } = shapeRecords(parts.shp, parts.shx, where, tally);
  assertType(type, POINTS, where);
  const table = attributes(parts, offsets.length, options, tally);
  const points: ShapePoint[] = [];
  for (let i = 0; i < offsets.length; i += 1) {
    const properties = table === null ? {} : i < table.rowCount ? table.row(i) : {};
    const offset = offsets[i]!;
    const isNull = view.getInt32(offset, true) === NULL_SHAPE;
    if (properties === null) tally.count('vector.row-deleted');
    else if (isNull) tally.count('vector.null-geometry');
    else {
      assertType(view.getInt32(offset, true), POINTS, `${where}#${i + 1}`);
      if (lengths[i]! < 20) {
        const detail = { where: `${where}#${i + 1}`, expected: 20, got: lengths[i]! };
        throw new AftermineError('InvalidInput', 'E-VEC-103', detail);
      }
      const position: Position = [view.getFloat64(offset + 4, true), view.getFloat64(offset + 12, true)];
      points.push({ position, properties });
    }
  }
  return { crs: prjCrs(parts.prj, [], options.crs, tally), points, warnings: tally.warnings() };
}

function assertType(type: number, wanted: ReadonlySet<number>, where: string): void {
  if (wanted.has(type) || type === NULL_SHAPE) return;
  const got = TYPE_NAMES[type] ?? (POLYGONS.has(type) ? 'Polygon' : null);
  if (got === null) throw new AftermineError('InvalidInput', 'E-VEC-101', { where });
  throw new AftermineError('Unsupported', 'E-VEC-102', {
    where,
    got,
    expected: wanted === POINTS ? 'Point' : 'Polygon',
  });
}

function attributes(
  parts: ShapefileParts,
  shapes: number,
  options: ReadVectorOptions,
  tally: Tally,
): Dbf | null {
  if (parts.dbf === null) {
    tally.note('vector.no-attributes');
    return null;
  }
  const cpg = parts.cpg === null ? null : Buffer.from(parts.cpg).toString('latin1').trim();
  const table = readDbf(parts.dbf, parts.where, { cpg, encoding: options.encoding }, tally);
  if (table.rowCount !== shapes) tally.note('vector.row-count', { rows: table.rowCount, shapes });
  return table;
}
