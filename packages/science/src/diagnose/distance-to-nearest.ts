import { requireLength } from './model-input.ts';

/**
 * Distance from every cell to the nearest marked cell, between centres, exact. Two passes of lower envelopes of parabolas:
 * time grows in line with the number of cells.
 *
 * @param marked cells > 0 are marked, row by row; NaN is not
 * @param width cells of a row
 * @param cellSizeMetres side of a square cell, > 0
 * @returns metres; Infinity everywhere when nothing is marked
 * @throws Misaligned `E-DIA-101`
 * @source Felzenszwalb & Huttenlocher 2012, doi:10.4086/toc.2012.v008a019
 */
export function distanceToNearest(
  marked: Uint8Array | Float32Array,
  width: number,
  cellSizeMetres: number,
): Float32Array {
  const height = Math.round(marked.length / width);
  requireLength('distance-to-nearest', width * height, marked);
  const squared = new Float64Array(marked.length);
  // Along columns the distance is counted, in two sweeps.
  for (let col = 0; col < width; col += 1) {
    let far = Number.POSITIVE_INFINITY;
    for (let row = 0; row < height; row += 1) {
      const i = row * width + col;
      far = marked[i]! > 0 ? 0 : far + 1;
      squared[i] = far;
    }
    far = Number.POSITIVE_INFINITY;
    for (let row = height - 1; row >= 0; row -= 1) {
      const i = row * width + col;
      far = Math.min(far + 1, squared[i]!);
      squared[i] = far * far;
    }
  }
  const out = new Float32Array(marked.length);
  const centre = new Int32Array(width);
  const from = new Float64Array(width + 1);
  for (let row = 0; row < height; row += 1) {
    const start = row * width;
    let last = -1;
    for (let col = 0; col < width; col += 1) {
      const high = squared[start + col]!;
      if (high === Number.POSITIVE_INFINITY) continue;
      let begins = Number.NEGATIVE_INFINITY;
      while (last >= 0) {
        const other = centre[last]!;
        begins = (high + col * col - squared[start + other]! - other * other) / (2 * (col - other));
        if (begins > from[last]!) break;
        last -= 1;
      }
      if (last < 0) begins = Number.NEGATIVE_INFINITY;
      last += 1;
      centre[last] = col;
      from[last] = begins;
      from[last + 1] = Number.POSITIVE_INFINITY;
    }
    if (last < 0) {
      out.fill(Number.POSITIVE_INFINITY, start, start + width);
      continue;
    }
    let at = 0;
    for (let col = 0; col < width; col += 1) {
      while (at < last && from[at + 1]! < col) at += 1;
      const across = col - centre[at]!;
      out[start + col] = Math.sqrt(across * across + squared[start + centre[at]!]!) * cellSizeMetres;
    }
  }
  return out;
}
