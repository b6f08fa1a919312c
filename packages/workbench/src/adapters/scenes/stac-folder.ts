import { basename, join } from 'node:path';
import {
  type BandName,
  type BandSource,
  fileProblem,
  isRelativeHref,
  readStacItem,
  type SceneDraft,
  type SceneProblem,
} from '@aftermine/science/observe';
import type { Found } from './found.ts';
import { isProblem, type RasterHeaders } from './raster-headers.ts';
import { localPath, named, type StacItemFile } from './stac-documents.ts';
import { kindOf } from './walk-files.ts';

/** Scenes that other finders have found already. */
export interface KnownScenes {
  readonly drafts: readonly SceneDraft[];
  readonly claimed: Set<string>;
}

/**
 * Scenes that STAC Items describe. Assets must be files beside the items: a relative href is taken as it is,
 * and for any other a file of the same name beside the item is looked for, as left by a download. Items of
 * scenes that are known already are passed over.
 *
 * @param offset what the user states where nothing else tells the offset of Sentinel-2
 */
export async function findStac(
  items: readonly StacItemFile[],
  known: KnownScenes,
  headers: RasterHeaders,
  offset: number | undefined,
): Promise<Found> {
  const found: Found = { drafts: [], problems: [] };
  const foreign = new Set(known.claimed);
  const ids = new Set(known.drafts.map((draft) => draft.id));
  const acquisitions = new Set(known.drafts.map((draft) => draft.facts['acquisition']));
  for (const { item, folder, where } of items) {
    const reading = readStacItem(item, where, offset === undefined ? {} : { sentinel2Offset: offset });
    const { draft } = reading;
    const problems = reading.problems.map((problem) =>
      problem.where === problem.sceneId ? { ...problem, where } : problem,
    );
    if (draft === null) {
      found.problems.push(...problems);
      continue;
    }
    const acquisition = draft.facts['acquisition'];
    const places = new Map<string, string>();
    const remote: string[] = [];
    const absent: string[] = [];
    for (const href of hrefsOf(draft)) {
      const path = placeOf(href, folder);
      if (path !== null) places.set(href, path);
      else (isRelativeHref(href) ? absent : remote).push(href);
    }
    if (
      places.size === 0 &&
      (ids.has(draft.id) || (acquisition !== undefined && acquisitions.has(acquisition)))
    )
      continue;
    const paths = [...places.values()];
    if (paths.length > 0 && paths.every((path) => foreign.has(path))) continue;
    for (const path of paths) known.claimed.add(path);
    if (remote.length > 0)
      found.problems.push({
        ...fileProblem('error', 'remote-assets', where, named(remote)),
        sceneId: draft.id,
      });
    if (absent.length > 0)
      found.problems.push({
        ...fileProblem('error', 'missing-files', where, named(absent)),
        sceneId: draft.id,
      });
    if (remote.length > 0 || absent.length > 0) continue;
    found.problems.push(...problems);
    found.drafts.push(
      await scaleByHeader(withPaths(draft, places), reading.undeclared, headers, found.problems),
    );
  }
  return found;
}

function hrefsOf(draft: SceneDraft): string[] {
  return [...new Set([...Object.values(draft.bands), ...draft.masks].map((source) => source.href))];
}

function placeOf(href: string, folder: string): string | null {
  if (isRelativeHref(href)) {
    const path = localPath(folder, href);
    return kindOf(path) === 'file' ? path : null;
  }
  const name = basename(href.replace(/[?#].*$/, '').replaceAll('\\', '/'));
  if (name === '' || name === '..') return null;
  const beside = join(folder, name);
  return kindOf(beside) === 'file' ? beside : null;
}

function withPaths(draft: SceneDraft, places: ReadonlyMap<string, string>): SceneDraft {
  const place = <T extends { readonly href: string }>(source: T): T => ({
    ...source,
    href: places.get(source.href) ?? source.href,
  });
  return {
    ...draft,
    bands: Object.fromEntries(Object.entries(draft.bands).map(([name, source]) => [name, place(source)])),
    masks: draft.masks.map(place),
  };
}

/** Bands without scaling in the item take that of their file's header; a band the file lacks is told. */
async function scaleByHeader(
  draft: SceneDraft,
  undeclared: readonly BandName[],
  headers: RasterHeaders,
  problems: SceneProblem[],
): Promise<SceneDraft> {
  const bands: Partial<Record<BandName, BandSource>> = { ...draft.bands };
  for (const name of undeclared) {
    const source = bands[name];
    if (source === undefined) continue;
    const header = await headers.get(source.href);
    if (isProblem(header)) continue;
    const band = header.bands[source.index];
    if (band === undefined) {
      problems.push({
        ...fileProblem('error', 'band-number', source.href, {
          band: name,
          number: source.index + 1,
          count: header.bands.length,
        }),
        sceneId: draft.id,
      });
      delete bands[name];
    } else bands[name] = { ...source, scale: band.scale, offset: band.offset };
  }
  return { ...draft, bands };
}
