import type { LoadedSettings, Workbench } from '../ports/index.ts';

/** A project folder with its settings read. */
export interface Project extends LoadedSettings {
  readonly dir: string;
}

/**
 * Reads the settings of a project folder.
 *
 * @throws NotFound `E-PRJ-001` where there is no project; InvalidInput `E-SET-001`..`E-SET-003` for its settings
 */
export function openProject(workbench: Workbench, dir: string, overrides: readonly string[] = []): Project {
  const absolute = workbench.paths.resolve(dir);
  return { dir: absolute, ...workbench.settings.load(absolute, overrides) };
}

/** Folder of what can be made again: tiles, plans, locks. Safe to delete. */
export function scratchFolder(workbench: Pick<Workbench, 'paths'>, dir: string): string {
  return workbench.paths.join(dir, '.aftermine');
}
