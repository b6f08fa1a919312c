import { isoOfDayOfYear } from './compact-date.ts';

/** What the name of an HLS file or granule says. */
export interface HlsName {
  /** `HLS.L30.T50TMK.2020197T025423.v2.0`. */
  readonly granule: string;
  /** `L30` from Landsat 8 and 9, `S30` from Sentinel-2. */
  readonly product: 'L30' | 'S30';
  /** MGRS tile with its T. */
  readonly tile: string;
  /** ISO 8601 UTC. */
  readonly datetime: string;
  /** `2.0`. */
  readonly version: string;
  /** `B04`, `B8A`, `FMASK`, in capitals; empty for a granule alone. */
  readonly part: string;
  /** In small letters without the dot; empty without. */
  readonly extension: string;
}

/**
 * Reads the name of a Harmonized Landsat Sentinel-2 file or granule:
 * `HLS.L30.T50TMK.2020197T025423.v2.0.B04.tif`.
 *
 * @returns null when it is not one
 * @see HLS User Guide v2
 */
export function parseHlsName(name: string): HlsName | null {
  const match =
    /^HLS\.(L30|S30)\.(T\d{2}[A-Z]{3})\.(\d{7}T\d{6})\.v(\d+\.\d+)(?:[._]([A-Z0-9_]+))?(?:\.([a-z0-9.]+))?$/i.exec(
      name,
    );
  if (match === null) return null;
  const [, product, tile, moment, version, part = '', extension = ''] = match;
  const datetime = isoOfDayOfYear(moment!.toUpperCase());
  if (datetime === null) return null;
  return {
    granule: `HLS.${product}.${tile}.${moment}.v${version}`.toUpperCase().replace('.V', '.v'),
    product: product!.toUpperCase() === 'L30' ? 'L30' : 'S30',
    tile: tile!.toUpperCase(),
    datetime,
    version: version!,
    part: part.toUpperCase(),
    extension: extension.toLowerCase(),
  };
}
