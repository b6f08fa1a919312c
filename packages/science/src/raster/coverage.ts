import type { Grid, Window } from './grid.ts';
import type { Polygons } from './polygons.ts';

/** How polygons lie on a grid. */
export interface Coverage {
  /** The pixels the polygons' box touches; zero width and height where they miss the grid. */
  readonly window: Window;
  /** Covered share of each pixel of the window, 0..1, row by row. */
  readonly share: Float32Array<ArrayBuffer>;
  /** 1 where the centre of the pixel lies inside, row by row. */
  readonly inside: Uint8Array<ArrayBuffer>;
  /** True when every pixel of the window is covered whole, as in the tiles within a large polygon. */
  readonly full: boolean;
}

/** Shares closer to 0 or 1 than this are rounding left over by the running sum. */
const ROUNDING = 1e-10;

/**
 * The share of every pixel that polygons cover, exact (no sampling), and which pixel centres lie inside.
 *
 * Signed areas are accumulated scanline by scanline: an edge that crosses pixel (c, r) over a height dy at a
 * mean distance m from the pixel's left side adds dy (1 - m) to cell c and dy m to cell c + 1; the running
 * sum along the row is the covered share. Time O(edges + pixels + pixels crossed by edges), memory one row
 * beside the result.
 *
 * @param polygons in the CRS of `grid`; valid (see `checkPolygons`), rings in any direction. Where polygons
 * overlap each other the share stops at 1.
 * @param grid what lies outside is cut off; pass a window's grid to work tile by tile
 * @returns a window of the grid with both arrays. A centre exactly on an edge belongs to the polygon east of
 * the edge, so neighbours that share an edge never both claim or both lose a pixel.
 */
export function coverage(polygons: Polygons, grid: Grid): Coverage {
  const window = touchedWindow(polygons, grid);
  const { width, height } = window;
  const share = new Float32Array(width * height);
  const inside = new Uint8Array(width * height);
  if (width === 0 || height === 0) return { window, share, inside, full: false };

  const edges = collectEdges(polygons, grid, window);
  const { x0, y0, x1, y1, sign, byRow, rowStart } = edges;
  const active = new Int32Array(x0.length);
  let activeCount = 0;
  const row = new Float64Array(width + 2);
  const flips = new Uint8Array(width + 1);
  for (let r = 0; r < height; r += 1) {
    for (let i = rowStart[r]!; i < rowStart[r + 1]!; i += 1) active[activeCount++] = byRow[i]!;
    row.fill(0);
    flips.fill(0);
    const centre = r + 0.5;
    let kept = 0;
    for (let a = 0; a < activeCount; a += 1) {
      const e = active[a]!;
      const top = y0[e]!;
      const bottom = y1[e]!;
      const left = x0[e]!;
      const run = (x1[e]! - left) / (bottom - top);
      const from = top > r ? top : r;
      const to = bottom < r + 1 ? bottom : r + 1;
      const xFrom = from === top ? left : left + (from - top) * run;
      const xTo = to === bottom ? x1[e]! : left + (to - top) * run;
      addEdge(row, width, xFrom, xTo, sign[e]! * (to - from));
      if (top <= centre && centre < bottom) {
        const cross = left + (centre - top) * run;
        const first = Math.ceil(cross - 0.5);
        if (first < width) flips[first < 0 ? 0 : first]! ^= 1;
      }
      if (bottom > r + 1) active[kept++] = e;
    }
    activeCount = kept;
    let sum = 0;
    let within = 0;
    const base = r * width;
    for (let c = 0; c < width; c += 1) {
      sum += row[c]!;
      within ^= flips[c]!;
      share[base + c] = sum < ROUNDING ? 0 : sum > 1 - ROUNDING ? 1 : sum;
      inside[base + c] = within;
    }
  }
  const full = share.every((value) => value === 1) && inside.every((value) => value === 1);
  return { window, share, inside, full };
}

/** Adds one piece of an edge within a row: from `xa` to `xb`, of signed height `d`. */
function addEdge(row: Float64Array, width: number, xa: number, xb: number, d: number): void {
  let x0 = xa < xb ? xa : xb;
  let x1 = xa < xb ? xb : xa;
  if (x0 >= width || d === 0) return;
  if (x1 <= 0) {
    row[0]! += d;
    return;
  }
  let rest = d;
  const slope = d / (x1 - x0);
  if (x0 < 0) {
    const cut = slope * -x0;
    row[0]! += cut;
    rest -= cut;
    x0 = 0;
  }
  if (x1 > width) {
    rest -= slope * (x1 - width);
    x1 = width;
  }
  const first = Math.floor(x0);
  if (x1 <= first + 1) {
    const mean = (x0 + x1) / 2 - first;
    row[first]! += rest * (1 - mean);
    row[first + 1]! += rest * mean;
    return;
  }
  for (let c = first; c < x1; c += 1) {
    const a = c > x0 ? c : x0;
    const b = c + 1 < x1 ? c + 1 : x1;
    const part = slope * (b - a);
    const mean = (a + b) / 2 - c;
    row[c]! += part * (1 - mean);
    row[c + 1]! += part * mean;
  }
}

