import type { Grid } from '@aftermine/science/raster';
import { gridBox } from '@aftermine/science/raster';
import { projectBox, transformer } from '@aftermine/science/site';
import type { DeliveryGrid } from './acquisitions.ts';
import { NEIGHBOUR_CRS, PIXEL_M } from './frame.ts';

/** The grid on which a scene is delivered, and where its pixels lie in the landscape. */
export interface Delivery {
  readonly grid: Grid;
  /** Column and row in the landscape of every pixel centre (0 = first pixel centre); null when both grids are one. */
  readonly positions: { readonly col: Float32Array; readonly row: Float32Array } | null;
}

/**
 * - `native`: the landscape's own pixels;
 * - `half-pixel`: shifted by 15 m east and south, as older processing lines did;
 * - `neighbour-zone`: the UTM zone to the east, in which the neighbouring path is delivered; turned by some 4 degrees.
 */
export function deliveryGrid(kind: DeliveryGrid, landscape: Grid): Delivery {
  if (kind === 'native') return { grid: landscape, positions: null };
  const grid =
    kind === 'half-pixel'
      ? { ...landscape, originX: landscape.originX + PIXEL_M / 2, originY: landscape.originY - PIXEL_M / 2 }
      : gridAround(landscape);
  const toLandscape = transformer(grid.crs, landscape.crs);
  const pixels = grid.width * grid.height;
  const col = new Float32Array(pixels);
  const row = new Float32Array(pixels);
  const place: [number, number] = [0, 0];
  for (let r = 0, i = 0; r < grid.height; r += 1) {
    for (let c = 0; c < grid.width; c += 1, i += 1) {
      toLandscape(
        grid.originX + (c + 0.5) * grid.pixelWidth,
        grid.originY - (r + 0.5) * grid.pixelHeight,
        place,
      );
      col[i] = (place[0] - landscape.originX) / landscape.pixelWidth - 0.5;
      row[i] = (landscape.originY - place[1]) / landscape.pixelHeight - 0.5;
    }
  }
  return { grid, positions: { col, row } };
}

/** Pixels of the neighbouring zone, their centres on multiples of 30 m, that hold the whole landscape. */
function gridAround(landscape: Grid): Grid {
  const [west, south, east, north] = projectBox(gridBox(landscape), landscape.crs, NEIGHBOUR_CRS);
  const originX = Math.floor((west - 15) / PIXEL_M) * PIXEL_M + 15;
  const originY = Math.ceil((north - 15) / PIXEL_M) * PIXEL_M + 15;
  return {
    crs: NEIGHBOUR_CRS,
    originX,
    originY,
    pixelWidth: PIXEL_M,
    pixelHeight: PIXEL_M,
    width: Math.ceil((east - originX) / PIXEL_M),
    height: Math.ceil((originY - south) / PIXEL_M),
  };
}

/** Values of a landscape plane at other positions, bilinear; NaN outside. */
export function sampleSmoothly(
  plane: Float32Array,
  size: number,
  { col, row }: NonNullable<Delivery['positions']>,
): Float32Array {
  const out = new Float32Array(col.length);
  for (let i = 0; i < out.length; i += 1) {
    const x = col[i]!;
    const y = row[i]!;
    if (!(x >= -0.5 && y >= -0.5 && x < size - 0.5 && y < size - 0.5)) {
      out[i] = Number.NaN;
      continue;
    }
    const c = Math.max(0, Math.min(size - 2, Math.floor(x)));
    const r = Math.max(0, Math.min(size - 2, Math.floor(y)));
    const dx = Math.max(0, Math.min(1, x - c));
    const dy = Math.max(0, Math.min(1, y - r));
    const at = r * size + c;
    const top = plane[at]! * (1 - dx) + plane[at + 1]! * dx;
    const bottom = plane[at + size]! * (1 - dx) + plane[at + size + 1]! * dx;
    out[i] = top * (1 - dy) + bottom * dy;
  }
  return out;
}

/** Flags of a landscape plane at other positions, from the nearest pixel; `outside` elsewhere. */
export function sampleNearest(
  plane: Uint16Array,
  size: number,
  { col, row }: NonNullable<Delivery['positions']>,
  outside: number,
): Uint16Array {
  const out = new Uint16Array(col.length);
  for (let i = 0; i < out.length; i += 1) {
    const c = Math.round(col[i]!);
    const r = Math.round(row[i]!);
    out[i] = c >= 0 && r >= 0 && c < size && r < size ? plane[r * size + c]! : outside;
  }
  return out;
}
