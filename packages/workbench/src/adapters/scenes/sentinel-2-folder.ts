import { basename, dirname } from 'node:path';
import {
  isoOfCompact,
  parseSentinel2File,
  parseSentinel2Metadata,
  parseSentinel2Name,
  SENTINEL_2_BANDS,
  type Sentinel2Band,
  type Sentinel2Metadata,
  sceneProblem,
  sentinel2Scene,
} from '@aftermine/science/observe';
import type { Found } from './found.ts';
import { isProblem, type RasterHeaders } from './raster-headers.ts';
import { readText } from './read-text.ts';
import type { FoundFile } from './walk-files.ts';

const MAX_METADATA_BYTES = 8_000_000;
const METADATA_NAME = /^(MTD_MSIL(1C|2A)|product_metadata)\.xml$/i;
const USED = new Set(['SCL', ...Object.values(SENTINEL_2_BANDS).flat()]);

/** Files that make up one product. */
interface Group {
  /** Name that says most about the product: that of a folder, or the beginning of the file names. */
  readonly label: string;
  readonly tiffs: Map<string, { path: string; resolution: number }>;
  readonly jpegs: Set<string>;
  metadata: string | null;
}

/**
 * Sentinel-2 products among files: SAFE folders whose bands were converted to GeoTIFF, and folders of GeoTIFFs
 * that carry a product's name. Claims every band file it understands.
 *
 * @param offset what the user states where nothing else tells the offset
 */
export async function findSentinel2(
  files: readonly FoundFile[],
  claimed: Set<string>,
  headers: RasterHeaders,
  offset: number | undefined,
): Promise<Found> {
  const groups = new Map<string, Group>();
  const metadata = new Map<string, string>();
  for (const file of files) if (METADATA_NAME.test(file.name)) metadata.set(file.folder, file.path);
  for (const file of files) {
    if (claimed.has(file.path)) continue;
    if (!/\.(tiff?|jp2)$/i.test(file.name)) continue;
    const band = parseSentinel2File(file.name);
    const home = homeOf(file, band?.prefix ?? '', metadata);
    if (home === null) continue;
    // Pictures, unused bands and masks belong to the product too.
    claimed.add(file.path);
    // QI_DATA holds quality masks that are named after the bands they belong to.
    if (band === null || band.prefix.startsWith('MSK') || /[/\\]QI_DATA[/\\]/i.test(file.path)) continue;
    let group = groups.get(home.key);
    if (group === undefined) {
      group = { label: home.label, tiffs: new Map(), jpegs: new Set(), metadata: null };
      groups.set(home.key, group);
    }
    group.metadata ??= home.metadata;
    if (!USED.has(band.band)) continue;
    if (band.jpeg2000) group.jpegs.add(band.band);
    else {
      const resolution = band.resolution ?? Number(/R(\d{2})m$/i.exec(file.folder)?.[1] ?? 10);
      const known = group.tiffs.get(band.band);
      if (known === undefined || resolution < known.resolution)
        group.tiffs.set(band.band, { path: file.path, resolution });
    }
  }
  const found: Found = { drafts: [], problems: [] };
  for (const group of groups.values()) await readGroup(group, headers, offset, found);
  return found;
}

/** Which product a band file belongs to, or null when nothing about it says Sentinel-2. */
function homeOf(
  file: FoundFile,
  prefix: string,
  metadata: ReadonlyMap<string, string>,
): { key: string; label: string; metadata: string | null } | null {
  let folder = file.folder;
  for (let up = 0; up < 6; up += 1) {
    const name = parseSentinel2Name(basename(folder));
    const described = metadata.get(folder) ?? null;
    if (name !== null || described !== null) {
      return {
        key: folder,
        label: name === null && prefix !== '' ? prefix : basename(folder),
        metadata: described,
      };
    }
    const parent = dirname(folder);
    if (parent === folder) break;
    folder = parent;
  }
  if (parseSentinel2Name(prefix) !== null || tileAndMoment(prefix) !== null)
    return { key: prefix, label: prefix, metadata: null };
  return null;
}

