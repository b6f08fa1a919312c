import { REFLECTANCE_BANDS, type SceneDraft } from '@aftermine/science/observe';
import type { Samples } from '@aftermine/science/raster';
import type { Rasters } from '../../ports/index.ts';

/** Side of the square looked at in the middle of the image, in pixels. */
const PROBE_PIXELS = 256;
/** A single dark band may well be 0; three at once are not. */
const MIN_BANDS = 3;

/**
 * Share of pixels, in the middle of a scene, whose samples are exactly 0 in every reflectance band. Land never
 * is: it is what masked pixels look like in a file that does not declare its no-data value.
 *
 * @returns 0..1; 0 where it cannot be told (declared no-data, few bands, bands of different size)
 */
export async function zeroShare(rasters: Rasters, draft: SceneDraft): Promise<number> {
  const sources = REFLECTANCE_BANDS.flatMap((band) => draft.bands[band] ?? []);
  if (sources.length < MIN_BANDS || sources.some((source) => source.nodata === 0)) return 0;
  const planes: Samples[] = [];
  for (const { href, index } of sources) {
    const file = await rasters.open(href);
    try {
      const width = Math.min(PROBE_PIXELS, file.info.width);
      const height = Math.min(PROBE_PIXELS, file.info.height);
      const col = Math.floor((file.info.width - width) / 2);
      const row = Math.floor((file.info.height - height) / 2);
      planes.push(await file.read(index, { col, row, width, height }));
    } catch {
      // What cannot be read is told when it is read in earnest.
      return 0;
    } finally {
      await file.close();
    }
  }
  const [first] = planes;
  if (first === undefined || planes.some((plane) => plane.length !== first.length)) return 0;
  let zeros = 0;
  for (let i = 0; i < first.length; i += 1) if (planes.every((plane) => plane[i] === 0)) zeros += 1;
  return first.length === 0 ? 0 : zeros / first.length;
}
