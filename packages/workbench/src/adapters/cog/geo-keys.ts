import {
  crsFromName,
  crsFromTransverseMercator,
  crsFromWkt,
  type DatumName,
  datumFromName,
  geographicCrs,
} from '@aftermine/science/site';
import type { TiffDirectory } from './tiff-structure.ts';

const KEY_DIRECTORY = 34_735;
const DOUBLES = 34_736;
const TEXTS = 34_737;

const MODEL_TYPE = 1024;
const CITATION = 1026;
const GEOGRAPHIC_CRS = 2048;
const GEOGRAPHIC_CITATION = 2049;
const PROJECTED_CRS = 3072;
const PROJECTED_CITATION = 3073;
const PROJECTION = 3074;
const PROJECTION_METHOD = 3075;
const LINEAR_UNITS = 3076;

const GEOGRAPHIC_MODEL = 2;
const USER_DEFINED = 32_767;
const TRANSVERSE_MERCATOR = 1;
const METRE = 9001;

/** The GeoKeys of a directory by the kind of their values. */
export interface GeoKeys {
  readonly codes: ReadonlyMap<number, number>;
  readonly numbers: ReadonlyMap<number, number>;
  readonly texts: ReadonlyMap<number, string>;
}

/** Reads the GeoKey directory; keys that point outside their tables are left out. */
export function readGeoKeys(directory: TiffDirectory): GeoKeys {
  const codes = new Map<number, number>();
  const numbers = new Map<number, number>();
  const texts = new Map<number, string>();
  const all = directory.numbers(KEY_DIRECTORY) ?? [];
  const doubles = directory.numbers(DOUBLES) ?? [];
  const text = directory.text(TEXTS) ?? '';
  for (let i = 4; i + 3 < all.length; i += 4) {
    const [key, place, count, value] = [all[i]!, all[i + 1]!, all[i + 2]!, all[i + 3]!];
    if (place === 0) codes.set(key, value);
    else if (place === DOUBLES && value < doubles.length) numbers.set(key, doubles[value]!);
    else if (place === TEXTS) texts.set(key, text.slice(value, value + count).replace(/\|+$/, ''));
  }
  return { codes, numbers, texts };
}

/**
 * The CRS a file's keys state: its EPSG code, or for systems spelt out by their parts the bundled system that has
 * the same parameters or name.
 *
 * @returns `EPSG:n`; null where nothing is stated or recognised
 */
export function crsOfKeys(keys: GeoKeys): string | null {
  const { codes } = keys;
  const projected = codes.get(PROJECTED_CRS) ?? 0;
  if (projected > 0 && projected !== USER_DEFINED) return `EPSG:${projected}`;
  if (projected === USER_DEFINED || codes.get(MODEL_TYPE) === 1) return userDefined(keys);
  const geographic = codes.get(GEOGRAPHIC_CRS) ?? 0;
  if (geographic > 0 && geographic !== USER_DEFINED) return `EPSG:${geographic}`;
  if (codes.get(MODEL_TYPE) !== GEOGRAPHIC_MODEL) return null;
  const datum = datumOf(keys);
  return datum === null ? null : geographicCrs(datum);
}

function datumOf({ codes, texts }: GeoKeys): DatumName | null {
  const byCode: Readonly<Record<number, DatumName>> = {
    4326: 'wgs84',
    4490: 'cgcs2000',
    4269: 'nad83',
    4258: 'etrs89',
    4610: 'xian80',
    4214: 'beijing54',
  };
  const known = byCode[codes.get(GEOGRAPHIC_CRS) ?? 0];
  if (known !== undefined) return known;
  for (const key of [GEOGRAPHIC_CITATION, PROJECTED_CITATION, CITATION]) {
    const datum = datumFromName(texts.get(key) ?? '');
    if (datum !== null) return datum;
  }
  return null;
}

function userDefined(keys: GeoKeys): string | null {
  const { codes, numbers, texts } = keys;
  for (const key of [PROJECTED_CITATION, CITATION]) {
    const wkt = /PROJCS\[.*/is.exec(texts.get(key) ?? '')?.[0];
    const code = wkt === undefined ? null : crsFromWkt(wkt);
    if (code !== null) return code;
  }
  const datum = datumOf(keys);
  const metres = (codes.get(LINEAR_UNITS) ?? METRE) === METRE;
  const utm = codes.get(PROJECTION) ?? 0;
  if (datum === 'wgs84' && utm > 16_000 && utm <= 16_060) return `EPSG:${utm + 16_600}`;
  if (datum === 'wgs84' && utm > 16_100 && utm <= 16_160) return `EPSG:${utm + 16_600}`;
  if (datum !== null && metres && codes.get(PROJECTION_METHOD) === TRANSVERSE_MERCATOR) {
    const first = (...ids: readonly number[]): number | undefined =>
      ids.map((id) => numbers.get(id)).find((value) => value !== undefined);
    return crsFromTransverseMercator({
      datum,
      // natural origin, false origin, centre: writers differ in which they fill
      centralMeridian: first(3080, 3084, 3088) ?? Number.NaN,
      latitudeOfOrigin: first(3081, 3085, 3089) ?? 0,
      scale: first(3092, 3093) ?? 1,
      falseEasting: first(3082, 3086, 3090) ?? 0,
      falseNorthing: first(3083, 3087, 3091) ?? 0,
    });
  }
  // Without parameters there is only the name.
  if (codes.has(PROJECTION_METHOD)) return null;
  return crsFromName(texts.get(PROJECTED_CITATION) ?? texts.get(CITATION) ?? '');
}
