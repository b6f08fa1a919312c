import { isoOfCompact } from './compact-date.ts';

/** What the name of a Sentinel-2 product says. */
export interface Sentinel2Name {
  /** The name without ending, in capitals. */
  readonly product: string;
  /** `sentinel-2a` .. `sentinel-2d`. */
  readonly platform: string;
  readonly level: 'L1C' | 'L2A';
  /** ISO 8601 UTC; at midnight for names that hold a day alone. */
  readonly datetime: string;
  /** Processing baseline as `05.10`; null for names without. */
  readonly baseline: string | null;
  /** MGRS tile with its T: `T50TMK`. */
  readonly tile: string;
  /** What distinguishes two products of one acquisition; greater is newer. */
  readonly version: string;
  /** Same for every processing of one acquisition. */
  readonly acquisition: string;
}

/** `S2A_MSIL2A_20200715T025551_N0214_R032_T50TMK_20200715T065843`, as ESA names products. */
const ESA = /^(S2[A-D])_MSI(L1C|L2A)_(\d{8}T\d{6})_N(\d{2})(\d{2})_R\d{3}_(T\d{2}[A-Z]{3})_(\d{8}T\d{6})$/i;
/** `S2B_52SFA_20220126_0_L2A` and `S2B_T52SFA_20220126T021234_L2A`, as COG archives name items. */
const ARCHIVE = /^(S2[A-D])_T?(\d{2}[A-Z]{3})_(\d{8}(?:T\d{6})?)(?:_(\d+))?_(L1C|L2A)$/i;

/**
 * Reads the name of a Sentinel-2 product, with or without an ending such as `.SAFE`.
 *
 * @returns null when it is not one
 */
export function parseSentinel2Name(text: string): Sentinel2Name | null {
  const product = text.replace(/\.(SAFE|zip|json)$/i, '').toUpperCase();
  const esa = ESA.exec(product);
  if (esa !== null) {
    const [, satellite, level, moment, major, minor, tile, generated] = esa;
    const datetime = isoOfCompact(moment!);
    if (datetime === null) return null;
    const platform = platformOf(satellite!);
    const baseline = `${major}.${minor}`;
    return {
      product,
      platform,
      level: level === 'L1C' ? 'L1C' : 'L2A',
      datetime,
      baseline,
      tile: tile!,
      version: `${baseline} ${generated}`,
      acquisition: `${platform} ${tile} ${datetime}`,
    };
  }
  const archive = ARCHIVE.exec(product);
  if (archive === null) return null;
  const [, satellite, square, moment, sequence = '0', level] = archive;
  const datetime = isoOfCompact(moment!);
  if (datetime === null) return null;
  const platform = platformOf(satellite!);
  return {
    product,
    platform,
    level: level === 'L1C' ? 'L1C' : 'L2A',
    datetime,
    baseline: null,
    tile: `T${square}`,
    version: sequence,
    // The sequence number counts the acquisitions of one day.
    acquisition: `${platform} T${square} ${datetime} ${sequence}`,
  };
}

function platformOf(satellite: string): string {
  return `sentinel-2${satellite.slice(2).toLowerCase()}`;
}

/** Which band a Sentinel-2 file holds. */
export interface Sentinel2File {
  /** `B02` .. `B12`, `B8A`, or `SCL`. */
  readonly band: string;
  /** Metres, from the name; null where it does not say. */
  readonly resolution: number | null;
  /** What stands before the band, in capitals: `T50TMK_20200715T025551`; empty where nothing does. */
  readonly prefix: string;
  readonly jpeg2000: boolean;
}

/** Common names of Sentinel-2 bands, as COG archives call files and assets. */
export const SENTINEL_2_COMMON: Readonly<Record<string, string>> = {
  blue: 'B02',
  green: 'B03',
  red: 'B04',
  nir: 'B08',
  nir08: 'B8A',
  swir16: 'B11',
  swir22: 'B12',
  scl: 'SCL',
};

/**
 * Reads the name of one Sentinel-2 band file: `T50TMK_20200715T025551_B02_10m.jp2`, `B8A.tif`, `scl.tif`,
 * `swir16.tif`. Endings such as `.jp2.tif` of converted files are understood.
 *
 * @returns null when it holds none of the bands that are used
 */
export function parseSentinel2File(fileName: string): Sentinel2File | null {
  const match =
    /^(?:(.+)[_.-])?(B0[2348]|B1[12]|B8A|SCL|blue|green|red|nir|nir08|swir16|swir22)(?:_(\d{2})m)?(?:\.jp2)?\.(tiff?|jp2)$/i.exec(
      fileName,
    );
  if (match === null) return null;
  const [, prefix = '', name, resolution, extension] = match;
  return {
    band: SENTINEL_2_COMMON[name!.toLowerCase()] ?? name!.toUpperCase(),
    resolution: resolution === undefined ? null : Number(resolution),
    prefix: prefix.toUpperCase(),
    jpeg2000: extension!.toLowerCase() === 'jp2',
  };
}
