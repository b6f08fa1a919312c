import { AftermineError } from '@aftermine/science/base';
import type { ReadVectorOptions, VectorWarning, Workbench } from '../ports/index.ts';

/** What a file is. `summary` is ready to print, key by key (`info.<key>` in the catalogue). */
export interface FileFacts {
  readonly kind: 'raster' | 'vector';
  readonly path: string;
  readonly summary: Readonly<Record<string, string>>;
  readonly detail: unknown;
  readonly warnings: readonly VectorWarning[];
}

const RASTER_NAME = /\.(tiff?|gtiff)$/i;

/**
 * Says what a file is, by its structure alone: rasters are not decoded.
 *
 * @throws what the raster or vector reader throws; NotFound `E-PRJ-002` without the file
 */
export async function infoFile(
  workbench: Workbench,
  path: string,
  reading: ReadVectorOptions = {},
): Promise<FileFacts> {
  if (!workbench.files.exists(path)) throw new AftermineError('NotFound', 'E-PRJ-002', { where: path });
  if (RASTER_NAME.test(path)) {
    const file = await workbench.rasters.open(path);
    const { info } = file;
    await file.close();
    return {
      kind: 'raster',
      path,
      summary: {
        kind: 'GeoTIFF',
        size: `${info.width} x ${info.height} x ${info.bands.length}`,
        type: `${info.type}, ${info.compression}, ${info.blockWidth} x ${info.blockHeight}, ${info.overviews} overviews`,
        crs: info.crs ?? '?',
        pixel: info.grid === null ? '?' : `${info.grid.pixelWidth} x ${info.grid.pixelHeight}`,
        extent: info.box === null ? '?' : info.box.map((value) => Number(value.toFixed(6))).join(', '),
        nodata: info.nodata === null ? '-' : String(info.nodata),
        bands: info.bands.map((band, i) => `${i + 1} ${band.name ?? '?'}`).join(', '),
      },
      detail: info,
      warnings: info.crs === null ? [{ key: 'info.no-crs', params: {} }] : [],
    };
  }
  const { set, warnings } = await workbench.vectors.read(path, reading);
  const names = [...new Set(set.features.flatMap((feature) => Object.keys(feature.properties)))];
  return {
    kind: 'vector',
    path,
    summary: {
      kind: set.source,
      crs: set.crs ?? '?',
      features: String(set.features.length),
      properties: names.join(', ') || '-',
    },
    detail: { crs: set.crs, features: set.features.length, properties: names },
    warnings: set.crs === null ? [...warnings, { key: 'info.no-crs', params: {} }] : warnings,
  };
}
