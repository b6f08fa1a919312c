import { AftermineError } from '@aftermine/science/base';
import { Tinypool } from 'tinypool';
import { CogRasters } from './adapters/cog/cog-rasters.ts';
import { NodeFiles } from './adapters/files/node-files.ts';
import type { TaskOutcome } from './adapters/pool/worker-pool.ts';
import { FileTiles } from './adapters/tiles/file-tiles.ts';
import type { Task } from './ports/index.ts';
import { TaskRunner } from './steps/observe/task-runner.ts';

/** What the pool tells each of its threads. */
export interface WorkerSetup {
  readonly tiles: string;
}

const setup = Tinypool.workerData as WorkerSetup;
const runner = new TaskRunner({
  rasters: new CogRasters(),
  tiles: new FileTiles(setup.tiles),
  files: new NodeFiles(),
});

/** Runs one task in this thread; errors go back as data, since classes do not survive the way. */
export default async function work(task: Task): Promise<TaskOutcome> {
  try {
    await runner.run(task);
    return {};
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!(error instanceof AftermineError))
      return { error: { tag: null, code: 'E-BUG-001', params: {}, stack } };
    const { tag, code, where, expected, got, params } = error;
    return { error: { tag, code, where, expected, got, params, stack } };
  }
}
