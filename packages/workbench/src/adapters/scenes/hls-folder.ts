import { type HlsName, hlsScene, parseHlsName } from '@aftermine/science/observe';
import type { Found } from './found.ts';
import type { FoundFile } from './walk-files.ts';

/** HLS granules among files, by the names NASA gives them. Claims every file that belongs to one. */
export function findHls(files: readonly FoundFile[], claimed: Set<string>): Found {
  const groups = new Map<string, { name: HlsName; parts: Map<string, string> }>();
  for (const file of files) {
    const name = parseHlsName(file.name);
    if (name === null || name.part === '' || !/^tiff?$/.test(name.extension)) continue;
    let group = groups.get(name.granule);
    if (group === undefined) {
      group = { name: { ...name, part: '', extension: '' }, parts: new Map() };
      groups.set(name.granule, group);
    }
    if (!group.parts.has(name.part)) group.parts.set(name.part, file.path);
  }
  for (const file of files) {
    if (groups.has(parseHlsName(file.name)?.granule ?? '')) claimed.add(file.path);
  }
  const readings = [...groups.values()].map((group) => hlsScene(group));
  return {
    drafts: readings.flatMap(({ draft }) => draft ?? []),
    problems: readings.flatMap(({ problems }) => problems),
  };
}
