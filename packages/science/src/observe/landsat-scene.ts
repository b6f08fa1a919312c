import type { LandsatMetadata } from './landsat-metadata.ts';
import type { LandsatName } from './landsat-name.ts';
import { type SceneProblem, type SceneReading, sceneProblem } from './scene-reading.ts';
import { ALL_BANDS, type BandName, type BandSource, type MaskSource } from './types.ts';

/** Scaling of Landsat Collection 2 Level-2 surface reflectance where the MTL file does not say. */
export const LANDSAT_REFLECTANCE = { scale: 2.75e-5, offset: -0.2 } as const;
/** Scaling of Landsat Collection 2 Level-2 surface temperature, to kelvin. */
export const LANDSAT_TEMPERATURE = { scale: 0.00341802, offset: 149 } as const;

/** Which file of a delivery holds which band, by sensor. */
export const LANDSAT_PARTS: Readonly<Record<'tm' | 'oli', Readonly<Record<BandName, string>>>> = {
  tm: {
    blue: 'SR_B1',
    green: 'SR_B2',
    red: 'SR_B3',
    nir: 'SR_B4',
    swir1: 'SR_B5',
    swir2: 'SR_B7',
    lst: 'ST_B6',
  },
  oli: {
    blue: 'SR_B2',
    green: 'SR_B3',
    red: 'SR_B4',
    nir: 'SR_B5',
    swir1: 'SR_B6',
    swir2: 'SR_B7',
    lst: 'ST_B10',
  },
};

/** One delivery: files by what they hold (`SR_B4`), as `parseLandsatName` calls it. */
export interface LandsatDelivery {
  readonly name: LandsatName;
  readonly parts: ReadonlyMap<string, string>;
  readonly metadata: LandsatMetadata | null;
}

/** Why a Landsat product is not read, or null for Collection 2 Level 2. */
export function landsatRefusal(name: LandsatName, where: string): SceneProblem | null {
  if (name.collection !== '02')
    return sceneProblem('error', 'collection-1', where, { collection: name.collection });
  if (!name.level.startsWith('L2') || name.sensor === 'mss') {
    return sceneProblem('error', 'level-1', where, { level: name.level });
  }
  return null;
}

/**
 * The scene of one Landsat Collection 2 Level-2 delivery. DN 0 is fill in reflectance and temperature.
 *
 * - Level 1 and Collection 1 are refused (`level-1`, `collection-1`), and a delivery without QA_PIXEL, in which
 *   clouds could not be told from land (`missing-mask`).
 * - Absent bands are named (`missing-bands`); a delivery without surface temperature is noted (`no-temperature`), and
 *   Tier 2 (`tier-2`), whose position is less certain.
 *
 * @see USGS LSDS-1619, Landsat 8-9 Collection 2 Level 2 Science Product Guide
 */
export function landsatScene({ name, parts, metadata }: LandsatDelivery): SceneReading {
  const refused = landsatRefusal(name, name.product);
  if (refused !== null) return { draft: null, problems: [refused] };
  const quality = parts.get('QA_PIXEL');
  if (quality === undefined) {
    return {
      draft: null,
      problems: [sceneProblem('error', 'missing-mask', name.product, { mask: 'QA_PIXEL' })],
    };
  }
  const problems: SceneProblem[] = [];
  const bands: Partial<Record<BandName, BandSource>> = {};
  const missing: BandName[] = [];
  const wanted = LANDSAT_PARTS[name.sensor === 'oli' ? 'oli' : 'tm'];
  let fromMetadata = false;
  for (const band of ALL_BANDS) {
    const part = wanted[band];
    const href = parts.get(part);
    if (href === undefined) {
      missing.push(band);
      continue;
    }
    const stated = metadata?.scaling.get(part);
    if (stated !== undefined) fromMetadata = true;
    const { scale, offset } = stated ?? (band === 'lst' ? LANDSAT_TEMPERATURE : LANDSAT_REFLECTANCE);
    bands[band] = { href, index: 0, scale, offset, nodata: 0 };
  }
  const lost = missing.filter((band) => band !== 'lst');
  if (lost.length > 0) {
    const files = lost.map((band) => wanted[band]).join(', ');
    if (lost.length === 6)
      return { draft: null, problems: [sceneProblem('error', 'no-bands', name.product, { files })] };
    problems.push(sceneProblem('warning', 'missing-bands', name.product, { bands: lost.join(', '), files }));
  }
  if (bands.lst === undefined)
    problems.push(sceneProblem('note', 'no-temperature', name.product, { file: wanted.lst }));
  if (name.tier !== 'T1') problems.push(sceneProblem('note', 'tier-2', name.product, { tier: name.tier }));
  const masks: MaskSource[] = [{ kind: 'qa-pixel', href: quality, index: 0 }];
  const saturation = parts.get('QA_RADSAT');
  if (saturation === undefined)
    problems.push(sceneProblem('note', 'no-saturation', name.product, { mask: 'QA_RADSAT' }));
  else masks.push({ kind: 'qa-radsat', href: saturation, index: 0 });
  return {
    problems,
    draft: {
      id: name.product,
      family: 'landsat',
      platform: name.platform,
      datetime: metadata?.datetime ?? `${name.date}T00:00:00Z`,
      bands,
      masks,
      missing,
      facts: {
        collection: 'landsat-c2-l2',
        acquisition: `${name.platform} ${name.pathRow} ${name.date}`,
        processed: name.processed,
        level: name.level,
        tier: name.tier,
        pathRow: name.pathRow,
        scaleSource: fromMetadata ? 'metadata' : 'default',
        cloudCover: metadata?.cloudCover ?? null,
        sunElevation: metadata?.sunElevation ?? null,
        sunAzimuth: metadata?.sunAzimuth ?? null,
      },
    },
  };
}
