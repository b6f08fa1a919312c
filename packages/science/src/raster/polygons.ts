/**
 * Polygons as GeoJSON nests them: polygon -> ring (outer first, then holes) -> position (x, y). Rings are
 * closed. The same shape as `site.MultiPolygon`, which this folder may not import.
 */
export type Polygons = readonly (readonly (readonly (readonly [x: number, y: number])[])[])[];
