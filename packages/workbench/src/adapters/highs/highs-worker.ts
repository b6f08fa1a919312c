import { parentPort } from 'node:worker_threads';
import type { LinearModel, SolveOptions } from '@aftermine/science/plan';
import { runHighs } from './run-highs.ts';

/** A thread that solves one model after another: solving blocks it, and only it. */
parentPort!.on('message', async ({ model, options }: { model: LinearModel; options: SolveOptions }) => {
  try {
    parentPort!.postMessage({ solution: await runHighs(model, options) });
  } catch (error) {
    parentPort!.postMessage({
      failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
