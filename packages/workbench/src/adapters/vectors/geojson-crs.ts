import { AftermineError } from '@aftermine/science/base';
import { boxOf, type Feature } from '@aftermine/science/site';
import type { Tally } from './tally.ts';

/** Beyond this a number is no angle in degrees, however wrong: it is metres. */
const DEGREES_AT_MOST = 360;

/**
 * The CRS of a GeoJSON file: its `crs` member, else what the caller says, else WGS 84 where the numbers can be
 * degrees, else null.
 *
 * @throws InvalidInput `E-VEC-009` for a `crs` member that names no EPSG code
 */
export function geojsonCrs(
  member: unknown,
  features: readonly Feature[],
  source: string,
  assumed: string | undefined,
  tally: Tally,
): string | null {
  if (member !== undefined && member !== null) {
    const stated = epsgOf(member);
    if (stated === null) {
      throw new AftermineError('InvalidInput', 'E-VEC-009', {
        where: source,
        expected: 'urn:ogc:def:crs:EPSG::4490',
        got: JSON.stringify(member).slice(0, 120),
      });
    }
    if (assumed !== undefined && assumed !== stated) tally.note('vector.crs-stated', { stated, assumed });
    return stated;
  }
  if (assumed !== undefined) return assumed;
  const [west, south, east, north] = boxOf(features.flatMap((feature) => feature.geometry));
  const reach = Math.max(Math.abs(west), Math.abs(south), Math.abs(east), Math.abs(north));
  if (Number.isFinite(reach) && reach > DEGREES_AT_MOST) {
    tally.note('vector.not-degrees');
    return null;
  }
  return 'EPSG:4326';
}

function epsgOf(member: unknown): string | null {
  const { type, properties } = member as { type?: unknown; properties?: { name?: unknown; code?: unknown } };
  if (type === 'EPSG' && Number.isInteger(properties?.code)) return `EPSG:${properties?.code}`;
  if (type !== 'name' || typeof properties?.name !== 'string') return null;
  const { name } = properties;
  if (/^(urn:ogc:def:crs:)?(OGC:[\d.]*:)?CRS84$/i.test(name)) return 'EPSG:4326';
  const code = /^(?:urn:(?:x-)?ogc:def:crs:)?EPSG:(?:[\d.]*:)?(\d{4,6})$/i.exec(name)?.[1];
  return code === undefined ? null : `EPSG:${code}`;
}
