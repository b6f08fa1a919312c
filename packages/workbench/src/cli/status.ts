import { openProject } from '../steps/open-project.ts';
import { projectStatus } from '../steps/project-status.ts';
import type { CommandHost } from './host.ts';

/** `aftermine status`: what is done, what is stale and why. */
export function registerStatus(host: CommandHost): void {
  host.command('status', 'command.status').action(
    host.action('status', async ({ workbench, flags, say }) => {
      const project = openProject(workbench, flags.dir, flags.set);
      const status = await projectStatus(workbench, project);
      const lines = status.steps.map(
        (step) => `${say(`status.${step.state}`).padEnd(8)} ${step.step}: ${say(step.key, step.params)}`,
      );
      return { data: status, human: [], text: lines.join('\n') };
    }),
  );
}
