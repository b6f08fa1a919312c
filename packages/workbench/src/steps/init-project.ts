import { AftermineError } from '@aftermine/science/base';
import { assertUsable } from '@aftermine/science/site';
import type { ReadVectorOptions, Workbench } from '../ports/index.ts';
import { companionsOf } from './companions-of.ts';
import { CopiedInputs } from './copied-inputs.ts';
import { openProject, type Project } from './open-project.ts';
import { readSite, type SiteReading } from './read-site.ts';

export interface InitOptions {
  readonly dir: string;
  readonly boundary: string;
  readonly units?: string;
  readonly reference?: string;
  readonly name?: string;
  readonly crs?: string;
  /** How the boundary is to be read, where its file leaves it open. */
  readonly reading?: Omit<ReadVectorOptions, 'crs'>;
  readonly language: 'zh' | 'en';
  readonly overwrite: boolean;
}

/**
 * Starts a project: copies the files in, writes settings, checks the geometry, keeps the site in the store.
 * When the boundary cannot be used nothing is left behind but the folder's own earlier content.
 *
 * @throws Conflict `E-PRJ-003` when a project exists; what `readSite` and `assertUsable` throw
 */
export async function initProject(
  workbench: Workbench,
  options: InitOptions,
): Promise<{ project: Project; reading: SiteReading }> {
  const { files, paths } = workbench;
  const dir = paths.resolve(options.dir);
  const settingsPath = paths.join(dir, 'aftermine.yaml');
  const existed = files.exists(settingsPath);
  if (existed && !options.overwrite) throw new AftermineError('Conflict', 'E-PRJ-003', { where: dir });
  files.assertWritable(dir);
  const before = existed ? files.readText(settingsPath) : null;
  const lock = await workbench.locks.acquire(dir, 'init');
  const inputs = new CopiedInputs(files);
  try {
    const bring = (path: string, stem: string): string => {
      const extension = /\.[A-Za-z0-9]+$/.exec(paths.basename(path))?.[0] ?? '';
      const name = `inputs/${stem}${extension.toLowerCase()}`;
      const target = paths.join(dir, name);
      if (paths.resolve(path) !== target) {
        inputs.copy(paths.resolve(path), target);
        for (const part of companionsOf(workbench, paths.resolve(path)))
          inputs.copy(part.path, paths.join(dir, `inputs/${stem}${part.extension}`));
      }
      return name;
    };
    // Read in place first: a file that cannot be used must not be copied in.
    const { crs, reading: stated = {} } = options;
    await workbench.vectors.read(paths.resolve(options.boundary), {
      ...(crs === undefined ? {} : { crs }),
      ...stated,
    });
    const boundary = bring(options.boundary, 'boundary');
    const units = options.units === undefined ? undefined : bring(options.units, 'units');
    const reference = options.reference === undefined ? undefined : bring(options.reference, 'reference');
    const name = options.name ?? paths.basename(dir);
    let text = workbench.settings.draft({
      name,
      boundary,
      language: options.language,
      ...(units === undefined ? {} : { units }),
      ...(reference === undefined ? {} : { reference }),
    });
    if (options.crs !== undefined) text = text.replace(/^observe:/m, `crs: ${options.crs}\nobserve:`);
    files.writeText(settingsPath, text);
    for (const [key, value] of Object.entries(stated))
      workbench.settings.set(dir, ['reading', 'boundary', key], value);
    const project = openProject(workbench, dir);
    const reading = await readSite(workbench, dir, project.settings);
    assertUsable(reading.problems.filter((problem) => problem.file === boundary));
    const store = await workbench.openStore(dir);
    try {
      await store.save({
        site: reading.site,
        events: [
          {
            at: new Date(workbench.clock.now()).toISOString(),
            command: 'init',
            kind: 'imported',
            detail: { boundary, units: units ?? null, reference: reference ?? null, crs: reading.site.crs },
          },
        ],
      });
    } finally {
      await store.close();
    }
    inputs.keep();
    return { project, reading };
  } catch (error) {
    inputs.undo();
    if (before === null) files.remove(settingsPath);
    else files.writeText(settingsPath, before);
    throw error;
  } finally {
    await lock.release();
  }
}
