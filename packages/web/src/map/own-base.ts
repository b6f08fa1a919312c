import { projDefinition } from '@aftermine/science/site';
import TileLayer from 'ol/layer/Tile.js';
import { addEquivalentProjections, get } from 'ol/proj.js';
import WMTS from 'ol/source/WMTS.js';
import XYZ from 'ol/source/XYZ.js';
import WMTSTileGrid from 'ol/tilegrid/WMTS.js';
import { projectionOf } from './projection.ts';

/** A base map of the user's own; nothing is asked of any other host unless one is set. */
export interface OwnBase {
  readonly kind: 'xyz' | 'wmts' | 'pmtiles';
  /**
   * Address with `{z}`, `{x}`, `{y}` (XYZ), of the WMTS service, with its key where it has one, or of a PMTiles file, which may lie
   * on our own server (`/api/…`).
   */
  readonly url: string;
  /** What a file is called. PMTiles only. */
  readonly name?: string;
  /** WMTS only. */
  readonly layer?: string;
  readonly matrixSet?: string;
  readonly crs?: 'EPSG:3857' | 'EPSG:4490';
}

const KEPT = 'aftermine.own-base';
const LEVELS = 19;
/** Degrees and metres per pixel of the coarsest level: the world in one tile (metres), or in two side by side from level 1 (degrees). */
const COARSEST = { 'EPSG:4490': 360 / 256, 'EPSG:3857': (2 * 20037508.342789244) / 256 } as const;
const ORIGIN = { 'EPSG:4490': [-180, 90], 'EPSG:3857': [-20037508.342789244, 20037508.342789244] } as const;

/** The base map kept in this browser; null where none is set. */
export function keptBase(): OwnBase | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as OwnBase | null;
    return kept !== null && isBaseAddress(kept.kind, kept.url) ? kept : null;
  } catch {
    return null;
  }
}

/** Whether an address can be that of a base map; one on our own server only of a file. */
export function isBaseAddress(kind: OwnBase['kind'], url: unknown): boolean {
  return (
    typeof url === 'string' &&
    (kind === 'pmtiles' ? /^(https?:\/\/|\/api\/)\S+$/ : /^https?:\/\/\S+$/).test(url)
  );
}

export function keepBase(base: OwnBase | null): void {
  if (base === null) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, JSON.stringify(base));
}

/**
 * The tiles of a base map; those of another system are warped to that of the map.
 *
 * @throws BaseProblem for a file that cannot be shown
 */
export async function baseLayer(base: OwnBase): Promise<TileLayer> {
  if (base.kind === 'pmtiles') return (await import('./own-base-tiles.ts')).archiveLayer(base.url);
  if (base.kind === 'xyz')
    return new TileLayer({ source: new XYZ({ url: base.url, crossOrigin: 'anonymous' }) });
  const code = base.crs ?? 'EPSG:3857';
  const projection = code === 'EPSG:3857' ? get(code)! : geographicOf();
  const resolutions = Array.from({ length: LEVELS }, (_, z) => COARSEST[code] / 2 ** z);
  return new TileLayer({
    source: new WMTS({
      url: base.url,
      layer: base.layer ?? '',
      matrixSet: base.matrixSet ?? '',
      style: 'default',
      format: 'tiles',
      projection,
      crossOrigin: 'anonymous',
      tileGrid: new WMTSTileGrid({
        origin: [...ORIGIN[code]],
        resolutions,
        matrixIds: resolutions.map((_, z) => String(z)),
      }),
    }),
  });
}

function geographicOf() {
  const projection = projectionOf({ code: 'EPSG:4490', proj4: projDefinition('EPSG:4490') });
  projection.setExtent([-180, -90, 180, 90]);
  projection.setGlobal(true);
  addEquivalentProjections([projection]);
  return projection;
}
