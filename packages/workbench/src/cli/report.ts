import { AftermineError } from '@aftermine/science/base';
import { openProject } from '../steps/open-project.ts';
import { reportDiagnosis } from '../steps/report-diagnosis.ts';
import { reportObservation } from '../steps/report-observation.ts';
import { reportPlan } from '../steps/report-plan.ts';
import { reportPlanWorkbook } from '../steps/report-plan-workbook.ts';
import type { CommandHost } from './host.ts';
import { resolveInput } from './paths.ts';

const TEMPLATES = {
  observation: reportObservation,
  diagnosis: reportDiagnosis,
  plan: reportPlan,
  budget: reportPlanWorkbook,
} as const;

const HTML = 'text/html';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `aftermine report [observation|diagnosis|plan|budget]`: a single-file HTML report, or a workbook of the budget. */
export function registerReport(host: CommandHost): void {
  host.command('report [template]', 'command.report').action(
    host.action('report', async ({ workbench, flags, say }, [template = 'observation']) => {
      if (!isTemplate(template)) {
        throw new AftermineError('InvalidInput', 'E-USE-002', {
          where: 'report',
          expected: Object.keys(TEMPLATES).join(', '),
          got: template,
        });
      }
      const project = openProject(workbench, flags.dir, flags.set);
      const language = flags.languageGiven ? flags.language : project.settings.language;
      const report = await TEMPLATES[template](workbench, project, {
        language,
        ...(flags.output === undefined ? {} : { path: resolveInput(flags.output) }),
        overwrite: flags.overwrite || flags.output === undefined,
      });
      return {
        data: { path: report.path, language },
        wroteOutput: true,
        human: [say('report.done', { path: report.path })],
        artifacts: [{ path: report.path, sha256: report.sha256, type: template === 'budget' ? XLSX : HTML }],
      };
    }),
  );
}

function isTemplate(name: string): name is keyof typeof TEMPLATES {
  return Object.hasOwn(TEMPLATES, name);
}
