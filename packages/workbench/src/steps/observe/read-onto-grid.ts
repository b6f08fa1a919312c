import { AftermineError } from '@aftermine/science/base';
import {
  approximateMap,
  type Grid,
  mapScale,
  type ResampleMethod,
  resample,
  type Samples,
  sharesPixels,
  shiftMap,
  sourceWindow,
} from '@aftermine/science/raster';
import { transformer } from '@aftermine/science/site';
import type { RasterFile } from '../../ports/index.ts';

export type ReadMethod = ResampleMethod;

/** Samples of one band on a target grid. */
export interface GriddedBand {
  readonly samples: Samples;
  readonly nodata: number | null;
}

/** Beyond the reach of the widest kernel at equal resolution. */
const KERNEL_MARGIN = 3;

/**
 * Reads the part of a band that a target grid needs. A source that shares the target's pixels is copied;
 * any other is resampled by `method`. Places outside the source become `nodata`.
 *
 * @param nodata what "no observation" is in this band; where the source has none, `outside` stands for it
 * @returns null when the source does not touch the target
 * @throws InvalidInput `E-OBS-006` when the raster is not georeferenced
 */
export async function readOntoGrid(
  file: RasterFile,
  band: number,
  target: Grid,
  method: ReadMethod,
  nodata: number | null,
  outside = 0,
): Promise<GriddedBand | null> {
  const source = file.info.grid;
  if (source === null) throw new AftermineError('InvalidInput', 'E-OBS-006', { where: file.info.path });
  const { type } = file.info;
  // A float raster without a no-data value may hold a true 0.
  const fill = nodata ?? (type === 'float32' || type === 'float64' ? Number.NaN : outside);
  return sharesPixels(source, target)
    ? copyOnto(file, band, source, target, fill)
    : resampleOnto(file, band, source, target, method, fill);
}

async function copyOnto(
  file: RasterFile,
  band: number,
  source: Grid,
  target: Grid,
  fill: number,
): Promise<GriddedBand | null> {
  const col = Math.round((target.originX - source.originX) / source.pixelWidth);
  const row = Math.round((source.originY - target.originY) / source.pixelHeight);
  const left = Math.max(0, col);
  const top = Math.max(0, row);
  const width = Math.min(source.width, col + target.width) - left;
  const height = Math.min(source.height, row + target.height) - top;
  if (width <= 0 || height <= 0) return null;
  const part = await file.read(band, { col: left, row: top, width, height });
  if (width === target.width && height === target.height) return { samples: part, nodata: fill };
  const out = new (part.constructor as new (length: number) => Samples)(target.width * target.height);
  if (fill !== 0) out.fill(fill);
  for (let r = 0; r < height; r += 1) {
    const at = (r + top - row) * target.width + (left - col);
    for (let c = 0; c < width; c += 1) out[at + c] = part[r * width + c]!;
  }
  return { samples: out, nodata: fill };
}

async function resampleOnto(
  file: RasterFile,
  band: number,
  source: Grid,
  target: Grid,
  method: ReadMethod,
  nodata: number,
): Promise<GriddedBand | null> {
  const toSource = transformer(target.crs, source.crs);
  const place: [number, number] = [0, 0];
  const map = approximateMap(
    (x, y, out) => {
      toSource(target.originX + x * target.pixelWidth, target.originY - y * target.pixelHeight, place);
      out[0] = (place[0] - source.originX) / source.pixelWidth;
      out[1] = (source.originY - place[1]) / source.pixelHeight;
    },
    target.width,
    target.height,
  );
  const scale = mapScale(map);
  const margin = Math.ceil(KERNEL_MARGIN * Math.max(1, scale.x, scale.y));
  const window = sourceWindow(map, source.width, source.height, margin);
  if (window === null) return null;
  const samples = await file.read(band, window);
  return {
    samples: resample(
      { samples, width: window.width, height: window.height, nodata },
      shiftMap(map, window.col, window.row),
      method,
      nodata,
    ),
    nodata,
  };
}
