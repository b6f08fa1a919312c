import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerContext } from '../context.ts';
import { projectFolder } from '../project-folder.ts';
import { fileContent } from './file-content.ts';
import { fileState, PROJECT_FILES } from './file-state.ts';
import { ProjectSnapshot } from './project-snapshot.ts';

/** Projects whose snapshots are kept; the one not asked for longest goes first. */
const KEPT = 16;

interface Known {
  /** Of the files when their content was last looked at. */
  state: string;
  readonly content: string;
  readonly snapshot: ProjectSnapshot;
}

/**
 * The newest snapshot of each project of the workspace. Size and time of the files say at once that nothing changed; where they
 * differ the content decides, since opening a store for reading moves its time, too.
 */
export class ProjectSnapshots {
  readonly #context: ServerContext;
  readonly #known = new Map<string, Known>();
  readonly #looking = new Map<string, Promise<ProjectSnapshot>>();

  constructor(context: ServerContext) {
    this.#context = context;
  }

  /**
   * The project as its files are now.
   *
   * @throws NotFound `E-SRV-004` for a project that is not there; what `openProject` and opening its store throw
   */
  async of(id: string): Promise<ProjectSnapshot> {
    const dir = projectFolder(this.#context, id);
    const state = fileState(dir, PROJECT_FILES);
    const known = this.#known.get(id);
    if (known?.state === state) {
      this.#known.delete(id);
      this.#known.set(id, known);
      return known.snapshot;
    }
    const key = `${id}\n${state}`;
    let looking = this.#looking.get(key);
    if (looking === undefined) {
      looking = this.#look(id, dir, state).finally(() => this.#looking.delete(key));
      this.#looking.set(key, looking);
    }
    return looking;
  }

  async #look(id: string, dir: string, seen: string): Promise<ProjectSnapshot> {
    const state = (await this.#broughtUpToDate(dir)) ? fileState(dir, PROJECT_FILES) : seen;
    const content = await fileContent(dir, PROJECT_FILES);
    const known = this.#known.get(id);
    if (known !== undefined && known.content === content) {
      known.state = state;
      return known.snapshot;
    }
    const { workbench } = this.#context;
    const revision = workbench.hash(`${workbench.version} ${id} ${content}`).slice(0, 24);
    const snapshot = new ProjectSnapshot(workbench, id, dir, revision);
    this.#known.delete(id);
    this.#known.set(id, { state, content, snapshot });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
    return snapshot;
  }

  /** Older tables are brought up to date before anything is read from them. False where there is no file yet. */
  async #broughtUpToDate(dir: string): Promise<boolean> {
    if (!existsSync(join(dir, 'project.gpkg'))) return false;
    await (await this.#context.workbench.openStore(dir, { readOnly: true })).close();
    return true;
  }
}
