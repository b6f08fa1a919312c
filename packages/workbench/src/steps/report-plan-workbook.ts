import { AftermineError, type Language } from '@aftermine/science/base';
import type { Workbench } from '../ports/index.ts';
import type { Project } from './open-project.ts';
import { planOfStore } from './plan-site.ts';
import type { PlanReportOptions } from './report-plan-options.ts';

/** Where the workbook of quantities and budget stands when nobody says otherwise. */
export function planWorkbookPath(
  workbench: Workbench,
  project: Project,
  language: Language,
  solved = false,
): string {
  return workbench.paths.join(
    project.dir,
    'reports',
    `${solved ? 'solved-budget' : 'budget'}.${language}.xlsx`,
  );
}

/**
 * Writes the workbook of quantities and budget of a project's plan.
 *
 * @throws NotFound `E-PLN-304` without a plan; InvalidInput `E-PLN-340` for a path that is no `.xlsx`; Conflict `E-USE-003`
 * when the file exists and may not be replaced
 */
export async function reportPlanWorkbook(
  workbench: Workbench,
  project: Project,
  options: PlanReportOptions,
): Promise<{ path: string; sha256: string }> {
  const path = options.path ?? planWorkbookPath(workbench, project, options.language, options.solved);
  // Spreadsheets go by the name of a file and refuse what is inside.
  if (!path.toLowerCase().endsWith('.xlsx'))
    throw new AftermineError('InvalidInput', 'E-PLN-340', { got: path });
  if (!options.overwrite && workbench.files.exists(path))
    throw new AftermineError('Conflict', 'E-USE-003', { where: path });
  const store = await workbench.openStore(project.dir);
  try {
    const { plan: result, standing } = await planOfStore(store, project.dir, options.solved);
    const bytes = workbench.documents.planWorkbook(
      { projectName: project.settings.name, version: workbench.version, result, standing },
      options.language,
    );
    return { path, sha256: workbench.files.writeBytes(path, bytes) };
  } finally {
    await store.close();
  }
}
