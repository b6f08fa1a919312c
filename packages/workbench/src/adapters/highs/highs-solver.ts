import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AftermineError } from '@aftermine/science/base';
import type { LinearModel, LinearSolution, SolveOptions } from '@aftermine/science/plan';
import type { Solver } from '../../ports/index.ts';

/** HiGHS in a thread of its own, started when first asked; models wait for each other. */
export class HighsSolver implements Solver {
  #thread: Worker | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  readonly solve = (model: LinearModel, options: SolveOptions = {}): Promise<LinearSolution> => {
    const answer = this.#queue.then(() => this.#ask(model, options));
    this.#queue = answer.catch(() => {});
    return answer;
  };

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }

  async #ask(model: LinearModel, options: SolveOptions): Promise<LinearSolution> {
    this.#thread ??= start();
    const thread = this.#thread;
    thread.ref();
    thread.postMessage({ model, options });
    const gone = new AbortController();
    const exit = once(thread, 'exit', { signal: gone.signal }).then(([code]) => ({
      failure: `the thread ended with ${code}`,
    }));
    exit.catch(() => {});
    const message = once(thread, 'message', { signal: gone.signal }).then(([answer]) => answer);
    message.catch(() => {});
    const answer = (await Promise.race([message, exit])) as { solution?: LinearSolution; failure?: string };
    gone.abort();
    // A program that is done does not wait for a solver nobody asks.
    thread.unref();
    if (answer.solution !== undefined) return answer.solution;
    // A solver that failed may have left its memory in any state.
    this.#thread = null;
    await thread.terminate();
    throw new AftermineError('Upstream', 'E-PLN-110', { got: answer.failure ?? '' });
  }
}

function start(): Worker {
  return new Worker(new URL('./highs-worker.ts', import.meta.url));
}