/** `T50TMK_20200715T025551`, as files inside a SAFE folder begin; older ones have `L2A_` before it. */
function tileAndMoment(prefix: string): { tile: string; datetime: string } | null {
  const match = /^(?:L2A_)?(T\d{2}[A-Z]{3})_(\d{8}T\d{6})$/.exec(prefix);
  const datetime = match === null ? null : isoOfCompact(match[2]!);
  return match === null || datetime === null ? null : { tile: match[1]!, datetime };
}

async function readGroup(
  group: Group,
  headers: RasterHeaders,
  offset: number | undefined,
  found: Found,
): Promise<void> {
  const text = group.metadata === null ? null : readText(group.metadata, MAX_METADATA_BYTES);
  const product = text === null ? null : parseSentinel2Metadata(text);
  const name = parseSentinel2Name(group.label);
  const moment = tileAndMoment(group.label);
  const id = name?.product ?? group.label;
  if (group.metadata !== null && product === null) {
    found.problems.push({ ...sceneProblem('warning', 'damaged-metadata', id), where: group.metadata });
  }
  if (name?.level === 'L1C' || product?.level === 'L1C' || /MTD_MSIL1C/i.test(group.metadata ?? '')) {
    found.problems.push(sceneProblem('error', 'level-1', id, { level: 'L1C' }));
    return;
  }
  const onlyJpeg = [...group.jpegs].filter((band) => !group.tiffs.has(band));
  if (onlyJpeg.length > 0 && !hasEverything(group)) {
    const severity = group.tiffs.size === 0 ? 'error' : 'warning';
    found.problems.push(sceneProblem(severity, 'jpeg2000', id, { count: onlyJpeg.length }));
    if (group.tiffs.size === 0) return;
  }
  const datetime = name?.datetime ?? product?.datetime ?? moment?.datetime;
  if (datetime === undefined) {
    found.problems.push(sceneProblem('error', 'no-date', id));
    return;
  }
  const reference = group.tiffs.get('B04') ?? [...group.tiffs.values()][0];
  const header = reference === undefined ? null : await headers.get(reference.path);
  const file = header === null || isProblem(header) ? undefined : header.bands[0];
  const bands = new Map<string, Sentinel2Band>();
  for (const [band, { path }] of group.tiffs) {
    const evidence = {
      ...(product === null ? {} : { product: productEvidence(product, band) }),
      ...(file === undefined ? {} : { file }),
    };
    bands.set(band, { href: path, index: 0, evidence });
  }
  const platform = name?.platform ?? product?.platform ?? 'sentinel-2';
  const tile = name?.tile ?? moment?.tile ?? null;
  const reading = sentinel2Scene({
    id,
    platform,
    datetime,
    baseline: product?.baseline ?? name?.baseline ?? null,
    tile,
    acquisition: name?.acquisition ?? `${platform} ${tile ?? id} ${datetime}`,
    version: name?.version ?? product?.baseline ?? '',
    offsetApplied: null,
    ...(offset === undefined ? {} : { stated: offset }),
    cloudCover: product?.cloudCover ?? null,
    sunElevation: null,
    sunAzimuth: null,
    bands,
  });
  found.problems.push(...reading.problems);
  if (reading.draft !== null) found.drafts.push(reading.draft);
}

function productEvidence(
  product: Sentinel2Metadata,
  band: string,
): { quantification: number | null; offset: number | null } {
  return { quantification: product.quantification, offset: product.offsets.get(band) ?? null };
}

/** True when GeoTIFFs alone make a whole scene, so that JPEG 2000 files beside them do not matter. */
function hasEverything(group: Group): boolean {
  return (
    group.tiffs.has('SCL') &&
    Object.values(SENTINEL_2_BANDS).every((names) => names.some((name) => group.tiffs.has(name)))
  );
}
