import { AftermineError } from '@aftermine/science/base';
import { valueOfControl } from '../steps/control/value-of-control.ts';
import { openProject } from '../steps/open-project.ts';
import type { CommandHost, Outcome } from './host.ts';
import { valueOfControlLines } from './value-of-control-lines.ts';

/** Futures where nobody says how many. */
const FUTURES = 200;

/** `aftermine value-of-control`: what planning again each season is worth, over many possible futures. */
export function registerValueOfControl(host: CommandHost): void {
  host
    .command('value-of-control', 'command.value-of-control')
    .option('--futures <n>', host.text('flag.futures'))
    .option('--droughts <share>', host.text('flag.droughts'))
    .option('--die-offs <share>', host.text('flag.die-offs'))
    .action(
      host.action(
        'value-of-control',
        async ({ workbench, flags, progress, signal }, _args, options): Promise<Outcome> => {
          const project = openProject(workbench, flags.dir, flags.set);
          const droughts = shareOf(options['droughts'], '--droughts');
          const dieOffs = shareOf(options['dieOffs'], '--die-offs');
          const run = await valueOfControl(workbench, project, {
            futures: futuresOf(options['futures']),
            worth: {
              ...(droughts === undefined ? {} : { droughts }),
              ...(dieOffs === undefined ? {} : { dieOffs }),
            },
            seed: flags.seed,
            progress,
            signal,
            force: flags.force,
          });
          return {
            data: { ...run.result, computed: run.computed },
            human: valueOfControlLines(run, flags.language),
            artifacts: [{ path: run.path, sha256: run.sha256, type: 'application/json' }],
          };
        },
      ),
    );
}

function futuresOf(given: unknown): number {
  if (given === undefined) return FUTURES;
  const futures = Number(given);
  if (!Number.isInteger(futures))
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where: '--futures',
      expected: '>= 2',
      got: String(given),
    });
  return futures;
}

function shareOf(given: unknown, where: string): number | undefined {
  if (given === undefined) return undefined;
  const share = Number(given);
  if (!(share >= 0 && share <= 1))
    throw new AftermineError('InvalidInput', 'E-USE-002', { where, expected: '0..1', got: String(given) });
  return share;
}
