import { AftermineError, canonicalJson } from '@aftermine/science/base';
import {
  blindCourse,
  type Course,
  type FutureWorth,
  futureWorth,
  type WorthInput,
  type WorthSettings,
  type WorthSummary,
  worthProblem,
  worthSettingsSchema,
  worthSummary,
} from '@aftermine/science/control';
import type { Progress, Workbench } from '../../ports/index.ts';
import type { Project } from '../open-project.ts';
import { planInput } from '../plan-site.ts';
import { looksOfUnits } from './looks-of-units.ts';
import { middleOfSeason } from './middle-of-season.ts';
import { programmeOf } from './season-site.ts';
import { type WorthTiles, worthTiles } from './worth-tiles.ts';

export interface ValueOfControlOptions {
  /** How many futures, >= 2. */
  readonly futures: number;
  readonly worth: Partial<WorthSettings>;
  readonly seed: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Works out again what is there. */
  readonly force: boolean;
}

/** The value of control of one programme: printed by `value-of-control --json`, kept in `reports/value-of-control.json`. */
export interface ValueOfControl {
  readonly currency: string;
  readonly start: number;
  readonly seed: number;
  readonly settings: WorthSettings;
  readonly summary: WorthSummary;
  readonly futures: readonly FutureWorth[];
}

/** The result, where it is kept, and how many futures this run worked out itself. */
export interface ValueOfControlRun {
  readonly result: ValueOfControl;
  readonly path: string;
  readonly sha256: string;
  readonly computed: number;
}

/** Where the result is kept, relative to the project. */
export const VALUE_OF_CONTROL = 'reports/value-of-control.json';
/** While the solver works on one future, this process works on another. */
const LANES = 2;
/** Futures after which a time can be told. */
const ENOUGH_FOR_ETA = 3;

/**
 * Plays the programme of a project through many futures, under the fixed plan, yearly steering and perfect foresight. Each future is
 * a tile: a run that was killed goes on where it was, and its result is the same to the byte.
 *
 * @throws NotFound `E-PLN-304` without a plan; Conflict `E-CTL-404` for a plan older than its settings, `E-CTL-611` for one that
 * begins nothing; InvalidInput `E-CTL-612` for fewer than two futures; Conflict `E-PRJ-020` where it is stopped
 */
export async function valueOfControl(
  workbench: Workbench,
  project: Project,
  options: ValueOfControlOptions,
): Promise<ValueOfControlRun> {
  const { futures: count, seed } = options;
  if (count < 2)
    throw new AftermineError('InvalidInput', 'E-CTL-612', {
      where: '--futures',
      expected: '>= 2',
      got: count,
    });
  const lock = await workbench.locks.acquire(project.dir, 'value-of-control');
  try {
    const input = await worthInput(workbench, project, options);
    const tiles = worthTiles(workbench.tiles(project.dir), workbench.hash, workbench.version, input);
    const { futures, computed } = await workOut(workbench, input, tiles, options);
    const result: ValueOfControl = {
      currency: input.plan.currency,
      start: input.plan.start,
      seed,
      settings: input.worth,
      summary: worthSummary(futures, seed),
      futures,
    };
    const { files, paths } = workbench;
    files.makeFolder(paths.resolve(project.dir, 'reports'));
    const path = paths.resolve(project.dir, VALUE_OF_CONTROL);
    const sha256 = files.writeText(path, `${canonicalJson(result)}\n`);
    return { result, path, sha256, computed };
  } finally {
    await lock.release();
  }
}

/** The programme as it is in force, or as the plan would be adopted, played from its first year. */
async function worthInput(
  workbench: Workbench,
  project: Project,
  { seed, worth }: ValueOfControlOptions,
): Promise<WorthInput> {
  const { control, observe } = project.settings;
  const { plan, units, settings, observedTo } = await programmeOf(workbench, project, seed);
  const { library } = await planInput(workbench, project, seed, observedTo);
  const store = await workbench.openStore(project.dir);
  try {
    return {
      plan,
      units,
      library,
      settings,
      control,
      worth: worthSettingsSchema.parse(worth),
      observedTo,
      seasonAt: middleOfSeason(observe.season),
      looks: looksOfUnits(await store.observation(), observedTo),
      seed,
    };
  } finally {
    await store.close();
  }
}

async function workOut(
  { clock, solver }: Workbench,
  input: WorthInput,
  tiles: WorthTiles,
  { futures: count, progress, signal, force }: ValueOfControlOptions,
): Promise<{ readonly futures: readonly FutureWorth[]; readonly computed: number }> {
  progress.report({ event: 'step', step: 'value-of-control', index: 1, count: 1 });
  const found = Array.from({ length: count }, (_, future) => (force ? null : tiles.read(future)));
  const missing = found.flatMap((one, future) => (one === null ? [future] : []));
  let done = count - missing.length;
  const first = done;
  const begun = clock.now();
  const report = (): void => {
    const each = (clock.now() - begun) / Math.max(1, done - first);
    const etaS = done - first >= ENOUGH_FOR_ETA ? Math.round((each * (count - done)) / 1000) : null;
    progress.report({ event: 'progress', step: 'value-of-control', done, total: count, etaS });
  };
  report();
  if (missing.length > 0) {
    const problem = worthProblem(input);
    const blind: Course = await blindCourse(problem, solver.solve);
    const queue = missing.values();
    const lane = async (): Promise<void> => {
      for (const future of queue) {
        if (signal.aborted) throw new AftermineError('Conflict', 'E-PRJ-020');
        const worth = await futureWorth(problem, blind, future, solver.solve);
        tiles.write(worth);
        found[future] = worth;
        done += 1;
        report();
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }
  return { futures: found.map((one) => one!), computed: missing.length };
}
