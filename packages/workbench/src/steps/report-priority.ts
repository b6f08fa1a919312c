import { AftermineError, type Language } from '@aftermine/science/base';
import { priorityList } from '@aftermine/science/plan';
import type { Workbench } from '../ports/index.ts';
import type { Project } from './open-project.ts';
import { planOfStore } from './plan-site.ts';
import type { PlanReportOptions } from './report-plan-options.ts';

/** Where the priority list stands when nobody says otherwise; the workbook beside it has the same name. */
export function priorityPath(
  workbench: Workbench,
  project: Project,
  language: Language,
  solved = false,
): string {
  return workbench.paths.join(
    project.dir,
    'reports',
    `${solved ? 'solved-priority' : 'priority'}.${language}.docx`,
  );
}

/**
 * Writes the priority list of a project, ranked units with the line of the budget, as a document and a workbook beside it.
 *
 * @throws NotFound `E-DIA-304` without a diagnosis, `E-PLN-304` without a plan; InvalidInput `E-PLN-341` for a path that is no
 * `.docx`; Conflict `E-USE-003` when a file exists and may not be replaced
 */
export async function reportPriority(
  workbench: Workbench,
  project: Project,
  options: PlanReportOptions,
): Promise<{ path: string; sha256: string; workbook: { path: string; sha256: string } }> {
  const { files, documents } = workbench;
  const path = options.path ?? priorityPath(workbench, project, options.language, options.solved);
  if (!path.toLowerCase().endsWith('.docx'))
    throw new AftermineError('InvalidInput', 'E-PLN-341', { got: path });
  const sheets = `${path.slice(0, -'.docx'.length)}.xlsx`;
  for (const one of [path, sheets])
    if (!options.overwrite && files.exists(one))
      throw new AftermineError('Conflict', 'E-USE-003', { where: one });
  const store = await workbench.openStore(project.dir);
  try {
    const diagnosis = await store.diagnosis();
    if (diagnosis === null) throw new AftermineError('NotFound', 'E-DIA-304', { where: project.dir });
    const { plan, standing } = await planOfStore(store, project.dir, options.solved);
    const report = {
      projectName: project.settings.name,
      version: workbench.version,
      list: priorityList(diagnosis, plan),
      diagnosis,
      plan,
      standing,
    };
    return {
      path,
      sha256: files.writeBytes(path, await documents.priorityDocx(report, options.language)),
      workbook: {
        path: sheets,
        sha256: files.writeBytes(sheets, documents.priorityWorkbook(report, options.language)),
      },
    };
  } finally {
    await store.close();
  }
}
