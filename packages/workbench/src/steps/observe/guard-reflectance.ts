import { AftermineError } from '@aftermine/science/base';
import { type BandName, decodeBand, looksUnscaled, REFLECTANCE_BANDS, type Scene } from '@aftermine/science/observe';
import type { Workbench } from '../../ports/index.ts';

/** Side of the square that is looked at in the middle of a scene, in pixels. */
const PROBE_PIXELS = 256;

/**
 * Looks at a piece of every scene whose scaling somebody wrote down by hand (own GeoTIFFs, STAC items) and
 * refuses it when its reflectance looks like unscaled digital numbers.
 *
 * @throws InvalidInput `E-OBS-110` naming file and band
 */
export async function guardReflectance(workbench: Workbench, scenes: readonly Scene[]): Promise<void> {
  const seen = new Set<string>();
  for (const scene of scenes) {
    if (scene.family === 'landsat' || seen.has(scene.platform + scene.id)) continue;
    seen.add(scene.platform + scene.id);
    for (const band of REFLECTANCE_BANDS) await guardBand(workbench, scene, band);
  }
}

async function guardBand(workbench: Workbench, scene: Scene, band: BandName): Promise<void> {
  const source = scene.bands[band];
  if (source === undefined) return;
  const file = await workbench.rasters.open(source.href);
  try {
    const { width, height } = file.info;
    const size = { width: Math.min(PROBE_PIXELS, width), height: Math.min(PROBE_PIXELS, height) };
    const samples = await file.read(source.index, {
      col: Math.floor((width - size.width) / 2),
      row: Math.floor((height - size.height) / 2),
      ...size,
    });
    const values = decodeBand({ samples, scale: source.scale, offset: source.offset, nodata: source.nodata ?? file.info.nodata });
    const verdict = looksUnscaled(values);
    if (verdict !== null) {
      throw new AftermineError('InvalidInput', 'E-OBS-110', { where: `${source.href}#${band}`, got: verdict.median, expected: '0..1' });
    }
  } finally {
    await file.close();
  }
}
