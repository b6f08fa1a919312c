/** Chords of one full circle at most, however large it is. */
const MAX_CHORDS = 2_880;

/**
 * Positions of an arc between two vertices, without the two, so that the chords leave the arc by no more than
 * `tolerance`. With b = tan(angle / 4), chord length c: radius r = c (1 + b^2) / (4 |b|), and a chord of angle d leaves
 * its arc by r (1 - cos(d / 2)).
 *
 * @param bulge tan of a quarter of the arc's angle; positive runs counter-clockwise
 * @param tolerance in units of the coordinates
 * @returns x, y, x, y ...; empty for a straight edge
 * @source AutoCAD DXF Reference, LWPOLYLINE group 42
 */
export function lineariseBulge(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  bulge: number,
  tolerance: number,
): readonly number[] {
  const chord = Math.hypot(bx - ax, by - ay);
  if (chord === 0 || Math.abs(bulge) < 1e-9) return [];
  const angle = 4 * Math.atan(bulge);
  const radius = (chord * (1 + bulge * bulge)) / (4 * Math.abs(bulge));
  const step = 2 * Math.acos(Math.max(0, 1 - tolerance / radius));
  const chords = Math.min(MAX_CHORDS, Math.max(1, Math.ceil(Math.abs(angle) / step)));
  // The centre lies to the left of the chord for arcs that run counter-clockwise and are less than half a circle.
  const height = (chord * (1 - bulge * bulge)) / (4 * bulge);
  const cx = (ax + bx) / 2 - (height * (by - ay)) / chord;
  const cy = (ay + by) / 2 + (height * (bx - ax)) / chord;
  const out: number[] = [];
  for (let i = 1; i < chords; i += 1) {
    const turn = (angle * i) / chords;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    out.push(cx + (ax - cx) * cos - (ay - cy) * sin, cy + (ax - cx) * sin + (ay - cy) * cos);
  }
  return out;
}
