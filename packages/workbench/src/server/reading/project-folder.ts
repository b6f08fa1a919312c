import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AftermineError } from '@aftermine/science/base';
import type { ServerContext } from '../context.ts';

/** Characters no name of a folder holds on any system we run on. */
const NEVER = ['/', '\\', '\0'];

/**
 * The folder of a project of the workspace. An id is the name of its folder, so it can never lead out of the workspace.
 *
 * @throws NotFound `E-SRV-101` where the workspace has no such project
 */
export function projectFolder({ workspace }: Pick<ServerContext, 'workspace'>, id: string): string {
  const plain = id !== '' && !id.startsWith('.') && !NEVER.some((mark) => id.includes(mark));
  const dir = join(workspace, id);
  if (!plain || !existsSync(join(dir, 'aftermine.yaml')))
    throw new AftermineError('NotFound', 'E-SRV-101', { where: workspace, got: id });
  return dir;
}
