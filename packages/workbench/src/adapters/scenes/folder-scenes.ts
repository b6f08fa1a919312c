import { AftermineError } from '@aftermine/science/base';
import {
  dropDuplicateScenes,
  fileProblem,
  type Scene,
  type SceneDraft,
  type SceneProblem,
  type SensorFamily,
} from '@aftermine/science/observe';
import type { FindScenesOptions, FoundScenes, Rasters, Scenes } from '../../ports/index.ts';
import { findHls } from './hls-folder.ts';
import { findLandsat } from './landsat-folder.ts';
import { describeLeftOvers } from './left-over-files.ts';
import { findOwn } from './own-rasters.ts';
import { placeScene } from './place-scene.ts';
import { RasterHeaders } from './raster-headers.ts';
import { findSentinel2 } from './sentinel-2-folder.ts';
import { readStacDocuments } from './stac-documents.ts';
import { findStac } from './stac-folder.ts';
import { type FoundFile, kindOf, singleFile, WALK_LIMITS, walkFiles } from './walk-files.ts';

const ALL_FAMILIES: readonly SensorFamily[] = ['landsat', 'sentinel-2', 'hls', 'own'];
/** Raster headers that are read at once. */
const OPEN_AT_ONCE = 8;

/** Scenes from folders of deliveries, STAC files and declared GeoTIFFs, all on this machine's disks. */
export class FolderScenes implements Scenes {
  readonly #rasters: Rasters;

  constructor(rasters: Rasters) {
    this.#rasters = rasters;
  }

  async find(paths: readonly string[], options: FindScenesOptions): Promise<FoundScenes> {
    const headers = new RasterHeaders(this.#rasters);
    const wanted = new Set<SensorFamily>(options.sensors ?? ALL_FAMILIES);
    const problems: SceneProblem[] = [];
    const drafts: SceneDraft[] = [];
    const claimed = new Set<string>();
    const { files, stacFiles } = listFiles(paths, problems);
    const take = (
      family: SensorFamily,
      found: { drafts: readonly SceneDraft[]; problems: readonly SceneProblem[] },
    ): void => {
      if (!wanted.has(family)) return;
      drafts.push(...found.drafts);
      problems.push(...found.problems);
    };

    for (const own of options.own ?? [])
      take('own', await findOwn(options.projectDir, own, claimed, headers, this.#rasters));
    const landsat = findLandsat(files, claimed);
    const hls = findHls(files, claimed);
    take('landsat', landsat);
    take('hls', hls);
    const json = files
      .filter((file) => !claimed.has(file.path) && /\.(geo)?json$/i.test(file.name))
      .map((file) => file.path);
    const documents = [readStacDocuments(stacFiles, true), readStacDocuments(json, false)];
    problems.push(...documents.flatMap((document) => document.problems));
    const stac = await findStac(
      documents.flatMap((document) => document.items),
      { drafts: [...landsat.drafts, ...hls.drafts], claimed },
      headers,
      options.sentinel2Offset,
    );
    drafts.push(...stac.drafts.filter((draft) => wanted.has(draft.family)));
    problems.push(...stac.problems);
    const sentinel = await findSentinel2(files, claimed, headers, options.sentinel2Offset);
    take('sentinel-2', sentinel);
    const known = new Set([...landsat.drafts, ...hls.drafts, ...sentinel.drafts].map((draft) => draft.id));
    problems.push(...describeLeftOvers(files, claimed, known));

    const single = dropDuplicateScenes(drafts);
    problems.push(...single.problems);
    refuseMixture(single.scenes, problems);
    const scenes = await placeAll(single.scenes, headers, problems);
    return { scenes: scenes.sort(byTime), problems };
  }
}

/** Files of every path; JSON files that were named themselves are kept apart, as the user means them. */
function listFiles(
  paths: readonly string[],
  problems: SceneProblem[],
): { files: FoundFile[]; stacFiles: string[] } {
  const files = new Map<string, FoundFile>();
  const stacFiles: string[] = [];
  for (const path of paths) {
    const kind = kindOf(path);
    if (kind === 'folder') {
      const tree = walkFiles(path);
      for (const file of tree.files) files.set(file.path, file);
      if (tree.truncated)
        problems.push(fileProblem('warning', 'too-many-files', path, { count: WALK_LIMITS.files }));
      for (const folder of tree.closed) problems.push(fileProblem('warning', 'closed-folder', folder));
    } else if (kind === 'file') {
      if (/\.(geo)?json$/i.test(path)) stacFiles.push(path);
      else files.set(path, singleFile(path));
    } else problems.push(fileProblem('error', 'no-such-path', path));
  }
  return { files: [...files.values()], stacFiles };
}

/**
 * HLS and Collection 2 Level-2 differ in atmospheric correction and viewing angle: a step between two years
 * would come from the product, not from the land.
 */
function refuseMixture(drafts: readonly SceneDraft[], problems: SceneProblem[]): void {
  const count = (family: SensorFamily): number => drafts.filter((draft) => draft.family === family).length;
  const hls = count('hls');
  const landsat = count('landsat');
  const sentinel = count('sentinel-2');
  if (hls > 0 && landsat > 0) {
    throw new AftermineError('InvalidInput', 'E-SCN-001', {
      where: 'observe.scenes',
      params: { hls, landsat },
    });
  }
  if (hls > 0 && sentinel > 0) {
    problems.push(fileProblem('warning', 'hls-with-sentinel', 'observe.scenes', { hls, sentinel }));
  }
}

async function placeAll(
  drafts: readonly SceneDraft[],
  headers: RasterHeaders,
  problems: SceneProblem[],
): Promise<Scene[]> {
  const scenes: Scene[] = [];
  for (let at = 0; at < drafts.length; at += OPEN_AT_ONCE) {
    const placed = await Promise.all(
      drafts.slice(at, at + OPEN_AT_ONCE).map((draft) => placeScene(draft, headers)),
    );
    for (const answer of placed) {
      if ('key' in answer) problems.push(answer);
      else scenes.push(answer);
    }
  }
  return scenes;
}

function byTime(a: Scene, b: Scene): number {
  if (a.datetime !== b.datetime) return a.datetime < b.datetime ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
