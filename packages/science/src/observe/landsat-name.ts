import { isoOfCompact } from './compact-date.ts';

/** What the name of a Landsat file or product says. */
export interface LandsatName {
  /** Product id in capitals: `LC08_L2SP_123032_20200715_20200912_02_T1`. */
  readonly product: string;
  /** `landsat-4` .. `landsat-9`. */
  readonly platform: string;
  /** Which bands there are: TM and ETM+ against OLI. */
  readonly sensor: 'mss' | 'tm' | 'oli';
  /** `L2SP` (reflectance and temperature), `L2SR` (reflectance only), `L1TP`, `L1GT`, `L1GS`. */
  readonly level: string;
  /** WRS-2 path and row, six digits. */
  readonly pathRow: string;
  /** Day of acquisition, `YYYY-MM-DD`. */
  readonly date: string;
  /** Day of processing, `YYYYMMDD`. */
  readonly processed: string;
  /** `01` or `02`. */
  readonly collection: string;
  /** `T1`, `T2`, `RT`. */
  readonly tier: string;
  /** What this file holds, in capitals: `SR_B4`, `ST_B10`, `QA_PIXEL`, `MTL`; empty for a product id alone. */
  readonly part: string;
  /** Ending in small letters without the dot: `tif`, `json`, `tar`, `tar.gz`; empty without. */
  readonly extension: string;
}

const PATTERN =
  /^(L[COTEM]0[1-9])_(L[12][A-Z]{2})_(\d{6})_(\d{8})_(\d{8})_(\d{2})_(RT|T1|T2)(?:_([A-Z0-9_]+))?(?:\.([A-Z0-9.]+))?$/i;

/**
 * Reads the name of a USGS Landsat delivery, in capitals or small letters.
 *
 * @param name file name without folders, or a product id
 * @returns null when it is not a Landsat Collection name
 */
export function parseLandsatName(name: string): LandsatName | null {
  const match = PATTERN.exec(name);
  if (match === null) return null;
  const [satellite, level, pathRow, acquired, processed, collection, tier] = match
    .slice(1, 8)
    .map((s) => s.toUpperCase());
  const date = isoOfCompact(acquired!)?.slice(0, 10);
  if (date === undefined) return null;
  const number = Number(satellite!.slice(3));
  return {
    product: [satellite, level, pathRow, acquired, processed, collection, tier].join('_'),
    platform: `landsat-${number}`,
    sensor: satellite!.startsWith('LM') ? 'mss' : number >= 8 ? 'oli' : 'tm',
    level: level!,
    pathRow: pathRow!,
    date,
    processed: processed!,
    collection: collection!,
    tier: tier!,
    part: (match[8] ?? '').toUpperCase(),
    extension: (match[9] ?? '').toLowerCase(),
  };
}
