import { AftermineError } from '@aftermine/science/base';
import type { Workbench } from '../../ports/index.ts';
import { isProject } from '../project-folder.ts';

/** Another process writes to the project: not a failure of a job, it waits. */
export const LOCKED = 'E-PRJ-030';

/** Whether somebody writes to a project just now. A folder that is no project yet is free. */
export async function isLocked(
  { files, paths, locks }: Pick<Workbench, 'files' | 'paths' | 'locks'>,
  dir: string,
): Promise<boolean> {
  if (!isProject(files, paths, dir)) return false;
  try {
    const lock = await locks.acquire(dir, 'serve');
    await lock.release();
    return false;
  } catch (error) {
    return error instanceof AftermineError && error.code === LOCKED;
  }
}
