import { type CellSize, type Elevation, requireCells, rowSizes } from './elevation.ts';
import { blankEdges } from './horn-slope.ts';

export interface Curvature {
  /** Along the line of fall, 1/m: positive where the slope steepens downhill (convex), negative where it eases. */
  readonly profilePerMetre: Float32Array<ArrayBuffer>;
  /** Of the contour line, 1/m: positive on spurs, where water parts, negative in hollows, where it gathers. */
  readonly planPerMetre: Float32Array<ArrayBuffer>;
}

/**
 * Profile and plan curvature of the quadratic surface that fits a 3 x 3 neighbourhood best (least squares):
 *
 *     p = (NE + E + SE - NW - W - SW) / 6x           q = (NW + N + NE - SW - S - SE) / 6y
 *     r = (NW + W + SW + NE + E + SE - 2 (N + C + S)) / 3x^2
 *     t = (NW + N + NE + SW + S + SE - 2 (W + C + E)) / 3y^2
 *     s = (NE + SW - NW - SE) / 4xy
 *     profile = -(p^2 r + 2 p q s + q^2 t) / ((p^2 + q^2) (1 + p^2 + q^2)^1.5)
 *     plan    = -(q^2 r - 2 p q s + p^2 t) / (p^2 + q^2)^1.5
 *
 * Positive is convex in both. Cells of the outermost rows and columns and cells beside a void have no data; nor has
 * level ground, which has no line of fall.
 *
 * @param cell metres
 * @throws Misaligned `E-TER-001`, InvalidInput `E-TER-002`
 * @source Evans 1980, Zeitschrift fuer Geomorphologie Supplement 36, 274-295; Florinsky 1998, doi:10.1080/136588198242003
 */
export function curvature(elevation: Elevation, cell: CellSize): Curvature {
  const { heights, width, height } = elevation;
  requireCells('elevation', heights.length, width * height);
  const { x, y } = rowSizes(cell, height);
  const profilePerMetre = new Float32Array(width * height);
  const planPerMetre = new Float32Array(width * height);
  blankEdges(profilePerMetre, width, height);
  blankEdges(planPerMetre, width, height);
  for (let row = 1; row < height - 1; row += 1)
    curvatureRow(heights, width, row * width, x[row]!, y[row]!, profilePerMetre, planPerMetre);
  return { profilePerMetre, planPerMetre };
}

function curvatureRow(
  heights: Float32Array,
  width: number,
  start: number,
  x: number,
  y: number,
  profilePerMetre: Float32Array,
  planPerMetre: Float32Array,
): void {
  if (width < 3) return;
  const perP = 1 / (6 * x);
  const perQ = 1 / (6 * y);
  const perR = 1 / (3 * x * x);
  const perT = 1 / (3 * y * y);
  const perS = 1 / (4 * x * y);
  let nw = heights[start - width]!;
  let w = heights[start]!;
  let sw = heights[start + width]!;
  let n = heights[start - width + 1]!;
  let c = heights[start + 1]!;
  let s = heights[start + width + 1]!;
  const end = start + width - 1;
  for (let i = start + 1; i < end; i += 1) {
    const ne = heights[i - width + 1]!;
    const e = heights[i + 1]!;
    const se = heights[i + width + 1]!;
    const west = nw + w + sw;
    const east = ne + e + se;
    const north = nw + n + ne;
    const south = sw + s + se;
    const p = (east - west) * perP;
    const q = (north - south) * perQ;
    const zxx = (west + east - 2 * (n + c + s)) * perR;
    const zyy = (north + south - 2 * (w + c + e)) * perT;
    const zxy = (ne + sw - nw - se) * perS;
    const pp = p * p;
    const qq = q * q;
    const cross = 2 * p * q * zxy;
    const square = pp + qq;
    const longer = 1 + square;
    profilePerMetre[i] = -(pp * zxx + cross + qq * zyy) / (square * longer * Math.sqrt(longer));
    planPerMetre[i] = -(qq * zxx - cross + pp * zyy) / (square * Math.sqrt(square));
    // Underflow of p^2 + q^2 would leave infinities.
    if (square < 1e-24) {
      profilePerMetre[i] = Number.NaN;
      planPerMetre[i] = Number.NaN;
    }
    nw = n;
    w = c;
    sw = s;
    n = ne;
    c = e;
    s = se;
  }
}
