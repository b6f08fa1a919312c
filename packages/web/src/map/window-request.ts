import type { Box } from './value-window.ts';

/** What is asked of the server for one view: a box and how many pixels it is shown on. */
export interface WindowRequest {
  readonly box: Box;
  readonly width: number;
  readonly height: number;
}

/** Layers of at most so many pixels come as a whole: then moving the map asks for nothing. */
const WHOLE_SIDE = 2048;
/** Windows of larger layers begin and end at multiples of so many pixels, so that small moves ask for nothing either. */
const SNAP = 512;
const MOST_SIDE = 4096;

/**
 * The window that serves a view. Sizes go in steps of two, so that neighbouring zooms and all years share windows; nothing finer than
 * the file is asked for.
 *
 * @param layer what the layer covers
 * @param pixel side of a pixel of the file; null where it is not known yet
 * @returns null where the view does not touch the layer
 */
export function windowRequest(
  layer: Box,
  view: Box,
  resolution: number,
  pixel: number | null,
): WindowRequest | null {
  const [west, south, east, north] = layer;
  if (!(view[0] < east && view[2] > west && view[1] < north && view[3] > south)) return null;
  const step = 2 ** Math.floor(Math.log2(resolution) + 1e-9);
  const fine = Math.max(step, pixel ?? 0);
  const wide = Math.max(1, Math.ceil((east - west) / fine - 1e-6));
  const high = Math.max(1, Math.ceil((north - south) / fine - 1e-6));
  if (wide <= WHOLE_SIDE && high <= WHOLE_SIDE) return { box: layer, width: wide, height: high };
  const tile = SNAP * fine;
  const box: Box = [
    Math.max(west, west + Math.floor((view[0] - west) / tile) * tile),
    Math.max(south, north - Math.ceil((north - view[1]) / tile) * tile),
    Math.min(east, west + Math.ceil((view[2] - west) / tile) * tile),
    Math.min(north, north - Math.floor((north - view[3]) / tile) * tile),
  ];
  return {
    box,
    width: Math.min(MOST_SIDE, Math.max(1, Math.ceil((box[2] - box[0]) / fine - 1e-6))),
    height: Math.min(MOST_SIDE, Math.max(1, Math.ceil((box[3] - box[1]) / fine - 1e-6))),
  };
}

/** Side of a picture of a whole layer that comes first, where the window itself is larger. */
const OVERVIEW_SIDE = 512;

/**
 * The coarse picture of a whole layer that is shown until a window has come: its overview of at most 512 pixels a side.
 *
 * @param pixel side of a pixel of the file; null where it is not known yet
 * @returns null where the window is hardly larger, or the pixels of the file are not known
 */
export function overviewRequest(
  layer: Box,
  { width, height }: WindowRequest,
  pixel: number | null,
): WindowRequest | null {
  if (pixel === null || width * height <= 2 * OVERVIEW_SIDE ** 2) return null;
  const [wide, high] = [(layer[2] - layer[0]) / pixel, (layer[3] - layer[1]) / pixel];
  // Steps of two, as the overviews of a file go.
  const step = 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(wide, high) / OVERVIEW_SIDE) - 1e-9));
  return {
    box: layer,
    width: Math.max(1, Math.ceil(wide / step - 1e-6)),
    height: Math.max(1, Math.ceil(high / step - 1e-6)),
  };
}
