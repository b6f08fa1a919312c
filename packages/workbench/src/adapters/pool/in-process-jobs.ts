import { AftermineError } from '@aftermine/science/base';
import type { Jobs, Task } from '../../ports/index.ts';

/** Runs tasks one after the other in this process: the twin of the pool, and what `-j 1` uses. */
export class InProcessJobs implements Jobs {
  readonly width = 1;
  readonly #execute: (task: Task) => Promise<void>;
  readonly #finish: () => Promise<void>;
  #last: Promise<unknown> = Promise.resolve();

  /** @param finish what is to be put away when the jobs are closed */
  constructor(execute: (task: Task) => Promise<void>, finish: () => Promise<void> = async () => {}) {
    this.#execute = execute;
    this.#finish = finish;
  }

  run(task: Task, signal?: AbortSignal): Promise<void> {
    const turn = this.#last.then(async () => {
      if (signal?.aborted) throw new AftermineError('Conflict', 'E-PRJ-020');
      await this.#execute(task);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#finish();
  }
}
