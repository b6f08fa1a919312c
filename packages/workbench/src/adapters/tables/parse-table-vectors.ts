import { AftermineError } from '@aftermine/science/base';
import { closeRings, type Feature } from '@aftermine/science/site';
import type { ReadVectorOptions, VectorFile } from '../../ports/index.ts';
import type { StatedOrder } from '../vectors/corner-axes.ts';
import { featuresOfParcels, type Parcel } from '../vectors/corner-parcels.ts';
import { hintZone } from '../vectors/hint-zone.ts';
import { MAX_VERTICES } from '../vectors/parse-geojson.ts';
import { plainProperties } from '../vectors/plain-properties.ts';
import { Tally } from '../vectors/tally.ts';
import { type CornerBlock, cornerBlocks, cornerRole, cornerScore } from './corner-columns.ts';
import { parcelsOfTable } from './corner-rows.ts';
import { parseWkt } from './parse-wkt.ts';
import { type Cell, cellText, type Sheet, type Table, tableOf } from './table.ts';
import { titleStatement } from './title-statement.ts';

/** The sheets that hold a table of corners or of WKT; one of them by name where `layer` says so. */
export function vectorTables(
  sheets: readonly Sheet[],
  layer: string | undefined,
  source: string,
): readonly Table[] {
  const chosen = layer === undefined ? sheets : sheets.filter((sheet) => sheet.name === layer);
  if (chosen.length === 0 && sheets.length > 0) {
    throw new AftermineError('NotFound', 'E-VEC-008', {
      where: source,
      expected: sheets.map((sheet) => sheet.name ?? '-').join(', '),
      got: layer ?? '-',
    });
  }
  return chosen.map((sheet) => tableOf(sheet, cornerScore)).filter((table) => table !== null);
}

/**
 * Polygons of tables: a column of WKT gives one feature a row, columns of coordinates give corners row by row. Column
 * names are read in Chinese and English; titles above may state the coordinate system. Several sheets count as one.
 *
 * @throws InvalidInput `E-TAB-030` without columns that can be understood; what `featuresOfParcels` and `parseWkt` throw
 */
export function parseTableVectors(
  sheets: readonly Sheet[],
  source: string,
  options: ReadVectorOptions = {},
): VectorFile {
  const tables = vectorTables(sheets, options.layer, source);
  if (tables.length === 0) throw new AftermineError('InvalidInput', 'E-TAB-030', { where: source });
  const tally = new Tally();
  const withWkt = tables.filter(({ header }) => header.some((name) => cornerRole(name) === 'wkt'));
  const found =
    withWkt.length > 0
      ? wktFeatures(withWkt, source, options, tally)
      : cornerFeatures(tables, source, options, tally);
  return { set: { source, ...found }, warnings: tally.warnings() };
}

/** Whole and decimal numbers of text tables as numbers; codes that begin with a zero or are long stay text. */
function plainValue(cell: Cell | undefined): Cell {
  return typeof cell === 'string' && /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(cell.trim())
    ? Number(cell)
    : (cell ?? null);
}

type Found = Pick<VectorFile['set'], 'crs' | 'features'>;

function cornerFeatures(
  tables: readonly Table[],
  source: string,
  options: ReadVectorOptions,
  tally: Tally,
): Found {
  const orders = new Set<CornerBlock['order']>();
  const parcels: Parcel[] = [];
  const said: string[] = [];
  for (const table of tables) {
    const blocks = cornerBlocks(table.header);
    for (const block of blocks) orders.add(block.order);
    said.push(...table.above.flatMap(({ cells }) => cells.map(cellText)), ...table.header);
    parcels.push(...parcelsOfTable(table, blocks, tables.length > 1, source));
  }
  const order: StatedOrder = orders.size === 1 ? [...orders][0]! : null;
  const statement = titleStatement(said);
  return featuresOfParcels(parcels, { order, statement, assumed: options.crs, source, tally });
}

function wktFeatures(
  tables: readonly Table[],
  source: string,
  options: ReadVectorOptions,
  tally: Tally,
): Found {
  const features: Feature[] = [];
  const srids = new Set<number | null>();
  let vertices = 0;
  for (const { header, rows, sheet } of tables) {
    const column = header.findIndex((name) => cornerRole(name) === 'wkt');
    const roles = header.map(cornerRole);
    const named = roles.includes('parcel') ? roles.indexOf('parcel') : roles.indexOf('label');
    for (const { cells, number } of rows) {
      const text = cellText(cells[column]);
      if (cells.every((cell) => cellText(cell) === '')) continue;
      if (text === '') {
        tally.count('vector.null-geometry');
        continue;
      }
      const { polygons, srid } = parseWkt(text, `${source}${sheet === null ? '' : `|${sheet}`}#${number}`);
      if (polygons === null || polygons.length === 0) {
        tally.count(polygons === null ? 'vector.not-polygon' : 'vector.null-geometry');
        continue;
      }
      srids.add(srid);
      const { polygons: geometry, closed } = closeRings(polygons);
      tally.count('vector.ring-closed', closed);
      for (const polygon of geometry) for (const ring of polygon) vertices += ring.length;
      if (vertices > MAX_VERTICES)
        throw new AftermineError('InvalidInput', 'E-VEC-005', { where: source, expected: MAX_VERTICES });
      const entries = header.flatMap((name, i) =>
        i === column || name === '' ? [] : [[name, plainValue(cells[i])]],
      );
      const id = cellText(cells[named]);
      features.push({
        id: id === '' ? null : id,
        geometry,
        properties: plainProperties(Object.fromEntries(entries), tally),
      });
    }
  }
  if (features.length === 0) throw new AftermineError('InvalidInput', 'E-VEC-006', { where: source });
  if (srids.size > 1) {
    throw new AftermineError('InvalidInput', 'E-VEC-013', {
      where: source,
      got: [...srids].map((one) => one ?? '-').join(', '),
    });
  }
  const [srid] = srids;
  const stated = srid == null || srid === 0 ? null : `EPSG:${srid}`;
  if (stated !== null) {
    if (options.crs !== undefined && options.crs !== stated)
      tally.note('vector.crs-stated', { stated, assumed: options.crs });
    return { crs: stated, features };
  }
  if (options.crs === undefined) hintZone(features, tally);
  return { crs: options.crs ?? null, features };
}
