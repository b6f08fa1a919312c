import type { Job, ProjectCard } from 'aftermine/contract';

/**
 * The project of a demonstration under way that is to open by itself once it has results. Null where nothing is made, or where
 * results are there already: whoever comes back to the list of projects then means the list.
 */
export function openWhenReady(
  making: Pick<Job, 'project'> | null,
  projects: readonly Pick<ProjectCard, 'id' | 'years'>[],
): string | null {
  if (making === null) return null;
  const years = projects.find(({ id }) => id === making.project)?.years ?? null;
  return years === null ? making.project : null;
}
