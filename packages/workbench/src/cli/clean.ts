import { cleanProject } from '../steps/clean-project.ts';
import { openProject } from '../steps/open-project.ts';
import type { CommandHost } from './host.ts';

/** `aftermine clean`: room that interim results take, given back. */
export function registerClean(host: CommandHost): void {
  host.command('clean', 'command.clean').action(
    host.action('clean', async ({ workbench, flags, say }) => {
      const project = openProject(workbench, flags.dir, flags.set);
      const outcome = await cleanProject(workbench, project, { dryRun: flags.dryRun });
      const lines = outcome.parts.map(({ part, path, files, bytes }) =>
        say('clean.part', { path, what: say(`clean-part.${part}`), files, size: megabytes(bytes) }),
      );
      const total = say(outcome.removed ? 'clean.done' : 'clean.would', {
        size: megabytes(outcome.bytes),
        free: megabytes(outcome.freeBytes),
      });
      return { data: outcome, human: [total, say('clean.kept')], text: lines.join('\n') };
    }),
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
