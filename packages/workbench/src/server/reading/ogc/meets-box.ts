import type { Box } from '@aftermine/science/raster';
import type { MultiPolygon, Ring } from '@aftermine/science/site';

/** True where polygons and a box share at least one point; all in one system, x first. */
export function meetsBox(polygons: MultiPolygon, box: Box): boolean {
  return polygons.some((rings) => {
    if (rings.some((ring) => ringTouches(ring, box))) return true;
    // No edge comes near: the box lies whole inside, or whole outside.
    const [x, y] = [box[0], box[1]];
    return rings.reduce((inside, ring) => (holds(ring, x, y) ? !inside : inside), false);
  });
}

function ringTouches(ring: Ring, box: Box): boolean {
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    if (edgeTouches(ax, ay, bx, by, box)) return true;
  }
  return ring.length === 1 && edgeTouches(ring[0]![0], ring[0]![1], ring[0]![0], ring[0]![1], box);
}

/** Liang-Barsky: the part of a segment inside a box is not empty. */
function edgeTouches(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  [west, south, east, north]: Box,
): boolean {
  let [from, to] = [0, 1];
  const clip = (step: number, room: number): boolean => {
    if (step === 0) return room >= 0;
    const at = room / step;
    if (step < 0) from = Math.max(from, at);
    else to = Math.min(to, at);
    return from <= to;
  };
  const [dx, dy] = [bx - ax, by - ay];
  return clip(-dx, ax - west) && clip(dx, east - ax) && clip(-dy, ay - south) && clip(dy, north - ay);
}

/** Even-odd rule. */
function holds(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
