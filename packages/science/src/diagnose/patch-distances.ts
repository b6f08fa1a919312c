import { AftermineError } from '../base/index.ts';
import type { Patches } from './label-patches.ts';

/** More patches than this take minutes to compare each with each. */
export const MOST_PATCHES = 1000;

/**
 * Distance from edge to edge of every pair of patches: the least distance between the centres of two of their cells, so
 * that patches that touch at corners lie one diagonal apart. Only cells at the rim of a patch are compared; pairs whose
 * bounding boxes lie farther apart than `farthestMetres` are not.
 *
 * @param width cells of a row
 * @param cellSizeMetres side of a square cell
 * @param farthestMetres pairs farther apart are Infinity; all are measured by default
 * @returns count x count metres, row by row, symmetric, 0 on the diagonal
 * @throws Unsupported `E-DIA-106` for more than 1000 patches
 */
export function patchDistances(
  { labels, count }: Patches,
  width: number,
  cellSizeMetres: number,
  farthestMetres = Number.POSITIVE_INFINITY,
): Float64Array {
  if (count > MOST_PATCHES) {
    throw new AftermineError('Unsupported', 'E-DIA-106', {
      where: 'connectivity',
      expected: MOST_PATCHES,
      got: count,
    });
  }
  const rims = rimsOf(labels, count, width);
  const distances = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY);
  const farthest = farthestMetres / cellSizeMetres;
  for (let a = 0; a < count; a += 1) {
    distances[a * count + a] = 0;
    for (let b = a + 1; b < count; b += 1) {
      const [one, other] = [rims[a]!, rims[b]!];
      if (boxGap(one, other) > farthest) continue;
      const metres = Math.sqrt(leastSquared(one, other)) * cellSizeMetres;
      if (metres > farthestMetres) continue;
      distances[a * count + b] = metres;
      distances[b * count + a] = metres;
    }
  }
  return distances;
}

interface Rim {
  readonly cols: number[];
  readonly rows: number[];
  west: number;
  east: number;
  north: number;
  south: number;
}

function rimsOf(labels: Uint32Array, count: number, width: number): Rim[] {
  const rims = Array.from({ length: count }, (): Rim => {
    const far = Number.POSITIVE_INFINITY;
    return { cols: [], rows: [], west: far, east: -far, north: far, south: -far };
  });
  const height = labels.length / width;
  for (let row = 0; row < height; row += 1) {
    for (let col = 0; col < width; col += 1) {
      const i = row * width + col;
      const label = labels[i]!;
      if (label === 0) continue;
      const inner =
        col > 0 &&
        col + 1 < width &&
        row > 0 &&
        row + 1 < height &&
        labels[i - 1] === label &&
        labels[i + 1] === label &&
        labels[i - width] === label &&
        labels[i + width] === label;
      if (inner) continue;
      const rim = rims[label - 1]!;
      rim.cols.push(col);
      rim.rows.push(row);
      rim.west = Math.min(rim.west, col);
      rim.east = Math.max(rim.east, col);
      rim.north = Math.min(rim.north, row);
      rim.south = Math.max(rim.south, row);
    }
  }
  return rims;
}

function boxGap(a: Rim, b: Rim): number {
  const across = Math.max(0, a.west - b.east, b.west - a.east);
  const down = Math.max(0, a.north - b.south, b.north - a.south);
  return Math.hypot(across, down);
}

/** Rim cells come row by row, so both lists are sorted by row: rows farther off than the best are never tried. */
function leastSquared(a: Rim, b: Rim): number {
  const { cols: bCols, rows: bRows } = b;
  let best = Number.POSITIVE_INFINITY;
  let first = 0;
  for (let i = 0; i < a.cols.length; i += 1) {
    const col = a.cols[i]!;
    const row = a.rows[i]!;
    const reach = Math.sqrt(best);
    while (first < bRows.length && bRows[first]! < row - reach) first += 1;
    for (let j = first; j < bRows.length; j += 1) {
      const down = bRows[j]! - row;
      if (down > 0 && down * down >= best) break;
      const across = bCols[j]! - col;
      const squared = across * across + down * down;
      if (squared < best) best = squared;
    }
  }
  return best;
}
