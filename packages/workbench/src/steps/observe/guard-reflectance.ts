import { AftermineError } from '@aftermine/science/base';
import {
  assertKelvin,
  assertScaledReflectance,
  type BandName,
  type BandSamples,
  type Scene,
} from '@aftermine/science/observe';
import type { Workbench } from '../../ports/index.ts';

/** Side of the square that is looked at in the middle of a scene, in pixels. */
const PROBE_PIXELS = 256;

/**
 * Looks at a piece of every scene whose scaling somebody wrote down by hand (own GeoTIFFs, STAC items) and
 * refuses reflectance that looks like unscaled digital numbers, or heat that cannot be kelvin. USGS deliveries
 * are read with the scaling of their own metadata.
 *
 * @throws InvalidInput `E-OBS-110`..`E-OBS-113` naming the scene
 */
export async function guardReflectance(
  workbench: Workbench,
  scenes: readonly Scene[],
  keepGoing: boolean,
): Promise<void> {
  for (const scene of scenes) {
    if (scene.family === 'landsat') continue;
    let bands: Probe;
    try {
      bands = await probe(workbench, scene);
    } catch (error) {
      // Damaged pixels are met again, and told, when the scene is read.
      if (keepGoing && error instanceof AftermineError && error.code.startsWith('E-TIF-')) continue;
      throw error;
    }
    assertScaledReflectance(scene.id, bands);
    if (bands.lst !== undefined) assertKelvin(scene.id, bands.lst);
  }
}

type Probe = Partial<Record<BandName, BandSamples>>;

/** The middle of every band of a scene. */
async function probe(workbench: Workbench, scene: Scene): Promise<Probe> {
  const bands: Partial<Record<BandName, BandSamples>> = {};
  // Bands of one file are read while it is open: their pixels share its blocks.
  const byFile = Map.groupBy(
    Object.entries(scene.bands) as [BandName, NonNullable<Scene['bands'][BandName]>][],
    ([, source]) => source.href,
  );
  for (const [href, sources] of byFile) {
    const file = await workbench.rasters.open(href);
    try {
      const { info } = file;
      const width = Math.min(PROBE_PIXELS, info.width);
      const height = Math.min(PROBE_PIXELS, info.height);
      const col = blockStart((info.width - width) / 2, info.blockWidth);
      const row = blockStart((info.height - height) / 2, info.blockHeight);
      for (const [name, source] of sources) {
        const samples = await file.read(source.index, { col, row, width, height });
        bands[name] = {
          samples,
          scale: source.scale,
          offset: source.offset,
          nodata: source.nodata ?? info.nodata,
        };
      }
    } finally {
      await file.close();
    }
  }
  return bands;
}

/** The last block that begins at or before `at`, so that no more blocks than needed are touched. */
function blockStart(at: number, block: number): number {
  return Math.floor(at / block) * block;
}
