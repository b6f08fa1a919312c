import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import type { ReadVectorOptions, VectorFile, Vectors } from '../../ports/index.ts';
import { looksLikeXlsx } from '../tables/read-sheets.ts';
import { decodeText } from './decode-text.ts';
import { fromGcj02 } from './gcj02.ts';
import { parseGeojson } from './parse-geojson.ts';
import { readArchive } from './read-archive.ts';
import { readGeopackage } from './read-geopackage.ts';
import { isOvital, readKml } from './read-kml.ts';
import { readShapefile } from './read-shapefile.ts';
import { readTextVectors } from './read-text-vectors.ts';
import { looksLikeShape } from './shape-records.ts';
import { isShapefilePart, looseParts } from './shapefile-parts.ts';

/** A boundary of this size has been exported wrongly; reading it whole would not fit small machines. */
const MAX_TEXT_BYTES = 256 * 1024 * 1024;
const HEAD_BYTES = 64;

/**
 * Vector files of the machine, told apart by their content, never by their name alone: shapefiles (loose or zipped),
 * KML and its kinds, GeoJSON, GeoPackage, drawings, workbooks, tables and lists of corners.
 */
export class FileVectors implements Vectors {
  async read(path: string, options: ReadVectorOptions = {}): Promise<VectorFile> {
    const { head, size } = look(path);
    return shifted(await read(path, head, size, options), options, path);
  }
}

async function read(
  path: string,
  head: string,
  size: number,
  options: ReadVectorOptions,
): Promise<VectorFile> {
  if (head.startsWith('SQLite format 3\0')) return readGeopackage(path, options);
  if (head.startsWith('PK') && !looksLikeXlsx(head)) return readArchive(path, options);
  // Parts of a shapefile other than the .shp have no content of their own to go by.
  if (looksLikeShape(Buffer.from(head, 'latin1')) || isShapefilePart(path))
    return readShapefile(looseParts(path), options);
  const extension = extname(path).toLowerCase();
  const mark = firstMark(head);
  if (mark === '<' || isOvital(path) || extension === '.kml') {
    assertSize(path, size);
    return readKml(readFileSync(path), path, { ...options, isOvital: isOvital(path) });
  }
  if (extension === '.geojson' || extension === '.json' || mark === '{') {
    assertSize(path, size);
    const { text, warnings } = decodeText(readFileSync(path), path);
    const file = parseGeojson(text, path, options);
    return { set: file.set, warnings: [...warnings, ...file.warnings] };
  }
  const file = await readTextVectors(path, head, options);
  if (file !== null) return file;
  throw new AftermineError('Unsupported', 'E-VEC-010', {
    where: path,
    got: extension === '' ? '-' : extension,
  });
}

/**
 * Positions in GCJ-02 as WGS 84 where the caller says so; readers of KML have done it themselves.
 *
 * @throws InvalidInput `E-VEC-114` for a file in metres
 */
function shifted(file: VectorFile, { datum }: ReadVectorOptions, where: string): VectorFile {
  if (datum !== 'gcj02' || file.warnings.some(({ key }) => key === 'vector.gcj02-shift')) return file;
  const { crs } = file.set;
  // CGCS2000 and WGS 84 are one to within decimetres, and tables without a statement come as neither.
  if (crs !== 'EPSG:4326' && crs !== 'EPSG:4490')
    throw new AftermineError('InvalidInput', 'E-VEC-114', { where, got: crs ?? '?' });
  const { features, shiftMetres } = fromGcj02(file.set.features);
  const warning = { key: 'vector.gcj02-shift', params: { metres: Math.round(shiftMetres) } };
  return { ...file, set: { ...file.set, features }, warnings: [...file.warnings, warning] };
}

function assertSize(path: string, size: number): void {
  if (size <= MAX_TEXT_BYTES) return;
  throw new AftermineError('InvalidInput', 'E-VEC-003', { where: path, expected: MAX_TEXT_BYTES, got: size });
}

/** The first character that is no byte order mark, zero or white space. */
function firstMark(head: string): string | undefined {
  const blank = new Set(['\0', '\u00ef', '\u00bb', '\u00bf', '\u00ff', '\u00fe', ' ', '\t', '\r', '\n']);
  return [...head].find((character) => !blank.has(character));
}

/** The first bytes of a file, as Latin-1, and its size. */
function look(path: string): { head: string; size: number } {
  // Asked before opening: opening a pipe would wait for a writer.
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new AftermineError('NotFound', 'E-PRJ-002', { where: path });
  if (!stat.isFile()) throw new AftermineError('Unsupported', 'E-VEC-010', { where: path, got: 'folder' });
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (cause) {
    throw new AftermineError('NotFound', 'E-PRJ-002', { where: path, cause });
  }
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const length = readSync(fd, head, 0, HEAD_BYTES, 0);
    return { head: head.toString('latin1', 0, length), size: stat.size };
  } finally {
    closeSync(fd);
  }
}
