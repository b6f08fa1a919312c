import type { DiskUsage, Workbench } from '../ports/index.ts';
import { type Project, scratchFolder } from './open-project.ts';

/** What can be made again, in folders of `.aftermine`: finished pieces of runs, plans of runs, small pictures for the browser. */
export const CLEANED = ['tiles', 'plans', 'pictures'] as const;

export interface CleanPart extends DiskUsage {
  readonly part: (typeof CLEANED)[number];
  /** Relative to the project. */
  readonly path: string;
}

export interface CleanOutcome {
  readonly parts: readonly CleanPart[];
  readonly files: number;
  readonly bytes: number;
  /** False where it was only looked at. */
  readonly removed: boolean;
  /** What is free on the disk of the project afterwards. */
  readonly freeBytes: number;
}

/**
 * Says what a project keeps so that a next run is quicker, and removes it. Inputs, layers, reports, evidence and the store are never
 * touched, so nothing that was found out is lost; what changes afterwards is only how long the next observation takes.
 *
 * @throws Conflict `E-PRJ-030` while a run holds the project; looking alone needs no lock
 */
export async function cleanProject(
  workbench: Workbench,
  { dir }: Project,
  { dryRun }: { readonly dryRun: boolean },
): Promise<CleanOutcome> {
  const { files, paths } = workbench;
  const lock = dryRun ? null : await workbench.locks.acquire(dir, 'clean');
  try {
    const parts = CLEANED.map((part): CleanPart => {
      const path = paths.join(scratchFolder(workbench, dir), part);
      return { part, path: paths.relative(dir, path), ...files.usage(path) };
    });
    if (!dryRun) for (const { path } of parts) files.remove(paths.join(dir, path));
    const total = (of: 'files' | 'bytes'): number => parts.reduce((sum, one) => sum + one[of], 0);
    return {
      parts,
      files: total('files'),
      bytes: total('bytes'),
      removed: !dryRun,
      freeBytes: files.freeBytes(dir),
    };
  } finally {
    await lock?.release();
  }
}
