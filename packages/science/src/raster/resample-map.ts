/**
 * Where target pixels lie in the source: maps continuous target pixel coordinates (the centre of pixel
 * (col, row) is col + 0.5, row + 0.5) to source pixel coordinates of the same convention, written to `out`
 * as x, y. NaN where the transform has no answer.
 */
export type PixelMap = (x: number, y: number, out: Float64Array) => void;

/** A pixel map kept as a lattice of exactly computed points, to be interpolated bilinearly between them. */
export interface LatticeMap {
  readonly width: number;
  readonly height: number;
  /** Target pixels between lattice points; the last column and row of points lie on the far edges. */
  readonly step: number;
  /** Number of points per row. */
  readonly columns: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Greatest error found at the middles of cells and of their sides, in source pixels. */
  readonly error: number;
}

/**
 * Approximates a pixel map over a target of width x height pixels with a bounded error, so that the costly exact
 * transform (a map projection, say) is called at few points instead of at every pixel. The lattice is halved
 * until the error where a bilinear surface errs most, at the middles of cells and of their sides, is within
 * `maxError`; at a step of one pixel it is as good as exact.
 *
 * @param maxError source pixels; 0.05 by default
 */
export function approximateMap(exact: PixelMap, width: number, height: number, maxError = 0.05): LatticeMap {
  for (let step = 64; ; step /= 2) {
    const lattice = latticeOf(exact, width, height, step);
    const error = latticeError(exact, lattice);
    if (error <= maxError || step === 1) return { ...lattice, error };
  }
}

function latticeOf(exact: PixelMap, width: number, height: number, step: number): LatticeMap {
  const columns = Math.ceil(width / step) + 1;
  const rows = Math.ceil(height / step) + 1;
  const x = new Float64Array(columns * rows);
  const y = new Float64Array(columns * rows);
  const point = new Float64Array(2);
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      exact(Math.min(width, c * step), Math.min(height, r * step), point);
      x[r * columns + c] = point[0]!;
      y[r * columns + c] = point[1]!;
    }
  }
  return { width, height, step, columns, x, y, error: 0 };
}

/** Places within a cell where the error is measured, as shares of its sides. */
const PROBES = [
  [0.5, 0.5],
  [0.5, 0],
  [0, 0.5],
] as const;

function latticeError(exact: PixelMap, lattice: LatticeMap): number {
  const { width, height, step, columns, x, y } = lattice;
  const rows = x.length / columns;
  const point = new Float64Array(2);
  let worst = 0;
  for (let r = 0; r + 1 < rows; r += 1) {
    for (let c = 0; c + 1 < columns; c += 1) {
      const at = r * columns + c;
      const [left, right] = [c * step, Math.min(width, (c + 1) * step)];
      const [top, bottom] = [r * step, Math.min(height, (r + 1) * step)];
      for (const [s, t] of PROBES) {
        exact(left + s * (right - left), top + t * (bottom - top), point);
        const error = Math.hypot(
          point[0]! - between(x, at, columns, s, t),
          point[1]! - between(y, at, columns, s, t),
        );
        // a cell partly outside the transform's domain stays without values; that is no reason to refine
        if (error > worst) worst = error;
      }
    }
  }
  return worst;
}

function between(values: Float64Array, at: number, columns: number, s: number, t: number): number {
  const top = values[at]! + s * (values[at + 1]! - values[at]!);
  const low = values[at + columns]! + s * (values[at + columns + 1]! - values[at + columns]!);
  return top + t * (low - top);
}

/**
 * Source coordinates of the pixel centres of one target row.
 *
 * @param xs, ys receive `map.width` coordinates each
 */
export function mapRow(map: LatticeMap, row: number, xs: Float64Array, ys: Float64Array): void {
  const { width, height, step, columns, x, y } = map;
  const r = Math.min(Math.floor(row / step), x.length / columns - 2);
  const top = r * step;
  const t = (row + 0.5 - top) / (Math.min(height, top + step) - top);
  for (let c = 0; c + 1 < columns; c += 1) {
    const at = r * columns + c;
    const left = c * step;
    const right = Math.min(width, left + step);
    const x0 = between(x, at, columns, 0, t);
    const y0 = between(y, at, columns, 0, t);
    const dx = (between(x, at, columns, 1, t) - x0) / (right - left);
    const dy = (between(y, at, columns, 1, t) - y0) / (right - left);
    for (let col = left; col < right; col += 1) {
      xs[col] = x0 + (col + 0.5 - left) * dx;
      ys[col] = y0 + (col + 0.5 - left) * dy;
    }
  }
}

/** Source pixels per target pixel along source x and y: how much the image is reduced (above 1) or enlarged. */
export function mapScale(map: LatticeMap): { x: number; y: number } {
  const { width, height, columns, x, y } = map;
  const rows = x.length / columns;
  const last = columns * rows - 1;
  const corner = (values: Float64Array): number => {
    const across =
      Math.abs(values[columns - 1]! - values[0]!) + Math.abs(values[last]! - values[last - columns + 1]!);
    const down =
      Math.abs(values[last - columns + 1]! - values[0]!) + Math.abs(values[last]! - values[columns - 1]!);
    return across / 2 / width + down / 2 / height;
  };
  return { x: corner(x), y: corner(y) };
}

/**
 * The rectangle of source pixels a target needs, grown by `margin` pixels and clipped to the source; null when
 * nothing of the source is needed.
 *
 * @param margin 2 for bilinear and cubic at equal resolution; more when the image is reduced
 */
export function sourceWindow(
  map: LatticeMap,
  sourceWidth: number,
  sourceHeight: number,
  margin: number,
): { col: number; row: number; width: number; height: number } | null {
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < map.x.length; i += 1) {
    if (map.x[i]! < west) west = map.x[i]!;
    if (map.x[i]! > east) east = map.x[i]!;
    if (map.y[i]! < north) north = map.y[i]!;
    if (map.y[i]! > south) south = map.y[i]!;
  }
  const col = Math.max(0, Math.floor(west) - margin);
  const row = Math.max(0, Math.floor(north) - margin);
  const width = Math.min(sourceWidth, Math.ceil(east) + margin) - col;
  const height = Math.min(sourceHeight, Math.ceil(south) + margin) - row;
  return width > 0 && height > 0 ? { col, row, width, height } : null;
}

/** The same map for a source cut to a window: coordinates count from the window's corner. */
export function shiftMap(map: LatticeMap, col: number, row: number): LatticeMap {
  return { ...map, x: map.x.map((value) => value - col), y: map.y.map((value) => value - row) };
}
