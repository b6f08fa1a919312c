import { statSync } from 'node:fs';
import { join } from 'node:path';

/** What a project is read from: its project file, the log beside it and its settings. */
export const PROJECT_FILES = ['project.gpkg', 'project.gpkg-wal', 'aftermine.yaml'] as const;
/** What a review of the literature is read from. */
export const EVIDENCE_FILES = ['evidence.db', 'evidence.db-wal', 'codebook.yaml'] as const;

/** Size and time of some files of a folder: differs after any write to one of them. */
export function fileState(dir: string, names: readonly string[]): string {
  return names
    .map((name) => {
      const stat = statSync(join(dir, name), { bigint: true, throwIfNoEntry: false });
      // A log without content says nothing that the file does not say.
      if (stat === undefined || (name.endsWith('-wal') && stat.size === 0n)) return '-';
      return `${stat.ino.toString(36)}.${stat.size.toString(36)}.${stat.mtimeNs.toString(36)}`;
    })
    .join(' ');
}
