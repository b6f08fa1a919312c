import { ARCTANGENT, FULL_CIRCLE } from './arctangent.ts';
import { type CellSize, type Elevation, requireCells, rowSizes } from './elevation.ts';
import { hornSlopeBySimd } from './horn-slope-simd.ts';

export interface SlopeAspect {
  /** 0..90; NaN is no data. */
  readonly slopeDegrees: Float32Array<ArrayBuffer>;
  /** Where the ground falls to, clockwise from north, 0 <= a < 360; NaN is no data, or level ground (slope 0). */
  readonly aspectDegrees: Float32Array<ArrayBuffer>;
}

/**
 * Slope and aspect by Horn's 3 x 3 neighbourhood, side weights 1 2 1:
 *
 *     zx = ((NE + 2 E + SE) - (NW + 2 W + SW)) / (8 xMetres)
 *     zy = ((NW + 2 N + NE) - (SW + 2 S + SE)) / (8 yMetres)
 *     slope = atan sqrt(zx^2 + zy^2),  aspect = direction of (-zx, -zy)
 *
 * Equal to `gdaldem slope` and, on square cells, `gdaldem aspect`. Cells of the outermost rows and columns, and cells
 * beside a void, have no data.
 *
 * @param cell metres; of a grid in degrees, `geographicCellSize`
 * @throws Misaligned `E-TER-001`, InvalidInput `E-TER-002`
 * @source Horn 1981, doi:10.1109/PROC.1981.11918
 */
export function hornSlope(elevation: Elevation, cell: CellSize): SlopeAspect {
  const { heights, width, height } = elevation;
  requireCells('elevation', heights.length, width * height);
  const { x, y } = rowSizes(cell, height);
  const slopeDegrees = new Float32Array(width * height);
  const aspectDegrees = new Float32Array(width * height);
  blankEdges(slopeDegrees, width, height);
  blankEdges(aspectDegrees, width, height);
  const into = { slopeDegrees, aspectDegrees };
  if (!hornSlopeBySimd(elevation, x, y, into)) hornSlopePlain(elevation, x, y, into);
  return into;
}

/** Fills the inner cells row by row: the twin of `hornSlopeBySimd`, for where there is no SIMD and for tests. */
export function hornSlopePlain(
  { heights, width, height }: Elevation,
  x: Float64Array,
  y: Float64Array,
  { slopeDegrees, aspectDegrees }: SlopeAspect,
): void {
  for (let row = 1; row < height - 1; row += 1)
    slopeRow(heights, width, row * width, 1 / (8 * x[row]!), 1 / (8 * y[row]!), slopeDegrees, aspectDegrees);
}

const [A0, A1, A2, A3, A4, A5, A6, A7, A8] = ARCTANGENT;

/** One row; column sums of the window slide along, so each height is read three times, not nine. */
function slopeRow(
  heights: Float32Array,
  width: number,
  start: number,
  perX: number,
  perY: number,
  slopeDegrees: Float32Array,
  aspectDegrees: Float32Array,
): void {
  if (width < 3) return;
  let up = heights[start - width]!;
  let middle = heights[start]!;
  let down = heights[start + width]!;
  let sumWest = up + 2 * middle + down;
  let fallWest = up - down;
  up = heights[start - width + 1]!;
  middle = heights[start + 1]!;
  down = heights[start + width + 1]!;
  let sum = up + 2 * middle + down;
  let fall = up - down;
  const end = start + width - 1;
  for (let i = start + 1; i < end; i += 1) {
    const centre = middle;
    up = heights[i - width + 1]!;
    middle = heights[i + 1]!;
    down = heights[i + width + 1]!;
    const sumEast = up + 2 * middle + down;
    const fallEast = up - down;
    const zx = (sumEast - sumWest) * perX;
    const zy = (fallWest + 2 * fall + fallEast) * perY;
    sumWest = sum;
    sum = sumEast;
    fallWest = fall;
    fall = fallEast;
    // NaN neighbours all enter zx or zy; the centre enters neither.
    const square = zx * zx + zy * zy + (centre - centre);
    const rise = Math.sqrt(square);
    let u = rise > 1 ? 1 / square : square;
    let u2 = u * u;
    let u4 = u2 * u2;
    const slope =
      (rise > 1 ? 1 / rise : rise) *
      (A0 + A1 * u + (A2 + A3 * u) * u2 + (A4 + A5 * u + (A6 + A7 * u) * u2 + A8 * u4) * u4);
    slopeDegrees[i] = rise > 1 ? 90 - slope : slope;
    const ax = Math.abs(zx);
    const ay = Math.abs(zy);
    const steep = ax > ay;
    // Level ground: 0 / 0 is the NaN wanted.
    const ratio = (steep ? ay : ax) / (steep ? ax : ay) + (centre - centre);
    u = ratio * ratio;
    u2 = u * u;
    u4 = u2 * u2;
    let turn = ratio * (A0 + A1 * u + (A2 + A3 * u) * u2 + (A4 + A5 * u + (A6 + A7 * u) * u2 + A8 * u4) * u4);
    if (steep) turn = 90 - turn;
    if (zy > 0) turn = 180 - turn;
    if (zx > 0) turn = 360 - turn;
    aspectDegrees[i] = turn >= FULL_CIRCLE ? 0 : turn;
  }
}

/** Marks the outermost rows and columns as no data. */
export function blankEdges(layer: Float32Array, width: number, height: number): void {
  layer.fill(Number.NaN, 0, Math.min(width, layer.length));
  layer.fill(Number.NaN, Math.max(0, layer.length - width));
  for (let row = 0; row < height; row += 1) {
    layer[row * width] = Number.NaN;
    layer[row * width + width - 1] = Number.NaN;
  }
}
