import type { Workbench } from '../../ports/index.ts';
import { scratchFolder } from '../open-project.ts';

/** Names of files that are being written; adapters rename them when they are whole. */
const UNFINISHED = /\.tmp$/;

/**
 * Removes what a killed run left half-written. Call it with the project's lock held: nobody else writes then.
 *
 * @returns how many files were removed
 */
export function sweepLeftovers({ files, paths }: Pick<Workbench, 'files' | 'paths'>, dir: string): number {
  const scratch = scratchFolder({ paths }, dir);
  const nested = [paths.join(dir, 'rasters'), paths.join(scratch, 'tiles')];
  const folders = [
    ...nested.flatMap((folder) => files.list(folder).map((name) => paths.join(folder, name))),
    paths.join(scratch, 'plans'),
    paths.join(dir, 'reports'),
  ];
  let removed = 0;
  for (const folder of folders) {
    for (const name of files.list(folder)) {
      if (!UNFINISHED.test(name)) continue;
      files.remove(paths.join(folder, name));
      removed += 1;
    }
  }
  return removed;
}
