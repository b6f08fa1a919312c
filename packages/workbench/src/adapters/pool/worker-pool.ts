import { AftermineError, type ErrorTag, type MessageParam } from '@aftermine/science/base';
import { Tinypool } from 'tinypool';
import type { Jobs, Task } from '../../ports/index.ts';

/** What a worker answers: nothing, or an error in a form that survives the thread boundary. */
export interface TaskOutcome {
  readonly error?: {
    readonly tag: ErrorTag | null;
    readonly code: string;
    readonly where?: string | undefined;
    readonly expected?: MessageParam | undefined;
    readonly got?: MessageParam | undefined;
    readonly params: Readonly<Record<string, MessageParam>>;
    readonly stack: string;
  };
}

/**
 * Threads keep little on their heaps: pixels lie in buffers outside them. Left to itself V8 sizes a heap by the
 * memory of the machine and collects those buffers late; held small, a whole run needs 0.6 of the memory.
 */
const HEAP = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 12 } as const;

/** A pool of threads, each with its own adapters; tasks and errors cross as plain data, arrays never do. */
export class WorkerPool implements Jobs {
  readonly width: number;
  readonly #pool: Tinypool;

  constructor(width: number, entry: string, workerData: unknown) {
    this.width = width;
    this.#pool = new Tinypool({
      filename: entry,
      runtime: 'worker_threads',
      minThreads: width,
      maxThreads: width,
      isolateWorkers: false,
      concurrentTasksPerWorker: 1,
      resourceLimits: HEAP,
      workerData,
    });
  }

  async run(task: Task, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) throw new AftermineError('Conflict', 'E-PRJ-020');
    let outcome: TaskOutcome;
    try {
      outcome = (await this.#pool.run(task, signal === undefined ? {} : { signal })) as TaskOutcome;
    } catch (cause) {
      if (signal?.aborted) throw new AftermineError('Conflict', 'E-PRJ-020', { cause });
      throw cause;
    }
    const { error } = outcome;
    if (error === undefined) return;
    if (error.tag === null) throw new Error(error.stack);
    throw new AftermineError(error.tag, error.code, {
      params: error.params,
      ...(error.where === undefined ? {} : { where: error.where }),
      ...(error.expected === undefined ? {} : { expected: error.expected }),
      ...(error.got === undefined ? {} : { got: error.got }),
    });
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
