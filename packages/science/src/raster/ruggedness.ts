import { AftermineError } from '../base/index.ts';
import { type Elevation, requireCells } from './elevation.ts';
import { blankEdges } from './horn-slope.ts';

/**
 * Terrain ruggedness index: how much a cell differs from its eight neighbours, sqrt(sum (z_k - z)^2), metres.
 * Equal to `gdaldem TRI -alg Riley`. Cells of the outermost rows and columns and cells beside a void have no data.
 *
 * @throws Misaligned `E-TER-001`
 * @source Riley, DeGloria & Elliot 1999, Intermountain Journal of Sciences 5, 23-27
 */
export function terrainRuggedness(elevation: Elevation): Float32Array<ArrayBuffer> {
  const { heights, width, height } = elevation;
  requireCells('elevation', heights.length, width * height);
  const out = new Float32Array(width * height);
  blankEdges(out, width, height);
  for (let row = 1; row < height - 1; row += 1) {
    const end = (row + 1) * width - 1;
    for (let i = row * width + 1; i < end; i += 1) {
      const z = heights[i]!;
      const nw = heights[i - width - 1]! - z;
      const n = heights[i - width]! - z;
      const ne = heights[i - width + 1]! - z;
      const w = heights[i - 1]! - z;
      const e = heights[i + 1]! - z;
      const sw = heights[i + width - 1]! - z;
      const s = heights[i + width]! - z;
      const se = heights[i + width + 1]! - z;
      out[i] = Math.sqrt(nw * nw + n * n + ne * ne + w * w + e * e + sw * sw + s * s + se * se);
    }
  }
  return out;
}

/** Columns handled together in the pass down the rows: a block of them stays in the processor's cache. */
const STRIP = 64;

/**
 * Relief: highest less lowest ground in the square of 2 radius + 1 cells about a cell, metres. The square is cut at
 * the edge of the grid and voids in it are passed over; a void itself has no data. Each height is looked at a fixed
 * number of times whatever the radius: running maxima from both ends of blocks as long as the window.
 *
 * @param radiusCells whole, >= 1
 * @throws Misaligned `E-TER-001`; InvalidInput `E-TER-003` for a radius that is no whole number above 0
 * @source van Herk 1992, doi:10.1016/0167-8655(92)90069-C; Gil & Werman 1993, doi:10.1109/34.211471
 */
export function relief(elevation: Elevation, radiusCells: number): Float32Array<ArrayBuffer> {
  const { heights, width, height } = elevation;
  requireCells('elevation', heights.length, width * height);
  if (!Number.isInteger(radiusCells) || radiusCells < 1)
    throw new AftermineError('InvalidInput', 'E-TER-003', {
      where: 'radiusCells',
      expected: '1, 2, 3 ...',
      got: String(radiusCells),
    });
  const highest = alongRows(heights, width, height, radiusCells, 1);
  downColumns(highest, width, height, radiusCells);
  // The lowest of z is the highest of -z, less its sign.
  const lowest = alongRows(heights, width, height, radiusCells, -1);
  downColumns(lowest, width, height, radiusCells);
  for (let i = 0; i < highest.length; i += 1) {
    const z = heights[i]!;
    highest[i] = highest[i]! + lowest[i]! + (z - z);
  }
  return highest;
}

/** Greatest of sign * height over `radius` cells to either side, row by row; -Infinity where all are void. */
function alongRows(
  heights: Float32Array,
  width: number,
  height: number,
  radius: number,
  sign: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(width * height);
  const length = 2 * radius + 1;
  // Padded so that every window is whole; padding loses against everything.
  const padded = Math.ceil((width + 2 * radius) / length) * length;
  const line = new Float32Array(padded).fill(Number.NEGATIVE_INFINITY);
  const fromLeft = new Float32Array(padded);
  const fromRight = new Float32Array(padded);
  for (let row = 0; row < height; row += 1) {
    const start = row * width;
    for (let col = 0; col < width; col += 1) {
      const z = sign * heights[start + col]!;
      line[col + radius] = Number.isNaN(z) ? Number.NEGATIVE_INFINITY : z;
    }
    for (let block = 0; block < padded; block += length) {
      let most = line[block]!;
      fromLeft[block] = most;
      for (let i = block + 1; i < block + length; i += 1) {
        const z = line[i]!;
        if (z > most) most = z;
        fromLeft[i] = most;
      }
      most = line[block + length - 1]!;
      fromRight[block + length - 1] = most;
      for (let i = block + length - 2; i >= block; i -= 1) {
        const z = line[i]!;
        if (z > most) most = z;
        fromRight[i] = most;
      }
    }
    for (let col = 0; col < width; col += 1) {
      const a = fromRight[col]!;
      const b = fromLeft[col + length - 1]!;
      out[start + col] = a > b ? a : b;
    }
  }
  return out;
}

/** The same down the columns, in place, a strip of columns at a time. */
function downColumns(layer: Float32Array, width: number, height: number, radius: number): void {
  const length = 2 * radius + 1;
  const padded = Math.ceil((height + 2 * radius) / length) * length;
  const fromTop = new Float32Array(padded * STRIP);
  const fromBottom = new Float32Array(padded * STRIP);
  for (let left = 0; left < width; left += STRIP) {
    const columns = Math.min(STRIP, width - left);
    const take = (into: Float32Array, at: number, before: number): void => {
      const row = at - radius;
      const inside = row >= 0 && row < height;
      const from = row * width + left;
      for (let c = 0; c < columns; c += 1) {
        const z = inside ? layer[from + c]! : Number.NEGATIVE_INFINITY;
        const most = before < 0 ? Number.NEGATIVE_INFINITY : into[before * STRIP + c]!;
        into[at * STRIP + c] = z > most ? z : most;
      }
    };
    for (let at = 0; at < padded; at += 1) take(fromTop, at, at % length === 0 ? -1 : at - 1);
    for (let at = padded - 1; at >= 0; at -= 1)
      take(fromBottom, at, at % length === length - 1 ? -1 : at + 1);
    for (let row = 0; row < height; row += 1) {
      const to = row * width + left;
      for (let c = 0; c < columns; c += 1) {
        const a = fromBottom[row * STRIP + c]!;
        const b = fromTop[(row + length - 1) * STRIP + c]!;
        layer[to + c] = a > b ? a : b;
      }
    }
  }
}
