import { ALL_BANDS, LANDSAT_PARTS } from '@aftermine/science/observe';
import type { Files, Paths, Rasters } from '../ports/index.ts';
import { type PlaneSpec, writeRaster } from '../steps/write-raster.ts';
import { mtlFile } from './mtl-file.ts';
import { QUALITY_FILL } from './quality.ts';
import type { Picture } from './take-picture.ts';

/** The outside that the generator writes through. */
export interface DemoOutside {
  readonly rasters: Pick<Rasters, 'encodeTile' | 'writeCog'>;
  readonly files: Pick<Files, 'makeFolder' | 'writeText'>;
  readonly paths: Pick<Paths, 'join'>;
}

/**
 * Writes one scene as USGS delivers it: a folder named after the product with a GeoTIFF per band, QA_PIXEL,
 * QA_RADSAT (nothing is saturated) and the MTL in both forms.
 */
export async function writeScene(
  { rasters, files, paths }: DemoOutside,
  scenesDir: string,
  picture: Picture,
): Promise<void> {
  const { look, grid, bands, quality } = picture;
  const folder = paths.join(scenesDir, look.id);
  files.makeFolder(folder);
  const parts = LANDSAT_PARTS[look.satellite >= 8 ? 'oli' : 'tm'];
  const names = new Map<string, string>();
  const write = async (
    part: string,
    samples: Uint16Array,
    spec: Pick<PlaneSpec, 'nodata' | 'overviews'>,
  ): Promise<void> => {
    const name = `${look.id}_${part}.TIF`;
    names.set(part, name);
    await writeRaster(
      rasters,
      paths.join(folder, name),
      { grid, type: 'uint16', bands: [{ name: part }], ...spec },
      [samples],
    );
  };
  for (const [b, band] of ALL_BANDS.entries())
    await write(parts[band], bands[b]!, { nodata: 0, overviews: 'average' });
  await write('QA_PIXEL', quality, { nodata: QUALITY_FILL, overviews: 'nearest' });
  await write('QA_RADSAT', new Uint16Array(quality.length), { nodata: null, overviews: 'nearest' });
  names.set('MTL.txt', `${look.id}_MTL.txt`);
  const { json, text } = mtlFile(picture, names);
  files.writeText(paths.join(folder, `${look.id}_MTL.json`), json);
  files.writeText(paths.join(folder, `${look.id}_MTL.txt`), text);
}
