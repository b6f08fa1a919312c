import { AftermineError } from '@aftermine/science/base';
import { reportSeason } from '../steps/control/report-season.ts';
import { reportEvidence } from '../steps/evidence/report-evidence.ts';
import { openProject } from '../steps/open-project.ts';
import { reportDiagnosis } from '../steps/report-diagnosis.ts';
import { reportObservation } from '../steps/report-observation.ts';
import { reportPlan } from '../steps/report-plan.ts';
import { reportPlanWorkbook } from '../steps/report-plan-workbook.ts';
import { reportPriority } from '../steps/report-priority.ts';
import type { CommandHost } from './host.ts';
import { resolveInput } from './paths.ts';

const TEMPLATES = {
  observation: reportObservation,
  diagnosis: reportDiagnosis,
  plan: reportPlan,
  budget: reportPlanWorkbook,
  priority: reportPriority,
  season: reportSeason,
} as const;

const EVIDENCE = 'evidence';
const HTML = 'text/html';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TYPES: Readonly<Record<string, string>> = { budget: XLSX, priority: DOCX };

/** What was written, and what was written beside it. */
interface Written {
  readonly path: string;
  readonly sha256: string;
  readonly workbook?: { readonly path: string; readonly sha256: string };
}

/** `aftermine report [observation|diagnosis|plan|budget|priority|season|evidence]`: a single-file HTML report, a workbook of the budget, or the priority list as document and workbook. */
export function registerReport(host: CommandHost): void {
  const report = host.command('report [template]', 'command.report');
  report.option('--year <year>', host.text('flag.report-year'));
  report.option('--solved', host.text('flag.plan-solved')).action(
    host.action('report', async ({ workbench, flags, say }, [template = 'observation'], options) => {
      const year = yearOf(options['year'], template);
      const place = {
        ...(flags.output === undefined ? {} : { path: resolveInput(flags.output) }),
        overwrite: flags.overwrite || flags.output === undefined,
      };
      // A review needs no mine around it.
      if (template === EVIDENCE) {
        const { path, sha256, language } = await reportEvidence(workbench, flags.dir, {
          ...place,
          set: flags.set,
          ...(flags.languageGiven ? { language: flags.language } : {}),
        });
        return {
          data: { path, language },
          wroteOutput: true,
          human: [say('report.done', { path })],
          artifacts: [{ path, sha256, type: HTML }],
        };
      }
      if (!isTemplate(template)) {
        throw new AftermineError('InvalidInput', 'E-USE-002', {
          where: 'report',
          expected: [...Object.keys(TEMPLATES), EVIDENCE].join(', '),
          got: template,
        });
      }
      const project = openProject(workbench, flags.dir, flags.set);
      const language = flags.languageGiven ? flags.language : project.settings.language;
      const report: Written = await TEMPLATES[template](workbench, project, {
        language,
        ...(year === undefined ? {} : { year }),
        solved: solvedOf(options['solved'], template),
        ...place,
      });
      return {
        data: { path: report.path, language },
        wroteOutput: true,
        human: [say('report.done', { path: report.path })],
        artifacts: [
          { path: report.path, sha256: report.sha256, type: TYPES[template] ?? HTML },
          ...(report.workbook === undefined ? [] : [{ ...report.workbook, type: XLSX }]),
        ],
      };
    }),
  );
}

/** Only reports of a plan can be made of the plan that was solved last. */
function solvedOf(given: unknown, template: string): boolean {
  if (given === true && !['plan', 'budget', 'priority'].includes(template))
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where: '--solved',
      expected: 'report plan|budget|priority --solved',
      got: `report ${template} --solved`,
    });
  return given === true;
}

/** Only seasons have a year of their own. */
function yearOf(given: unknown, template: string): number | undefined {
  if (given === undefined) return undefined;
  const year = Number(given);
  if (!Number.isInteger(year) || template !== 'season')
    throw new AftermineError('InvalidInput', 'E-USE-002', {
      where: '--year',
      expected: 'report season --year YYYY',
      got: `report ${template} --year ${given}`,
    });
  return year;
}

function isTemplate(name: string): name is keyof typeof TEMPLATES {
  return Object.hasOwn(TEMPLATES, name);
}
