import { planRun } from '../steps/observe/plan-run.ts';
import { observeSite } from '../steps/observe-site.ts';
import { openProject } from '../steps/open-project.ts';
import { EXIT } from './errors.ts';
import type { CommandHost } from './host.ts';
import { observationLines } from './observation-lines.ts';
import { resolveInput } from './paths.ts';

/** `aftermine observe [--scenes PATH]`: scenes to index, disturbance and recovery. */
export function registerObserve(host: CommandHost): void {
  host
    .command('observe', 'command.observe')
    .option('--scenes <path...>', host.text('flag.scenes'))
    .action(
      host.action('observe', async ({ workbench, flags, progress, signal, say }, _args, options) => {
        const project = openProject(workbench, flags.dir, flags.set);
        const scenes = (options['scenes'] as string[] | undefined)?.map(resolveInput);
        if (flags.dryRun) {
          const { run, problems } = await planRun(workbench, project, {
            keepGoing: flags.keepGoing,
            progress,
            ...(scenes === undefined ? {} : { scenes }),
          });
          const { grid, years, blocks } = run.plan;
          const count = years.reduce((sum, year) => sum + year.scenes.length, 0);
          return {
            data: { grid, years, blocks: blocks.length, zones: run.zones.length },
            human: [
              say('observe.would', {
                years: years.length,
                first: years[0]!.year,
                last: years.at(-1)!.year,
                scenes: count,
                width: grid.width,
                height: grid.height,
                crs: grid.crs,
                pixel: grid.pixelWidth,
              }),
            ],
            warnings: problems.map((problem) =>
              say(problem.key, { ...problem.params, where: problem.where }),
            ),
          };
        }
        const outcome = await observeSite(workbench, project, {
          width: flags.workers,
          signal,
          progress,
          force: flags.force,
          keepGoing: flags.keepGoing,
          seed: flags.seed,
          ...(scenes === undefined ? {} : { scenes }),
        });
        const { result } = outcome;
        return {
          data: { ...result, work: { run: outcome.tasksRun, kept: outcome.tasksKept } },
          human: observationLines(outcome, flags.language),
          warnings: outcome.problems.map((problem) =>
            say(problem.key, { ...problem.params, where: problem.where }),
          ),
          artifacts: outcome.layers.map((layer) => ({
            path: layer.path,
            sha256: layer.sha256,
            type: 'image/tiff; application=geotiff; profile=cloud-optimized',
          })),
          exitCode:
            result.fit.gate === 'refused' ||
            outcome.problems.some(({ key }) => key === 'scene-problem.damaged-pixels')
              ? EXIT.partial
              : EXIT.ok,
        };
      }),
    );
}
