import { AftermineError } from '@aftermine/science/base';
import type { Locks, ProjectLock } from '../../ports/index.ts';

/** The in-memory twin of `SqliteLocks`: one holder per folder within this process. */
export class MemoryLocks implements Locks {
  readonly #held = new Map<string, { readonly command: string }>();

  async acquire(projectDir: string, command: string): Promise<ProjectLock> {
    const holder = this.#held.get(projectDir);
    if (holder !== undefined) {
      const params = { pid: 0, host: 'memory', command: holder.command };
      throw new AftermineError('Conflict', 'E-PRJ-030', { where: projectDir, params });
    }
    const own = { command };
    this.#held.set(projectDir, own);
    return {
      release: async () => {
        if (this.#held.get(projectDir) === own) this.#held.delete(projectDir);
      },
    };
  }
}
