import type { ReadVectorOptions } from '../ports/index.ts';
import type { ProjectSettings } from '../project-settings.ts';
import type { SiteRole } from './read-site.ts';

/** How the settings say a vector file is to be read; what they leave open the file must tell. */
export function readingOf(
  settings: Pick<ProjectSettings, 'crs' | 'reading'>,
  role: SiteRole,
): ReadVectorOptions {
  const stated = Object.entries({ crs: settings.crs, ...settings.reading[role] }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(stated) as ReadVectorOptions;
}
