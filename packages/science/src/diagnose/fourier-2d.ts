/**
 * Fourier transform of square complex images whose side is a power of two, in place and unscaled; the inverse divides
 * by the number of cells. One object holds the tables of one side length.
 *
 * @source Cooley & Tukey 1965, doi:10.1090/S0025-5718-1965-0178586-1
 */
export class Fourier2d {
  readonly side: number;
  private readonly cos: Float64Array;
  private readonly sin: Float64Array;
  private readonly reversed: Uint32Array;

  /** @param side a power of two */
  constructor(side: number) {
    this.side = side;
    this.cos = new Float64Array(side / 2);
    this.sin = new Float64Array(side / 2);
    for (let i = 0; i < side / 2; i += 1) {
      this.cos[i] = Math.cos((2 * Math.PI * i) / side);
      this.sin[i] = Math.sin((2 * Math.PI * i) / side);
    }
    this.reversed = new Uint32Array(side);
    for (let i = 1; i < side; i += 1)
      this.reversed[i] = (this.reversed[i >> 1]! >> 1) | (i & 1 ? side >> 1 : 0);
  }

  /** Forward transform. Row order is kept; rows and columns of the result are exchanged, which `inverse` undoes. */
  forward(re: Float64Array, im: Float64Array): void {
    this.rows(re, im);
    transpose(re, this.side);
    transpose(im, this.side);
    this.rows(re, im);
  }

  /** Inverse of `forward`. */
  inverse(re: Float64Array, im: Float64Array): void {
    // Exchanging real and imaginary part turns the forward transform into the inverse, up to the scale.
    this.rows(im, re);
    transpose(re, this.side);
    transpose(im, this.side);
    this.rows(im, re);
    const scale = 1 / (this.side * this.side);
    for (let i = 0; i < re.length; i += 1) {
      re[i]! *= scale;
      im[i]! *= scale;
    }
  }

  private rows(re: Float64Array, im: Float64Array): void {
    const { side, cos, sin, reversed } = this;
    for (let start = 0; start < side * side; start += side) {
      for (let i = 0; i < side; i += 1) {
        const j = reversed[i]!;
        if (j <= i) continue;
        const a = start + i;
        const b = start + j;
        const r = re[a]!;
        re[a] = re[b]!;
        re[b] = r;
        const m = im[a]!;
        im[a] = im[b]!;
        im[b] = m;
      }
      for (let half = 1, stride = side / 2; half < side; half *= 2, stride /= 2) {
        for (let base = start; base < start + side; base += 2 * half) {
          for (let k = 0, t = 0; k < half; k += 1, t += stride) {
            const a = base + k;
            const b = a + half;
            const c = cos[t]!;
            const s = sin[t]!;
            const r = re[b]! * c + im[b]! * s;
            const m = im[b]! * c - re[b]! * s;
            re[b] = re[a]! - r;
            im[b] = im[a]! - m;
            re[a]! += r;
            im[a]! += m;
          }
        }
      }
    }
  }
}

function transpose(values: Float64Array, side: number): void {
  const block = 32;
  for (let top = 0; top < side; top += block) {
    for (let left = top; left < side; left += block) {
      const bottom = Math.min(top + block, side);
      const right = Math.min(left + block, side);
      for (let row = top; row < bottom; row += 1) {
        for (let col = left === top ? row + 1 : left; col < right; col += 1) {
          const a = row * side + col;
          const b = col * side + row;
          const value = values[a]!;
          values[a] = values[b]!;
          values[b] = value;
        }
      }
    }
  }
}
