import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BandName, parseSentinel2Name, sceneFromStac, sceneToStac } from '@aftermine/science/observe';
import type { Grid } from '@aftermine/science/raster';
import { describe, expect, test } from 'vitest';
import type { LayerSpec } from '../../ports/index.ts';
import { CogRasters } from '../cog/cog-rasters.ts';
import { folderOf, GRID_10M, GRID_30M, OLI_PARTS } from './deliveries.fixture.ts';
import { FolderScenes } from './folder-scenes.ts';

const rasters = new CogRasters();
const GRID_20M: Grid = { ...GRID_30M, pixelWidth: 20, pixelHeight: 20, width: 60, height: 38 };

/** A real GeoTIFF whose every pixel is `sample`. */
async function write(path: string, grid: Grid, sample: number): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const spec: LayerSpec = {
    grid,
    type: 'uint16',
    nodata: null,
    tileSize: 64,
    bands: [{ name: 'b' }],
    overviews: 'nearest',
  };
  const tile = rasters.encodeTile(spec, new Uint16Array(64 * 64).fill(sample));
  await rasters.writeCog(path, spec, () => Promise.resolve(tile));
}

describe('deliveries of real GeoTIFFs', () => {
  test('Landsat: what is found reads as the reflectance and the kelvin that were written', async () => {
    const product = 'LC08_L2SP_123032_20200715_20200912_02_T1';
    const root = folderOf({});
    for (const [i, part] of OLI_PARTS.entries())
      await write(join(root, product, `${product}_${part}.TIF`), GRID_30M, 8000 + 1000 * i);
    const { scenes, problems } = await new FolderScenes(rasters).find([root], { projectDir: root });
    expect(problems).toEqual([]);
    const [scene] = scenes;
    expect(scene!.grid).toEqual(GRID_30M);
    const read = async (band: BandName): Promise<number> => {
      const { href, index, scale, offset } = scene!.bands[band]!;
      const file = await rasters.open(href);
      const [sample] = await file.read(index, { col: 3, row: 4, width: 1, height: 1 });
      await file.close();
      return sample! * scale + offset;
    };
    // SR_B4 was the third file: 10000 * 0.0000275 - 0.2; ST_B10 the seventh: 14000 * 0.00341802 + 149.
    expect(await read('red')).toBeCloseTo(0.075, 12);
    expect(await read('lst')).toBeCloseTo(196.85228, 9);
    expect(sceneFromStac(JSON.parse(JSON.stringify(sceneToStac(scene!))))).toEqual(scene);
  });

  test('Sentinel-2: bands of 10 m and 20 m mix, and the scene has the finer grid', async () => {
    const product = 'S2A_MSIL2A_20230715T025551_N0509_R032_T50TMK_20230715T065843';
    const tile = `T50TMK_20230715T025551`;
    const root = folderOf({});
    const images = join(root, `${product}.SAFE/GRANULE/L2A_T50TMK_A1/IMG_DATA`);
    for (const band of ['B02', 'B03', 'B04', 'B08'])
      await write(join(images, 'R10m', `${tile}_${band}_10m.tif`), GRID_10M, 2000);
    for (const band of ['B11', 'B12', 'SCL'])
      await write(join(images, 'R20m', `${tile}_${band}_20m.tif`), GRID_20M, 4);
    const { scenes, problems } = await new FolderScenes(rasters).find([root], { projectDir: root });
    expect(problems).toEqual([]);
    expect(scenes[0]).toMatchObject({ id: parseSentinel2Name(product)!.product, grid: GRID_10M });
    const { scale, offset } = scenes[0]!.bands.red!;
    expect(2000 * scale + offset).toBeCloseTo(0.1, 12);
  });

  test('a truncated band costs its scene, and says which file', async () => {
    const product = 'LC08_L2SP_123032_20200715_20200912_02_T1';
    const root = folderOf(
      Object.fromEntries(OLI_PARTS.map((part) => [`${product}_${part}.TIF`, 'II*\0\u0008\0\0\0'])),
    );
    const { scenes, problems } = await new FolderScenes(rasters).find([root], { projectDir: root });
    expect(scenes).toEqual([]);
    expect(problems).toMatchObject([
      {
        key: 'scene-problem.unreadable',
        sceneId: product,
        params: { reason: expect.stringMatching(/^E-TIF-/) },
      },
    ]);
  });
});
