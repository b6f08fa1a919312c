import type { HlsName } from './hls-name.ts';
import { type SceneProblem, type SceneReading, sceneProblem } from './scene-reading.ts';
import { type BandName, type BandSource, REFLECTANCE_BANDS } from './types.ts';

/** Reflectance = DN * 0.0001; -9999 is fill. */
export const HLS_SCALE = 0.0001;
export const HLS_FILL = -9999;

/** Which file of a granule holds which band. `S30` uses the narrow near infrared, which matches Landsat's. */
export const HLS_PARTS: Readonly<
  Record<HlsName['product'], Readonly<Record<(typeof REFLECTANCE_BANDS)[number], string>>>
> = {
  L30: { blue: 'B02', green: 'B03', red: 'B04', nir: 'B05', swir1: 'B06', swir2: 'B07' },
  S30: { blue: 'B02', green: 'B03', red: 'B04', nir: 'B8A', swir1: 'B11', swir2: 'B12' },
};

export interface HlsDelivery {
  readonly name: HlsName;
  /** Files by what they hold: `B04`, `FMASK`. */
  readonly parts: ReadonlyMap<string, string>;
  readonly cloudCover?: number | null;
}

/**
 * The scene of one HLS v2.0 granule. Its thermal bands are brightness temperature at the top of the atmosphere
 * in degrees Celsius times 100, not the temperature of the land: they are left out (`hls-thermal`).
 *
 * A granule without Fmask is refused (`missing-mask`), and versions before 2 (`hls-version`).
 *
 * @see HLS User Guide v2
 */
export function hlsScene({ name, parts, cloudCover = null }: HlsDelivery): SceneReading {
  const refuse = (key: string, params: SceneProblem['params']): SceneReading => ({
    draft: null,
    problems: [sceneProblem('error', key, name.granule, params)],
  });
  if (Number.parseFloat(name.version) < 2) return refuse('hls-version', { version: name.version });
  const quality = parts.get('FMASK');
  const problems: SceneProblem[] = [];
  const bands: Partial<Record<BandName, BandSource>> = {};
  const missing: BandName[] = [];
  const wanted = HLS_PARTS[name.product];
  for (const band of REFLECTANCE_BANDS) {
    const href = parts.get(wanted[band]);
    if (href === undefined) missing.push(band);
    else bands[band] = { href, index: 0, scale: HLS_SCALE, offset: 0, nodata: HLS_FILL };
  }
  const files = missing.map((band) => wanted[band as (typeof REFLECTANCE_BANDS)[number]]).join(', ');
  if (missing.length === REFLECTANCE_BANDS.length) return refuse('no-bands', { files });
  if (quality === undefined) return refuse('missing-mask', { mask: 'Fmask' });
  if (missing.length > 0) {
    problems.push(
      sceneProblem('warning', 'missing-bands', name.granule, { bands: missing.join(', '), files }),
    );
  }
  if (name.product === 'L30' && (parts.has('B10') || parts.has('B11'))) {
    problems.push(sceneProblem('note', 'hls-thermal', name.granule));
  }
  const platform = `hls-${name.product.toLowerCase()}`;
  return {
    problems,
    draft: {
      id: name.granule,
      family: 'hls',
      platform,
      datetime: name.datetime,
      bands,
      masks: [{ kind: 'fmask', href: quality, index: 0 }],
      missing,
      facts: {
        collection: `hls${name.product.toLowerCase()}-v${name.version}`,
        acquisition: `${platform} ${name.tile} ${name.datetime}`,
        processed: name.version,
        tile: name.tile,
        thermal: name.product === 'L30' ? 'brightness temperature, not used' : null,
        cloudCover,
        sunElevation: null,
        sunAzimuth: null,
      },
    },
  };
}
