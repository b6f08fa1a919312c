import type { FeatureCollection, Geometry, Position } from 'geojson';

/** What a small map draws: outlines as SVG paths in a box of `width` x `height`, and the place in it. */
export interface ChipOutline {
  readonly site: string;
  readonly unit: string;
  readonly place: readonly [x: number, y: number] | null;
}

/**
 * Fits a site into a small box, north up, with one unit of it or one place in the CRS of the site. Degrees are narrowed by the cosine
 * of their latitude. Null where the site has no outline.
 */
export function chipOutline(
  boundary: FeatureCollection,
  unit: Geometry | null,
  place: readonly [number, number] | null,
  box: { readonly width: number; readonly height: number; readonly pad: number; readonly degrees: boolean },
): ChipOutline | null {
  const site = boundary.features.flatMap(({ geometry }) => ringsOf(geometry));
  const points = site.flat();
  if (points.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const narrow = box.degrees ? Math.cos(((south + north) / 2) * (Math.PI / 180)) : 1;
  const scale = Math.min(
    (box.width - 2 * box.pad) / Math.max(1e-12, (east - west) * narrow),
    (box.height - 2 * box.pad) / Math.max(1e-12, north - south),
  );
  const at = ([x = 0, y = 0]: Position): [number, number] => [
    round(box.width / 2 + (x - (west + east) / 2) * narrow * scale),
    round(box.height / 2 - (y - (south + north) / 2) * scale),
  ];
  const path = (rings: readonly Position[][]): string =>
    rings.map((ring) => `M${ring.map((point) => at(point).join(' ')).join('L')}Z`).join('');
  return {
    site: path(site),
    unit: unit === null ? '' : path(ringsOf(unit)),
    place: place === null ? null : at([...place]),
  };
}

function ringsOf(geometry: Geometry | null): Position[][] {
  if (geometry?.type === 'Polygon') return geometry.coordinates;
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