interface Edges {
  /** Ends in pixels of the window, upper end first; parts above and below the window are cut off. */
  readonly x0: Float64Array;
  readonly y0: Float64Array;
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  /** +1 or -1, so that the running sum is positive inside. */
  readonly sign: Int8Array;
  /** Edges in order of the row they start in; row r has byRow[rowStart[r] .. rowStart[r + 1]). */
  readonly byRow: Int32Array;
  readonly rowStart: Int32Array;
}

function collectEdges(polygons: Polygons, grid: Grid, window: Window): Edges {
  let count = 0;
  for (const polygon of polygons) for (const ring of polygon) count += Math.max(0, ring.length - 1);
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const sign = new Int8Array(count);
  const { pixelWidth, pixelHeight } = grid;
  const originX = grid.originX + window.col * pixelWidth;
  const originY = grid.originY - window.row * pixelHeight;
  const { height } = window;
  const startRow = new Int32Array(count);
  const rowStart = new Int32Array(height + 1);
  let n = 0;
  for (const polygon of polygons) {
    polygon.forEach((ring, ringIndex) => {
      // Outer rings count up and holes down, whichever way they were drawn; rows run south, hence the turn.
      const outward = (doubleArea(ring) < 0 ? -1 : 1) * (ringIndex === 0 ? 1 : -1);
      for (let i = 1; i < ring.length; i += 1) {
        const from = ring[i - 1]!;
        const to = ring[i]!;
        let ax = (from[0] - originX) / pixelWidth;
        let ay = (originY - from[1]) / pixelHeight;
        let bx = (to[0] - originX) / pixelWidth;
        let by = (originY - to[1]) / pixelHeight;
        if (ay === by) continue;
        let direction = outward;
        // Always computed from the upper end: neighbours get the same numbers for the edge they share.
        if (ay > by) {
          [ax, ay, bx, by] = [bx, by, ax, ay];
          direction = -direction;
        }
        if (by <= 0 || ay >= height) continue;
        const run = (bx - ax) / (by - ay);
        if (by > height) {
          bx = ax + (height - ay) * run;
          by = height;
        }
        if (ay < 0) {
          ax -= ay * run;
          ay = 0;
        }
        x0[n] = ax;
        y0[n] = ay;
        x1[n] = bx;
        y1[n] = by;
        sign[n] = direction;
        const r = Math.floor(ay);
        startRow[n] = r;
        rowStart[r + 1]! += 1;
        n += 1;
      }
    });
  }
  for (let r = 0; r < height; r += 1) rowStart[r + 1]! += rowStart[r]!;
  const byRow = new Int32Array(n);
  const next = rowStart.slice();
  for (let e = 0; e < n; e += 1) byRow[next[startRow[e]!]!++] = e;
  return { x0, y0, x1, y1, sign, byRow, rowStart };
}

function touchedWindow(polygons: Polygons, grid: Grid): Window {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const polygon of polygons) {
    for (const [x, y] of polygon[0] ?? []) {
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
  }
  const col = Math.max(0, Math.floor((west - grid.originX) / grid.pixelWidth));
  const row = Math.max(0, Math.floor((grid.originY - north) / grid.pixelHeight));
  const colEnd = Math.min(grid.width, Math.ceil((east - grid.originX) / grid.pixelWidth));
  const rowEnd = Math.min(grid.height, Math.ceil((grid.originY - south) / grid.pixelHeight));
  if (!(colEnd > col && rowEnd > row)) return { col: 0, row: 0, width: 0, height: 0 };
  return { col, row, width: colEnd - col, height: rowEnd - row };
}

/** Twice the signed area, counter-clockwise positive, about the first position to keep the digits. */
function doubleArea(ring: Polygons[number][number]): number {
  const origin = ring[0];
  if (origin === undefined) return 0;
  let sum = 0;
  for (let i = 2; i < ring.length; i += 1) {
    const a = ring[i - 1]!;
    const b = ring[i]!;
    sum += (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1]);
  }
  return sum;
}
