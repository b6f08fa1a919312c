import { AftermineError } from '../base/index.ts';
import { type Box, type Grid, gridBox } from '../raster/index.ts';
import type { SceneDraft } from './scene-reading.ts';
import { stacCommonName } from './stac-item-bands.ts';
import { arrayAt, isJsonRecord, type JsonRecord, numberAt, recordAt, textAt } from './stac-item-json.ts';
import {
  ALL_BANDS,
  type BandName,
  type BandSource,
  type MaskKind,
  type MaskSource,
  type Scene,
  type SensorFamily,
} from './types.ts';

/** A STAC 1.1 Item as Aftermine writes it. */
export type StacItem = {
  readonly type: 'Feature';
  readonly stac_version: '1.1.0';
  readonly stac_extensions: readonly string[];
  readonly id: string;
  readonly geometry: {
    readonly type: 'Polygon';
    readonly coordinates: readonly (readonly (readonly [number, number])[])[];
  };
  readonly bbox: Box;
  readonly properties: JsonRecord;
  readonly links: readonly {
    readonly rel: string;
    readonly href: string;
    readonly type?: string;
    readonly title?: string;
  }[];
  readonly assets: Readonly<Record<string, JsonRecord>>;
};

export const STAC_EXTENSIONS = {
  eo: 'https://stac-extensions.github.io/eo/v2.0.0/schema.json',
  projection: 'https://stac-extensions.github.io/projection/v2.0.0/schema.json',
  raster: 'https://stac-extensions.github.io/raster/v2.0.0/schema.json',
  view: 'https://stac-extensions.github.io/view/v1.0.0/schema.json',
  processing: 'https://stac-extensions.github.io/processing/v1.2.0/schema.json',
  file: 'https://stac-extensions.github.io/file/v2.1.0/schema.json',
} as const;

export const GEOTIFF_TYPE = 'image/tiff; application=geotiff';

const FAMILIES: readonly SensorFamily[] = ['landsat', 'sentinel-2', 'hls', 'own'];
const MASKS: readonly MaskKind[] = ['qa-pixel', 'qa-radsat', 'scl', 'fmask'];

/** The `proj:` fields of a grid. */
export function projectionOf(grid: Grid): JsonRecord {
  return {
    'proj:code': grid.crs,
    'proj:shape': [grid.height, grid.width],
    'proj:transform': [grid.pixelWidth, 0, grid.originX, 0, -grid.pixelHeight, grid.originY],
    'proj:bbox': gridBox(grid),
  };
}

