import { AftermineError, type Language } from '@aftermine/science/base';
import type { Workbench } from '../ports/index.ts';
import type { Project } from './open-project.ts';
import type { ReportOptions } from './report-observation.ts';

/** Where the diagnosis report of a language stands when nobody says otherwise. */
export function diagnosisReportPath(workbench: Workbench, project: Project, language: Language): string {
  return workbench.paths.join(project.dir, 'reports', `diagnosis.${language}.html`);
}

/**
 * Writes the diagnosis report of a project.
 *
 * @throws NotFound `E-DIA-304` without a diagnosis; Conflict `E-USE-003` when the file exists and may not be replaced
 */
export async function reportDiagnosis(
  workbench: Workbench,
  project: Project,
  options: ReportOptions,
): Promise<{ path: string; sha256: string }> {
  const path = options.path ?? diagnosisReportPath(workbench, project, options.language);
  if (!options.overwrite && workbench.files.exists(path))
    throw new AftermineError('Conflict', 'E-USE-003', { where: path });
  const store = await workbench.openStore(project.dir);
  try {
    const [site, result] = await Promise.all([store.site(), store.diagnosis()]);
    if (site === null || result === null)
      throw new AftermineError('NotFound', 'E-DIA-304', { where: project.dir });
    const html = workbench.documents.diagnosisHtml(
      { projectName: project.settings.name, version: workbench.version, site, result },
      options.language,
    );
    return { path, sha256: workbench.files.writeText(path, html) };
  } finally {
    await store.close();
  }
}
