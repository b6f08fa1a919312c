import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import type { ReadVectorOptions, VectorFile, Vectors } from '../../ports/index.ts';
import { decodeText } from './decode-text.ts';
import { parseGeojson } from './parse-geojson.ts';
import { readGeopackage } from './read-geopackage.ts';

/** A boundary of this size has been exported wrongly; reading it whole would not fit small machines. */
const MAX_GEOJSON_BYTES = 256 * 1024 * 1024;
const HEAD_BYTES = 64;

/** Vector files of the machine: GeoJSON and GeoPackage, told apart by their content, never by their name alone. */
export class FileVectors implements Vectors {
  async read(path: string, options: ReadVectorOptions = {}): Promise<VectorFile> {
    const { head, size } = look(path);
    if (head.startsWith('SQLite format 3\0')) return readGeopackage(path, options);
    const extension = extname(path).toLowerCase();
    const named = extension === '.geojson' || extension === '.json';
    if (!named && !startsLikeJson(head)) {
      throw new AftermineError('Unsupported', 'E-VEC-010', {
        where: path,
        got: extension === '' ? '-' : extension,
      });
    }
    if (size > MAX_GEOJSON_BYTES) {
      throw new AftermineError('InvalidInput', 'E-VEC-003', {
        where: path,
        expected: MAX_GEOJSON_BYTES,
        got: size,
      });
    }
    const { text, warnings } = decodeText(readFileSync(path), path);
    const file = parseGeojson(text, path, options);
    return { set: file.set, warnings: [...warnings, ...file.warnings] };
  }
}

/** True when the first character that is no byte order mark, zero or white space is a brace. */
function startsLikeJson(head: string): boolean {
  const blank = new Set(['\0', '\u00ef', '\u00bb', '\u00bf', '\u00ff', '\u00fe', ' ', '\t', '\r', '\n']);
  return [...head].find((character) => !blank.has(character)) === '{';
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
