import { type SceneProblem, type SceneReading, sceneProblem } from './scene-reading.ts';
import { decideSentinel2Scaling, type Sentinel2Evidence } from './sentinel-2-scaling.ts';
import { type BandName, type BandSource, REFLECTANCE_BANDS } from './types.ts';

/** Which Sentinel-2 band serves as which; the first that is there is taken. */
export const SENTINEL_2_BANDS: Readonly<Record<(typeof REFLECTANCE_BANDS)[number], readonly string[]>> = {
  blue: ['B02'],
  green: ['B03'],
  red: ['B04'],
  nir: ['B08', 'B8A'],
  swir1: ['B11'],
  swir2: ['B12'],
};

/** One band file of a product. */
export interface Sentinel2Band {
  readonly href: string;
  /** Which band of the file, from 0. */
  readonly index: number;
  readonly evidence: Pick<Sentinel2Evidence, 'item' | 'product' | 'file'>;
}

export interface Sentinel2Delivery {
  readonly id: string;
  readonly platform: string;
  readonly datetime: string;
  readonly baseline: string | null;
  readonly tile: string | null;
  readonly acquisition: string;
  readonly version: string;
  readonly offsetApplied: boolean | null;
  /** What the user states where nothing else says. */
  readonly stated?: number;
  readonly cloudCover: number | null;
  readonly sunElevation: number | null;
  readonly sunAzimuth: number | null;
  /** Files by band: `B02`, `SCL`. */
  readonly bands: ReadonlyMap<string, Sentinel2Band>;
}

/**
 * The scene of one Sentinel-2 Level-2A product. Bands of 10 m and 20 m may mix; DN 0 is no data.
 *
 * Without the scene classification clouds could not be told from land: refused (`missing-mask`). So is a product
 * of which nothing tells whether the reflectance offset applies (`offset-unknown`); a note tells where two sources
 * disagree about it (`offset-contradicted`).
 */
export function sentinel2Scene(delivery: Sentinel2Delivery): SceneReading {
  const { id, datetime, baseline } = delivery;
  const refuse = (key: string, params: SceneProblem['params']): SceneReading => ({
    draft: null,
    problems: [sceneProblem('error', key, id, params)],
  });
  const classification = delivery.bands.get('SCL');
  const problems: SceneProblem[] = [];
  const bands: Partial<Record<BandName, BandSource>> = {};
  const missing: BandName[] = [];
  const decided = new Set<string>();
  let contradicted: number | null = null;
  let nirBand: string | null = null;
  for (const band of REFLECTANCE_BANDS) {
    const name = SENTINEL_2_BANDS[band].find((candidate) => delivery.bands.has(candidate));
    const source = name === undefined ? undefined : delivery.bands.get(name);
    if (source === undefined) {
      missing.push(band);
      continue;
    }
    if (band === 'nir') nirBand = name ?? null;
    const scaling = decideSentinel2Scaling({
      datetime,
      baseline,
      offsetApplied: delivery.offsetApplied,
      ...source.evidence,
      ...(delivery.stated === undefined ? {} : { stated: delivery.stated }),
    });
    if (scaling === null) return refuse('offset-unknown', { date: datetime.slice(0, 10) });
    if (scaling.contradicted) contradicted = scaling.offset;
    decided.add(scaling.source);
    bands[band] = {
      href: source.href,
      index: source.index,
      scale: scaling.scale,
      offset: scaling.offset,
      nodata: 0,
    };
  }
  const files = missing
    .map((band) => SENTINEL_2_BANDS[band as (typeof REFLECTANCE_BANDS)[number]][0])
    .join(', ');
  if (missing.length === REFLECTANCE_BANDS.length) return refuse('no-bands', { files });
  if (classification === undefined) return refuse('missing-mask', { mask: 'SCL' });
  if (missing.length > 0)
    problems.push(sceneProblem('warning', 'missing-bands', id, { bands: missing.join(', '), files }));
  if (contradicted !== null)
    problems.push(sceneProblem('note', 'offset-contradicted', id, { offset: contradicted }));
  return {
    problems,
    draft: {
      id,
      family: 'sentinel-2',
      platform: delivery.platform,
      datetime,
      bands,
      masks: [{ kind: 'scl', href: classification.href, index: classification.index }],
      missing,
      facts: {
        collection: 'sentinel-2-l2a',
        acquisition: delivery.acquisition,
        processed: delivery.version,
        tile: delivery.tile,
        baseline,
        offsetApplied: delivery.offsetApplied,
        scaleSource: [...decided].sort().join(', '),
        nirBand,
        cloudCover: delivery.cloudCover,
        sunElevation: delivery.sunElevation,
        sunAzimuth: delivery.sunAzimuth,
      },
    },
  };
}
