import { cgcs2000ZoneFor, gaussKruegerZone, isKnownCrs, transformer } from '@aftermine/science/site';

/** One place told in the ways an office asks for. */
export interface PlaceReadOut {
  readonly longitude: number;
  readonly latitude: number;
  /** CGCS2000, 3-degree zone, easting with the number of the zone before it; null outside of the zones. */
  readonly gaussKrueger: {
    readonly code: string;
    readonly zone: number;
    readonly meridian: number;
    readonly easting: number;
    readonly northing: number;
  } | null;
}

/** Codes of the zones whose eastings carry the zone number stand this far before the others. */
const PREFIXED = 4534 - 4513;

/** A place of the map in longitude and latitude and in CGCS2000 Gauss-Krueger; null in a system that is not known. */
export function placeReadOut(code: string, x: number, y: number): PlaceReadOut | null {
  if (!isKnownCrs(code)) return null;
  const [longitude, latitude] = transformer(code, 'EPSG:4490')(x, y);
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return null;
  const plain = cgcs2000ZoneFor(longitude);
  if (plain === null) return { longitude, latitude, gaussKrueger: null };
  const number = Number(plain.slice(5)) - PREFIXED;
  const { zone, meridian } = gaussKruegerZone(number)!;
  const [easting, northing] = transformer(code, `EPSG:${number}`)(x, y);
  return { longitude, latitude, gaussKrueger: { code: `EPSG:${number}`, zone, meridian, easting, northing } };
}
