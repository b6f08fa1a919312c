import { AftermineError } from '@aftermine/science/base';
import {
  type LeftProblem,
  type MendChange,
  mendFeatures,
  type OverlapRule,
  toGeojson,
} from '@aftermine/science/site';
import type { Workbench } from '../ports/index.ts';
import { checkOptions, type Outline, usableOutline } from './check-site-files.ts';
import { addToLog, type MendedEntry } from './defect-log.ts';
import { openProject, type Project } from './open-project.ts';
import { readSite, type SiteFile, type SiteRole } from './read-site.ts';

export const OVERLAP_RULES: readonly OverlapRule[] = ['smaller-gives', 'later-gives', 'earlier-gives'];

export interface MendSiteOptions {
  readonly overrides: readonly string[];
  /** Who mends, for the log; null where nobody said. */
  readonly by: string | null;
  /** Who gives up land that two features share; without it only drawing accuracy is settled. */
  readonly overlapRule: string | null;
  /** Says what would be mended, and writes nothing. */
  readonly dryRun: boolean;
  /** Changes the settings so that the copies are used. */
  readonly adopt: boolean;
}

/** A file that was mended. */
export interface MendedFile {
  readonly role: SiteRole;
  /** As the settings name it; untouched. */
  readonly file: string;
  /** The copy, relative to the project; null where nothing was to mend. */
  readonly copy: string | null;
  readonly sha256: string | null;
  readonly changes: readonly MendChange[];
  readonly left: readonly (LeftProblem & { readonly feature: string })[];
}

/** A key of the settings that must change for a copy to be used. */
export interface SettingChange {
  readonly path: readonly string[];
  readonly from: string;
  readonly to: string;
}

export interface MendSiteOutcome {
  readonly files: readonly MendedFile[];
  readonly settings: readonly SettingChange[];
  /** True when the settings were changed. */
  readonly adopted: boolean;
}

/**
 * Mends what can be mended in the files that the settings name: the boundary by itself, then units against the
 * mended boundary, and reference areas. Copies go to `inputs/mended/<name>.geojson` in the CRS of the original,
 * which is never touched; every change is noted in `inputs/mended/log.jsonl`.
 *
 * @throws InvalidInput `E-VEC-208` for a rule that does not exist
 */
export async function mendSite(
  workbench: Workbench,
  dir: string,
  options: MendSiteOptions,
): Promise<MendSiteOutcome> {
  const { overlapRule } = options;
  const rule = OVERLAP_RULES.find((known) => known === overlapRule);
  if (overlapRule !== null && rule === undefined)
    throw new AftermineError('InvalidInput', 'E-VEC-208', {
      where: '--overlap',
      expected: OVERLAP_RULES.join(', '),
      got: overlapRule,
    });
  const project = openProject(workbench, dir, options.overrides);
  const lock = options.dryRun ? null : await workbench.locks.acquire(project.dir, 'check');
  try {
    const { files } = await readSite(workbench, project.dir, project.settings);
    const mended: MendedFile[] = [];
    const settings: SettingChange[] = [];
    let boundary: Outline | null = null;
    for (const file of files) {
      const checked = {
        ...checkOptions(file, boundary),
        ...(rule === undefined ? {} : { overlapRule: rule }),
      };
      const { features, changes, left } = mendFeatures(file.features, file.crs, checked);
      if (file.role === 'boundary') boundary = usableOutline({ features, crs: file.crs }, left);
      const text = toGeojson({
        crs: file.crs,
        features: features.map(({ fileId, geometry, properties }) => ({ id: fileId, geometry, properties })),
      });
      const copy = changes.length === 0 ? null : freeCopy(workbench, project, file, text);
      const sha256 =
        copy === null || options.dryRun
          ? null
          : workbench.files.writeText(workbench.paths.join(project.dir, copy), text);
      if (copy !== null) {
        const path = file.role === 'boundary' ? ['boundary'] : [file.role, 'file'];
        settings.push({ path, from: file.file, to: copy });
        if (!options.dryRun)
          addToLog(workbench, project.dir, entriesOf(workbench, project, file, copy, changes, options.by));
      }
      mended.push({
        role: file.role,
        file: file.file,
        copy,
        sha256,
        changes,
        left: left.map((one) => ({
          ...one,
          feature: features[one.index]?.id ?? String(one.index + 1),
        })),
      });
    }
    const adopted = options.adopt && !options.dryRun && settings.length > 0;
    if (adopted) for (const { path, to } of settings) workbench.settings.set(project.dir, path, to);
    return { files: mended, settings, adopted };
  } finally {
    await lock?.release();
  }
}

/** The first name that is free, or that holds this very copy already; never the file that is being mended. */
function freeCopy({ files, paths }: Workbench, { dir }: Project, { file }: SiteFile, text: string): string {
  const name = paths.basename(file).replace(/\.[^.]+$/, '');
  for (let n = 1; ; n += 1) {
    const copy = `inputs/mended/${name}${n === 1 ? '' : `-${n}`}.geojson`;
    const path = paths.join(dir, copy);
    if (!files.exists(path) || files.readText(path) === text) return copy;
  }
}

function entriesOf(
  workbench: Workbench,
  { dir }: Project,
  { file }: SiteFile,
  copy: string,
  changes: readonly MendChange[],
  by: string | null,
): MendedEntry[] {
  const at = new Date(workbench.clock.now()).toISOString();
  const sha256 = workbench.files.sha256(workbench.paths.resolve(dir, file));
  return changes.map((change) => ({ kind: 'mended', at, by, file, sha256, copy, ...change }));
}
