import { AftermineError } from '@aftermine/science/base';
import {
  ANALYTE_IDS,
  boxOf,
  crsLabel,
  isKnownCrs,
  MU_PER_HA,
  multiPolygonAreaHa,
} from '@aftermine/science/site';
import type { CheckedFile, ReadVectorOptions, SampleFile, VectorWarning, Workbench } from '../ports/index.ts';
import { formatOf } from './format-of.ts';
import { vectorPreview } from './vector-preview.ts';

/** What a file is. `summary` is ready to print, key by key (`info.<key>` in the catalogue). */
export interface FileFacts {
  readonly kind: 'raster' | 'vector' | 'samples';
  /** Words for it: `file-format.<format>` of the catalogue. */
  readonly format: CheckedFile['format'] | 'geotiff' | 'samples';
  readonly path: string;
  readonly summary: Readonly<Record<string, string>>;
  readonly detail: unknown;
  readonly warnings: readonly VectorWarning[];
}

const RASTER_NAME = /\.(tiff?|gtiff)$/i;

/**
 * Says what a file is: rasters by their structure alone, tables with columns of readings as field samples, everything else as
 * polygons.
 *
 * @throws what the reader of rasters, samples or vectors throws; NotFound `E-PRJ-002` without the file
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
      format: 'geotiff',
      path,
      summary: {
        size: `${info.width} x ${info.height} x ${info.bands.length}`,
        type: `${info.type}, ${info.compression}, ${info.blockWidth} x ${info.blockHeight}, ${info.overviews} overviews`,
        crs: info.crs === null ? '?' : crsLabel(info.crs),
        pixel: info.grid === null ? '?' : `${info.grid.pixelWidth} x ${info.grid.pixelHeight}`,
        extent: info.box === null ? '?' : info.box.map((value) => Number(value.toFixed(6))).join(', '),
        nodata: info.nodata === null ? '-' : String(info.nodata),
        bands: info.bands.map((band, i) => `${i + 1} ${band.name ?? '?'}`).join(', '),
      },
      detail: info,
      warnings: info.crs === null ? [{ key: 'info.no-crs', params: {} }] : [],
    };
  }
  return (await samplesFacts(workbench, path, reading)) ?? vectorFacts(workbench, path, reading);
}

/** Facts of a table of field samples; null for anything else. */
async function samplesFacts(
  workbench: Workbench,
  path: string,
  { crs, layer }: ReadVectorOptions,
): Promise<FileFacts | null> {
  if (formatOf(path) !== 'table') return null;
  let file: SampleFile;
  try {
    file = await workbench.samples.read(path, {
      ...(crs === undefined ? {} : { crs }),
      ...(layer === undefined ? {} : { sheet: layer }),
    });
  } catch (error) {
    // No column of readings, or no such table: corners or polygons, if anything.
    if (error instanceof AftermineError && error.tag === 'InvalidInput' && error.code !== 'E-CRS-002')
      return null;
    throw error;
  }
  const { samples, problems, warnings } = file;
  const kinds = [...new Set(samples.map(({ kind }) => kind))].sort();
  const analytes = ANALYTE_IDS.filter((id) => samples.some(({ values }) => values[id] !== undefined));
  const placed = samples.filter(({ x }) => x !== null).length;
  return {
    kind: 'samples',
    format: 'samples',
    path,
    summary: {
      samples: `${samples.length} (${kinds.join(', ') || '-'})`,
      placed: String(placed),
      analytes: analytes.join(', ') || '-',
      remarks: String(problems.length),
    },
    detail: { samples: samples.length, kinds, placed, analytes, problems: problems.length },
    warnings,
  };
}

async function vectorFacts(
  workbench: Workbench,
  path: string,
  reading: ReadVectorOptions,
): Promise<FileFacts> {
  const { set, warnings, encoding } = await workbench.vectors.read(path, reading);
  const names = [...new Set(set.features.flatMap((feature) => Object.keys(feature.properties)))];
  const format = formatOf(path);
  const { crs, features } = set;
  const geometry = features.flatMap((feature) => feature.geometry);
  const box = geometry.length === 0 ? null : boxOf(geometry);
  const areaHa = crs === null || !isKnownCrs(crs) ? null : multiPolygonAreaHa(geometry, crs);
  return {
    kind: 'vector',
    format,
    path,
    summary: {
      crs: crs === null ? '?' : crsLabel(crs),
      ...(encoding === undefined ? {} : { encoding }),
      features: String(features.length),
      ...(areaHa === null ? {} : { area: `${areaHa.toFixed(2)} ha (${(areaHa * MU_PER_HA).toFixed(1)} mu)` }),
      extent: box === null ? '-' : box.map((value) => Number(value.toFixed(6))).join(', '),
      properties: names.join(', ') || '-',
    },
    detail: {
      crs,
      features: features.length,
      areaHa,
      extent: box,
      properties: names,
      preview: vectorPreview(features, crs),
    },
    warnings: crs === null ? [...warnings, { key: 'info.no-crs', params: {} }] : warnings,
  };
}
