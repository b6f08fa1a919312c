import proj4 from 'proj4';
import { AftermineError } from '../base/index.ts';
import { type GaussKruegerDatum, gaussKruegerSystem, meridianOf } from './gauss-krueger-code.ts';

/** Converts a position from one coordinate system to another; writes into `out` when given. x is east or longitude. */
export type Transformer = (x: number, y: number, out?: [number, number]) => [number, number];

const WGS84 = '+proj=longlat +datum=WGS84 +no_defs';
const CGCS2000 = '+proj=longlat +ellps=GRS80 +no_defs';

/** Shape of the earth of each datum, with the shift to WGS 84 where one is published. */
const DATUMS: Readonly<Record<GaussKruegerDatum, string>> = {
  cgcs2000: '+ellps=GRS80',
  xian80: '+a=6378140 +rf=298.257',
  beijing54: '+ellps=krass +towgs84=15.8,-154.4,-82.3',
};

/**
 * The PROJ definition of a coordinate system, or null for one that is not bundled: WGS 84 (4326, 3857, UTM
 * 32601-32660 and 32701-32760), CGCS2000 geographic (4490) and all its Gauss-Krueger zones (6 degrees: 4491-4501
 * with zone prefix, 4502-4512 without; 3 degrees: 4513-4533 with, 4534-4554 without), Xi'an 80 (4610; zones
 * 2327-2348 and 2349-2390) and Beijing 54 (4214; zones 21413-21423, 21453-21463 and 2401-2442), NAD83 and ETRS89 geographic (4269, 4258), NAD83 / Conus Albers (5070), NAD83 / UTM
 * (26901-26923), ETRS89 / UTM (25828-25838).
 *
 * @source EPSG registry
 */
function definition(code: string): string | null {
  const match = /^EPSG:(\d{4,5})$/.exec(code);
  if (match === null) return null;
  const n = Number(match[1]);
  if (n === 4326) return WGS84;
  if (n === 4490) return CGCS2000;
  // NAD83 and ETRS89 are taken as WGS 84, from which they differ by one or two metres and by decimetres.
  if (n === 4269 || n === 4258) return CGCS2000;
  if (n === 4610) return `+proj=longlat ${DATUMS.xian80} +no_defs`;
  if (n === 4214) return `+proj=longlat ${DATUMS.beijing54} +no_defs`;
  if (n === 3857)
    return '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs';
  if (n === 5070)
    return '+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs';
  if (n >= 32601 && n <= 32660) return `+proj=utm +zone=${n - 32600} +datum=WGS84 +units=m +no_defs`;
  if (n >= 32701 && n <= 32760) return `+proj=utm +zone=${n - 32700} +south +datum=WGS84 +units=m +no_defs`;
  if (n >= 26901 && n <= 26923) return `+proj=utm +zone=${n - 26900} +ellps=GRS80 +units=m +no_defs`;
  if (n >= 25828 && n <= 25838) return `+proj=utm +zone=${n - 25800} +ellps=GRS80 +units=m +no_defs`;
  const zone = gaussKruegerSystem(n);
  if (zone === null) return null;
  const falseEasting = (zone.prefixed ? zone.zone * 1e6 : 0) + 500_000;
  return `+proj=tmerc +lat_0=0 +lon_0=${meridianOf(zone)} +k=1 +x_0=${falseEasting} +y_0=0 ${DATUMS[zone.datum]} +units=m +no_defs`;
}

/** Central meridian and false easting of a CGCS2000 Gauss-Krueger zone by EPSG number. */
export function gaussKruegerZone(
  n: number,
): { meridian: number; falseEasting: number; zone: number; width: 3 | 6; prefixed: boolean } | null {
  if (n >= 4491 && n <= 4501) {
    const zone = n - 4491 + 13;
    return { meridian: zone * 6 - 3, falseEasting: zone * 1e6 + 500_000, zone, width: 6, prefixed: true };
  }
  if (n >= 4502 && n <= 4512) {
    const zone = n - 4502 + 13;
    return { meridian: zone * 6 - 3, falseEasting: 500_000, zone, width: 6, prefixed: false };
  }
  if (n >= 4513 && n <= 4533) {
    const zone = n - 4513 + 25;
    return { meridian: zone * 3, falseEasting: zone * 1e6 + 500_000, zone, width: 3, prefixed: true };
  }
  if (n >= 4534 && n <= 4554) {
    const zone = n - 4534 + 25;
    return { meridian: zone * 3, falseEasting: 500_000, zone, width: 3, prefixed: false };
  }
  return null;
}

