import { AftermineError } from '@aftermine/science/base';
import type { ObservationResult, Scene } from '@aftermine/science/observe';
import type { Jobs, Progress, SceneProblem, StoredLayer, Task, Workbench } from '../ports/index.ts';
import { damagedScenes } from './observe/damaged-scenes.ts';
import { describeLayers } from './observe/describe-layers.ts';
import { fitIndex, hasIndex, rangesOfYears, scaleYears } from './observe/fit-index.ts';
import { blockKey, compositeKey, RECIPES, sceneFingerprint } from './observe/keys.ts';
import { planLayers } from './observe/plan-layers.ts';
import { planRun } from './observe/plan-run.ts';
import { summariseObservation } from './observe/summarise-observation.ts';
import { sweepLeftovers } from './observe/sweep-leftovers.ts';
import type { Project } from './open-project.ts';
import { scratchFolder } from './open-project.ts';
import { settingsOfStep } from './settings-of-step.ts';

export interface ObserveOptions {
  readonly width: number;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Makes everything anew. */
  readonly force: boolean;
  /** Leaves out scenes that cannot be used, instead of stopping at the first. */
  readonly keepGoing: boolean;
  /** Instead of the folders the settings name. */
  readonly scenes?: readonly string[];
  readonly seed: number;
}

/** What a run found and did. */
export interface ObserveOutcome {
  readonly result: ObservationResult;
  readonly layers: readonly StoredLayer[];
  readonly problems: readonly SceneProblem[];
  readonly tasksRun: number;
  readonly tasksKept: number;
}

/**
 * Scenes -> composites -> components -> index -> disturbance and recovery, for one project.
 *
 * Each stage is a list of tasks known by key; tasks whose tile is present are not run. Summaries are merged in
 * the order of the plan, so neither the number of workers nor an interruption changes a byte of the result.
 *
 * @throws NotFound `E-PRJ-001`; Conflict `E-PRJ-020` when stopped; what `planRun` and the tasks throw
 */
export async function observeSite(
  workbench: Workbench,
  project: Project,
  options: ObserveOptions,
): Promise<ObserveOutcome> {
  const { dir } = project;
  const scratch = scratchFolder(workbench, dir);
  const lock = await workbench.locks.acquire(dir, 'observe');
  try {
    workbench.files.assertWritable(scratch);
    sweepLeftovers(workbench, dir);
    const { progress } = options;
    progress.report({ event: 'step', step: 'find', index: 1, count: STEPS });
    const found = await planRun(workbench, project, options);
    const { run, planPath, recipe, site } = found;
    const { plan } = run;
    const tiles = workbench.tiles(dir);
    const jobs = workbench.jobs(dir, options.width);
    const work = new Work(jobs, tiles, options, workbench.clock);
    try {
      const hashes = new Map<string, string>();
      const fingerprint = (scene: Scene): string =>
        sceneFingerprint(workbench.hash, scene, (path) => workbench.files.sha256(path));
      const used = plan.years.flatMap((year) => year.scenes);
      for (const id of used) {
        assertGoingOn(options.signal);
        hashes.set(id, fingerprint(run.scenes[id]!));
        progress.report({
          event: 'progress',
          step: 'find',
          done: hashes.size,
          total: used.length,
          etaS: null,
        });
      }

      // keys[y][b]: composite of block b in year y
      const keys = plan.years.map(({ year }) =>
        plan.blocks.map((_, block) => compositeKey(workbench.hash, run, recipe, block, year, hashes)),
      );
      await work.stage(
        'composite',
        2,
        plan.years.flatMap(({ year }, y) =>
          plan.blocks.map((_, block) => ({
            kind: 'composite',
            key: keys[y]![block]!,
            args: { plan: planPath, block, year, recipe },
          })),
        ),
      );

      const problems = [...found.problems, ...damagedScenes(tiles, keys.flat())];
      const ofBlock = plan.blocks.map((_, block) => keys.map((year) => year[block]!));
      const { rsei, wetness, water } = run.settings;
      const scaling = scaleYears(tiles, run, recipe, keys);
      const momentTasks = plan.blocks.map((_, block) => ({
        kind: 'moments',
        key: blockKey(workbench.hash, RECIPES.moments, ofBlock[block]!, { recipe, scaling, wetness, water }),
        args: { plan: planPath, block, composites: ofBlock[block]!, recipe, scaling },
      }));
      await work.stage('fit', 3, momentTasks);
      const index = fitIndex(
        tiles,
        run,
        recipe,
        scaling,
        momentTasks.map((task) => task.key),
      );
      const rangeTasks = plan.blocks.map((_, block) => ({
        kind: 'range',
        key: blockKey(workbench.hash, RECIPES.range, ofBlock[block]!, {
          models: index.models,
          modelOfYear: index.modelOfYear,
          wetness,
          water,
        }),
        args: {
          plan: planPath,
          block,
          composites: ofBlock[block]!,
          models: index.models,
          modelOfYear: index.modelOfYear,
        },
      }));
      if (hasIndex(index)) await work.stage('fit', 3, rangeTasks);
      const ranges = hasIndex(index)
        ? rangesOfYears(
            tiles,
            run,
            index,
            rangeTasks.map((task) => task.key),
          )
        : plan.years.map(() => null);

      const parameters = {
        models: index.models,
        modelOfYear: index.modelOfYear,
        ranges,
        segment: run.settings.segment,
        zones: run.zones,
        rsei,
        wetness,
        water,
      };
      const seriesTasks = plan.blocks.map((_, block) => ({
        kind: 'series',
        key: blockKey(workbench.hash, RECIPES.series, ofBlock[block]!, parameters),
        args: {
          plan: planPath,
          block,
          composites: ofBlock[block]!,
          models: index.models,
          modelOfYear: index.modelOfYear,
          ranges,
          recipe,
        },
      }));
      await work.stage('series', 4, seriesTasks);

      const planned = planLayers(
        workbench,
        dir,
        run,
        recipe,
        index,
        keys,
        seriesTasks.map((task) => task.key),
      );
      // A layer whose file went missing is written again even when its tile says it was made.
      const layerTasks = planned.map((layer) => layer.task);
      await work.stage('layers', 5, layerTasks, (task) =>
        workbench.files.exists((task.args as { path: string }).path),
      );

      progress.report({ event: 'step', step: 'units', index: 6, count: STEPS });
      const layers = describeLayers(workbench, project, run, index, planned, hashes, tiles);
      const result = summariseObservation({
        workbench,
        run,
        site,
        recipe,
        index,
        ranges,
        tiles,
        seriesKeys: seriesTasks.map((task) => task.key),
        layers,
        problems,
        seed: options.seed,
        progress,
      });
      const store = await workbench.openStore(dir);
      try {
        await store.save({
          scenes: found.items,
          layers,
          onlyTheseLayers: true,
          observation: result,
          settings: settingsOfStep(project, 'observe'),
        });
      } finally {
        await store.close();
      }
      return { result, layers, problems, tasksRun: work.ran, tasksKept: work.kept };
    } finally {
      await jobs.close();
    }
  } finally {
    await lock.release();
  }
}

