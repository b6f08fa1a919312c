import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import { type Feature, type FeatureSet, projectPolygons } from '@aftermine/science/site';
import { zipSync } from 'fflate';
import type { VectorWriter, WriteVectorOptions, WrittenVectors } from '../../ports/index.ts';
import { NodeFiles } from '../files/node-files.ts';
import { writeFailure } from '../files/write-failure.ts';
import { writeGeojson } from './write-geojson.ts';
import { writeGeopackage } from './write-geopackage.ts';
import { writeKml } from './write-kml.ts';
import { writeShapefile } from './write-shapefile.ts';

type Written = Pick<FeatureSet, 'crs' | 'features'>;

/** Files of an earlier shapefile of the same name that would not fit a new one. */
const STALE = ['.prj', '.fields.csv', '.qix', '.sbn', '.sbx', '.shp.xml'];
/** A fixed stamp keeps equal features equal archives. */
const STAMP = '2000-01-01';

/** Writes vector files of the machine in the format that the extension names. */
export class FileVectorWriter implements VectorWriter {
  readonly #files = new NodeFiles();

  async write(path: string, set: Written, options: WriteVectorOptions = {}): Promise<WrittenVectors> {
    const extension = extname(path).toLowerCase();
    const stem = basename(path).slice(0, -extname(path).length);
    switch (extension) {
      case '.shp':
        return this.#shapefile(path, set, stem, options);
      case '.zip': {
        const { files, warnings } = writeShapefile(set, stem, options);
        const named = [...files].map(([end, bytes]) => [stem + end, bytes] as const);
        return this.#whole(path, archive(named), warnings);
      }
      case '.gpkg':
        return this.#geopackage(path, set, options.layer ?? stem);
      case '.geojson':
      case '.json':
        return this.#whole(path, Buffer.from(writeGeojson(inWgs84(set, path))));
      case '.kml':
      case '.kmz': {
        const { text, warnings } = writeKml(inWgs84(set, path), options.layer ?? stem);
        const bytes = Buffer.from(text);
        return this.#whole(path, extension === '.kml' ? bytes : archive([['doc.kml', bytes]]), warnings);
      }
      default:
        throw new AftermineError('Unsupported', 'E-VEC-116', {
          where: path,
          expected: '.shp, .zip, .gpkg, .geojson, .kml, .kmz',
          got: extension === '' ? '-' : extension,
        });
    }
  }

  #shapefile(path: string, set: Written, stem: string, options: WriteVectorOptions): WrittenVectors {
    const base = path.slice(0, -4);
    const { files, warnings } = writeShapefile(set, stem, options);
    for (const end of STALE) if (!files.has(end)) rmSync(base + end, { force: true });
    // The .shp comes last: who watches for it finds the others there.
    const [shp, ...others] = [...files].map(
      ([end, bytes]) => [end === '.shp' ? path : base + end, bytes] as const,
    );
    for (const [name, bytes] of [...others, shp!]) this.#files.writeBytes(name, bytes);
    return { files: [path, ...others.map(([name]) => name)], warnings };
  }

  #geopackage(path: string, set: Written, layer: string): WrittenVectors {
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      const warnings = writeGeopackage(temporary, set, layer);
      renameSync(temporary, path);
      return { files: [path], warnings };
    } catch (cause) {
      rmSync(temporary, { force: true });
      throw writeFailure(path, cause);
    }
  }

  #whole(path: string, bytes: Uint8Array, warnings: WrittenVectors['warnings'] = []): WrittenVectors {
    this.#files.writeBytes(path, bytes);
    return { files: [path], warnings };
  }
}

function archive(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  return zipSync(Object.fromEntries(files), { mtime: STAMP });
}

/** @throws InvalidInput `E-CRS-002` for features in an unknown system */
function inWgs84({ crs, features }: Written, where: string): readonly Feature[] {
  if (crs === null) throw new AftermineError('InvalidInput', 'E-CRS-002', { where });
  return features.map((feature) => ({
    ...feature,
    geometry: projectPolygons(feature.geometry, crs, 'EPSG:4326'),
  }));
}
