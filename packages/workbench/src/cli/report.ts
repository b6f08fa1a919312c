import { AftermineError } from '@aftermine/science/base';
import { openProject } from '../steps/open-project.ts';
import { reportObservation } from '../steps/report-observation.ts';
import type { CommandHost } from './host.ts';
import { resolveInput } from './paths.ts';

/** `aftermine report [observation]`: the single-file HTML report. */
export function registerReport(host: CommandHost): void {
  host.command('report [template]', 'command.report').action(
    host.action('report', async ({ workbench, flags, say }, [template = 'observation']) => {
      if (template !== 'observation') {
        throw new AftermineError('InvalidInput', 'E-USE-002', {
          where: 'report',
          expected: 'observation',
          got: template,
        });
      }
      const project = openProject(workbench, flags.dir, flags.set);
      const language = flags.languageGiven ? flags.language : project.settings.language;
      const report = await reportObservation(workbench, project, {
        language,
        ...(flags.output === undefined ? {} : { path: resolveInput(flags.output) }),
        overwrite: flags.overwrite || flags.output === undefined,
      });
      return {
        data: { path: report.path, language },
        wroteOutput: true,
        human: [say('report.done', { path: report.path })],
        artifacts: [{ path: report.path, sha256: report.sha256, type: 'text/html' }],
      };
    }),
  );
}
