import { AftermineError } from '@aftermine/science/base';
import type { PlanResult } from '@aftermine/science/plan';
import { standingText } from '@aftermine/science/report/plan';
import type { Workbench } from '../ports/index.ts';
import { openProject, type Project } from '../steps/open-project.ts';
import { planOfProject, planSite } from '../steps/plan-site.ts';
import { solveProjectFront } from '../steps/solve-project-front.ts';
import type { CommandHost, Outcome } from './host.ts';
import { comparePlanLines } from './plan-compare-lines.ts';
import { planExplainLines } from './plan-explain-lines.ts';
import { planFrontLines } from './plan-front-lines.ts';
import { planLines } from './plan-lines.ts';
import { solveInstanceFile } from './plan-solve-instance.ts';

/** `aftermine plan solve|front|compare|explain`: what to do, where, when, with whose money. */
export function registerPlan(host: CommandHost): void {
  const plan = host.program.command('plan').description(host.text('command.plan'));

  host
    .common(plan.command('solve [instance]').description(host.text('command.plan-solve')))
    .option('--gap <share>', host.text('flag.plan-gap'))
    .option('--time <seconds>', host.text('flag.plan-time'))
    .option('--exact', host.text('flag.plan-exact'))
    .action(
      host.action('plan solve', async (context, [instance], options): Promise<Outcome> => {
        if (instance !== undefined) return solveInstanceFile(context, instance, options);
        const { workbench, flags, progress, say } = context;
        const project = openProject(workbench, flags.dir, [...flags.set, ...limitsOf(options)]);
        const { result } = await planSite(workbench, project, { progress, seed: flags.seed });
        return {
          data: result,
          human: [
            ...planLines(result, flags.language),
            // Of no plan there is nothing to explain.
            ...(result.infeasible === null ? ['', say('plan-line.next')] : []),
          ],
        };
      }),
    );

  host.common(plan.command('front').description(host.text('command.plan-front'))).action(
    host.action('plan front', async ({ workbench, flags, progress }): Promise<Outcome> => {
      const project = openProject(workbench, flags.dir, flags.set);
      const { result } = await solveProjectFront(workbench, project, { progress, seed: flags.seed });
      return { data: result.front, human: planFrontLines(result, flags.language) };
    }),
  );

  host.common(plan.command('compare [plans...]').description(host.text('command.plan-compare'))).action(
    host.action('plan compare', async ({ workbench, flags }, plans): Promise<Outcome> => {
      const project = openProject(workbench, flags.dir, flags.set);
      const { plan, standing } = await planOfProject(workbench, project);
      const compared = standing === null ? null : await solvedBeside(workbench, project);
      return comparePlanLines(compared ?? plan, plans, flags.language, compared === null ? null : plan);
    }),
  );

  const explain = host.common(plan.command('explain <unit>').description(host.text('command.plan-explain')));
  explain.option('--solved', host.text('flag.plan-solved')).action(
    host.action('plan explain', async ({ workbench, flags }, [id], options): Promise<Outcome> => {
      const project = openProject(workbench, flags.dir, flags.set);
      const { plan: result, standing } = await planOfProject(workbench, project, options['solved'] === true);
      const unit = result.units.find((one) => one.id === id);
      if (unit === undefined)
        throw new AftermineError('NotFound', 'E-PLN-313', {
          where: 'plan explain',
          expected: result.units
            .map((one) => one.id)
            .slice(0, 20)
            .join(', '),
          got: id ?? '',
        });
      const lines = planExplainLines(unit, result, flags.language);
      const head = standing === null ? [] : [standingText(standing, flags.language), ''];
      return { data: unit, human: [], text: [...head, ...lines].join('\n') };
    }),
  );
}

/** The plan that was solved beside the programme in force; null where there is none. */
async function solvedBeside(workbench: Workbench, project: Project): Promise<PlanResult | null> {
  const store = await workbench.openStore(project.dir);
  try {
    return await store.solvedPlan();
  } finally {
    await store.close();
  }
}

/** `--gap` and `--time` of a project are its settings, for this run. */
function limitsOf(options: Readonly<Record<string, unknown>>): readonly string[] {
  return [
    ...(options['gap'] === undefined ? [] : [`plan.gap=${options['gap']}`]),
    ...(options['time'] === undefined ? [] : [`plan.timeLimitS=${options['time']}`]),
  ];
}
