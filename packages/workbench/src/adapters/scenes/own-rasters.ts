import { isAbsolute, relative, resolve } from 'node:path';
import {
  ALL_BANDS,
  type BandName,
  type BandSource,
  fileProblem,
  type OwnScenes,
  type SceneDraft,
  type SceneProblem,
  sceneProblem,
} from '@aftermine/science/observe';
import type { RasterBandInfo, Rasters } from '../../ports/index.ts';
import type { Found } from './found.ts';
import { ownPattern } from './own-pattern.ts';
import { isProblem, type RasterHeaders } from './raster-headers.ts';
import { walkFiles } from './walk-files.ts';
import { zeroShare } from './zero-share.ts';

/** Other names under which `{band}` may hold a band. */
const BAND_ALIASES: ReadonlyMap<string, BandName> = new Map([
  ['swir16', 'swir1'],
  ['swir22', 'swir2'],
  ['nir08', 'nir'],
]);

/** Share of pixels that are 0 in every band from which on it is told. */
const NOTICEABLE_ZEROS = 0.01;

/** Files of one date. */
interface Group {
  readonly date: string;
  /** Path by band, or one path under `null` for a file of many bands. */
  readonly files: Map<BandName | null, string>;
}

/**
 * The user's own GeoTIFFs, as the settings declare them. Bands are counted from 1 there and from 0 in a scene.
 * Where the settings leave scale and offset at 1 and 0, what the file declares is used.
 *
 * @param claimed every matching file is added, so that nobody else wonders what it is
 */
export async function findOwn(
  projectDir: string,
  own: OwnScenes,
  claimed: Set<string>,
  headers: RasterHeaders,
  rasters: Rasters,
): Promise<Found> {
  const found: Found = { drafts: [], problems: [] };
  const pattern = ownPattern(own.files, own.date);
  if (pattern === null) {
    found.problems.push(fileProblem('error', 'pattern-without-year', own.files));
    return found;
  }
  const groups = new Map<string, Group>();
  for (const file of walkFiles(resolve(projectDir, pattern.folder)).files) {
    const match = pattern.match(
      (isAbsolute(own.files) ? file.path : relative(projectDir, file.path)).replaceAll('\\', '/'),
    );
    if (match === null) continue;
    const band = match.band === null ? null : bandCalled(match.band);
    if (band === undefined) continue;
    claimed.add(file.path);
    // Two files of one date are two scenes; the bands of one date are one.
    const key = band === null ? file.path : match.date;
    const group = groups.get(key) ?? { date: match.date, files: new Map() };
    if (!group.files.has(band)) group.files.set(band, file.path);
    groups.set(key, group);
  }
  if (groups.size === 0) found.problems.push(fileProblem('error', 'pattern-without-files', own.files));
  const ids = new Map<string, number>();
  for (const group of groups.values()) {
    const count = (ids.get(group.date) ?? 0) + 1;
    ids.set(group.date, count);
    const id = `own-${group.date}${count === 1 ? '' : `-${count}`}`;
    const draft = await readGroup(id, group, own, headers, found.problems);
    if (draft === null) continue;
    found.drafts.push(draft);
    const share = own.nodata === null ? await zeroShare(rasters, draft) : 0;
    if (share >= NOTICEABLE_ZEROS) {
      found.problems.push(sceneProblem('warning', 'zeros', id, { percent: Math.round(share * 100) }));
    }
  }
  return found;
}

function bandCalled(name: string): BandName | undefined {
  return ALL_BANDS.find((band) => band === name) ?? BAND_ALIASES.get(name);
}

async function readGroup(
  id: string,
  group: Group,
  own: OwnScenes,
  headers: RasterHeaders,
  problems: SceneProblem[],
): Promise<SceneDraft | null> {
  const bands: Partial<Record<BandName, BandSource>> = {};
  const missing: BandName[] = [];
  let scaleSource = 'settings';
  for (const name of ALL_BANDS) {
    const number = own.bands[name];
    if (number === undefined) continue;
    const href = group.files.get(null) ?? group.files.get(name);
    if (href === undefined) {
      missing.push(name);
      continue;
    }
    const header = await headers.get(href);
    if (isProblem(header)) {
      problems.push({ ...header, sceneId: id });
      return null;
    }
    const band = header.bands[number - 1];
    if (band === undefined) {
      problems.push({
        ...fileProblem('error', 'band-number', href, { band: name, number, count: header.bands.length }),
        sceneId: id,
      });
      return null;
    }
    const called = bandCalled(band.name?.toLowerCase() ?? '');
    if (called !== undefined && called !== name) {
      problems.push({
        ...fileProblem('warning', 'band-name', href, { band: name, number, called }),
        sceneId: id,
      });
    }
    const scaling = scalingOf(name, own, band);
    if (scaling.fromFile) scaleSource = 'file';
    bands[name] = {
      href,
      index: number - 1,
      scale: scaling.scale,
      offset: scaling.offset,
      nodata: own.nodata ?? finite(header.nodata),
    };
  }
  if (Object.keys(bands).length === 0) {
    problems.push(sceneProblem('error', 'no-bands', id, { files: own.files }));
    return null;
  }
  if (missing.length > 0) {
    problems.push(
      sceneProblem('warning', 'missing-bands', id, { bands: missing.join(', '), files: own.files }),
    );
  }
  return {
    id,
    family: 'own',
    platform: 'own',
    datetime: `${group.date}T00:00:00Z`,
    bands,
    masks: [],
    missing,
    facts: { collection: own.files, composited: own.composited, scaleSource },
  };
}

function scalingOf(
  name: BandName,
  own: OwnScenes,
  band: RasterBandInfo,
): { scale: number; offset: number; fromFile: boolean } {
  const scale = name === 'lst' ? own.lstScale : own.scale;
  const offset = name === 'lst' ? own.lstOffset : own.offset;
  const silent = scale === 1 && offset === 0;
  if (silent && (band.scale !== 1 || band.offset !== 0))
    return { scale: band.scale, offset: band.offset, fromFile: true };
  return { scale, offset, fromFile: false };
}

/** NaN is never an observation anyway: it needs no no-data value. */
function finite(value: number | null): number | null {
  return value === null || Number.isNaN(value) ? null : value;
}
