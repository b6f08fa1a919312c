import { isKnownCrs } from './crs.ts';
import {
  type GaussKruegerDatum,
  gaussKruegerCode,
  gaussKruegerSystem,
  meridianOf,
} from './gauss-krueger-code.ts';

/** The datums whose systems are recognised by name. */
export type DatumName = 'wgs84' | 'cgcs2000' | 'nad83' | 'etrs89' | 'xian80' | 'beijing54';

/** What a transverse Mercator system is made of. */
export interface TransverseMercator {
  readonly datum: DatumName;
  /** Degrees east. */
  readonly centralMeridian: number;
  readonly latitudeOfOrigin: number;
  readonly scale: number;
  /** Metres. */
  readonly falseEasting: number;
  readonly falseNorthing: number;
}

const GEOGRAPHIC: Readonly<Record<DatumName, string>> = {
  wgs84: 'EPSG:4326',
  cgcs2000: 'EPSG:4490',
  nad83: 'EPSG:4269',
  etrs89: 'EPSG:4258',
  xian80: 'EPSG:4610',
  beijing54: 'EPSG:4214',
};

/** Spellings of EPSG, Esri and Chinese software, without spaces and signs. */
const SPELLINGS: readonly (readonly [RegExp, DatumName])[] = [
  [/cgcs2000|chinageodeticcoordinatesystem2000|china2000|国家2000|国家大地坐标系/, 'cgcs2000'],
  [/wgs1984|wgs84|worldgeodeticsystem1984/, 'wgs84'],
  [/nad83|northamerican1983|northamericandatum1983/, 'nad83'],
  [/etrs89|etrs1989|europeanterrestrialreferencesystem1989/, 'etrs89'],
  [/xian1980|xian80|西安80|西安1980/, 'xian80'],
  [/beijing1954|beijing54|北京54|北京1954/, 'beijing54'],
];

/** The datum a name speaks of, or null. */
export function datumFromName(name: string): DatumName | null {
  const bare = name.toLowerCase().replace(/[^a-z0-9\u4e00-\u9fff]/g, '');
  return SPELLINGS.find(([spelling]) => spelling.test(bare))?.[1] ?? null;
}

/** The code of the geographic system of a datum. */
export function geographicCrs(datum: DatumName): string {
  return GEOGRAPHIC[datum];
}

/**
 * The bundled code of a system named as EPSG, Esri or GDAL name it: `WGS_1984_UTM_Zone_50N`,
 * `CGCS2000_3_Degree_GK_CM_114E`, `CGCS2000 / Gauss-Kruger zone 20`; null for other names.
 */
export function crsFromName(name: string): string | null {
  const datum = datumFromName(name);
  if (datum === null) return null;
  const bare = name.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
  const utm = /\butm zone (\d{1,2}) ?([ns])\b/.exec(bare);
  if (utm !== null) return utmCode(datum, Number(utm[1]), utm[2] === 's');
  const width = /\b3 degree\b/.test(bare) ? 3 : 6;
  const meridian = /\bcm (\d{1,3}) ?e\b/.exec(bare)?.[1];
  const zone = /\b(?:gk|gauss kruger) zone (\d{1,2})\b/.exec(bare)?.[1];
  if (isGaussKrueger(datum) && zone !== undefined)
    return gaussKruegerCode({ datum, zone: Number(zone), width, prefixed: true });
  if (isGaussKrueger(datum) && meridian !== undefined)
    return gaussKruegerCode({ datum, zone: zoneOfMeridian(Number(meridian), width), width, prefixed: false });
  return /\b(utm|gk|gauss|mercator|albers|lambert)\b/.test(bare) ? null : GEOGRAPHIC[datum];
}

/**
 * The bundled code of a transverse Mercator system by its parameters: UTM, or a Chinese Gauss-Krueger zone. A
 * meridian that both a 3-degree and a 6-degree zone have gives the former, since without zone prefix the two are
 * the same projection.
 */
export function crsFromTransverseMercator(system: TransverseMercator): string | null {
  const { datum, centralMeridian, latitudeOfOrigin, scale, falseEasting, falseNorthing } = system;
  if (Math.abs(latitudeOfOrigin) > 1e-9) return null;
  if (Math.abs(scale - 0.9996) < 1e-9) {
    const zone = (centralMeridian + 183) / 6;
    const south = falseNorthing === 10_000_000;
    if (!Number.isInteger(zone) || falseEasting !== 500_000 || (falseNorthing !== 0 && !south)) return null;
    return utmCode(datum, zone, south);
  }
  if (!isGaussKrueger(datum) || Math.abs(scale - 1) > 1e-9 || falseNorthing !== 0) return null;
  for (const width of [3, 6] as const) {
    const zone = zoneOfMeridian(centralMeridian, width);
    const prefixed = falseEasting === zone * 1e6 + 500_000;
    const code = gaussKruegerCode({ datum, zone, width, prefixed });
    if (code !== null && (prefixed || falseEasting === 500_000)) return code;
  }
  return null;
}

