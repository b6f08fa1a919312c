import { isoInUtc, middleDay } from './compact-date.ts';
import { type HlsName, parseHlsName } from './hls-name.ts';
import { HLS_PARTS, hlsScene } from './hls-scene.ts';
import { type LandsatName, parseLandsatName } from './landsat-name.ts';
import { LANDSAT_PARTS, landsatScene } from './landsat-scene.ts';
import {
  fileProblem,
  type SceneDraft,
  type SceneProblem,
  type SceneReading,
  sceneProblem,
} from './scene-reading.ts';
import { parseSentinel2Name } from './sentinel-2-name.ts';
import { SENTINEL_2_BANDS, type Sentinel2Band, sentinel2Scene } from './sentinel-2-scene.ts';
import { draftFromStac } from './stac-item.ts';
import { commonBand, type StacBand, stacBands } from './stac-item-bands.ts';
import { flagAt, isJsonRecord, type JsonRecord, numberAt, recordAt, textAt } from './stac-item-json.ts';
import { type BandName, type BandSource, REFLECTANCE_BANDS } from './types.ts';

export interface ReadStacOptions {
  /** Offset of Sentinel-2 reflectance where nothing else tells. */
  readonly sentinel2Offset?: number;
}

/** A reading whose hrefs stand as in the item; `undeclared` bands have no scaling of their own there. */
export interface StacReading extends SceneReading {
  readonly undeclared: readonly BandName[];
}

/**
 * The scene that a STAC Item describes, in STAC 1.0 or 1.1. Landsat Collection 2 Level-2, Sentinel-2 L2A and
 * HLS items are recognised by id, platform and collection and held to the rules of their products; any other
 * item is read as the user's own imagery, by the common names of its bands.
 *
 * @param where path of the file, for problems
 * @returns a draft whose hrefs are the item's; problems `not-stac`.. where it cannot be used
 */
export function readStacItem(item: unknown, where: string, options: ReadStacOptions = {}): StacReading {
  const refuse = (key: string, params: SceneProblem['params']): StacReading => ({
    draft: null,
    undeclared: [],
    problems: [fileProblem('error', key, where, params)],
  });
  if (!isJsonRecord(item) || item['type'] !== 'Feature')
    return refuse('not-stac', { got: 'not a STAC Item' });
  const written = draftFromStac(item);
  if (written !== null) return { draft: written, undeclared: [], problems: [] };
  // A layer of Aftermine's own is a result, not a scene.
  if (textAt(recordAt(item, 'properties'), 'aftermine:layer') !== null)
    return { draft: null, undeclared: [], problems: [] };
  const version = textAt(item, 'stac_version');
  if (version === null || !version.startsWith('1.'))
    return refuse('stac-version', { version: version ?? '-' });
  const id = textAt(item, 'id');
  if (id === null) return refuse('stac-field', { key: 'id', got: textOf(item['id']) });
  const properties = recordAt(item, 'properties');
  const datetime = momentOf(properties);
  if (datetime === null)
    return refuse('stac-field', { key: 'datetime', got: textOf(properties['datetime']) });
  const bands = stacBands(item);
  const common = { item, id, properties, datetime, bands };
  const landsat = landsatOf(id, properties, bands);
  if (landsat !== null) return { ...landsatItem(common, landsat), undeclared: [] };
  const hls = parseHlsName(id);
  if (hls !== null) return { ...hlsItem(common, hls), undeclared: [] };
  const platform = (textAt(properties, 'platform') ?? '').toLowerCase();
  if (/^sentinel-?2[a-d]?$/.test(platform) || parseSentinel2Name(id) !== null) {
    return { ...sentinelItem(common, platform, options), undeclared: [] };
  }
  const own = ownItem(common, platform);
  if (own.draft !== null || own.problems.length > 0) return own;
  return refuse('no-known-band', { assets: Object.keys(recordAt(item, 'assets')).length });
}

interface ItemParts {
  readonly item: JsonRecord;
  readonly id: string;
  readonly properties: JsonRecord;
  readonly datetime: string;
  readonly bands: readonly StacBand[];
}

/** `datetime`, or the middle of `start_datetime` and `end_datetime`. */
function momentOf(properties: JsonRecord): string | null {
  const single = textAt(properties, 'datetime');
  if (single !== null) return isoInUtc(single);
  const from = isoInUtc(textAt(properties, 'start_datetime') ?? '');
  const to = isoInUtc(textAt(properties, 'end_datetime') ?? '');
  return from === null || to === null ? null : middleDay(from, to);
}

