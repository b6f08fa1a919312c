import { type PlanResult, planProgramme, solveFront } from '@aftermine/science/plan';
import type { Workbench } from '../ports/index.ts';
import type { Project } from './open-project.ts';
import { keepPlan, type PlanOptions, planInput, withSupport } from './plan-site.ts';

/** Seconds that a single plan of the front may take at most. */
const LONGEST_SOLVE = 20;

/**
 * The plan and the plans beside it: what is gained of one objective by giving up another. Both are kept in the store, beside
 * the programme where one is in force.
 *
 * @throws what `planSite` throws
 */
export async function solveProjectFront(
  workbench: Workbench,
  project: Project,
  { progress, seed }: PlanOptions,
): Promise<{ readonly result: PlanResult }> {
  const lock = await workbench.locks.acquire(project.dir, 'plan');
  try {
    progress.report({ event: 'step', step: 'plan', index: 1, count: 2 });
    const input = await planInput(workbench, project, seed);
    const planned = await planProgramme(input, workbench.solver.solve);
    progress.report({ event: 'step', step: 'front', index: 2, count: 2 });
    const front = await solveFront(planned.programme, workbench.solver.solve, {
      levels: input.settings.front.levels,
      timeLimit: Math.min(input.settings.timeLimitS, LONGEST_SOLVE),
      gap: input.settings.gap,
      report: (done, total) => progress.report({ event: 'progress', step: 'front', done, total, etaS: null }),
    });
    const solved: PlanResult = { ...withSupport(planned.result, input.supported), front };
    const store = await workbench.openStore(project.dir);
    try {
      return { result: await keepPlan(store, project, solved) };
    } finally {
      await store.close();
    }
  } finally {
    await lock.release();
  }
}
