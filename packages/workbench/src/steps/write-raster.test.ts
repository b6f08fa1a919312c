import type { Samples } from '@aftermine/science/raster';
import { describe, expect, test } from 'vitest';
import { demoGrid } from '../demo/frame.ts';
import type { LayerSpec } from '../ports/index.ts';
import { writeRaster } from './write-raster.ts';

/** Keeps what would be written: the layout and the samples of each tile. */
function recorder(): {
  spec?: LayerSpec;
  tiles: Map<string, Samples>;
  rasters: Parameters<typeof writeRaster>[0];
} {
  const made: { spec?: LayerSpec; tiles: Map<string, Samples>; rasters: Parameters<typeof writeRaster>[0] } =
    {
      tiles: new Map(),
      rasters: {
        encodeTile: (_, samples) => new Uint8Array(samples.buffer),
        writeCog: async (_, spec, tile) => {
          made.spec = spec;
          for (const [col, row] of [
            [0, 0],
            [1, 0],
            [0, 1],
            [1, 1],
          ] as const) {
            made.tiles.set(`${col} ${row}`, new Uint16Array((await tile(col, row))!.buffer));
          }
        },
      },
    };
  return made;
}

describe('writeRaster', () => {
  test('cuts planes into interleaved tiles of 256 and fills what lies outside with no data', async () => {
    const grid = demoGrid(300);
    const plane = Uint16Array.from({ length: 90_000 }, (_, i) => 1 + (i % 60_000));
    const made = recorder();
    await writeRaster(
      made.rasters,
      'x.tif',
      { grid, type: 'uint16', nodata: 9, bands: [{ name: 'a' }, { name: 'b' }], overviews: 'nearest' },
      [plane, plane.map((value) => value + 1)],
    );
    expect(made.spec?.tileSize).toBe(256);
    const last = made.tiles.get('1 1')!;
    expect(last[0]).toBe(plane[256 * 300 + 256]);
    expect(last[1]).toBe(plane[256 * 300 + 256]! + 1);
    // column 44 of the last tile is column 300 of the image: outside
    expect(last[44 * 2]).toBe(9);
  });
});
