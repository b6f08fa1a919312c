import type { Box, Grid } from '@aftermine/science/raster';
import type { RasterInfo } from '../../ports/index.ts';
import type { OpenRasters } from './open-rasters.ts';

/** Bytes before the first plane. */
export const VALUES_HEADER = 64;
/** `AFV1` as the four bytes read. */
export const VALUES_MAGIC = 0x31564641;

/** What part of a raster is wanted, and how fine. */
export interface ValuesRequest {
  /** From 1, as people count. */
  readonly bands: readonly number[];
  /** In the CRS of the raster; null for all of it. */
  readonly bbox: Box | null;
  /** Pixels the window is shown on. */
  readonly width: number;
  readonly height: number;
}

/** Planes of values and where they lie. */
export interface ValueWindow {
  readonly width: number;
  readonly height: number;
  readonly bands: number;
  /** What the pixels cover: exactly, in the CRS of the raster. All zero where the box lies outside. */
  readonly box: Box;
  /** 0: full size; n: overview n, each half of the one before. */
  readonly level: number;
  /** Header and planes as they are sent. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A window of a raster as values, for maps that colour and read them out in the browser.
 *
 * Little-endian. Header of 64 bytes: `AFV1`, then uint32 width, height, bands, level; uint32 0; float64 west, south, east, north of
 * what the pixels cover; float64 side of a source pixel. Then `bands` planes of width * height float32, row by row from the north:
 * sample * scale + offset as the file declares, NaN where there is no data.
 *
 * The level is the coarsest that still has a source pixel for every pixel wanted; from it the nearest source pixel is taken
 * (the one that holds the middle of the pixel). The box grows outward to whole source pixels, and no more pixels come back than
 * the level has there: a small raster arrives as it is. A box beside the raster gives width and height 0.
 */
export async function valueWindow(
  rasters: OpenRasters,
  path: string,
  { bands, bbox, width: wantedWidth, height: wantedHeight }: ValuesRequest,
): Promise<ValueWindow> {
  const info = await rasters.info(path);
  const grid = info.grid ?? plainGrid(info);
  const full = pixelWindow(grid, bbox, 1, info.width, info.height);
  if (full === null)
    return packValues(
      { width: 0, height: 0, bands: bands.length, box: [0, 0, 0, 0], level: 0, pixel: grid.pixelWidth },
      null,
    );
  const level = levelFor(info, full, wantedWidth, wantedHeight);
  const factor = 2 ** level;
  const size = { width: Math.ceil(info.width / factor), height: Math.ceil(info.height / factor) };
  const window = pixelWindow(grid, bbox, factor, size.width, size.height)!;
  const width = Math.min(wantedWidth, window.width);
  const height = Math.min(wantedHeight, window.height);
  const planes = await rasters.planes(
    path,
    bands.map((band) => band - 1),
    level,
    size,
    window,
  );
  const box: Box = [
    grid.originX + window.col * factor * grid.pixelWidth,
    grid.originY - (window.row + window.height) * factor * grid.pixelHeight,
    grid.originX + (window.col + window.width) * factor * grid.pixelWidth,
    grid.originY - window.row * factor * grid.pixelHeight,
  ];
  const pixel = grid.pixelWidth * factor;
  return packValues({ width, height, bands: bands.length, box, level, pixel }, (out) => {
    const columns = Int32Array.from({ length: width }, (_, i) =>
      Math.floor(((i + 0.5) * window.width) / width),
    );
    for (const [b, { samples, window: held }] of planes.entries()) {
      const { scale, offset } = info.bands[bands[b]! - 1]!;
      const nodata = info.nodata ?? Number.NaN;
      let to = b * width * height;
      for (let i = 0; i < height; i += 1) {
        const row = window.row - held.row + Math.floor(((i + 0.5) * window.height) / height);
        const from = row * held.width + window.col - held.col;
        for (let j = 0; j < width; j += 1, to += 1) {
          const sample = samples[from + columns[j]!]!;
          out[to] = sample === nodata ? Number.NaN : sample * scale + offset;
        }
      }
    }
  });
}

interface PixelWindow {
  readonly col: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels of a level that a box touches; null where it lies outside. */
function pixelWindow(
  grid: Pick<Grid, 'originX' | 'originY' | 'pixelWidth' | 'pixelHeight'>,
  bbox: Box | null,
  factor: number,
  width: number,
  height: number,
): PixelWindow | null {
  if (bbox === null) return { col: 0, row: 0, width, height };
  const [west, south, east, north] = bbox;
  const [x, y] = [grid.pixelWidth * factor, grid.pixelHeight * factor];
  // A hair of tolerance: a box that was printed and read again must not take in one more row.
  const low = (value: number): number => Math.max(0, Math.floor(value + 1e-6));
  const high = (value: number, limit: number): number => Math.min(limit, Math.ceil(value - 1e-6));
  const col = low((west - grid.originX) / x);
  const row = low((grid.originY - north) / y);
  const right = high((east - grid.originX) / x, width);
  const bottom = high((grid.originY - south) / y, height);
  return right > col && bottom > row ? { col, row, width: right - col, height: bottom - row } : null;
}

function levelFor(info: RasterInfo, { width, height }: PixelWindow, wide: number, high: number): number {
  let level = 0;
  while (level < info.overviews && width / 2 ** (level + 1) >= wide && height / 2 ** (level + 1) >= high)
    level += 1;
  return level;
}

/** Rasters without a place are counted in pixels. */
function plainGrid({ height }: RasterInfo): Pick<Grid, 'originX' | 'originY' | 'pixelWidth' | 'pixelHeight'> {
  return { originX: 0, originY: height, pixelWidth: 1, pixelHeight: 1 };
}

/**
 * Header and planes as they are sent.
 *
 * @param fill writes the planes, one after the other; NaN is no data
 */
export function packValues(
  { width, height, bands, box, level, pixel }: Omit<ValueWindow, 'bytes'> & { readonly pixel: number },
  fill: ((planes: Float32Array) => void) | null,
): ValueWindow {
  const bytes = new Uint8Array(VALUES_HEADER + width * height * bands * 4);
  const head = new DataView(bytes.buffer);
  for (const [i, value] of [VALUES_MAGIC, width, height, bands, level, 0].entries())
    head.setUint32(i * 4, value, true);
  for (const [i, value] of [...box, pixel].entries()) head.setFloat64(24 + i * 8, value, true);
  fill?.(new Float32Array(bytes.buffer, VALUES_HEADER));
  return { width, height, bands, box, level, bytes };
}
