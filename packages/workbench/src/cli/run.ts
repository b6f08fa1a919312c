import { AftermineError } from '@aftermine/science/base';
import type { Workbench } from '../ports/index.ts';
import { reportSeason } from '../steps/control/report-season.ts';
import { seasonOfSite } from '../steps/control/season-site.ts';
import { diagnoseSite } from '../steps/diagnose-site.ts';
import { observeSite } from '../steps/observe-site.ts';
import { openProject, type Project } from '../steps/open-project.ts';
import { projectStatus } from '../steps/project-status.ts';
import { reportDiagnosis } from '../steps/report-diagnosis.ts';
import { reportObservation } from '../steps/report-observation.ts';
import { reportPlan } from '../steps/report-plan.ts';
import { solveProjectFront } from '../steps/solve-project-front.ts';
import { diagnosisLines } from './diagnosis-lines.ts';
import type { Artifact, CommandHost } from './host.ts';
import { observationLines } from './observation-lines.ts';
import { partsOfProgress } from './part-of-progress.ts';
import { planLines } from './plan-lines.ts';
import { seasonLines } from './season-lines.ts';
import { tellSampleRemark } from './tell-sample-remark.ts';

const STEPS = ['observe', 'diagnose', 'plan', 'season', 'report'] as const;
/** What the steps take of a site of some size, relative to one another. */
const SECONDS = { observe: 60, diagnose: 5, plan: 25, season: 10, report: 8 } as const;

/** `aftermine run [STEP]`: everything that is stale, in order, up to STEP. */
export function registerRun(host: CommandHost): void {
  host.command('run [step]', 'command.run').action(
    host.action('run', async ({ workbench, flags, progress, signal, say }, [last = 'report']) => {
      if (!STEPS.some((step) => step === last)) {
        throw new AftermineError('InvalidInput', 'E-USE-002', {
          where: 'step',
          expected: STEPS.join(', '),
          got: last,
        });
      }
      const project = openProject(workbench, flags.dir, flags.set);
      const status = await projectStatus(workbench, project);
      const stale = status.steps
        // Whether a plan is adopted is for somebody to decide: `run` goes on with seasons, it does not begin them.
        .filter(
          (one) =>
            ((one.state !== 'done' && one.state !== 'waiting') || flags.force) &&
            (one.step !== 'season' || one.state === 'stale'),
        )
        .map((step) => step.step);
      const pictures = hasPictures(workbench, project);
      const observed = status.steps.some(({ step, state }) => step === 'observe' && state !== 'missing');
      const wanted = STEPS.slice(0, STEPS.indexOf(last as (typeof STEPS)[number]) + 1).filter(
        (step) => stale.includes(step) && (step !== 'observe' || pictures || last === 'observe'),
      );
      if (flags.dryRun || wanted.length === 0) {
        return {
          data: { wouldRun: wanted },
          human: [wanted.length === 0 ? say('run.nothing') : say('run.would', { steps: wanted.join(', ') })],
        };
      }
      const part = partsOfProgress(
        progress,
        wanted.map((step) => [step, SECONDS[step]] as const),
      );
      const human: string[] = [];
      const artifacts: Artifact[] = [];
      const warnings: string[] = pictures || observed ? [] : [say('run.no-pictures')];
      if (wanted.includes('observe')) {
        const outcome = await observeSite(workbench, project, {
          width: flags.workers,
          signal,
          progress: part('observe'),
          force: flags.force,
          keepGoing: flags.keepGoing,
          seed: flags.seed,
        });
        human.push(...observationLines(outcome, flags.language));
      }
      if (wanted.includes('diagnose')) {
        const { result, warnings: remarks } = await diagnoseSite(workbench, project, {
          progress: part('diagnose'),
          signal,
        });
        human.push(...diagnosisLines(result, flags.language));
        warnings.push(...remarks.map((remark) => tellSampleRemark(remark, say)));
      }
      if (wanted.includes('plan')) {
        const { result } = await solveProjectFront(workbench, project, {
          progress: part('plan'),
          seed: flags.seed,
        });
        human.push(...planLines(result, flags.language));
      }
      if (wanted.includes('season')) {
        const { season } = await seasonOfSite(workbench, project, {
          seed: flags.seed,
          progress: part('season'),
          force: false,
        });
        human.push(...seasonLines(season, flags.language));
      }
      if (wanted.includes('report')) {
        const language = flags.languageGiven ? flags.language : project.settings.language;
        const writers = [
          ...(pictures || observed ? [reportObservation] : []),
          reportDiagnosis,
          reportPlan,
          ...((await hasSeasons(workbench, project)) ? [reportSeason] : []),
        ];
        for (const write of writers) {
          const report = await write(workbench, project, { language, overwrite: true });
          human.push(say('report.done', { path: report.path }));
          artifacts.push({ path: report.path, sha256: report.sha256, type: 'text/html' });
        }
      }
      return { data: { ran: wanted }, human, artifacts, warnings };
    }),
  );
}

/** Whether a season was closed, of which there is something to report. */
async function hasSeasons(workbench: Workbench, { dir }: Project): Promise<boolean> {
  const store = await workbench.openStore(dir);
  try {
    return (await store.seasons()).length > 0;
  } finally {
    await store.close();
  }
}

/** Whether the settings name pictures that are there. A project without any is diagnosed and planned from the ground alone. */
function hasPictures({ files, paths }: Workbench, { dir, settings }: Project): boolean {
  const { scenes, own } = settings.observe;
  return own.length > 0 || scenes.some((path) => files.exists(paths.resolve(dir, path)));
}
