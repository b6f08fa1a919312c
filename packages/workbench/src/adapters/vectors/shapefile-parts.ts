import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import type { ZipEntry } from './zip-entries.ts';

/** The files of one shapefile; those that are absent are null. */
export interface ShapefileParts {
  /** What errors name. */
  readonly where: string;
  readonly shp: Uint8Array;
  readonly shx: Uint8Array | null;
  readonly dbf: Uint8Array | null;
  readonly prj: Uint8Array | null;
  readonly cpg: Uint8Array | null;
}

const MAX_PART_BYTES = 512 * 1024 * 1024;
/** What is read of `.prj` and `.cpg`, which hold one line. */
const MAX_TEXT_BYTES = 64 * 1024;

/** True for the extension of a file that belongs to a shapefile. */
export function isShapefilePart(path: string): boolean {
  return /^\.(shp|shx|dbf|prj|cpg)$/i.test(extname(path));
}

/**
 * The files of the shapefile that `path` belongs to, whichever of them it names: those beside it with the same name,
 * whatever the case of name and extension.
 *
 * @throws NotFound `E-VEC-104` without the `.shp`; InvalidInput `E-VEC-003` for a file that is too large
 */
export function looseParts(path: string): ShapefileParts {
  const folder = dirname(path);
  const own = basename(path);
  const stem = basename(own, extname(own));
  const siblings = readdirSync(folder).filter(
    (name) => isShapefilePart(name) && basename(name, extname(name)).toLowerCase() === stem.toLowerCase(),
  );
  const find = (extension: string): string | null => {
    const fits = siblings.filter((name) => extname(name).toLowerCase() === extension);
    // The path itself first; then the same spelling of the name.
    const found =
      fits.find((name) => name === own) ??
      fits.find((name) => basename(name, extname(name)) === stem) ??
      fits[0];
    return found === undefined ? null : join(folder, found);
  };
  const shp = find('.shp');
  if (shp === null) throw new AftermineError('NotFound', 'E-VEC-104', { where: path });
  const optional = (extension: string, limit: number): Uint8Array | null => {
    const part = find(extension);
    return part === null ? null : readPart(part, limit);
  };
  return {
    where: shp,
    shp: readPart(shp, MAX_PART_BYTES),
    shx: optional('.shx', MAX_PART_BYTES),
    dbf: optional('.dbf', MAX_PART_BYTES),
    prj: optional('.prj', MAX_TEXT_BYTES),
    cpg: optional('.cpg', MAX_TEXT_BYTES),
  };
}

function readPart(path: string, limit: number): Uint8Array {
  const stat = statSync(path);
  if (!stat.isFile()) throw new AftermineError('NotFound', 'E-VEC-104', { where: path });
  if (stat.size > limit)
    throw new AftermineError('InvalidInput', 'E-VEC-003', { where: path, expected: limit, got: stat.size });
  return readFileSync(path);
}

/** Shapefiles within an archive by the path of their `.shp` without extension, in the order of the archive. */
export function zippedLayers(entries: readonly ZipEntry[]): ReadonlyMap<string, readonly ZipEntry[]> {
  const groups = new Map<string, { name: string; parts: ZipEntry[]; hasShape: boolean }>();
  for (const entry of entries) {
    if (!isShapefilePart(entry.path)) continue;
    const extension = extname(entry.path);
    const name = entry.path.slice(0, -extension.length);
    const key = name.toLowerCase();
    const group = groups.get(key) ?? { name, parts: [], hasShape: false };
    groups.set(key, group);
    group.parts.push(entry);
    if (extension.toLowerCase() === '.shp') {
      group.hasShape = true;
      group.name = name;
    }
  }
  return new Map(
    [...groups.values()].filter(({ hasShape }) => hasShape).map(({ name, parts }) => [name, parts]),
  );
}

/** Unpacks the files of one shapefile of an archive. */
export function zippedParts(entries: readonly ZipEntry[], where: string): ShapefileParts {
  const part = (extension: string): Uint8Array | null =>
    entries.find(({ path }) => extname(path).toLowerCase() === extension)?.bytes() ?? null;
  return {
    where,
    shp: part('.shp')!,
    shx: part('.shx'),
    dbf: part('.dbf'),
    prj: part('.prj'),
    cpg: part('.cpg'),
  };
}
