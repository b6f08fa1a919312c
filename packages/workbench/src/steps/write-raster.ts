import type { Grid, Samples, SampleType } from '@aftermine/science/raster';
import type { LayerSpec, Rasters } from '../ports/index.ts';

/** Side of the tiles of a delivered file; smaller images get one tile. */
const TILE = 256;

/** A raster to be written whole: one plane per band, all of one sample type. */
export interface PlaneSpec {
  readonly grid: Grid;
  readonly type: SampleType;
  readonly nodata: number | null;
  readonly bands: LayerSpec['bands'];
  readonly overviews: LayerSpec['overviews'];
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Writes planes as one tiled GeoTIFF. */
export async function writeRaster(
  rasters: Pick<Rasters, 'encodeTile' | 'writeCog'>,
  path: string,
  spec: PlaneSpec,
  planes: readonly Samples[],
): Promise<void> {
  const { grid } = spec;
  const tileSize = Math.min(TILE, Math.ceil(Math.max(grid.width, grid.height) / 16) * 16);
  const layer: LayerSpec = { ...spec, tileSize };
  await rasters.writeCog(path, layer, async (tileCol, tileRow) =>
    rasters.encodeTile(layer, tileOf(planes, grid, tileSize, tileCol, tileRow, spec.nodata ?? 0)),
  );
}

function tileOf(
  planes: readonly Samples[],
  grid: Grid,
  size: number,
  tileCol: number,
  tileRow: number,
  fill: number,
): Samples {
  const first = planes[0]!;
  const count = planes.length;
  const tile = new (first.constructor as new (length: number) => Samples)(size * size * count);
  const width = Math.min(size, grid.width - tileCol * size);
  const height = Math.min(size, grid.height - tileRow * size);
  if (fill !== 0 && (width < size || height < size)) tile.fill(fill);
  planes.forEach((plane, band) => {
    for (let row = 0; row < height; row += 1) {
      const from = (tileRow * size + row) * grid.width + tileCol * size;
      if (count === 1) tile.set(plane.subarray(from, from + width), row * size);
      else
        for (let col = 0; col < width; col += 1) tile[(row * size + col) * count + band] = plane[from + col]!;
    }
  });
  return tile;
}
