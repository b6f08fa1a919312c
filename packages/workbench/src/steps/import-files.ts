import { AftermineError } from '@aftermine/science/base';
import { assertUsable } from '@aftermine/science/site';
import type { Workbench } from '../ports/index.ts';
import { CopiedInputs } from './copied-inputs.ts';
import { openProject } from './open-project.ts';
import { readSite, type SiteReading } from './read-site.ts';

export type ImportRole = 'units' | 'reference' | 'boundary' | 'scenes';

const ROLES: readonly ImportRole[] = ['units', 'reference', 'boundary', 'scenes'];

export interface ImportOutcome {
  readonly imported: readonly { readonly file: string; readonly role: ImportRole; readonly path: string }[];
  /** The site as it is now; null when only scenes were added. */
  readonly reading: SiteReading | null;
}

/**
 * Adds files to a project: polygons are copied into `inputs`, scenes are referenced where they are. The
 * settings file is changed last; files and settings are put back when the new site cannot be used.
 *
 * @throws InvalidInput `E-USE-005` when the role of a file cannot be told
 */
export async function importFiles(
  workbench: Workbench,
  dir: string,
  inputs: readonly string[],
  options: { readonly role: ImportRole | null; readonly overwrite: boolean },
): Promise<ImportOutcome> {
  const { files, paths } = workbench;
  const project = openProject(workbench, dir);
  const lock = await workbench.locks.acquire(project.dir, 'import');
  const settingsPath = paths.join(project.dir, 'aftermine.yaml');
  const before = files.readText(settingsPath);
  const copies = new CopiedInputs(files);
  try {
    const imported: { file: string; role: ImportRole; path: string }[] = [];
    for (const file of inputs) {
      if (!files.exists(file)) throw new AftermineError('NotFound', 'E-PRJ-002', { where: file });
      const role = options.role ?? guessRole(paths.basename(file));
      if (role === null || !ROLES.includes(role)) {
        throw new AftermineError('InvalidInput', 'E-USE-005', { where: file, expected: ROLES.join(', ') });
      }
      if (role === 'scenes') {
        const path = paths.relative(project.dir, file);
        workbench.settings.addTo(project.dir, ['observe', 'scenes'], path);
        imported.push({ file, role, path });
        continue;
      }
      await workbench.vectors.read(
        file,
        project.settings.crs === undefined ? {} : { crs: project.settings.crs },
      );
      const extension = /\.[A-Za-z0-9]+$/.exec(paths.basename(file))?.[0] ?? '';
      const path = `inputs/${role}${extension.toLowerCase()}`;
      const target = paths.join(project.dir, path);
      if (paths.resolve(file) !== target) {
        if (files.exists(target) && !options.overwrite)
          throw new AftermineError('Conflict', 'E-USE-003', { where: target });
        copies.copy(file, target);
      }
      workbench.settings.set(project.dir, role === 'boundary' ? ['boundary'] : [role, 'file'], path);
      imported.push({ file, role, path });
    }
    if (imported.every((one) => one.role === 'scenes')) return { imported, reading: null };
    const now = openProject(workbench, project.dir);
    const reading = await readSite(workbench, project.dir, now.settings);
    assertUsable(reading.problems.filter((problem) => problem.file === now.settings.boundary));
    const store = await workbench.openStore(project.dir);
    try {
      await store.save({
        site: reading.site,
        events: imported.map((one) => ({
          at: new Date(workbench.clock.now()).toISOString(),
          command: 'import',
          kind: 'imported',
          detail: { role: one.role, path: one.path },
        })),
      });
    } finally {
      await store.close();
    }
    copies.keep();
    return { imported, reading };
  } catch (error) {
    copies.undo();
    files.writeText(settingsPath, before);
    throw error;
  } finally {
    await lock.release();
  }
}

/** A file named `units...` or 图斑 is units; anything else must be said. */
function guessRole(name: string): ImportRole | null {
  if (/unit|图斑/i.test(name)) return 'units';
  if (/ref|参照/i.test(name)) return 'reference';
  if (/bound|边界|范围/i.test(name)) return 'boundary';
  return null;
}
