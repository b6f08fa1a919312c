import { coverage, type Grid } from '@aftermine/science/raster';
import { planarArea } from '@aftermine/science/site';
import { expect, test } from 'vitest';
import { FileVectors } from '../../packages/workbench/src/adapters/vectors/file-vectors.ts';
import { describeWithData, golden } from '../golden.ts';

/** The grid of the annual composites beside the polygons. */
const grid: Grid = {
  crs: 'EPSG:26910',
  originX: 492_241,
  originY: 5_967_885.3728,
  pixelWidth: 10,
  pixelHeight: 10,
  width: 118,
  height: 97,
};

describeWithData('coverage of real polygons', golden('recovery/wildfire_516.gpkg'), () => {
  // Pixels by centre as GDAL 3 burns them (rasterio geometry_mask, all_touched=False), per feature.
  test.each([
    ['wildfire_516', [5522]],
    ['test_multiple_polygons', [1085, 1316, 608, 2618, 440]],
    ['test_reference', [2520, 1725]],
    ['test_single_polygon', [1984]],
  ])('%s: centres as GDAL counts them, area to 1e-9', async (name, counts) => {
    const { set } = await new FileVectors().read(golden(`recovery/${name}.gpkg`));
    const zones = set.features.map((feature) => coverage(feature.geometry, grid));
    expect(zones.map((zone) => zone.inside.reduce((sum, one) => sum + one, 0))).toEqual(counts);
    zones.forEach((zone, i) => {
      const { geometry } = set.features[i]!;
      let share = 0;
      for (const value of zone.share) share += value;
      // The wildfire's outline leaves the composites in places; the others lie within.
      if (name !== 'wildfire_516')
        expect(Math.abs((share * 100) / planarArea(geometry) - 1)).toBeLessThan(1e-9);
      else expect(share * 100).toBeLessThan(planarArea(geometry));
    });
  });
});