function textOf(value: unknown): string {
  if (value === undefined) return '-';
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '-')).slice(0, 60);
}

/** Landsat product id from the item's id, its properties or the names of its files. */
function landsatOf(id: string, properties: JsonRecord, bands: readonly StacBand[]): LandsatName | null {
  const candidates = [
    id,
    textAt(properties, 'landsat:product_id') ?? '',
    ...bands.map((band) => fileName(band.href)),
  ];
  for (const candidate of candidates) {
    const name = parseLandsatName(candidate);
    if (name !== null) return name;
  }
  return null;
}

function fileName(href: string): string {
  return (
    href
      .replace(/[?#].*$/, '')
      .split(/[/\\]/)
      .at(-1) ?? ''
  );
}

function shared(properties: JsonRecord): {
  cloudCover: number | null;
  sunElevation: number | null;
  sunAzimuth: number | null;
} {
  return {
    cloudCover: numberAt(properties, 'eo:cloud_cover'),
    sunElevation: numberAt(properties, 'view:sun_elevation'),
    sunAzimuth: numberAt(properties, 'view:sun_azimuth'),
  };
}

function landsatItem({ properties, datetime, bands }: ItemParts, name: LandsatName): SceneReading {
  const wanted = LANDSAT_PARTS[name.sensor === 'oli' ? 'oli' : 'tm'];
  const parts = new Map<string, string>();
  const scaling = new Map<string, { scale: number; offset: number }>();
  const take = (part: string, band: StacBand): void => {
    if (band.jpeg2000 || parts.has(part)) return;
    parts.set(part, band.href);
    if (band.scale !== null && band.offset !== null)
      scaling.set(part, { scale: band.scale, offset: band.offset });
  };
  for (const band of bands) {
    const file = parseLandsatName(fileName(band.href));
    const key = band.asset.toUpperCase();
    if (file !== null && file.part !== '') take(file.part, band);
    else if (key === 'QA_PIXEL' || key === 'QA_RADSAT' || /^S[RT]_B\d+$/.test(key)) take(key, band);
    else if (name.level.startsWith('L2')) {
      const known = commonBand(band);
      if (known !== null) take(wanted[known.band], band);
    }
  }
  const metadata = { datetime, scaling, ...shared(properties) };
  return landsatScene({ name: { ...name, part: '' }, parts, metadata });
}

function hlsItem({ properties, bands }: ItemParts, name: HlsName): SceneReading {
  const parts = new Map<string, string>();
  for (const band of bands) {
    const file = parseHlsName(fileName(band.href));
    const part = file !== null && file.part !== '' ? file.part : band.asset.toUpperCase();
    const known = commonBand(band)?.band;
    const key =
      /^(B\d[\dA]|FMASK)$/.test(part) || known === undefined || known === 'lst'
        ? part
        : HLS_PARTS[name.product][known];
    if (!band.jpeg2000 && !parts.has(key)) parts.set(key, band.href);
  }
  return hlsScene({ name, parts, cloudCover: shared(properties).cloudCover });
}

function sentinelItem(parts: ItemParts, platform: string, options: ReadStacOptions): SceneReading {
  const { id, properties, datetime, bands } = parts;
  const product = textAt(properties, 's2:product_uri', 's2:product_id', 'sentinel:product_id', 'title');
  const name = (product === null ? null : parseSentinel2Name(product)) ?? parseSentinel2Name(id);
  const level = name?.level ?? textAt(properties, 's2:product_type')?.replace('S2MSI', 'L') ?? '';
  if (level.startsWith('L1') || /l1c/i.test(textAt(parts.item, 'collection') ?? '')) {
    return { draft: null, problems: [sceneProblem('error', 'level-1', id, { level: 'L1C' })] };
  }
  const files = new Map<string, Sentinel2Band>();
  const ranks = new Map<string, number>();
  let jpeg2000 = 0;
  for (const band of bands) {
    const found = sentinelBand(band);
    if (found === null) continue;
    if (band.jpeg2000) {
      jpeg2000 += 1;
      continue;
    }
    if ((ranks.get(found.band) ?? Number.POSITIVE_INFINITY) <= found.rank) continue;
    ranks.set(found.band, found.rank);
    files.set(found.band, {
      href: band.href,
      index: band.index,
      evidence: { item: { scale: band.scale, offset: band.offset } },
    });
  }
  if (files.size === 0 && jpeg2000 > 0) {
    return { draft: null, problems: [sceneProblem('error', 'jpeg2000', id, { count: jpeg2000 })] };
  }
  const version = textAt(
    properties,
    's2:processing_baseline',
    'sentinel2:processing_baseline',
    'sentinel:processing_baseline',
  );
  const baseline =
    /^\d{2}\.\d{2}$/.exec(version ?? textAt(properties, 'processing:version') ?? '')?.[0] ??
    name?.baseline ??
    null;
  return sentinel2Scene({
    id,
    platform: /^sentinel-?2[a-d]$/.test(platform)
      ? platform.replace(/^sentinel-?2/, 'sentinel-2')
      : (name?.platform ?? 'sentinel-2'),
    datetime,
    baseline,
    tile: name?.tile ?? null,
    acquisition: name?.acquisition ?? id,
    version: name?.version ?? baseline ?? '',
    offsetApplied: flagAt(
      properties,
      'earthsearch:boa_offset_applied',
      'sentinel:boa_offset_applied',
      's2:boa_offset_applied',
    ),
    ...(options.sentinel2Offset === undefined ? {} : { stated: options.sentinel2Offset }),
    bands: files,
    ...shared(properties),
  });
}

/** Finest first where one band comes at several resolutions (`B02_10m`, `B02_20m`). */
function sentinelBand(band: StacBand): { band: string; rank: number } | null {
  for (const name of [
    band.name,
    band.asset.toLowerCase(),
    fileName(band.href)
      .toLowerCase()
      .replace(/\.\w+$/, ''),
  ]) {
    const match = /(?:^|_)(b0[2348]|b1[12]|b8a|scl)(?:_(\d{2})m)?$/.exec(name ?? '');
    if (match !== null) {
      const resolution = /_(\d{2})m/.exec(`${band.asset} ${fileName(band.href)}`)?.[1];
      return { band: match[1]!.toUpperCase(), rank: Number(resolution ?? 0) };
    }
  }
  if (band.commonName === 'nir08') return { band: 'B8A', rank: 100 };
  const known = commonBand(band)?.band;
  if (known === undefined || known === 'lst') return null;
  return { band: SENTINEL_2_BANDS[known][0]!, rank: 100 };
}

function ownItem({ item, id, properties, datetime, bands }: ItemParts, platform: string): StacReading {
  const chosen = new Map<BandName, { source: BandSource; rank: number; declared: boolean }>();
  let jpeg2000 = 0;
  for (const band of bands) {
    const known = heatBand(band) ?? commonBand(band);
    if (known === null) continue;
    if (band.jpeg2000) {
      jpeg2000 += 1;
      continue;
    }
    if ((chosen.get(known.band)?.rank ?? Number.POSITIVE_INFINITY) <= known.rank) continue;
    chosen.set(known.band, {
      rank: known.rank,
      declared: band.scale !== null || band.offset !== null,
      source: {
        href: band.href,
        index: band.index,
        scale: band.scale ?? 1,
        offset: band.offset ?? 0,
        nodata: band.nodata,
      },
    });
  }
  const undeclared = [...chosen].filter(([, band]) => !band.declared).map(([name]) => name);
  if (chosen.size === 0) {
    const problems = jpeg2000 > 0 ? [sceneProblem('error', 'jpeg2000', id, { count: jpeg2000 })] : [];
    return { draft: null, undeclared, problems };
  }
  const missing = REFLECTANCE_BANDS.filter((band) => !chosen.has(band));
  const draft: SceneDraft = {
    id,
    family: 'own',
    platform: platform === '' ? 'own' : platform,
    datetime,
    bands: Object.fromEntries([...chosen].map(([name, { source }]) => [name, source])),
    masks: [],
    missing,
    facts: {
      collection: textAt(item, 'collection'),
      composited: textAt(properties, 'datetime') === null,
      ...shared(properties),
    },
  };
  const problems: SceneProblem[] = [sceneProblem('note', 'no-cloud-mask', id)];
  if (missing.length > 0) {
    problems.push(
      sceneProblem('warning', 'missing-bands', id, { bands: missing.join(', '), files: missing.join(', ') }),
    );
  }
  return { draft, undeclared, problems };
}

/** Heat has no common name in STAC: it is a band called `lst` in kelvin. */
function heatBand(band: StacBand): { band: BandName; rank: number } | null {
  return band.name === 'lst' || (band.asset.toLowerCase() === 'lst' && band.index === 0)
    ? { band: 'lst', rank: 0 }
    : null;
}
