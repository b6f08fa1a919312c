import { AftermineError } from '@aftermine/science/base';
import { alertList } from '../steps/control/alert-list.ts';
import { answerAlert } from '../steps/control/answer-alert.ts';
import { openProject } from '../steps/open-project.ts';
import { alertDetailLines, alertLines } from './alert-lines.ts';
import type { CommandHost, Outcome } from './host.ts';
import { isDay, signer } from './signer.ts';

const REASONS = ['false-alarm', 'known', 'accepted', 'other'] as const;

/** `aftermine alert list|show|ack|dismiss|reopen`: the inbox of departures from what was promised. */
export function registerAlert(host: CommandHost): void {
  const alert = host.program.command('alert').description(host.text('command.alert'));

  host
    .common(alert.command('list').description(host.text('command.alert-list')))
    .option('--all', host.text('flag.alert-all'))
    .action(
      host.action('alert list', async ({ workbench, flags }, _, options): Promise<Outcome> => {
        const list = await alertList(workbench, openProject(workbench, flags.dir, flags.set));
        return {
          data: list,
          human: [],
          text: alertLines(list, options['all'] === true, flags.language).join('\n'),
        };
      }),
    );

  host.common(alert.command('show <id>').description(host.text('command.alert-show'))).action(
    host.action('alert show', async ({ workbench, flags }, [id]): Promise<Outcome> => {
      const { alerts } = await alertList(workbench, openProject(workbench, flags.dir, flags.set));
      const one = alerts.find(({ alarm }) => alarm.id === id);
      if (one === undefined)
        throw new AftermineError('NotFound', 'E-CTL-302', {
          where: id ?? '',
          expected: alerts
            .slice(0, 8)
            .map(({ alarm }) => alarm.id)
            .join(', '),
        });
      return { data: one, human: [], text: alertDetailLines(one, flags.language).join('\n') };
    }),
  );

  host
    .common(alert.command('ack <id>').description(host.text('command.alert-ack')))
    .requiredOption('--by <person>', host.text('flag.by'))
    .option('--owner <person>', host.text('flag.owner'))
    .option('--due <date>', host.text('flag.due'))
    .option('--note <text>', host.text('flag.note'))
    .action(
      host.action('alert ack', async ({ workbench, flags, say }, [id], options): Promise<Outcome> => {
        const one = await answerAlert(workbench, openProject(workbench, flags.dir, flags.set), {
          kind: 'acknowledged',
          alert: id!,
          by: signer(options),
          detail: detailOf(options, ['owner', 'due', 'note']),
        });
        return {
          data: one,
          human: [say('alert.written', { alert: id, state: say(`action-state.${one.state}`) })],
        };
      }),
    );

  host
    .common(alert.command('dismiss <id>').description(host.text('command.alert-dismiss')))
    .requiredOption('--by <person>', host.text('flag.by'))
    .requiredOption('--reason <reason>', host.text('flag.reason'))
    .requiredOption('--note <text>', host.text('flag.note'))
    .action(
      host.action('alert dismiss', async ({ workbench, flags, say }, [id], options): Promise<Outcome> => {
        if (!REASONS.some((reason) => reason === options['reason']))
          throw new AftermineError('InvalidInput', 'E-USE-002', {
            where: '--reason',
            expected: REASONS.join(', '),
            got: String(options['reason']),
          });
        const one = await answerAlert(workbench, openProject(workbench, flags.dir, flags.set), {
          kind: 'dismissed',
          alert: id!,
          by: signer(options),
          detail: detailOf(options, ['reason', 'note']),
        });
        return {
          data: one,
          human: [say('alert.written', { alert: id, state: say(`action-state.${one.state}`) })],
        };
      }),
    );

  host
    .common(alert.command('reopen <id>').description(host.text('command.alert-reopen')))
    .requiredOption('--by <person>', host.text('flag.by'))
    .requiredOption('--note <text>', host.text('flag.note'))
    .action(
      host.action('alert reopen', async ({ workbench, flags, say }, [id], options): Promise<Outcome> => {
        const one = await answerAlert(workbench, openProject(workbench, flags.dir, flags.set), {
          kind: 'reopened',
          alert: id!,
          by: signer(options),
          detail: detailOf(options, ['note']),
        });
        return {
          data: one,
          human: [say('alert.written', { alert: id, state: say(`action-state.${one.state}`) })],
        };
      }),
    );
}

/** What was given of the named options, as the history keeps it. */
export function detailOf(
  options: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  const given = names.flatMap((name): [string, unknown][] =>
    options[name] === undefined ? [] : [[name, options[name]]],
  );
  const due = options['due'];
  if (names.includes('due') && due !== undefined && !isDay(String(due)))
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where: '--due',
      expected: 'YYYY-MM-DD',
      got: String(due),
    });
  return Object.fromEntries(given);
}
