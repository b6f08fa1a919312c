import type { FeatureSet } from './types.ts';

/**
 * Features as GeoJSON text, one feature a line. In WGS 84 as RFC 7946 has it; in any other system with the
 * `crs` member of the 2008 format, which QGIS, GDAL and Aftermine honour. Single polygons are written as
 * Polygon, everything else as MultiPolygon.
 *
 * @returns text that ends in a line feed; equal features give equal text
 */
export function toGeojson({ crs, features }: Pick<FeatureSet, 'crs' | 'features'>): string {
  const lines = features.map(({ id, geometry, properties }) => {
    const [only] = geometry;
    const shape =
      geometry.length === 1 && only !== undefined
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates: geometry };
    return JSON.stringify({ type: 'Feature', ...(id === null ? {} : { id }), properties, geometry: shape });
  });
  const code = /^EPSG:(\d+)$/.exec(crs ?? '')?.[1];
  const member =
    code === undefined || code === '4326'
      ? ''
      : `"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::${code}"}},\n`;
  return `{"type":"FeatureCollection",\n${member}"features":[\n${lines.join(',\n')}\n]}\n`;
}
