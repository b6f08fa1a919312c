import { isGeographic, type MultiPolygon, type Position } from '@aftermine/science/site';
import type { CheckedOutline } from '../../ports/index.ts';

/** The part of the plane that a map shows, and its size on the page. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  /** Metres on the ground that the width is. */
  readonly widthM: number;
  x(place: Position): number;
  y(place: Position): number;
  contains(place: Position): boolean;
}

const METRES_PER_DEGREE = 111_320;
/** Features farther from the boundary than this times its size would shrink it to a dot; arrows point to them. */
const REACH = 0.6;
const MARGIN = 0.06;

/** A frame of a given width about a box, with equal scale both ways. */
export function frameOf(
  [west, south, east, north]: readonly [number, number, number, number],
  crs: string,
  width: number,
  limits: { readonly least: number; readonly most: number },
): MapFrame {
  const metres = isGeographic(crs) ? METRES_PER_DEGREE : 1;
  const mx = metres * (isGeographic(crs) ? Math.cos((((south + north) / 2) * Math.PI) / 180) : 1);
  const wide = Math.max((east - west) * mx, 1);
  const tall = Math.max((north - south) * metres, 1);
  const height = Math.round(Math.min(limits.most, Math.max(limits.least, (width * tall) / wide)));
  // Pixels per metre, so that the box fits both ways and stands in the middle.
  const scale = Math.min(width / wide, height / tall);
  const [cx, cy] = [(west + east) / 2, (south + north) / 2];
  const x = (place: Position): number => width / 2 + (place[0] - cx) * mx * scale;
  const y = (place: Position): number => height / 2 - (place[1] - cy) * metres * scale;
  return {
    width,
    height,
    widthM: width / scale,
    x,
    y,
    contains: (place) => x(place) >= 0 && x(place) <= width && y(place) >= 0 && y(place) <= height,
  };
}

/** The box of a report's map: the boundary and what lies near it. */
export function mapBox({
  features,
}: {
  readonly features: readonly Pick<CheckedOutline, 'role' | 'geometry'>[];
}): readonly [number, number, number, number] | null {
  const boundary = features.filter(({ role }) => role === 'boundary').map(({ geometry }) => geometry);
  const core = boxAround(boundary) ?? boxAround(features.map(({ geometry }) => geometry));
  if (core === null) return null;
  let [west, south, east, north] = core;
  const reach = REACH * Math.max(east - west, north - south);
  const limits = [west - reach, south - reach, east + reach, north + reach] as const;
  for (const { geometry } of features) {
    const box = boxAround([geometry]);
    if (box === null) continue;
    if (box[0] > limits[2] || box[2] < limits[0] || box[1] > limits[3] || box[3] < limits[1]) continue;
    west = Math.min(west, Math.max(box[0], limits[0]));
    south = Math.min(south, Math.max(box[1], limits[1]));
    east = Math.max(east, Math.min(box[2], limits[2]));
    north = Math.max(north, Math.min(box[3], limits[3]));
  }
  const margin = MARGIN * Math.max(east - west, north - south);
  return [west - margin, south - margin, east + margin, north + margin];
}

export function boxAround(
  geometries: readonly MultiPolygon[],
): readonly [number, number, number, number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries)
    for (const polygon of geometry)
      for (const ring of polygon)
        for (const [x, y] of ring) {
          if (x < west) west = x;
          if (x > east) east = x;
          if (y < south) south = y;
          if (y > north) north = y;
        }
  return west <= east ? [west, south, east, north] : null;
}

/**
 * Polygons as SVG path data. Vertices that fall on the one before them at this size are left out, so fifty
 * thousand units stay a page that opens.
 *
 * @param step smallest distance that is drawn, pixels
 */
export function pathOf(polygons: MultiPolygon, frame: MapFrame, step: number): string {
  let path = '';
  for (const polygon of polygons) {
    for (const ring of polygon) {
      let [lastX, lastY] = [Number.NaN, Number.NaN];
      let line = '';
      for (let i = 0; i + 1 < ring.length; i += 1) {
        const x = Math.round(clamped(frame.x(ring[i]!), frame.width) / step) * step;
        const y = Math.round(clamped(frame.y(ring[i]!), frame.height) / step) * step;
        if (x === lastX && y === lastY) continue;
        line += `${line === '' ? 'M' : 'L'}${short(x)} ${short(y)}`;
        [lastX, lastY] = [x, y];
      }
      if (line !== '') path += `${line}Z`;
    }
  }
  return path;
}

/** Far outside the frame only the direction matters; huge numbers upset renderers. */
function clamped(value: number, size: number): number {
  return Math.min(Math.max(value, -20 * size), 21 * size);
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A round length near a fifth of the width: metres and the text for it. */
export function scaleBar({ widthM, width }: MapFrame): { readonly pixels: number; readonly text: string } {
  const fifth = widthM / 5;
  const power = 10 ** Math.floor(Math.log10(fifth));
  const length = power * ([5, 2, 1].find((step) => step * power <= fifth) ?? 1);
  return { pixels: (length / widthM) * width, text: lengthText(length) };
}

export function lengthText(metres: number): string {
  if (metres >= 1000) return `${Number((metres / 1000).toPrecision(2))} km`;
  if (metres >= 1) return `${Number(metres.toPrecision(2))} m`;
  return `${Number((metres * 100).toPrecision(2))} cm`;
}