/** A WGS84 box as a GeoJSON polygon, anticlockwise. */
export function boxPolygon([west, south, east, north]: Box): StacItem['geometry'] {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

/**
 * A scene as a STAC 1.1 Item, without loss: `sceneFromStac` gives the same scene back. Files become assets,
 * with the common `bands` field; where STAC has no field for it the `aftermine:` prefix is used.
 *
 * @param href how a path of the scene shall stand in the item, to make it relative; default as it is
 */
export function sceneToStac(scene: Scene, href: (path: string) => string = (path) => path): StacItem {
  const { facts } = scene;
  const number = (key: string): number | null => {
    const value = facts[key];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  const cloudCover = number('cloudCover');
  const sunElevation = number('sunElevation');
  const sunAzimuth = number('sunAzimuth');
  const view = sunElevation !== null || sunAzimuth !== null;
  return {
    type: 'Feature',
    stac_version: '1.1.0',
    stac_extensions: [
      STAC_EXTENSIONS.eo,
      STAC_EXTENSIONS.projection,
      STAC_EXTENSIONS.raster,
      ...(view ? [STAC_EXTENSIONS.view] : []),
      STAC_EXTENSIONS.processing,
    ],
    id: scene.id,
    geometry: boxPolygon(scene.bbox),
    bbox: scene.bbox,
    properties: {
      datetime: scene.datetime,
      platform: scene.platform,
      ...projectionOf(scene.grid),
      ...(cloudCover === null ? {} : { 'eo:cloud_cover': cloudCover }),
      ...(sunElevation === null ? {} : { 'view:sun_elevation': sunElevation }),
      ...(sunAzimuth === null ? {} : { 'view:sun_azimuth': sunAzimuth }),
      'processing:lineage': `${facts['collection'] ?? scene.family} as delivered; scaling from ${facts['scaleSource'] ?? 'the settings'}`,
      'aftermine:family': scene.family,
      'aftermine:missing': scene.missing,
      'aftermine:masks': scene.masks.map((mask) => mask.kind),
      'aftermine:facts': facts,
    },
    links: [],
    assets: assetsOf(scene, href),
  };
}

/** One asset per file; the position in its `bands` is the band's place in the file. */
function assetsOf(scene: Scene, href: (path: string) => string): Record<string, JsonRecord> {
  const files = new Map<string, Map<number, { key: string; band: JsonRecord; role: string }>>();
  const put = (path: string, index: number, key: string, band: JsonRecord, role: string): void => {
    const file = files.get(path) ?? new Map();
    files.set(path, file.set(index, { key, band, role }));
  };
  for (const name of ALL_BANDS) {
    const source = scene.bands[name];
    if (source === undefined) continue;
    const common = stacCommonName(name);
    const band = {
      name,
      ...(common === null ? {} : { 'eo:common_name': common }),
      ...(name === 'lst' ? { unit: 'K' } : {}),
      ...(source.nodata === null ? {} : { nodata: source.nodata }),
      'raster:scale': source.scale,
      'raster:offset': source.offset,
    };
    put(source.href, source.index, name, band, name === 'lst' ? 'temperature' : 'reflectance');
  }
  for (const mask of scene.masks) put(mask.href, mask.index, mask.kind, { name: mask.kind }, 'quality');
  const assets: Record<string, JsonRecord> = {};
  let several = 0;
  for (const [path, contents] of files) {
    const held = [...contents.values()];
    const key = held.length === 1 ? held[0]!.key : `bands${several++ === 0 ? '' : `-${several}`}`;
    const length = Math.max(...contents.keys()) + 1;
    assets[key] = {
      href: href(path),
      type: GEOTIFF_TYPE,
      roles: [...new Set(['data', ...held.map((entry) => entry.role)])],
      bands: Array.from(
        { length },
        (_, index) => contents.get(index)?.band ?? { name: `unused-${index + 1}` },
      ),
    };
  }
  return assets;
}

/**
 * The draft an item of `sceneToStac` was made from.
 *
 * @returns null for an item Aftermine has not written
 */
export function draftFromStac(item: JsonRecord): SceneDraft | null {
  const properties = recordAt(item, 'properties');
  const family = FAMILIES.find((known) => known === properties['aftermine:family']);
  const id = textAt(item, 'id');
  const datetime = textAt(properties, 'datetime');
  const platform = textAt(properties, 'platform');
  if (family === undefined || id === null || datetime === null || platform === null) return null;
  const bands: Partial<Record<BandName, BandSource>> = {};
  const masks = new Map<MaskKind, MaskSource>();
  for (const asset of Object.values(recordAt(item, 'assets'))) {
    if (!isJsonRecord(asset)) continue;
    const href = textAt(asset, 'href');
    if (href === null) continue;
    arrayAt(asset, 'bands').forEach((band, index) => {
      if (!isJsonRecord(band)) return;
      const name = textAt(band, 'name');
      const reflective = ALL_BANDS.find((known) => known === name);
      const mask = MASKS.find((known) => known === name);
      const scale = numberAt(band, 'raster:scale');
      const offset = numberAt(band, 'raster:offset');
      if (reflective !== undefined && scale !== null && offset !== null) {
        bands[reflective] = { href, index, scale, offset, nodata: numberAt(band, 'nodata') };
      } else if (mask !== undefined) masks.set(mask, { kind: mask, href, index });
    });
  }
  const facts: Record<string, string | number | boolean | null> = {};
  for (const [key, value] of Object.entries(recordAt(properties, 'aftermine:facts'))) {
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    )
      facts[key] = value;
  }
  return {
    id,
    family,
    platform,
    datetime,
    bands,
    masks: arrayAt(properties, 'aftermine:masks').flatMap((kind) => masks.get(kind as MaskKind) ?? []),
    missing: ALL_BANDS.filter((band) => arrayAt(properties, 'aftermine:missing').includes(band)),
    facts,
  };
}

/**
 * The scene an item of `sceneToStac` was made from.
 *
 * @throws InvalidInput `E-SCN-002` for an item that Aftermine has not written
 */
export function sceneFromStac(item: JsonRecord): Scene {
  const draft = draftFromStac(item);
  const grid = gridOf(recordAt(item, 'properties'));
  const bbox = arrayAt(item, 'bbox');
  const [west, south, east, north] = bbox;
  if (
    draft === null ||
    grid === null ||
    typeof west !== 'number' ||
    typeof south !== 'number' ||
    typeof east !== 'number' ||
    typeof north !== 'number'
  ) {
    throw new AftermineError('InvalidInput', 'E-SCN-002', { where: textAt(item, 'id') ?? 'item' });
  }
  return { ...draft, grid, bbox: [west, south, east, north] };
}

function gridOf(properties: JsonRecord): Grid | null {
  const crs = textAt(properties, 'proj:code');
  const [height, width] = arrayAt(properties, 'proj:shape');
  const [pixelWidth, , originX, , down, originY] = arrayAt(properties, 'proj:transform');
  if (crs === null || typeof width !== 'number' || typeof height !== 'number') return null;
  if (typeof pixelWidth !== 'number' || typeof originX !== 'number') return null;
  if (typeof down !== 'number' || typeof originY !== 'number') return null;
  return { crs, originX, originY, pixelWidth, pixelHeight: -down, width, height };
}
