import { policyOfProject } from '../steps/control/policy-of-project.ts';
import { openProject } from '../steps/open-project.ts';
import type { CommandHost, Outcome } from './host.ts';
import { policyLines } from './policy-lines.ts';

/** `aftermine policy`: what games say of incentives, concessions, compliance and upkeep. They explain and never schedule. */
export function registerPolicy(host: CommandHost): void {
  host.command('policy', 'command.policy').action(
    host.action('policy', async ({ workbench, flags }): Promise<Outcome> => {
      const panel = await policyOfProject(workbench, openProject(workbench, flags.dir, flags.set));
      return { data: panel, human: [], text: policyLines(panel, flags.language).join('\n') };
    }),
  );
}
