import type { Workbench } from '../ports/index.ts';
import { type SupportedLibrary, siteOfSettings, supportLibrary } from './evidence/library-evidence.ts';
import { findingsOf, hasEvidence } from './evidence/review.ts';
import type { Project } from './open-project.ts';

/**
 * The measure library as a project uses it: with its costs, and with the figures that its own findings give.
 *
 * @throws what the library throws; what the evidence library and its codebook throw
 */
export async function libraryOfProject(
  workbench: Workbench,
  { dir, settings }: Pick<Project, 'dir' | 'settings'>,
): Promise<SupportedLibrary> {
  const { costs, costOverride, site } = settings.plan;
  const library = workbench.libraries.load({
    costFile: costs,
    ...(costOverride === undefined ? {} : { override: workbench.paths.resolve(dir, costOverride) }),
  });
  if (!hasEvidence(workbench, dir)) return { library, supported: [] };
  const { findings, codebook } = await findingsOf(workbench, dir);
  return supportLibrary(library, findings, codebook, siteOfSettings(site), workbench.hash);
}
