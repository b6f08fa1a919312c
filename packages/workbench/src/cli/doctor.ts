import { diagnoseMachine } from '../steps/diagnose-machine.ts';
import { EXIT } from './errors.ts';
import type { CommandHost } from './host.ts';

/** `aftermine doctor`: can this machine and folder run Aftermine? */
export function registerDoctor(host: CommandHost): void {
  host.command('doctor', 'command.doctor').action(
    host.action('doctor', async ({ workbench, flags, say }) => {
      const findings = diagnoseMachine(workbench, flags.dir);
      const lines = findings.map((f) => `${f.ok ? 'ok  ' : '!!  '}${say(f.key, f.params)}`);
      return {
        data: { checks: findings },
        human: [],
        text: lines.join('\n'),
        exitCode: findings.every((finding) => finding.ok) ? EXIT.ok : EXIT.invalidInput,
      };
    }),
  );
}
