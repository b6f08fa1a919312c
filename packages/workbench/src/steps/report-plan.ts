import { AftermineError, type Language } from '@aftermine/science/base';
import type { Workbench } from '../ports/index.ts';
import type { Project } from './open-project.ts';
import { planOfStore } from './plan-site.ts';
import type { PlanReportOptions } from './report-plan-options.ts';

/** Where the plan report of a language stands when nobody says otherwise. */
export function planReportPath(
  workbench: Workbench,
  project: Project,
  language: Language,
  solved = false,
): string {
  return workbench.paths.join(project.dir, 'reports', `${solved ? 'solved-plan' : 'plan'}.${language}.html`);
}

/**
 * Writes the plan report of a project: of the programme in force, or of the plan that was solved last.
 *
 * @throws NotFound `E-PLN-304` without a plan; Conflict `E-USE-003` when the file exists and may not be replaced
 */
export async function reportPlan(
  workbench: Workbench,
  project: Project,
  options: PlanReportOptions,
): Promise<{ path: string; sha256: string }> {
  const path = options.path ?? planReportPath(workbench, project, options.language, options.solved);
  if (!options.overwrite && workbench.files.exists(path))
    throw new AftermineError('Conflict', 'E-USE-003', { where: path });
  const store = await workbench.openStore(project.dir);
  try {
    const { plan: result, standing } = await planOfStore(store, project.dir, options.solved);
    const [site, diagnosis] = await Promise.all([store.site(), store.diagnosis()]);
    if (site === null) throw new AftermineError('NotFound', 'E-PLN-304', { where: project.dir });
    const html = workbench.documents.planHtml(
      { projectName: project.settings.name, version: workbench.version, site, result, standing, diagnosis },
      options.language,
    );
    return { path, sha256: workbench.files.writeText(path, html) };
  } finally {
    await store.close();
  }
}