function isGaussKrueger(datum: DatumName): datum is GaussKruegerDatum {
  return datum === 'cgcs2000' || datum === 'xian80' || datum === 'beijing54';
}

/** No whole number for a meridian that the width does not have. */
function zoneOfMeridian(meridian: number, width: 3 | 6): number {
  return width === 3 ? meridian / 3 : (meridian + 3) / 6;
}

/**
 * The bundled code of a system written as WKT, such as the content of a `.prj` file: by the code it states for
 * itself, else by its projection and parameters, else by its name.
 *
 * @param wkt WKT 1 (OGC or Esri) or WKT 2
 * @returns null for what is not recognised; never a guess: units other than metres and degrees, other prime
 * meridians and other projections give null
 */
export function crsFromWkt(wkt: string): string | null {
  const text = wkt.trim();
  const own = /(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d+)"?\s*\]\s*\]$/i.exec(text)?.[1];
  if (own !== undefined && isKnownCrs(`EPSG:${own}`)) return `EPSG:${own}`;
  const head = /^(PROJCS|PROJCRS|GEOGCS|GEOGCRS|GEODCRS)\s*\[\s*"([^"]*)"/i.exec(text);
  if (head === null) return null;
  const primeMeridian = /PRIMEM\s*\[\s*"[^"]*"\s*,\s*([-\d.eE]+)/i.exec(text)?.[1];
  if (primeMeridian !== undefined && Number(primeMeridian) !== 0) return null;
  const datumText = /DATUM\s*\[\s*"([^"]*)"/i.exec(text)?.[1] ?? '';
  const base = /^PROJ/i.test(head[1]!) ? /(?:GEOGCS|BASEGEOGCRS)\s*\[\s*"([^"]*)"/i.exec(text)?.[1] : head[2];
  const datum = datumFromName(datumText) ?? datumFromName(base ?? '');
  if (datum === null) return null;
  if (/^GEO/i.test(head[1]!)) return GEOGRAPHIC[datum];
  const lengths = [...text.matchAll(/UNIT\s*\[\s*"(?!deg|unity)([^"]*)"\s*,\s*([\d.eE+-]+)/gi)];
  if (lengths.some((unit) => !/^met/i.test(unit[1]!) || Number(unit[2]) !== 1)) return null;
  const method = /(?:PROJECTION|METHOD)\s*\[\s*"([^"]*)"/i.exec(text)?.[1] ?? '';
  if (/Mercator_Auxiliary_Sphere|Popular Visualisation/i.test(method)) return 'EPSG:3857';
  if (!/^(transverse[_ ]mercator|gauss[_ ]?kr(u|ue|ü)ger)$/i.test(method)) return null;
  const parameters = new Map<string, number>();
  for (const [, name, value] of text.matchAll(/PARAMETER\s*\[\s*"([^"]*)"\s*,\s*([-+\d.eE]+)/gi))
    parameters.set(name!.toLowerCase().replace(/[^a-z]+/g, '_'), Number(value));
  const first = (...names: readonly string[]): number | undefined =>
    names.map((name) => parameters.get(name)).find((value) => value !== undefined);
  const system: TransverseMercator = {
    datum,
    centralMeridian: first('central_meridian', 'longitude_of_natural_origin') ?? Number.NaN,
    latitudeOfOrigin: first('latitude_of_origin', 'latitude_of_natural_origin') ?? 0,
    scale: first('scale_factor', 'scale_factor_at_natural_origin') ?? 1,
    falseEasting: first('false_easting') ?? 0,
    falseNorthing: first('false_northing') ?? 0,
  };
  const byParameters = crsFromTransverseMercator(system);
  // The name tells zones of 3 and 6 degrees apart; it counts only where it means the same projection.
  const byName = crsFromName(head[2]!);
  return byName !== null && byParameters !== null && isSameZone(byName, byParameters) ? byName : byParameters;
}

function isSameZone(a: string, b: string): boolean {
  const [one, other] = [gaussKruegerSystem(Number(a.slice(5))), gaussKruegerSystem(Number(b.slice(5)))];
  if (one === null || other === null || one.datum !== other.datum) return false;
  return meridianOf(one) === meridianOf(other) && one.prefixed === other.prefixed;
}

function utmCode(datum: DatumName, zone: number, south: boolean): string | null {
  const base = datum === 'wgs84' ? (south ? 32700 : 32600) : datum === 'nad83' ? 26900 : 25800;
  if ((datum === 'nad83' || datum === 'etrs89') && south) return null;
  if (datum !== 'wgs84' && datum !== 'nad83' && datum !== 'etrs89') return null;
  const code = `EPSG:${base + zone}`;
  return zone >= 1 && zone <= 60 && isKnownCrs(code) ? code : null;
}
