import type { Workbench } from '../ports/index.ts';
import { openProject } from './open-project.ts';
import { readSite, type SiteReading } from './read-site.ts';

/** Reads the files the settings name and lists every problem; changes nothing. */
export async function checkSite(
  workbench: Workbench,
  dir: string,
  overrides: readonly string[],
): Promise<SiteReading> {
  const project = openProject(workbench, dir, overrides);
  return readSite(workbench, project.dir, project.settings);
}
