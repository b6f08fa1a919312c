import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  fileProblem,
  isJsonRecord,
  isRelativeHref,
  type SceneProblem,
  stacChildren,
  stacKind,
} from '@aftermine/science/observe';
import { readText } from './read-text.ts';
import { kindOf } from './walk-files.ts';

/** One STAC Item and the folder its relative hrefs start from. */
export interface StacItemFile {
  readonly item: unknown;
  readonly folder: string;
  /** Path of the file, with `#n` for the n-th item of a collection of items. */
  readonly where: string;
}

export const STAC_LIMITS = { bytes: 32_000_000, documents: 20_000, depth: 64, items: 100_000 } as const;

export interface StacDocuments {
  readonly items: StacItemFile[];
  readonly problems: SceneProblem[];
}

/**
 * Every STAC Item that files lead to: items, collections of items, and static catalogues and collections, whose
 * relative `item` and `child` links are followed. No document is read twice, so loops end; links to other
 * machines are never followed but named.
 *
 * @param paths JSON files
 * @param named true for files the user named: what is no STAC is then a problem, not merely another file
 */
export function readStacDocuments(
  paths: readonly string[],
  named: boolean,
  limits: typeof STAC_LIMITS = STAC_LIMITS,
): StacDocuments {
  const found: StacDocuments = { items: [], problems: [] };
  const seen = new Set<string>();
  const queue = paths.map((path) => ({ path, depth: 0, wanted: named }));
  let stopped = false;
  for (let at = 0; at < queue.length; at += 1) {
    const { path, depth, wanted } = queue[at]!;
    const real = realPath(path);
    if (seen.has(real)) continue;
    if (seen.size >= limits.documents || found.items.length >= limits.items) {
      stopped = true;
      break;
    }
    seen.add(real);
    const value = readJson(path, limits.bytes);
    const kind = value === undefined ? null : stacKind(value);
    if (value === undefined) found.problems.push(fileProblem('warning', 'not-json', path));
    else if (kind === null && wanted) found.problems.push(fileProblem('error', 'not-stac', path));
    else if (kind === 'item') found.items.push({ item: value, folder: dirname(path), where: path });
    else if (kind === 'item-collection' && isJsonRecord(value) && Array.isArray(value['features'])) {
      for (const [index, item] of value['features'].entries()) {
        if (found.items.length >= limits.items) {
          stopped = true;
          break;
        }
        found.items.push({ item, folder: dirname(path), where: `${path}#${index + 1}` });
      }
    } else if (kind === 'catalog' && isJsonRecord(value)) {
      const children = follow(path, stacChildren(value), found.problems);
      if (depth < limits.depth)
        queue.push(...children.map((child) => ({ path: child, depth: depth + 1, wanted: true })));
      else if (children.length > 0) stopped = true;
    }
  }
  if (stopped)
    found.problems.push(
      fileProblem('warning', 'stac-too-large', paths[0] ?? '', { count: found.items.length }),
    );
  return found;
}

/** Local files that links lead to; what is remote or absent is told once per document. */
function follow(path: string, hrefs: readonly string[], problems: SceneProblem[]): string[] {
  const local: string[] = [];
  const remote: string[] = [];
  const absent: string[] = [];
  for (const href of hrefs) {
    if (!isRelativeHref(href)) remote.push(href);
    else {
      const child = localPath(dirname(path), href);
      if (/\.(geo)?json$/i.test(child) && kindOf(child) === 'file') local.push(child);
      else absent.push(href);
    }
  }
  if (remote.length > 0) problems.push(fileProblem('warning', 'remote-links', path, named(remote)));
  if (absent.length > 0) problems.push(fileProblem('warning', 'missing-links', path, named(absent)));
  return local;
}

/** The first few of many names, and how many there are. */
export function named(hrefs: readonly string[]): { count: number; names: string } {
  const listed = hrefs.slice(0, 3).map((href) => href.slice(0, 200));
  return { count: hrefs.length, names: listed.join(', ') + (hrefs.length > 3 ? ', ...' : '') };
}

/** The path a relative href means, without query or fragment and with its escapes resolved. */
export function localPath(folder: string, href: string): string {
  const bare = href.replace(/[?#].*$/, '');
  try {
    return resolve(folder, decodeURIComponent(bare));
  } catch {
    return resolve(folder, bare);
  }
}

function readJson(path: string, limit: number): unknown {
  const text = readText(path, limit);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
