/**
 * A north-up raster grid. Pixel (col, row) covers x in [originX + col*pixelWidth, ...), y downward from
 * originY. `pixelHeight` is positive; rows run south. Units are those of `crs` (metres, or degrees).
 */
export interface Grid {
  /** EPSG code with prefix, for example `EPSG:32650` or `EPSG:4547`. */
  readonly crs: string;
  readonly originX: number;
  readonly originY: number;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle of whole pixels: columns [col, col+width), rows [row, row+height). */
export interface Window {
  readonly col: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

/** [west, south, east, north] in the units of the CRS at hand. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The typed arrays a raster's samples come in. */
export type Samples =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

export type SampleType = 'uint8' | 'int8' | 'uint16' | 'int16' | 'uint32' | 'int32' | 'float32' | 'float64';

/** The box a grid covers. */
export function gridBox(grid: Grid): Box {
  return [
    grid.originX,
    grid.originY - grid.height * grid.pixelHeight,
    grid.originX + grid.width * grid.pixelWidth,
    grid.originY,
  ];
}

/** The grid of one window of `grid`: same pixels, smaller extent. */
export function windowGrid(grid: Grid, window: Window): Grid {
  return {
    ...grid,
    originX: grid.originX + window.col * grid.pixelWidth,
    originY: grid.originY - window.row * grid.pixelHeight,
    width: window.width,
    height: window.height,
  };
}

/** True when two grids share CRS, pixel size and pixel corners (to 1e-6 of a pixel), whatever their extents. */
export function sharesPixels(a: Grid, b: Grid): boolean {
  if (a.crs !== b.crs) return false;
  const near = (x: number): boolean => Math.abs(x - Math.round(x)) < 1e-6;
  return (
    Math.abs(a.pixelWidth / b.pixelWidth - 1) < 1e-9 &&
    Math.abs(a.pixelHeight / b.pixelHeight - 1) < 1e-9 &&
    near((a.originX - b.originX) / a.pixelWidth) &&
    near((a.originY - b.originY) / a.pixelHeight)
  );
}

/** Splits a grid into square blocks of `size` pixels, row by row; the last of a row or column may be smaller. */
export function blocks(grid: Grid, size: number): Window[] {
  const out: Window[] = [];
  for (let row = 0; row < grid.height; row += size) {
    for (let col = 0; col < grid.width; col += size) {
      out.push({
        col,
        row,
        width: Math.min(size, grid.width - col),
        height: Math.min(size, grid.height - row),
      });
    }
  }
  return out;
}
