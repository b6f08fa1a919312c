import { type MultiPolygon, projectPolygons, type Ring } from '@aftermine/science/site';
import type { ObservationReport } from '../../ports/index.ts';
import { type Html, html, raw } from './html.ts';

/** One outline on the maps, in shares of their width and height. */
export interface Outline {
  readonly kind: 'boundary' | 'unit' | 'reference';
  readonly id: string;
  readonly polygons: MultiPolygon;
  /** Where its name stands; null for the boundary. */
  readonly label: readonly [x: number, y: number] | null;
}

/** Boundary, reference areas and units in the frame of the maps: (0, 0) north-west, (1, 1) south-east. */
export function outlinesOf({ site, crs, box }: ObservationReport): Outline[] {
  const [west, south, east, north] = box;
  const place = (polygons: MultiPolygon): MultiPolygon =>
    projectPolygons(polygons, site.crs, crs).map((polygon) =>
      polygon.map((ring) =>
        ring.map(([x, y]) => [(x - west) / (east - west), (north - y) / (north - south)] as const),
      ),
    );
  const area = (kind: 'unit' | 'reference', id: string, geometry: MultiPolygon): Outline => {
    const polygons = place(geometry);
    return { kind, id, polygons, label: labelPlace(polygons) };
  };
  return [
    { kind: 'boundary', id: '', polygons: place(site.boundary), label: null },
    ...site.references.map(({ id, geometry }) => area('reference', id, geometry)),
    ...site.units.map(({ id, geometry }) => area('unit', id, geometry)),
  ];
}

const STEPS = 24;

/** A place well inside the largest polygon: of a lattice of points, the one farthest from every edge. */
function labelPlace(polygons: MultiPolygon): readonly [x: number, y: number] | null {
  let largest: readonly Ring[] | null = null;
  let most = 0;
  for (const polygon of polygons) {
    const size = Math.abs(signedArea(polygon[0] ?? []));
    if (size > most) {
      most = size;
      largest = polygon;
    }
  }
  if (largest === null) return null;
  const [xs, ys] = [largest[0]!.map(([x]) => x), largest[0]!.map(([, y]) => y)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best: readonly [number, number] | null = null;
  let farthest = 0;
  for (let i = 1; i < STEPS; i += 1) {
    for (let j = 1; j < STEPS; j += 1) {
      const x = x0 + ((x1 - x0) * i) / STEPS;
      const y = y0 + ((y1 - y0) * j) / STEPS;
      const depth = depthInside(largest, x, y);
      if (depth > farthest) {
        farthest = depth;
        best = [x, y];
      }
    }
  }
  return best ?? [(x0 + x1) / 2, (y0 + y1) / 2];
}

function signedArea(ring: Ring): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1)
    sum += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  return sum / 2;
}

/** Distance to the nearest edge inside the polygon; 0 outside. */
function depthInside(rings: readonly Ring[], x: number, y: number): number {
  let inside = false;
  let least = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const [ax, ay] = ring[i - 1]!;
      const [bx, by] = ring[i]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
      least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
    }
  }
  return inside ? least : 0;
}

const GRID = 1000;

/** Outlines as SVG path data in a frame of `width` by `height`. */
export function pathData(polygons: MultiPolygon, width: number, height: number): string {
  const at = (value: number): string => String(Math.round(value * 100) / 100);
  return polygons
    .flatMap((polygon) =>
      polygon.map((ring) => `M${ring.map(([x, y]) => `${at(x * width)} ${at(y * height)}`).join('L')}Z`),
    )
    .join('');
}

/** The outlines over a map, with names: an SVG that stretches with it, and labels that keep their size. */
export function overlay(outlines: readonly Outline[], labelled = true): Html {
  const path = (outline: Outline, klass: string): Html =>
    html`<path class="${klass}" d="${pathData(outline.polygons, GRID, GRID)}"></path>`;
  const inner = outlines.filter(({ kind }) => kind !== 'boundary');
  const outer = outlines.filter(({ kind }) => kind === 'boundary');
  const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;
  return html`<svg class="outlines" viewBox="0 0 ${GRID} ${GRID}" preserveAspectRatio="none" aria-hidden="true">${[...inner, ...outer].map((one) => path(one, `halo ${one.kind}`))}${[...inner, ...outer].map((one) => path(one, one.kind))}</svg>${
    labelled &&
    inner.map(({ id, kind, label }) =>
      label === null || label[0] < 0 || label[0] > 1 || label[1] < 0 || label[1] > 1
        ? null
        : html`<span class="tag ${kind}" aria-hidden="true" style="left:${percent(label[0])};top:${percent(label[1])}">${id}</span>`,
    )
  }`;
}

const METRES_PER_DEGREE = 111_320;

/** A bar of a round length, about a fifth of the map's width, and an arrow to grid north. */
export function mapFurniture({ box, crs }: ObservationReport, geographic: boolean, north: string): Html {
  const [west, south, east, n] = box;
  const metres = geographic
    ? (east - west) * METRES_PER_DEGREE * Math.cos((((south + n) / 2) * Math.PI) / 180)
    : east - west;
  const raw5 = metres / 5;
  const power = 10 ** Math.floor(Math.log10(raw5));
  const length = power * ([5, 2, 1].find((step) => step * power <= raw5) ?? 1);
  const text = length >= 1000 ? `${length / 1000} km` : `${length} m`;
  const share = Math.round((length / metres) * 10_000) / 100;
  return html`<div class="scale" data-crs="${crs}" style="width:${share}%"><span>${text}</span></div><div class="north" title="${north}">${raw('<svg viewBox="0 0 16 24" width="14" height="21" aria-hidden="true"><path d="M8 1 14 17 8 13.5 2 17Z" fill="currentColor"/><text x="8" y="24" font-size="8" text-anchor="middle" font-weight="700" fill="currentColor">N</text></svg>')}</div>`;
}
