import { isGeographic, type MultiPolygon, type Site } from '@aftermine/science/site';

export const SHAPE_SETS = ['boundary', 'units', 'reference'] as const;
export type ShapeSet = (typeof SHAPE_SETS)[number];

/** Decimals coordinates are written with: centimetres, or 1e-7 degrees, which is a centimetre, too. */
export function coordinateDigits(crs: string): number {
  return isGeographic(crs) ? 7 : 2;
}

/**
 * A set of shapes as a GeoJSON FeatureCollection in the CRS of the project, coordinates rounded to the centimetre and told by the
 * `crs` member of the 2008 format; properties are `id` and `name`.
 */
export function shapesText(site: Site, set: ShapeSet): string {
  const digits = coordinateDigits(site.crs);
  const features =
    set === 'units'
      ? site.units
      : set === 'reference'
        ? site.references
        : [{ id: 'boundary', name: site.name, geometry: site.boundary }];
  const parts = features.map(
    ({ id, name, geometry }) =>
      `{"type":"Feature","id":${JSON.stringify(id)},"properties":${JSON.stringify({ id, name })},"geometry":${geometryText(geometry, digits)}}`,
  );
  const crs = `{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::${site.crs.slice(5)}"}}`;
  return `{"type":"FeatureCollection","crs":${crs},"features":[${parts.join(',\n')}]}`;
}

/**
 * Polygons as GeoJSON text, a single one as Polygon.
 *
 * @param digits decimals of the coordinates
 * @param flipped second coordinate first, for systems whose first axis points north
 */
export function geometryText(polygons: MultiPolygon, digits: number, flipped = false): string {
  const scale = 10 ** digits;
  const round = (value: number): number => Math.round(value * scale) / scale;
  const ring = (positions: MultiPolygon[number][number]): string =>
    `[${positions
      .map(([x, y]) => (flipped ? `[${round(y)},${round(x)}]` : `[${round(x)},${round(y)}]`))
      .join(',')}]`;
  const polygon = (rings: MultiPolygon[number]): string => `[${rings.map(ring).join(',')}]`;
  return polygons.length === 1
    ? `{"type":"Polygon","coordinates":${polygon(polygons[0]!)}}`
    : `{"type":"MultiPolygon","coordinates":[${polygons.map(polygon).join(',')}]}`;
}
