import { z } from 'zod';
import { job } from '../../contract/index.ts';
import type { Workbench } from '../../ports/index.ts';
import { serverFolder } from '../server-folder.ts';

/** More finished jobs than this are forgotten, oldest first. */
const KEPT = 300;

const keptJob = z.object({
  job,
  /** Folder of the project. */
  dir: z.string(),
  argv: z.array(z.string()),
  language: z.enum(['zh', 'en']),
});
/** A job and how it is begun. */
export interface KeptJob extends Readonly<Omit<z.infer<typeof keptJob>, 'argv'>> {
  readonly argv: readonly string[];
}

/** Jobs as files, one each, in `.aftermine-server/jobs` of the workspace. */
export class JobFiles {
  readonly #workbench: Pick<Workbench, 'files' | 'paths'>;
  readonly #folder: string;

  constructor(workbench: Pick<Workbench, 'files' | 'paths'>, workspace: string) {
    this.#workbench = workbench;
    this.#folder = workbench.paths.join(serverFolder(workbench.paths, workspace), 'jobs');
  }

  /** What is kept; a file that does not hold a job is left alone. */
  load(): KeptJob[] {
    const { files, paths } = this.#workbench;
    const names = files.list(this.#folder).filter((name) => name.endsWith('.json'));
    for (const name of names.slice(0, Math.max(0, names.length - KEPT)))
      files.remove(paths.join(this.#folder, name));
    return names.slice(-KEPT).flatMap((name) => {
      try {
        const parsed = keptJob.safeParse(JSON.parse(files.readText(paths.join(this.#folder, name))));
        return parsed.success ? [parsed.data] : [];
      } catch {
        return [];
      }
    });
  }

  save(kept: KeptJob): void {
    const { files, paths } = this.#workbench;
    files.writeText(paths.join(this.#folder, `${kept.job.id}.json`), JSON.stringify(kept));
  }
}
