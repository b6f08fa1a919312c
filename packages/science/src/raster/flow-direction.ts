import { drainFlats } from './drain-flats.ts';
import { type CellSize, type Elevation, requireCells, rowSizes } from './elevation.ts';
import { FLOW_CODES, FLOW_ENDS, FLOW_FLAT, FLOW_VOID } from './flow-code.ts';
import { besideVoid } from './priority-flood.ts';

/**
 * Where water of each cell goes: the neighbour with the steepest way down, drop / distance (D8); of equally steep
 * ones the first of E S W N SE SW NW NE. A cell with no lower neighbour lets water out (0) on the outermost rows and
 * columns and beside a void; level ground inside drains over the lowest of its rims, away from higher ground
 * (`drainFlats`). Where ground was not filled before, a pit ends the flow (0) as well.
 *
 * @param elevation heights after `priorityFlood`
 * @param cell metres
 * @returns one of 1 2 4 8 16 32 64 128 (east, then clockwise), 0 where flow ends, 255 in voids; no circles
 * @throws Misaligned `E-TER-001`, InvalidInput `E-TER-002`
 * @source O'Callaghan & Mark 1984, doi:10.1016/S0734-189X(84)80011-0
 */
export function flowDirection(elevation: Elevation, cell: CellSize): Uint8Array<ArrayBuffer> {
  const { heights, width, height } = elevation;
  requireCells('elevation', heights.length, width * height);
  const { x, y } = rowSizes(cell, height);
  const directions = new Uint8Array(width * height);
  let flat = 0;
  for (let row = 0; row < height; row += 1) {
    const [perX, perY] = [1 / x[row]!, 1 / y[row]!];
    const perDiagonal = 1 / Math.hypot(x[row]!, y[row]!);
    const start = row * width;
    if (row === 0 || row === height - 1) {
      for (let col = 0; col < width; col += 1)
        directions[start + col] = rimDirection(elevation, col, row, perX, perY, perDiagonal);
      continue;
    }
    directions[start] = rimDirection(elevation, 0, row, perX, perY, perDiagonal);
    directions[start + width - 1] = rimDirection(elevation, width - 1, row, perX, perY, perDiagonal);
    flat += innerRow(heights, width, start, perX, perY, perDiagonal, directions);
  }
  if (flat > 0) drainFlats(elevation, directions, flat);
  return directions;
}

/** Directions of a row but for its ends; returns how many cells are level. */
function innerRow(
  heights: Float32Array,
  width: number,
  start: number,
  perX: number,
  perY: number,
  perDiagonal: number,
  directions: Uint8Array,
): number {
  const end = start + width - 1;
  let flat = 0;
  for (let i = start + 1; i < end; i += 1) {
    const z = heights[i]!;
    const north = i - width;
    const south = i + width;
    let steepest = 0;
    let direction = FLOW_ENDS;
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
    if (fall > steepest) direction = 128;
    if (direction === FLOW_ENDS) {
      if (Number.isNaN(z)) direction = FLOW_VOID;
      else if (!besideVoid(heights, width, i)) {
        direction = FLOW_FLAT;
        flat += 1;
      }
    }
    directions[i] = direction;
  }
  return flat;
}

/** The direction of a cell on the outermost rows and columns, where some neighbours are not there. */
function rimDirection(
  { heights, width, height }: Elevation,
  col: number,
  row: number,
  perX: number,
  perY: number,
  perDiagonal: number,
): number {
  const z = heights[row * width + col]!;
  if (Number.isNaN(z)) return FLOW_VOID;
  let [steepest, direction]: [number, number] = [0, FLOW_ENDS];
  for (const { code, c, r } of FLOW_CODES) {
    if (col + c < 0 || col + c >= width || row + r < 0 || row + r >= height) continue;
    const per = r === 0 ? perX : c === 0 ? perY : perDiagonal;
    const fall = (z - heights[(row + r) * width + col + c]!) * per;
    if (fall > steepest) [steepest, direction] = [fall, code];
  }
  return direction;
}
