import { AftermineError } from '@aftermine/science/base';
import { addEvidence } from '../steps/control/add-evidence.ts';
import { answerAlert } from '../steps/control/answer-alert.ts';
import { openProject } from '../steps/open-project.ts';
import { detailOf } from './alert.ts';
import type { CommandHost, Outcome } from './host.ts';
import { resolveInput } from './paths.ts';
import { signer } from './signer.ts';

/** `aftermine action add|evidence|done|close`: what is done about an alert, with owner, day, cost and proof. */
export function registerAction(host: CommandHost): void {
  const action = host.program.command('action').description(host.text('command.action'));

  host
    .common(action.command('add <alert>').description(host.text('command.action-add')))
    .requiredOption('--by <person>', host.text('flag.by'))
    .requiredOption('--action <id>', host.text('flag.action'))
    .requiredOption('--owner <person>', host.text('flag.owner'))
    .requiredOption('--due <date>', host.text('flag.due'))
    .option('--cost <amount>', host.text('flag.cost'))
    .option('--note <text>', host.text('flag.note'))
    .action(
      host.action('action add', async ({ workbench, flags, say }, [alert], options): Promise<Outcome> => {
        const cost = costOf(options['cost']);
        const one = await answerAlert(workbench, openProject(workbench, flags.dir, flags.set), {
          kind: 'action-added',
          alert: alert!,
          by: signer(options),
          detail: {
            ...detailOf(options, ['action', 'owner', 'due', 'note']),
            ...(cost === undefined ? {} : { cost }),
          },
        });
        return {
          data: one,
          human: [say('alert.written', { alert, state: say(`action-state.${one.state}`) })],
        };
      }),
    );

  host
    .common(action.command('evidence <alert> <file>').description(host.text('command.action-evidence')))
    .requiredOption('--by <person>', host.text('flag.by'))
    .option('--note <text>', host.text('flag.note'))
    .action(
      host.action(
        'action evidence',
        async ({ workbench, flags, say }, [alert, file], options): Promise<Outcome> => {
          const { evidence, case: one } = await addEvidence(
            workbench,
            openProject(workbench, flags.dir, flags.set),
            {
              alert: alert!,
              file: resolveInput(file!),
              by: signer(options),
              note: options['note'] === undefined ? null : String(options['note']),
            },
          );
          return {
            data: { evidence, case: one },
            human: [
              say('action.evidence', { path: evidence.path, count: one.evidence.length }),
              ...(evidence.kind === 'photo' && evidence.place === null ? [say('action.no-place')] : []),
              ...(evidence.distanceM === null
                ? []
                : [
                    say('action.distance', {
                      metres: Math.round(evidence.distanceM),
                      taken: evidence.takenAt ?? '-',
                    }),
                  ]),
            ],
          };
        },
      ),
    );

  host
    .common(action.command('done <alert>').description(host.text('command.action-done')))
    .requiredOption('--by <person>', host.text('flag.by'))
    .requiredOption('--from <season>', host.text('flag.recheck-from'))
    .option('--note <text>', host.text('flag.note'))
    .action(
      host.action('action done', async ({ workbench, flags, say }, [alert], options): Promise<Outcome> => {
        const from = Number(options['from']);
        if (!Number.isInteger(from) || from < 1972 || from > 2200)
          throw new AftermineError('InvalidInput', 'E-USE-002', {
            where: '--from',
            expected: 'YYYY',
            got: String(options['from']),
          });
        const one = await answerAlert(workbench, openProject(workbench, flags.dir, flags.set), {
          kind: 'rectified',
          alert: alert!,
          by: signer(options),
          detail: { from, ...detailOf(options, ['note']) },
        });
        return { data: one, human: [say('action.recheck', { alert, season: from })] };
      }),
    );

  host
    .common(action.command('close <alert>').description(host.text('command.action-close')))
    .requiredOption('--by <person>', host.text('flag.by'))
    .option('--override', host.text('flag.override'))
    .option('--note <text>', host.text('flag.note'))
    .action(
      host.action('action close', async ({ workbench, flags, say }, [alert], options): Promise<Outcome> => {
        const one = await answerAlert(workbench, openProject(workbench, flags.dir, flags.set), {
          kind: options['override'] === true ? 'overridden' : 'closed',
          alert: alert!,
          by: signer(options),
          detail: detailOf(options, ['note']),
        });
        return {
          data: one,
          human: [say('alert.written', { alert, state: say(`action-state.${one.state}`) })],
        };
      }),
    );
}

function costOf(given: unknown): number | undefined {
  if (given === undefined) return undefined;
  const cost = Number(given);
  if (!Number.isFinite(cost) || cost < 0)
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where: '--cost',
      expected: '>= 0',
      got: String(given),
    });
  return cost;
}
