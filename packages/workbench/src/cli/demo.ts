import { AftermineError } from '@aftermine/science/base';
import { checkCauses } from '../demo/check-causes.ts';
import { checkPlan } from '../demo/check-plan.ts';
import { makeDemoMine } from '../demo/make-demo-mine.ts';
import { makeDemoSeasons } from '../demo/make-demo-seasons.ts';
import { playSeasons } from '../demo/season-script.ts';
import { selfCheck, trendSlopes } from '../demo/self-check.ts';
import { tellCauses } from '../demo/tell-causes.ts';
import { tellSeasons } from '../demo/tell-seasons.ts';
import { tellSelfCheck } from '../demo/tell-self-check.ts';
import { relapsingUnit, worksOf } from '../demo/works.ts';
import type { Progress, Workbench } from '../ports/index.ts';
import { reportSeason } from '../steps/control/report-season.ts';
import { programmeOf } from '../steps/control/season-site.ts';
import { diagnoseSite } from '../steps/diagnose-site.ts';
import { initProject } from '../steps/init-project.ts';
import { observeSite } from '../steps/observe-site.ts';
import { openProject } from '../steps/open-project.ts';
import { reportDiagnosis } from '../steps/report-diagnosis.ts';
import { observationPicture, reportObservation } from '../steps/report-observation.ts';
import { reportPlan } from '../steps/report-plan.ts';
import { reportPlanWorkbook } from '../steps/report-plan-workbook.ts';
import { solveProjectFront } from '../steps/solve-project-front.ts';
import { diagnosisLines } from './diagnosis-lines.ts';
import { EXIT } from './errors.ts';
import type { Artifact, CommandHost } from './host.ts';
import { observationLines } from './observation-lines.ts';
import { partsOfProgress } from './part-of-progress.ts';
import { resolveInput } from './paths.ts';
import { planLines } from './plan-lines.ts';
import { addServeOptions, demoPlace, type Surroundings, serveWorkspace } from './serve.ts';
import { stateFieldWork } from './state-field-work.ts';
import { stateProgramme } from './state-programme.ts';

const HTML = 'text/html';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DEFAULT_FOLDER = 'aftermine-demo';
/** The parts of the demonstration, and what each takes of its time. */
const PARTS = [
  ['scenes', 38],
  ['observe', 55],
  ['diagnose', 5],
  ['plan', 25],
  ['report', 2],
  ['later', 12],
  ['again', 25],
  ['seasons', 25],
  ['told', 10],
] as const;
/** What tells a demonstration folder of ours from a user's folder. */
const MARK = 'truth/truth.json';

