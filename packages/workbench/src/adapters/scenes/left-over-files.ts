import {
  fileProblem,
  parseHlsName,
  parseLandsatName,
  parseSentinel2Name,
  type SceneProblem,
} from '@aftermine/science/observe';
import type { FoundFile } from './walk-files.ts';

const ARCHIVE = /\.(tar|tar\.gz|tgz|tar\.bz2|zip|7z|rar)$/i;

/**
 * What is to be said about files that no finder understood: archives that must be unpacked (unless they are
 * unpacked beside), JPEG 2000 images, and GeoTIFFs of unknown content, told once per folder.
 *
 * @param known ids of the products that were found
 */
export function describeLeftOvers(
  files: readonly FoundFile[],
  claimed: ReadonlySet<string>,
  known: ReadonlySet<string>,
): SceneProblem[] {
  const problems: SceneProblem[] = [];
  const unknown = new Map<string, string[]>();
  const jpeg2000 = new Map<string, string[]>();
  const note = (groups: Map<string, string[]>, file: FoundFile): void => {
    groups.set(file.folder, [...(groups.get(file.folder) ?? []), file.name]);
  };
  for (const file of files) {
    if (claimed.has(file.path)) continue;
    if (ARCHIVE.test(file.name)) {
      const bare = file.name.replace(ARCHIVE, '');
      const product =
        parseLandsatName(bare)?.product ?? parseHlsName(bare)?.granule ?? parseSentinel2Name(bare)?.product;
      if (product === undefined || !known.has(product))
        problems.push(fileProblem('error', 'archive', file.path));
    } else if (/\.jp2$/i.test(file.name)) note(jpeg2000, file);
    else if (/\.tiff?$/i.test(file.name)) note(unknown, file);
  }
  for (const [folder, names] of jpeg2000)
    problems.push(fileProblem('error', 'jpeg2000', folder, { count: names.length }));
  for (const [folder, names] of unknown) {
    problems.push(
      fileProblem('warning', 'unknown-rasters', folder, { count: names.length, example: names[0]! }),
    );
  }
  return problems;
}
