import { AftermineError } from '@aftermine/science/base';
import { assertUsable } from '@aftermine/science/site';
import type { ReadVectorOptions, Workbench } from '../ports/index.ts';
import { companionsOf } from './companions-of.ts';
import { CopiedInputs } from './copied-inputs.ts';
import { openProject, type Project } from './open-project.ts';
import { readSite, type SiteReading, type SiteRole } from './read-site.ts';
import { readingOf } from './reading-of.ts';
import { type SampleRemark, sampleRemarks, sampleSite } from './sample-remarks.ts';

export type ImportRole = SiteRole | 'scenes' | 'dem' | 'samples';

const ROLES: readonly ImportRole[] = ['units', 'reference', 'boundary', 'scenes', 'dem', 'samples'];

export interface ImportOutcome {
  readonly imported: readonly { readonly file: string; readonly role: ImportRole; readonly path: string }[];
  /** The site as it is now; null when no polygons were added. */
  readonly reading: SiteReading | null;
  /** What tables of samples held that could not be used. */
  readonly remarks: readonly SampleRemark[];
}

const SITE_ROLES: readonly ImportRole[] = ['boundary', 'units', 'reference'];

/**
 * Adds files to a project: polygons, terrain models and samples are copied into `inputs`, scenes are referenced where they are. The
 * settings file is changed last; files and settings are put back when the new site cannot be used.
 *
 * @throws InvalidInput `E-USE-005` when the role of a file cannot be told
 */
export async function importFiles(
  workbench: Workbench,
  dir: string,
  inputs: readonly string[],
  options: {
    readonly role: ImportRole | null;
    readonly overwrite: boolean;
    /** How polygons are to be read, where their files leave it open; kept in the settings. */
    readonly reading?: ReadVectorOptions;
  },
): Promise<ImportOutcome> {
  const { files, paths } = workbench;
  const project = openProject(workbench, dir);
  const lock = await workbench.locks.acquire(project.dir, 'import');
  const settingsPath = paths.join(project.dir, 'aftermine.yaml');
  const before = files.readText(settingsPath);
  const copies = new CopiedInputs(files);
  try {
    const bring = (file: string, path: string): string => {
      const target = paths.join(project.dir, path);
      if (paths.resolve(file) === target) return path;
      if (files.exists(target) && !options.overwrite)
        throw new AftermineError('Conflict', 'E-USE-003', { where: target });
      copies.copy(file, target);
      return path;
    };
    const imported: { file: string; role: ImportRole; path: string }[] = [];
    const remarks: SampleRemark[] = [];
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
      const extension = (/\.[A-Za-z0-9]+$/.exec(paths.basename(file))?.[0] ?? '').toLowerCase();
      if (role === 'samples') {
        remarks.push(...(await remarksOn(workbench, project, file, options.reading?.crs)));
        const path = bring(file, `inputs/${paths.basename(file)}`);
        workbench.settings.addTo(project.dir, ['diagnose', 'samples'], path);
        imported.push({ file, role, path });
        continue;
      }
      if (role === 'dem') {
        const raster = await workbench.rasters.open(file);
        const { grid } = raster.info;
        await raster.close();
        if (grid === null) throw new AftermineError('InvalidInput', 'E-OBS-006', { where: file });
        const path = bring(file, `inputs/dem${extension}`);
        workbench.settings.set(project.dir, ['diagnose', 'dem'], path);
        imported.push({ file, role, path });
        continue;
      }
      const stated = options.reading ?? {};
      await workbench.vectors.read(file, { ...readingOf(project.settings, role), ...stated });
      const path = bring(file, `inputs/${role}${extension}`);
      for (const part of companionsOf(workbench, file))
        copies.copy(part.path, paths.join(project.dir, `inputs/${role}${part.extension}`));
      workbench.settings.set(project.dir, role === 'boundary' ? ['boundary'] : [role, 'file'], path);
      for (const [key, value] of Object.entries(stated))
        workbench.settings.set(project.dir, ['reading', role, key], value);
      imported.push({ file, role, path });
    }
    if (imported.every(({ role }) => !SITE_ROLES.includes(role))) {
      copies.keep();
      return { imported, reading: null, remarks };
    }
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
    return { imported, reading, remarks };
  } catch (error) {
    copies.undo();
    files.writeText(settingsPath, before);
    throw error;
  } finally {
    await lock.release();
  }
}

/** Reads a table of samples as the diagnosis will: against the site, where there is one. */
async function remarksOn(
  workbench: Workbench,
  { dir, settings }: Project,
  file: string,
  stated: string | undefined,
): Promise<readonly SampleRemark[]> {
  const store = await workbench.openStore(dir);
  try {
    const site = await store.site();
    const crs = stated ?? settings.crs;
    const read = await workbench.samples.read(file, {
      ...(site === null ? {} : { site: sampleSite(site) }),
      ...(crs === undefined ? {} : { crs }),
    });
    return sampleRemarks(workbench.paths.basename(file), read);
  } finally {
    await store.close();
  }
}

/** A file named `units...` or 图斑 is units; anything else must be said. */
function guessRole(name: string): ImportRole | null {
  if (/unit|图斑/i.test(name)) return 'units';
  if (/ref|参照/i.test(name)) return 'reference';
  if (/bound|边界|范围/i.test(name)) return 'boundary';
  if (/sample|采样|样点|检测/i.test(name)) return 'samples';
  if (/(^|[^a-z])(dem|dtm)([^a-z]|$)|高程|地形/i.test(name)) return 'dem';
  return null;
}