/** `aftermine demo [DIR]`: makes the demonstration mine, runs every step on it and checks the result against the truth. */
export function registerDemo(host: CommandHost, around: Surroundings): void {
  const demo = host.command('demo [dir]', 'command.demo').option('--serve', host.text('flag.serve'));
  addServeOptions(demo, host.text.bind(host)).action(
    host.action('demo', async (context, [folder = DEFAULT_FOLDER], options) => {
      const { workbench, flags, progress, signal, say } = context;
      if (options['serve'] === true) {
        const place = demoPlace(folder);
        assertOurs(workbench, resolveInput(folder), flags.overwrite);
        return serveWorkspace(context, around, place.workspace, options, place.demo);
      }
      const dir = resolveInput(folder);
      assertOurs(workbench, dir, flags.overwrite);
      const part = partsOfProgress(progress, PARTS);
      part('scenes').report({ event: 'step', step: 'demo', index: 1, count: 1 });
      const mine = await makeDemoMine(dir, {
        files: workbench.files,
        paths: workbench.paths,
        rasters: workbench.rasters,
        ...(flags.seedGiven ? { seed: flags.seed } : {}),
        signal,
        onScene: (done, total) =>
          progress.report({ event: 'progress', step: 'demo', done, total, etaS: null }),
      });
      await initProject(workbench, {
        dir,
        boundary: mine.boundaryPath,
        units: mine.unitsPath,
        reference: mine.referencePath,
        name: mine.name[flags.language],
        language: flags.language,
        overwrite: true,
      });
      workbench.settings.set(dir, ['otherName'], mine.name[flags.language === 'zh' ? 'en' : 'zh']);
      stateFieldWork(workbench, dir, mine);
      stateProgramme(workbench, dir, mine, flags.language);
      const project = openProject(workbench, dir, flags.set);
      const outcome = await observeSite(workbench, project, {
        width: flags.workers,
        signal,
        progress: part('observe'),
        force: flags.force,
        keepGoing: flags.keepGoing,
        seed: flags.seed,
      });
      const { result } = outcome;
      const check = selfCheck(
        mine.truth,
        await detectedYears(workbench, dir, outcome.layers),
        trendSlopes(result, result.fit.gate === 'refused' ? 'nbr' : 'rsei'),
      );
      const diagnosis = await diagnoseSite(workbench, project, { progress: part('diagnose'), signal });
      const causes = checkCauses(mine.truth, diagnosis.result);
      const { result: plan } = await solveProjectFront(workbench, project, {
        progress: part('plan'),
        seed: flags.seed,
      });
      const sound = checkPlan(plan);
      const artifacts: Artifact[] = [];
      const write = reportWriter(part('report'), artifacts, 2);
      for (const language of ['zh', 'en'] as const)
        await write(() => reportDiagnosis(workbench, project, { language, overwrite: true }), HTML);
      part('later').report({ event: 'step', step: 'season', index: 1, count: 1 });
      const { promises } = await programmeOf(workbench, project, flags.seed);
      const works = worksOf(promises, flags.seedGiven ? flags.seed : 3, relapsingUnit(promises));
      const later = await makeDemoSeasons(mine.scenesDir, works, {
        files: workbench.files,
        paths: workbench.paths,
        rasters: workbench.rasters,
        ...(flags.seedGiven ? { seed: flags.seed } : {}),
        signal,
        onScene: (done, total) =>
          progress.report({ event: 'progress', step: 'season', done, total, etaS: null }),
      });
      await observeSite(workbench, project, {
        width: flags.workers,
        signal,
        progress: part('again'),
        force: false,
        keepGoing: flags.keepGoing,
        seed: flags.seed,
      });
      const story = await playSeasons(workbench, project, works, {
        progress: part('seasons'),
        seed: flags.seed,
      });
      // What the pictures say is told last: the later seasons belong to it, and a report from before would be out of date.
      // So is the plan: it is a programme in force by now, and the plan that was adopted stands beside it with its front.
      const writeLast = reportWriter(part('told'), artifacts, 10);
      for (const language of ['zh', 'en'] as const) {
        const how = { language, overwrite: true };
        for (const report of [reportObservation, reportPlan, reportSeason])
          await writeLast(() => report(workbench, project, how), HTML);
        await writeLast(() => reportPlan(workbench, project, { ...how, solved: true }), HTML);
      }
      await writeLast(
        () => reportPlanWorkbook(workbench, project, { language: flags.language, overwrite: true }),
        XLSX,
      );
      await writeLast(() => observationPicture(workbench, project), 'image/png');
      const own = artifacts.filter((artifact) => artifact.path.endsWith(`.${flags.language}.html`));
      return {
        data: {
          dir,
          scenes: mine.sceneCount,
          check,
          causes,
          plan: { status: plan.status, objective: plan.objective, gap: plan.gap, sound },
          seasons: { ...story, seasons: story.seasons.map(({ year }) => year) },
          years: result.years,
          fit: result.fit,
          reports: artifacts.map(({ path }) => path),
        },
        human: [
          say('demo.synthetic'),
          say('demo.made', {
            scenes: mine.sceneCount,
            years: mine.truth.years.length,
            path: mine.scenesDir,
          }),
          ...observationLines(outcome, flags.language),
          '',
          ...diagnosisLines(diagnosis.result, flags.language),
          '',
          ...planLines(plan, flags.language),
          '',
          say('demo.check.title'),
          ...tellSelfCheck(check, flags.language).map((line) => `  ${line}`),
          ...tellCauses(causes, flags.language).map((line) => `  ${line}`),
          `  ${say(sound.passes ? 'demo.plan.sound' : 'demo.plan.unsound', { units: sound.units, rows: sound.rows, problems: sound.problems.join(', ') })}`,
          ...tellSeasons(story, later, flags.language).map((line) => `  ${line}`),
          '',
          say('demo.look', {
            report: own.map(({ path }) => path).join(', '),
            rasters: workbench.paths.join(dir, 'rasters'),
            project: workbench.paths.join(dir, 'project.gpkg'),
          }),
        ],
        artifacts,
        exitCode: check.passes && causes.passes && sound.passes && story.passes ? EXIT.ok : EXIT.threshold,
      };
    }),
  );
}

/** Writes documents one by one, each noted as an artifact and counted as an item of one stage. */
function reportWriter(
  progress: Progress,
  artifacts: Artifact[],
  total: number,
): (write: () => Promise<{ readonly path: string; readonly sha256: string }>, type: string) => Promise<void> {
  progress.report({ event: 'step', step: 'report', index: 1, count: 1 });
  let done = 0;
  const tell = (): void => progress.report({ event: 'progress', step: 'report', done, total, etaS: null });
  tell();
  return async (write, type) => {
    const { path, sha256 } = await write();
    artifacts.push({ path, sha256, type });
    done += 1;
    tell();
  };
}

function assertOurs(workbench: Workbench, dir: string, overwrite: boolean): void {
  if (
    overwrite ||
    workbench.files.list(dir).length === 0 ||
    workbench.files.exists(workbench.paths.join(dir, MARK))
  )
    return;
  throw new AftermineError('Conflict', 'E-USE-003', { where: dir });
}

async function detectedYears(
  workbench: Workbench,
  dir: string,
  layers: readonly { readonly kind: string; readonly path: string }[],
): Promise<Parameters<typeof selfCheck>[1]> {
  const layer = layers.find((one) => one.kind === 'disturbance')!;
  const file = await workbench.rasters.open(workbench.paths.join(dir, layer.path));
  try {
    const { width, height, grid, nodata } = file.info;
    if (grid === null) throw new AftermineError('InvalidInput', 'E-OBS-006', { where: layer.path });
    return { grid, nodata, year: Int16Array.from(await file.read(0, { col: 0, row: 0, width, height })) };
  } finally {
    await file.close();
  }
}
