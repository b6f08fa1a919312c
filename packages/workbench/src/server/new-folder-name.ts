import { AftermineError } from '@aftermine/science/base';
import { isFolderName } from './project-folder.ts';

const LONGEST = 60;

/** The folder of a new project: as asked, or made from its name. @throws InvalidInput `E-SRV-005` */
export function newFolderName({
  folder,
  name,
}: {
  readonly folder?: string | undefined;
  readonly name: string;
}): string {
  const made = folder ?? fromName(name);
  if (!isFolderName(made))
    throw new AftermineError('InvalidInput', 'E-SRV-005', { where: 'folder', got: made.slice(0, 100) });
  return made;
}

/** Letters of every script and figures stay; what stands between them becomes one dash. */
function fromName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, LONGEST);
}
