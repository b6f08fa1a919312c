import { isGeographic, utmFor } from './crs.ts';
import { boxOf, containsPosition } from './geometry.ts';
import { projectPolygons } from './project-polygons.ts';
import type { MultiPolygon, Position } from './types.ts';

/**
 * Metres from a position to the nearest edge of polygons, 0 inside them. Degrees are measured in the UTM zone of the
 * position. Infinity for polygons without any edge.
 *
 * @param crs EPSG code of both
 */
export function distanceToPolygonsM(position: Position, polygons: MultiPolygon, crs: string): number {
  if (containsPosition(polygons, position)) return 0;
  if (!isGeographic(crs)) return nearestEdge(position, polygons);
  const zone = utmFor(position[0], position[1]);
  const [[[place]]] = projectPolygons([[[position]]], crs, zone) as [[[Position]]];
  return nearestEdge(place, projectPolygons(polygons, crs, zone));
}

function nearestEdge([x, y]: Position, polygons: MultiPolygon): number {
  let best = Number.POSITIVE_INFINITY;
  for (const polygon of polygons) {
    for (const ring of polygon) {
      const [west, south, east, north] = boxOf([[ring]]);
      const outside = Math.hypot(Math.max(west - x, 0, x - east), Math.max(south - y, 0, y - north));
      if (outside * outside >= best) continue;
      for (let i = 1; i < ring.length; i += 1) {
        const [ax, ay] = ring[i - 1]!;
        const [dx, dy] = [ring[i]![0] - ax, ring[i]![1] - ay];
        const length = dx * dx + dy * dy;
        const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
        const [ex, ey] = [x - ax - t * dx, y - ay - t * dy];
        const square = ex * ex + ey * ey;
        if (square < best) best = square;
      }
    }
  }
  return Math.sqrt(best);
}
