import { AftermineError } from '../base/index.ts';
import { requireCells } from './elevation.ts';

/** Flow ends here: it leaves the grid, enters a void, or stays in a pit. */
export const FLOW_ENDS = 0;
/** The cell is a void. */
export const FLOW_VOID = 255;
/** While directions are being found: level ground that has none yet. */
export const FLOW_FLAT = 254;

/**
 * The eight direction codes as GIS write them: 1 east, 2 south-east, 4 south ... 128 north-east, clockwise; in the order in
 * which equally good ones are taken, sides first, then corners.
 */
export const FLOW_CODES = [
  { code: 1, c: 1, r: 0 },
  { code: 4, c: 0, r: 1 },
  { code: 16, c: -1, r: 0 },
  { code: 64, c: 0, r: -1 },
  { code: 2, c: 1, r: 1 },
  { code: 8, c: -1, r: 1 },
  { code: 32, c: -1, r: -1 },
  { code: 128, c: 1, r: -1 },
] as const;

/** Cells to go on by to each of the eight neighbours, in the order of `FLOW_CODES`. */
export function neighbourSteps(width: number): Int32Array<ArrayBuffer> {
  return Int32Array.from(FLOW_CODES, ({ c, r }) => r * width + c);
}

/** Cells to go on by for each direction code on a grid `width` wide; 0 where flow ends or there is no ground. */
export function flowSteps(width: number): Int32Array<ArrayBuffer> {
  const steps = new Int32Array(256);
  for (const { code, c, r } of FLOW_CODES) steps[code] = r * width + c;
  return steps;
}

/**
 * Refuses directions that do not fit a grid, or of which some are no direction code or lead out of the grid.
 *
 * @throws Misaligned `E-TER-001`, InvalidInput `E-TER-004`
 */
export function requireDirections(directions: Uint8Array, width: number, height: number): void {
  requireCells('directions', directions.length, width * height);
  const known = new Uint8Array(256);
  known[FLOW_ENDS] = 1;
  known[FLOW_VOID] = 1;
  for (const { code } of FLOW_CODES) known[code] = 1;
  for (let i = 0; i < directions.length; i += 1)
    if (known[directions[i]!] === 0) refuse(directions, width, i);
  requireInside(directions, width, height);
}

/**
 * Refuses directions that lead out of the grid.
 *
 * @throws Misaligned `E-TER-001`, InvalidInput `E-TER-004`
 */
export function requireInside(directions: Uint8Array, width: number, height: number): void {
  requireCells('directions', directions.length, width * height);
  const check = (col: number, row: number): void => {
    const step = FLOW_CODES.find(({ code }) => code === directions[row * width + col]);
    if (step === undefined) return;
    const [toCol, toRow] = [col + step.c, row + step.r];
    if (toCol < 0 || toCol >= width || toRow < 0 || toRow >= height)
      refuse(directions, width, row * width + col);
  };
  for (let col = 0; col < width; col += 1) {
    check(col, 0);
    check(col, height - 1);
  }
  for (let row = 0; row < height; row += 1) {
    check(0, row);
    check(width - 1, row);
  }
}

function refuse(directions: Uint8Array, width: number, cell: number): never {
  throw new AftermineError('InvalidInput', 'E-TER-004', {
    where: `row ${Math.floor(cell / width)}, column ${cell % width}`,
    expected: '0, 1, 2, 4 ... 128, 255',
    got: directions[cell]!,
  });
}
