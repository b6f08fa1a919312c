import { scramble } from '@aftermine/science/base';

/**
 * Fractal value noise on a grid: octaves of smoothly interpolated lattice noise, each of half the amplitude
 * and half the cell of the one before.
 *
 * f = sum_k 2^-k n_k / sum_k 2^-k, n_k in 0..1
 *
 * @param cell side of the coarsest lattice cell, in pixels
 * @param stretch how much longer features are along x than along y
 * @returns row-major, 0..1, mean near 0.5
 */
export function fractalField(
  seed: number,
  width: number,
  height: number,
  cell: number,
  octaves: number,
  stretch = 1,
): Float32Array {
  const field = new Float32Array(width * height);
  let amplitude = 1;
  let total = 0;
  for (let octave = 0; octave < octaves; octave += 1) {
    addOctave(field, scramble(seed + octave * 7919), width, height, cell / 2 ** octave, amplitude, stretch);
    total += amplitude;
    amplitude /= 2;
  }
  for (let i = 0; i < field.length; i += 1) field[i] = field[i]! / total;
  return field;
}

/** Adds one octave. Lattice values of a row of cells are drawn once and then interpolated along the row. */
function addOctave(
  field: Float32Array,
  seed: number,
  width: number,
  height: number,
  cell: number,
  amplitude: number,
  stretch: number,
): void {
  const columns = Math.ceil(width / (cell * stretch)) + 2;
  const upper = new Float32Array(columns);
  const lower = new Float32Array(columns);
  const cellOf = new Int32Array(width);
  const share = new Float32Array(width);
  for (let x = 0; x < width; x += 1) {
    const at = x / (cell * stretch);
    cellOf[x] = Math.floor(at);
    share[x] = smooth(at - Math.floor(at));
  }
  let drawn = -1;
  for (let y = 0; y < height; y += 1) {
    const at = y / cell;
    const row = Math.floor(at);
    if (row !== drawn) {
      latticeRow(upper, seed, row);
      latticeRow(lower, seed, row + 1);
      drawn = row;
    }
    const down = smooth(at - row);
    for (let x = 0, i = y * width; x < width; x += 1, i += 1) {
      const c = cellOf[x]!;
      const s = share[x]!;
      const top = upper[c]! + (upper[c + 1]! - upper[c]!) * s;
      const bottom = lower[c]! + (lower[c + 1]! - lower[c]!) * s;
      field[i] = field[i]! + amplitude * (top + (bottom - top) * down);
    }
  }
}

function latticeRow(out: Float32Array, seed: number, row: number): void {
  for (let c = 0; c < out.length; c += 1) out[c] = latticeValue(seed, c, row);
}

/** One number 0..1 for a place on an integer lattice. */
export function latticeValue(seed: number, x: number, y: number): number {
  return scramble(Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ seed) / 4294967296;
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

/** The value below which `share` of a field lies, from every seventh value. */
export function quantileOf(field: Float32Array, share: number): number {
  const some = new Float32Array(Math.ceil(field.length / 7));
  for (let i = 0; i < some.length; i += 1) some[i] = field[7 * i]!;
  some.sort();
  return some[Math.min(some.length - 1, Math.max(0, Math.round(share * (some.length - 1))))]!;
}
