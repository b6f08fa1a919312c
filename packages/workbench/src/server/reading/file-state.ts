import { statSync } from 'node:fs';
import { join } from 'node:path';

/** What shows that a project changed on the disk: size and time of its project file, of the log beside it and of its settings. */
const WATCHED = ['project.gpkg', 'project.gpkg-wal', 'aftermine.yaml'] as const;

/** Differs after any write to the store or the settings of a project folder. */
export function fileState(dir: string): string {
  return WATCHED.map((name) => {
    const stat = statSync(join(dir, name), { bigint: true, throwIfNoEntry: false });
    // A log without content says nothing that the file does not say.
    if (stat === undefined || (name.endsWith('-wal') && stat.size === 0n)) return '-';
    return `${stat.ino.toString(36)}.${stat.size.toString(36)}.${stat.mtimeNs.toString(36)}`;
  }).join(' ');
}
