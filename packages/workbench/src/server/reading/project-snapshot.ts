import type { Store, Workbench } from '../../ports/index.ts';
import { openProject, type Project } from '../../steps/open-project.ts';
import { ProjectTables } from './project-tables.ts';

/** How long a large record stays in memory after it was last asked for, milliseconds. */
const KEEP_LARGE_MS = 120_000;

interface Piece {
  readonly value: Promise<unknown>;
  readonly large: boolean;
  lastUsed: number;
}

/**
 * What was read of one project in one state of its files. A piece is read when it is first asked for and kept; large ones are let
 * go of when nobody asks for a while. The store is opened for one piece and closed after it, so that nothing stays locked.
 */
export class ProjectSnapshot {
  readonly id: string;
  readonly dir: string;
  /** Changes when store or settings change. */
  readonly revision: string;
  readonly project: Project;
  readonly #workbench: Workbench;
  readonly #pieces = new Map<string, Piece>();

  constructor(workbench: Workbench, id: string, dir: string, revision: string) {
    this.#workbench = workbench;
    this.id = id;
    this.dir = dir;
    this.revision = revision;
    this.project = openProject(workbench, dir);
  }

  /** A piece of the store under `name`, read once. */
  stored<T>(
    name: string,
    read: (store: Store) => Promise<T>,
    options: { readonly large?: boolean } = {},
  ): Promise<T> {
    return this.made(
      name,
      async () => {
        const store = await this.#workbench.openStore(this.dir, { readOnly: true });
        try {
          return await read(store);
        } finally {
          await store.close();
        }
      },
      options,
    );
  }

  /** A piece of the tables of the project file under `name`, read once. */
  tables<T>(
    name: string,
    read: (tables: ProjectTables) => Promise<T>,
    options: { readonly large?: boolean } = {},
  ): Promise<T> {
    return this.made(name, () => ProjectTables.use(this.#workbench, this.dir, read), options);
  }

  /** Anything worked out from pieces under `name`, made once; what fails is tried again next time. */
  made<T>(
    name: string,
    make: () => Promise<T>,
    { large = false }: { readonly large?: boolean } = {},
  ): Promise<T> {
    const now = this.#workbench.clock.now();
    for (const [key, piece] of this.#pieces)
      if (piece.large && key !== name && now - piece.lastUsed > KEEP_LARGE_MS) this.#pieces.delete(key);
    const known = this.#pieces.get(name);
    if (known !== undefined) {
      known.lastUsed = now;
      return known.value as Promise<T>;
    }
    const value = make();
    this.#pieces.set(name, { value, large, lastUsed: now });
    value.catch(() => this.#pieces.delete(name));
    return value;
  }
}
