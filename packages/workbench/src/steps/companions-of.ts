import type { Files, Paths } from '../ports/index.ts';

/** Parts of a shapefile that lie beside it. */
const PARTS = ['.shx', '.dbf', '.prj', '.cpg'];

/**
 * Files that belong to a file and must go where it goes: the other parts of a loose shapefile, whatever the case of their
 * names. Empty for every other format.
 *
 * @returns path of each with its extension in lower case
 */
export function companionsOf(
  {
    files,
    paths,
  }: { readonly files: Pick<Files, 'list'>; readonly paths: Pick<Paths, 'basename' | 'dirname' | 'join'> },
  path: string,
): readonly { readonly path: string; readonly extension: string }[] {
  const name = paths.basename(path);
  if (!/\.shp$/i.test(name)) return [];
  const stem = name.slice(0, -4).toLowerCase();
  const folder = paths.dirname(path);
  return files.list(folder).flatMap((other) => {
    const extension = other.slice(-4).toLowerCase();
    return PARTS.includes(extension) && other.slice(0, -4).toLowerCase() === stem
      ? [{ path: paths.join(folder, other), extension }]
      : [];
  });
}
