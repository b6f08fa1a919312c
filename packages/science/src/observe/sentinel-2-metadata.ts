import { isoInUtc } from './compact-date.ts';

/** What Aftermine takes from `MTD_MSIL2A.xml`. */
export interface Sentinel2Metadata {
  /** `L1C` or `L2A`. */
  readonly level: string | null;
  readonly datetime: string | null;
  /** `05.10`. */
  readonly baseline: string | null;
  /** `sentinel-2a`. */
  readonly platform: string | null;
  /** Reflectance = (DN + offset) / quantification. */
  readonly quantification: number | null;
  /** Offsets in DN by band (`B04`); empty in products older than baseline 04.00. */
  readonly offsets: ReadonlyMap<string, number>;
  /** Percent. */
  readonly cloudCover: number | null;
}

/** Bands in the order of `band_id`. */
const BAND_IDS = [
  'B01',
  'B02',
  'B03',
  'B04',
  'B05',
  'B06',
  'B07',
  'B08',
  'B8A',
  'B09',
  'B10',
  'B11',
  'B12',
] as const;

/**
 * Reads the product metadata of a Sentinel-2 SAFE folder. Only plain elements are looked for: entities,
 * document types and references are never followed.
 *
 * @returns null when it is not such a file
 */
export function parseSentinel2Metadata(xml: string): Sentinel2Metadata | null {
  if (!/Level-\d\w?_User_Product|<PROCESSING_BASELINE>/.test(xml)) return null;
  const number = (name: string): number | null => {
    const value = Number.parseFloat(element(xml, name) ?? '');
    return Number.isFinite(value) ? value : null;
  };
  const offsets = new Map<string, number>();
  for (const [, id, text] of xml.matchAll(
    /<BOA_ADD_OFFSET\s+band_id="(\d{1,2})"\s*>\s*(-?[\d.]{1,12})\s*</g,
  )) {
    const band = BAND_IDS[Number(id)];
    const value = Number(text);
    if (band !== undefined && Number.isFinite(value)) offsets.set(band, value);
  }
  const quantification = number('BOA_QUANTIFICATION_VALUE') ?? number('QUANTIFICATION_VALUE');
  const spacecraft = /^Sentinel-2([A-D])$/i.exec(element(xml, 'SPACECRAFT_NAME') ?? '')?.[1];
  const baseline = /^\d{2}\.\d{2}$/.exec(element(xml, 'PROCESSING_BASELINE') ?? '')?.[0];
  return {
    level:
      /Level-?(1C|2A)/i
        .exec(element(xml, 'PROCESSING_LEVEL') ?? '')?.[1]
        ?.toUpperCase()
        .padStart(3, 'L') ?? null,
    datetime: isoInUtc(element(xml, 'DATATAKE_SENSING_START') ?? element(xml, 'PRODUCT_START_TIME') ?? ''),
    baseline: baseline ?? null,
    platform: spacecraft === undefined ? null : `sentinel-2${spacecraft.toLowerCase()}`,
    quantification: quantification !== null && quantification > 0 ? quantification : null,
    offsets,
    cloudCover: number('Cloud_Coverage_Assessment'),
  };
}

function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}(?:\\s[^>]{0,200})?>\\s*([^<]{1,200}?)\\s*</${name}>`).exec(xml)?.[1];
}
