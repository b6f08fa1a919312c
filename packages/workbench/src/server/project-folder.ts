import { AftermineError } from '@aftermine/science/base';
import type { ServerContext } from './context.ts';

const SETTINGS = 'aftermine.yaml';
const STORE = 'project.gpkg';
const LONGEST_BYTES = 200;

/**
 * True for a name that is one folder of the workspace and nothing else: no separator, no dot in front, no control character,
 * nothing a file system would read as another place.
 */
export function isFolderName(name: string): boolean {
  return (
    name !== '' &&
    Buffer.byteLength(name) <= LONGEST_BYTES &&
    name === name.trim() &&
    !name.startsWith('.') &&
    !name.endsWith('.') &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    !/[\u0000-\u001f\u007f/\\:*?"<>|]/.test(name)
  );
}

/** Folder of a project by its id, which is the name of the folder. @throws NotFound `E-SRV-004` */
export function projectFolder(
  { workbench: { files, paths }, workspace }: Pick<ServerContext, 'workbench' | 'workspace'>,
  id: string,
): string {
  if (isFolderName(id)) {
    const dir = paths.join(workspace, id);
    if (isProject(files, paths, dir)) return dir;
  }
  throw new AftermineError('NotFound', 'E-SRV-004', { where: id.slice(0, 100) });
}

/** Names of the project folders of a workspace, sorted. */
export function projectIds({
  workbench: { files, paths },
  workspace,
}: Pick<ServerContext, 'workbench' | 'workspace'>): string[] {
  return files
    .list(workspace)
    .filter((name) => isFolderName(name) && isProject(files, paths, paths.join(workspace, name)));
}

type Where = ServerContext['workbench'];

/** A folder with settings or a store: a project, sound or broken. */
export function isProject(files: Where['files'], paths: Where['paths'], dir: string): boolean {
  return files.exists(paths.join(dir, SETTINGS)) || files.exists(paths.join(dir, STORE));
}
