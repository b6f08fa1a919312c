import { type Elevation, requireCells } from './elevation.ts';
import { FLOW_CODES, FLOW_ENDS, FLOW_VOID } from './flow-code.ts';
import type { PerMetre } from './per-metre.ts';
import { steepestBySimd } from './steepest-simd.ts';

/**
 * The way down of each cell by steepness alone: the neighbour with the greatest drop / distance, of equals the first of
 * E S W N SE SW NW NE; 0 where none is lower, 255 in voids.
 *
 * @throws Misaligned `E-TER-001`
 */
export function steepestWays(elevation: Elevation, per: PerMetre): Uint8Array<ArrayBuffer> {
  const { heights, width, height } = elevation;
  requireCells('elevation', heights.length, width * height);
  const directions = new Uint8Array(width * height);
  if (!steepestBySimd(elevation, per, directions)) steepestPlain(elevation, per, directions);
  for (let row = 0; row < height; row += 1) {
    const outermost = row === 0 || row === height - 1;
    for (let col = 0; col < width; col += outermost ? 1 : Math.max(1, width - 1))
      directions[row * width + col] = rimWay(elevation, per, row * width + col);
  }
  return directions;
}

/** Fills the inner cells: the twin of `steepestBySimd`, for where there is no SIMD and for tests. */
export function steepestPlain(
  { heights, width, height }: Elevation,
  per: PerMetre,
  directions: Uint8Array,
): void {
  for (let row = 1; row < height - 1; row += 1) {
    const [perX, perY, perDiagonal] = [per.x[row]!, per.y[row]!, per.diagonal[row]!];
    const end = row * width + width - 1;
    for (let i = row * width + 1; i < end; i += 1)
      directions[i] = innerWay(heights, width, i, perX, perY, perDiagonal);
  }
}

/** The way of one cell, wherever it lies. */
export function steepestWay(elevation: Elevation, per: PerMetre, cell: number): number {
  const { heights, width, height } = elevation;
  const row = Math.floor(cell / width);
  const col = cell - row * width;
  if (row === 0 || row === height - 1 || col === 0 || col === width - 1) return rimWay(elevation, per, cell);
  return innerWay(heights, width, cell, per.x[row]!, per.y[row]!, per.diagonal[row]!);
}

function innerWay(
  heights: Float32Array,
  width: number,
  i: number,
  perX: number,
  perY: number,
  perDiagonal: number,
): number {
  const z = heights[i]!;
  if (Number.isNaN(z)) return FLOW_VOID;
  const north = i - width;
  const south = i + width;
  let steepest = 0;
  let direction: number = FLOW_ENDS;
  // A void compares false, so nothing flows there by steepness.
  let fall = (z - heights[i + 1]!) * perX;
  if (fall > steepest) {
    steepest = fall;
    direction = 1;
  }
  fall = (z - heights[south]!) * perY;
  if (fall > steepest) {
    steepest = fall;
    direction = 4;
  }
  fall = (z - heights[i - 1]!) * perX;
  if (fall > steepest) {
    steepest = fall;
    direction = 16;
  }
  fall = (z - heights[north]!) * perY;
  if (fall > steepest) {
    steepest = fall;
    direction = 64;
  }
  fall = (z - heights[south + 1]!) * perDiagonal;
  if (fall > steepest) {
    steepest = fall;
    direction = 2;
  }
  fall = (z - heights[south - 1]!) * perDiagonal;
  if (fall > steepest) {
    steepest = fall;
    direction = 8;
  }
  fall = (z - heights[north - 1]!) * perDiagonal;
  if (fall > steepest) {
    steepest = fall;
    direction = 32;
  }
  fall = (z - heights[north + 1]!) * perDiagonal;
  return fall > steepest ? 128 : direction;
}

/** The way of a cell on the outermost rows and columns, where some neighbours are not there. */
function rimWay({ heights, width, height }: Elevation, per: PerMetre, cell: number): number {
  const z = heights[cell]!;
  if (Number.isNaN(z)) return FLOW_VOID;
  const row = Math.floor(cell / width);
  const col = cell - row * width;
  let [steepest, direction]: [number, number] = [0, FLOW_ENDS];
  for (const { code, c, r } of FLOW_CODES) {
    if (col + c < 0 || col + c >= width || row + r < 0 || row + r >= height) continue;
    const rate = (r === 0 ? per.x : c === 0 ? per.y : per.diagonal)[row]!;
    const fall = (z - heights[(row + r) * width + col + c]!) * rate;
    if (fall > steepest) [steepest, direction] = [fall, code];
  }
  return direction;
}
