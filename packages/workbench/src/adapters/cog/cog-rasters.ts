import type { Samples } from '@aftermine/science/raster';
import type { LayerSpec, RasterFile, Rasters } from '../../ports/index.ts';
import { BlockCache } from './block-cache.ts';
import { decodeTile, encodeTile } from './encode-tile.ts';
import { openTiff } from './tiff-raster.ts';
import { writeCog } from './write-cog.ts';

/** GeoTIFF files of the machine. */
export class CogRasters implements Rasters {
  readonly #cache = new BlockCache();

  async open(path: string): Promise<RasterFile> {
    return openTiff(path, this.#cache);
  }

  encodeTile(spec: LayerSpec, samples: Samples): Uint8Array {
    return encodeTile(spec, samples);
  }

  decodeTile(spec: LayerSpec, bytes: Uint8Array): Samples {
    return decodeTile(spec, bytes);
  }

  writeCog(
    path: string,
    spec: LayerSpec,
    tile: (col: number, row: number) => Promise<Uint8Array | null>,
  ): Promise<void> {
    return writeCog(path, spec, tile);
  }
}