/**
 * The PROJ definition of a bundled coordinate system, for software that draws in it.
 *
 * @throws Unsupported `E-CRS-001` for a code that is not bundled
 */
export function projDefinition(code: string): string {
  const text = definition(code);
  if (text === null) throw new AftermineError('Unsupported', 'E-CRS-001', { got: code });
  return text;
}

/** True for a code whose definition is bundled. */
export function isKnownCrs(code: string): boolean {
  return definition(code) !== null;
}

/** @throws Unsupported `E-CRS-001` naming a code that is not bundled */
export function assertKnownCrs(code: string): void {
  if (!isKnownCrs(code)) throw new AftermineError('Unsupported', 'E-CRS-001', { got: code });
}

/** True for longitude and latitude in degrees. */
export function isGeographic(code: string): boolean {
  return definition(code)?.includes('+proj=longlat') ?? false;
}

/** Metres in one unit of a coordinate system: 1 for projected ones, null for degrees and for codes not bundled. */
export function unitMetres(code: string): number | null {
  return isKnownCrs(code) && !isGeographic(code) ? 1 : null;
}

/**
 * True for systems whose datum shift is not exactly known: Xi'an 80 (no published parameters) and Beijing 54 (three
 * parameters only), in degrees or in zones. Positions brought from them are good to tens of metres.
 */
export function hasInexactDatum(code: string): boolean {
  if (code === 'EPSG:4610' || code === 'EPSG:4214') return true;
  const zone = gaussKruegerSystem(Number(code.slice(5)));
  return zone !== null && zone.datum !== 'cgcs2000';
}

/**
 * The CGCS2000 Gauss-Krueger zone of a place, without zone prefix.
 *
 * @param longitude degrees east; null is returned outside the zones defined (3 degrees: 73.5-136.5 E, 6 degrees:
 * 72-138 E)
 * @param width of the zone in degrees: 3 for 1:10 000 and larger scales, 6 for smaller ones
 * @source GB/T 13989-2012
 */
export function cgcs2000ZoneFor(longitude: number, width: 3 | 6 = 3): string | null {
  const first = width === 3 ? 4534 : 4502;
  const index = width === 3 ? Math.floor((longitude + 1.5) / 3) - 25 : Math.floor(longitude / 6) + 1 - 13;
  const count = width === 3 ? 21 : 11;
  return index >= 0 && index < count ? `EPSG:${first + index}` : null;
}

/** The UTM zone (WGS 84) of a place. */
export function utmFor(longitude: number, latitude: number): string {
  const zone = Math.min(60, Math.max(1, Math.floor((longitude + 180) / 6) + 1));
  return `EPSG:${(latitude < 0 ? 32700 : 32600) + zone}`;
}

const known = new Map<string, Transformer>();

/**
 * The transform between two bundled systems. CGCS2000 and WGS 84 are taken as the same datum (they agree to
 * centimetres to decimetres).
 *
 * @throws Unsupported `E-CRS-001` for a code that is not bundled
 */
export function transformer(from: string, to: string): Transformer {
  const key = `${from} ${to}`;
  let transform = known.get(key);
  if (transform === undefined) {
    transform = build(from, to);
    known.set(key, transform);
  }
  return transform;
}

function build(from: string, to: string): Transformer {
  const [source, target] = [definition(from), definition(to)];
  if (source === null) throw new AftermineError('Unsupported', 'E-CRS-001', { got: from });
  if (target === null) throw new AftermineError('Unsupported', 'E-CRS-001', { got: to });
  if (from === to) {
    return (x, y, out = [0, 0]) => {
      out[0] = x;
      out[1] = y;
      return out;
    };
  }
  const converter = proj4(source, target);
  return (x, y, out = [0, 0]) => {
    const [px, py] = converter.forward([x, y]) as [number, number];
    out[0] = px;
    out[1] = py;
    return out;
  };
}
