import type { Paths } from '../ports/index.ts';

/** Folder of the workspace where the server keeps its own: uploads, jobs. */
export function serverFolder(paths: Paths, workspace: string): string {
  return paths.join(workspace, '.aftermine-server');
}
