import {
  fileProblem,
  type LandsatMetadata,
  type LandsatName,
  landsatScene,
  parseLandsatMetadata,
  parseLandsatName,
  type SceneProblem,
} from '@aftermine/science/observe';
import type { Found } from './found.ts';
import { readText } from './read-text.ts';
import type { FoundFile } from './walk-files.ts';

const MAX_METADATA_BYTES = 4_000_000;

interface Group {
  readonly name: LandsatName;
  readonly parts: Map<string, string>;
  readonly metadata: string[];
}

/**
 * Landsat deliveries among files, by the names USGS gives them, whatever folders they lie in. Claims every
 * file that belongs to one.
 */
export function findLandsat(files: readonly FoundFile[], claimed: Set<string>): Found {
  const groups = new Map<string, Group>();
  for (const file of files) {
    const name = parseLandsatName(file.name);
    if (name === null || name.part === '') continue;
    let group = groups.get(name.product);
    if (group === undefined) {
      group = { name: { ...name, part: '', extension: '' }, parts: new Map(), metadata: [] };
      groups.set(name.product, group);
    }
    if (name.part === 'MTL' && (name.extension === 'json' || name.extension === 'txt'))
      group.metadata.push(file.path);
    if (/^tiff?$/.test(name.extension) && !group.parts.has(name.part)) group.parts.set(name.part, file.path);
  }
  for (const file of files) {
    const group = groups.get(parseLandsatName(file.name)?.product ?? '');
    // A metadata file alone (a STAC item with its own assets, say) belongs to no delivery.
    if (group !== undefined && group.parts.size > 0) claimed.add(file.path);
  }
  const found: Found = { drafts: [], problems: [] };
  for (const group of groups.values()) {
    if (group.parts.size === 0) continue;
    const metadata = readMetadata(group.metadata, found.problems);
    const { draft, problems } = landsatScene({ name: group.name, parts: group.parts, metadata });
    found.problems.push(...problems);
    if (draft !== null) found.drafts.push(draft);
  }
  return found;
}

/** The first MTL file that can be read, JSON before text. */
function readMetadata(paths: readonly string[], problems: SceneProblem[]): LandsatMetadata | null {
  const ordered = [...paths].sort((a, b) => Number(/txt$/i.test(a)) - Number(/txt$/i.test(b)));
  for (const path of ordered) {
    const text = readText(path, MAX_METADATA_BYTES);
    const metadata = text === null ? null : parseLandsatMetadata(text);
    if (metadata !== null) return metadata;
    problems.push(fileProblem('warning', 'damaged-metadata', path));
  }
  return null;
}
