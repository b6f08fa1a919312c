import { readdirSync } from 'node:fs';
import { ownScenesSchema } from '@aftermine/science/observe';
import { expect, test } from 'vitest';
import { CogRasters } from '../../packages/workbench/src/adapters/cog/cog-rasters.ts';
import { FolderScenes } from '../../packages/workbench/src/adapters/scenes/folder-scenes.ts';
import { describeWithData, golden } from '../golden.ts';

const folder = golden('recovery');

describeWithData('24 annual composites of somebody else, declared as own GeoTIFFs', folder, () => {
  const bands = { blue: 1, green: 2, red: 3, nir: 4, swir1: 5, swir2: 6 };
  const find = (settings: object = {}) =>
    new FolderScenes(new CogRasters()).find([], {
      projectDir: folder,
      own: [ownScenesSchema.parse({ files: 'landsat/{year}.tif', bands, ...settings })],
    });

  test('one scene a year, on the grid the files state, where the land lies', async () => {
    const { scenes } = await find();
    expect(readdirSync(golden('recovery/landsat')).filter((name) => name.endsWith('.tif'))).toHaveLength(24);
    expect(scenes.map((scene) => scene.datetime)).toEqual(
      Array.from({ length: 24 }, (_, i) => `${2000 + i}-07-15T00:00:00Z`),
    );
    for (const scene of scenes) {
      expect(scene.grid).toEqual({
        crs: 'EPSG:26910',
        originX: 492_241,
        originY: expect.closeTo(5_967_885.3728, 6),
        pixelWidth: 10,
        pixelHeight: 10,
        width: 118,
        height: 97,
      });
      // gdalinfo: 123d 7' 4.70" W .. 123d 6' 0.03" W, 53d 51' 2.46" N .. 53d 51' 33.91" N
      expect(scene.bbox[0]).toBeCloseTo(-(123 + 7 / 60 + 4.7 / 3600), 5);
      expect(scene.bbox[3]).toBeCloseTo(53 + 51 / 60 + 33.91 / 3600, 5);
      expect(scene.bands.swir2).toMatchObject({ index: 5, scale: 1, offset: 0, nodata: null });
    }
  });

  test('years whose masked pixels are 0 without saying so are told; with nodata: 0 nothing is left to say', async () => {
    const { problems } = await find();
    expect(new Set(problems.map((problem) => problem.key))).toEqual(new Set(['scene-problem.zeros']));
    const percent = new Map(problems.map((problem) => [problem.sceneId, problem.params['percent']]));
    expect(percent.get('own-2011-07-15')).toBe(63);
    expect(percent.get('own-2001-07-15')).toBe(39);
    expect(percent.has('own-2012-07-15')).toBe(false);
    expect((await find({ nodata: 0 })).problems).toEqual([]);
  });

  test('bands declared in a wrong order contradict the names in the file', async () => {
    const { problems } = await find({ bands: { ...bands, red: 4, nir: 3 }, nodata: 0 });
    expect(problems.filter((problem) => problem.key === 'scene-problem.band-name')).toHaveLength(48);
  });
});
