import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import type { ReadVectorOptions, VectorFile } from '../../ports/index.ts';
import { isOvital, readKml } from './read-kml.ts';
import { readShapefile } from './read-shapefile.ts';
import { zippedLayers, zippedParts } from './shapefile-parts.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

const MAX_ARCHIVE_BYTES = 256 * 1024 * 1024;

/**
 * The polygons of an archive: of its only shapefile, of the one that `layer` names, or of its only KML (KMZ, ovkmz).
 *
 * @throws what `zipEntries`, `readShapefile` and `readKml` throw; InvalidInput `E-VEC-003` for too large an archive,
 * `E-VEC-109` for several layers, `E-VEC-110` for none; NotFound `E-VEC-008` without the layer
 */
export function readArchive(path: string, options: ReadVectorOptions = {}): VectorFile {
  const { size } = statSync(path);
  if (size > MAX_ARCHIVE_BYTES) {
    throw new AftermineError('InvalidInput', 'E-VEC-003', {
      where: path,
      expected: MAX_ARCHIVE_BYTES,
      got: size,
    });
  }
  const { entries, ignored } = zipEntries(readFileSync(path), path);
  const file = readEntries(entries, path, options);
  if (ignored === 0) return file;
  return {
    set: file.set,
    warnings: [{ key: 'vector.entries-ignored', params: { count: ignored } }, ...file.warnings],
  };
}

function readEntries(entries: readonly ZipEntry[], path: string, options: ReadVectorOptions): VectorFile {
  const layers = zippedLayers(entries);
  if (layers.size > 0) {
    const name = choose([...layers.keys()], path, options.layer);
    return readShapefile(zippedParts(layers.get(name)!, `${path}#${name}.shp`), options);
  }
  const documents = new Map(
    entries.filter((entry) => /\.(ov)?kml$/i.test(entry.path)).map((entry) => [entry.path, entry]),
  );
  if (documents.size > 0) {
    // A KMZ is its doc.kml, or the only one at its root; others are linked from there.
    const main = [...documents.keys()].find((name) => /^doc\.(ov)?kml$/i.test(name));
    const name =
      options.layer === undefined && main !== undefined
        ? main
        : choose([...documents.keys()], path, options.layer);
    const isGcj02 = isOvital(path) || isOvital(name);
    return readKml(documents.get(name)!.bytes(), `${path}#${name}`, { ...options, isOvital: isGcj02 });
  }
  const got = entries
    .slice(0, 8)
    .map((entry) => entry.path)
    .join(', ');
  throw new AftermineError('InvalidInput', 'E-VEC-110', { where: path, got: got === '' ? '-' : got });
}

/** Layers go by their path in the archive or by their bare name where only one has it. */
function choose(names: readonly string[], path: string, wanted: string | undefined): string {
  const expected = names.join(', ');
  if (wanted === undefined) {
    const [only] = names;
    if (names.length === 1 && only !== undefined) return only;
    throw new AftermineError('InvalidInput', 'E-VEC-109', { where: path, got: expected });
  }
  const bare = (name: string): string => basename(name, extname(name));
  const fits = [
    names.filter((name) => name === wanted),
    names.filter((name) => basename(name) === wanted || bare(name) === wanted),
  ].find((some) => some.length > 0);
  if (fits === undefined)
    throw new AftermineError('NotFound', 'E-VEC-008', { where: path, expected, got: wanted });
  if (fits.length > 1)
    throw new AftermineError('InvalidInput', 'E-VEC-109', { where: path, got: fits.join(', ') });
  return fits[0]!;
}
