import { arrayAt, isJsonRecord, type JsonRecord, numberAt, recordAt, textAt } from './stac-item-json.ts';
import type { BandName } from './types.ts';

/** One band of one asset, whichever version of STAC described it. */
export interface StacBand {
  /** Key of the asset in the item. */
  readonly asset: string;
  readonly href: string;
  /** Position in the file, from 0. */
  readonly index: number;
  /** Names to recognise it by, in small letters: common name, band name, asset key. */
  readonly commonName: string | null;
  readonly name: string | null;
  /** Null where nothing is declared. */
  readonly scale: number | null;
  readonly offset: number | null;
  readonly nodata: number | null;
  readonly unit: string | null;
  readonly jpeg2000: boolean;
}

const PICTURE_ROLES = new Set(['visual', 'overview', 'thumbnail', 'preview', 'metadata', 'date']);
const PICTURE_KEYS =
  /^(visual|overview|thumbnail|preview|rendered_preview|tci|true[-_]?color|reduced_resolution_browse)/i;

/**
 * Lists the bands of an item's assets: STAC 1.1 `bands` (`eo:common_name`, `raster:scale`, `raster:offset`,
 * `nodata`), or STAC 1.0 `eo:bands` and `raster:bands` side by side. Assets made to be looked at (true-colour
 * pictures, previews) are left out: they repeat the common names of the bands they were drawn from.
 *
 * @param item a STAC Item
 * @returns one entry per band; an asset without any band description counts as one band
 */
export function stacBands(item: JsonRecord): StacBand[] {
  const found: StacBand[] = [];
  for (const [key, asset] of Object.entries(recordAt(item, 'assets'))) {
    if (!isJsonRecord(asset)) continue;
    const href = textAt(asset, 'href');
    if (href === null || PICTURE_KEYS.test(key)) continue;
    if (arrayAt(asset, 'roles').some((role) => typeof role === 'string' && PICTURE_ROLES.has(role))) continue;
    const type = textAt(asset, 'type') ?? '';
    const path = href.replace(/[?#].*$/, '');
    const jpeg2000 = /image\/jp2/i.test(type) || /\.jp2$/i.test(path);
    if (!jpeg2000 && !/tiff/i.test(type) && !/\.tiff?$/i.test(path)) continue;
    const current = arrayAt(asset, 'bands');
    const names = current.length > 0 ? current : arrayAt(asset, 'eo:bands');
    const values = current.length > 0 ? current : arrayAt(asset, 'raster:bands');
    const count = Math.min(Math.max(1, names.length, values.length), 1000);
    for (let index = 0; index < count; index += 1) {
      const name = recordOf(names[index]);
      const value = recordOf(values[index]);
      found.push({
        asset: key,
        href,
        index,
        commonName: textAt(name, 'eo:common_name', 'common_name')?.toLowerCase() ?? null,
        name: textAt(name, 'name')?.toLowerCase() ?? null,
        scale: numberAt(value, 'raster:scale', 'scale') ?? numberAt(asset, 'raster:scale'),
        offset: numberAt(value, 'raster:offset', 'offset') ?? numberAt(asset, 'raster:offset'),
        nodata: numberAt(value, 'nodata') ?? numberAt(asset, 'nodata'),
        unit: textAt(value, 'unit') ?? textAt(asset, 'unit'),
        jpeg2000,
      });
    }
  }
  return found;
}

function recordOf(value: unknown): JsonRecord {
  return isJsonRecord(value) ? value : {};
}

/** STAC common names of Aftermine's reflectance bands; `nir08` serves where there is no `nir`. */
const COMMON_NAMES: ReadonlyMap<string, BandName> = new Map([
  ['blue', 'blue'],
  ['green', 'green'],
  ['red', 'red'],
  ['nir', 'nir'],
  ['nir08', 'nir'],
  ['swir16', 'swir1'],
  ['swir22', 'swir2'],
  ['swir1', 'swir1'],
  ['swir2', 'swir2'],
]);

/** The common name STAC gives a band of ours; heat has none. */
export function stacCommonName(band: BandName): string | null {
  if (band === 'lst') return null;
  if (band === 'swir1') return 'swir16';
  return band === 'swir2' ? 'swir22' : band;
}

/**
 * Which of our reflectance bands a STAC band is by its common name, by its own name, or by the key of its asset.
 *
 * @returns the band and how sure that is: 0 is surest
 */
export function commonBand(band: StacBand): { readonly band: BandName; readonly rank: number } | null {
  const names = [band.commonName, band.name, band.asset.toLowerCase()];
  for (const [position, name] of names.entries()) {
    if (name === null) continue;
    // The key of an asset names it only where it holds a single band.
    if (position === 2 && band.index > 0) continue;
    const known = COMMON_NAMES.get(name);
    if (known !== undefined) return { band: known, rank: position * 2 + (name === 'nir08' ? 1 : 0) };
  }
  return null;
}