const STEPS = 6;

function assertGoingOn(signal: AbortSignal): void {
  if (signal.aborted) throw new AftermineError('Conflict', 'E-PRJ-020');
}

/** Runs stages of tasks: skips what is there, reports progress, stops at the first error or on request. */
class Work {
  ran = 0;
  kept = 0;
  readonly #jobs: Jobs;
  readonly #tiles: { has(key: string): boolean };
  readonly #options: ObserveOptions;
  readonly #clock: { now(): number };

  constructor(
    jobs: Jobs,
    tiles: { has(key: string): boolean },
    options: ObserveOptions,
    clock: { now(): number },
  ) {
    this.#jobs = jobs;
    this.#tiles = tiles;
    this.#options = options;
    this.#clock = clock;
  }

  async stage(
    step: string,
    index: number,
    tasks: readonly Task[],
    stillThere: (task: Task) => boolean = () => true,
  ): Promise<void> {
    const { progress, signal, force } = this.#options;
    progress.report({ event: 'step', step, index, count: STEPS });
    const missing = tasks.filter((task) => force || !this.#tiles.has(task.key) || !stillThere(task));
    let done = tasks.length - missing.length;
    this.kept += done;
    const started = this.#clock.now();
    const first = done;
    const failure = new AbortController();
    const stop = AbortSignal.any([signal, failure.signal]);
    const report = (): void => {
      const each = (this.#clock.now() - started) / Math.max(1, done - first);
      const etaS = done - first >= 3 ? Math.round((each * (tasks.length - done)) / 1000) : null;
      progress.report({ event: 'progress', step, done, total: tasks.length, etaS });
    };
    report();
    // A bounded queue: thousands of waiting tasks would each hold their arguments.
    const queue = missing.values();
    const lane = async (): Promise<void> => {
      for (const task of queue) {
        await this.#jobs.run(task, stop);
        this.ran += 1;
        done += 1;
        report();
      }
    };
    const lanes = Array.from({ length: this.#jobs.width + 1 }, () =>
      lane().catch((error: unknown) => {
        failure.abort();
        throw error;
      }),
    );
    const settled = await Promise.allSettled(lanes);
    const rejected = settled.filter((one) => one.status === 'rejected').map((one): unknown => one.reason);
    // The error that began it, not the "stopped" of the lanes it took down.
    const cause =
      rejected.find((error) => !(error instanceof AftermineError && error.code === 'E-PRJ-020')) ??
      rejected[0];
    if (cause !== undefined) throw cause;
  }
}
