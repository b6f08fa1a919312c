import { AftermineError } from '@aftermine/science/base';
import type { Files, Rasters, Task, Tiles } from '../../ports/index.ts';
import { type CompositeArgs, compositeBlock } from './composite-block.ts';
import { type MomentsArgs, momentsBlock } from './moments-block.ts';
import { type RangeArgs, rangeBlock } from './range-block.ts';
import { RasterShelf } from './raster-shelf.ts';
import type { RunPlan } from './run-plan.ts';
import { type SeriesArgs, seriesBlock } from './series-block.ts';
import { type LayerArgs, writeLayer } from './write-layer.ts';

/** What a task may use of the outside. */
export interface TaskTools {
  readonly rasters: Rasters;
  readonly tiles: Tiles;
  readonly files: Files;
}

/** What each kind of task is handed: tools, open rasters and the plan of the run. */
export interface TaskContext extends TaskTools {
  readonly shelf: RasterShelf;
  plan(path: string): RunPlan;
}

/** Runs planned tasks; holds open files and the last plan between them. */
export class TaskRunner {
  readonly #context: TaskContext;

  constructor(tools: TaskTools) {
    let known: { path: string; plan: RunPlan } | null = null;
    this.#context = {
      ...tools,
      shelf: new RasterShelf(tools.rasters),
      plan(path) {
        if (known?.path !== path) known = { path, plan: JSON.parse(tools.files.readText(path)) as RunPlan };
        return known.plan;
      },
    };
  }

  async run(task: Task): Promise<void> {
    const context = this.#context;
    switch (task.kind) {
      case 'composite':
        return compositeBlock(context, task.key, task.args as CompositeArgs);
      case 'moments':
        return momentsBlock(context, task.key, task.args as MomentsArgs);
      case 'range':
        return rangeBlock(context, task.key, task.args as RangeArgs);
      case 'series':
        return seriesBlock(context, task.key, task.args as SeriesArgs);
      case 'layer':
        return writeLayer(context, task.key, task.args as LayerArgs);
      default:
        throw new AftermineError('InvalidInput', 'E-USE-002', {
          where: 'task',
          got: task.kind,
          expected: 'composite, moments, range, series, layer',
        });
    }
  }

  close(): Promise<void> {
    return this.#context.shelf.close();
  }
}
