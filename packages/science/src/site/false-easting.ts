import { gaussKruegerSystem } from './gauss-krueger-code.ts';

/**
 * The easting of the central meridian of a transverse Mercator zone, metres: 500 000, and for Gauss-Krueger
 * systems whose eastings carry their zone number (带号) that number of millions before it.
 *
 * @returns null for systems that are no such zone
 * @source EPSG Geodetic Parameter Dataset
 */
export function falseEasting(crs: string): number | null {
  const code = Number(/^EPSG:(\d+)$/.exec(crs)?.[1]);
  const isUtm = [32600, 32700, 26900].some((base) => code > base && code <= base + 60);
  if (isUtm) return 500_000;
  const zone = gaussKruegerSystem(code);
  return zone === null ? null : (zone.prefixed ? zone.zone * 1e6 : 0) + 500_000;
}
