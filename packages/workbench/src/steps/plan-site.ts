import { AftermineError } from '@aftermine/science/base';
import {
  type PlanStanding,
  type ProgrammeRecord,
  standingInForce,
  standingOfSolved,
} from '@aftermine/science/control';
import type { DiagnosisResult } from '@aftermine/science/diagnose';
import {
  groupUnits,
  type PlanInput,
  type PlanResult,
  type PlanUnit,
  planProgramme,
  type SupportedFigure,
  unitsOfDiagnosis,
} from '@aftermine/science/plan';
import type { Site } from '@aftermine/science/site';
import type { Progress, Store, Workbench } from '../ports/index.ts';
import type { SupportedLibrary } from './evidence/library-evidence.ts';
import { libraryOfProject } from './library-of-project.ts';
import { observationUntil } from './observation-until.ts';
import type { Project } from './open-project.ts';
import { settingsOfStep } from './settings-of-step.ts';

export interface PlanOptions {
  readonly progress: Progress;
  readonly seed: number;
}

/**
 * Diagnosis, measure library and settings -> a dated, costed plan, kept in the store. Once a plan is adopted, a new one stands beside
 * the programme in force, changes nothing in it, and says so.
 *
 * @throws NotFound `E-PLN-311` without a diagnosis; what the library, the settings and the allocation throw
 */
export async function planSite(
  workbench: Workbench,
  project: Project,
  { progress, seed }: PlanOptions,
): Promise<{ readonly result: PlanResult }> {
  const lock = await workbench.locks.acquire(project.dir, 'plan');
  try {
    progress.report({ event: 'step', step: 'plan', index: 1, count: 1 });
    const input = await planInput(workbench, project, seed);
    const planned = await planProgramme(input, workbench.solver.solve);
    const store = await workbench.openStore(project.dir);
    try {
      return { result: await keepPlan(store, project, withSupport(planned.result, input.supported)) };
    } finally {
      await store.close();
    }
  } finally {
    await lock.release();
  }
}

/**
 * Keeps a plan that was solved: as the plan of the project, or beside the programme where one is in force. What is carried out is
 * then the plan of the programme, whatever stood in its place.
 *
 * @returns the plan as it is kept
 */
export async function keepPlan(store: Store, project: Project, solved: PlanResult): Promise<PlanResult> {
  const programme = await store.programme();
  const result = besideProgramme(solved, programme);
  await store.save(
    programme === null
      ? { plan: result, planSettings: settingsOfStep(project, 'plan') }
      : { plan: programme.plan, solvedPlan: result },
  );
  return result;
}

/** A plan with the figures that rest on findings, those that most of its units use first. */
export function withSupport(result: PlanResult, supported: readonly SupportedFigure[]): PlanResult {
  if (supported.length === 0) return result;
  const usedBy = (of: string): number =>
    result.units.filter(({ choice }) => choice?.measures.some((id) => `measure:${id}` === of)).length;
  return {
    ...result,
    supported: supported
      .map((figure) => ({ ...figure, usedBy: usedBy(figure.of) }))
      .sort((a, b) => b.usedBy - a.usedBy),
  };
}

/** A plan with a note that it changes nothing in the programme in force, where a plan was adopted. */
export function besideProgramme(
  result: PlanResult,
  programme: Pick<ProgrammeRecord, 'plan' | 'seasons'> | null,
): PlanResult {
  if (programme === null) return result;
  const { plan, seasons } = programme;
  const note = {
    key: 'plan-note.programme-in-force',
    params: { start: plan.start, season: seasons.at(-1) ?? plan.start },
  };
  return { ...result, notes: [note, ...result.notes] };
}

/** A plan, and what it is to the programme; standing is null before one is adopted. */
export interface StandingPlan {
  readonly plan: PlanResult;
  readonly standing: PlanStanding | null;
}

/**
 * What is carried out: the plan of the programme in force, or before one is adopted the plan as it was solved. With `solved` the
 * plan that was solved last, which beside a programme is the one that was adopted or a draft.
 *
 * @throws NotFound `E-PLN-304` without one
 */
export async function planOfStore(store: Store, where: string, solved = false): Promise<StandingPlan> {
  const programme = await store.programme();
  if (programme === null) {
    const plan = await store.plan();
    if (plan === null) throw new AftermineError('NotFound', 'E-PLN-304', { where });
    return { plan, standing: null };
  }
  if (!solved) return { plan: programme.plan, standing: standingInForce(programme) };
  const plan = await store.solvedPlan();
  if (plan === null) throw new AftermineError('NotFound', 'E-PLN-304', { where });
  return { plan, standing: standingOfSolved(programme, plan) };
}

/** `planOfStore` of a project. */
export async function planOfProject(
  workbench: Workbench,
  { dir }: Project,
  solved = false,
): Promise<StandingPlan> {
  const store = await workbench.openStore(dir);
  try {
    return await planOfStore(store, dir, solved);
  } finally {
    await store.close();
  }
}

/**
 * Everything a plan of this project is made from.
 *
 * @param until last year of pictures that count; all where absent
 */
export async function planInput(
  workbench: Workbench,
  project: Project,
  seed: number,
  until?: number,
): Promise<PlanInput & Pick<SupportedLibrary, 'supported'>> {
  const { plan: settings } = project.settings;
  const { units, diagnosis, site } = await unitsOfProject(workbench, project, until);
  const { library, supported } = await libraryOfProject(workbench, project);
  // A diagnosis without pictures has no last year: the programme then begins where the settings say.
  const start = settings.start ?? (diagnosis.observedTo === null ? null : diagnosis.observedTo + 1);
  if (start === null)
    throw new AftermineError('NotEnoughData', 'E-PLN-312', { where: 'aftermine.yaml: plan.start' });
  const begun = workbench.clock.now();
  const elapsed = (): number => (workbench.clock.now() - begun) / 1000;
  const input = { units, library, supported, settings, start, seed, elapsed };
  if (settings.compartments === undefined) return input;
  const geometry = new Map(site.units.map((unit) => [unit.id, unit.geometry]));
  const placed = units.flatMap(({ id, areaHa }) => {
    const outline = geometry.get(id);
    return outline === undefined ? [] : [{ id, areaHa, geometry: outline }];
  });
  return {
    units,
    library,
    supported,
    settings,
    start,
    seed,
    grouped: groupUnits(placed, site.crs, settings.compartments),
  };
}

async function unitsOfProject(
  workbench: Workbench,
  { dir, settings }: Project,
  until?: number,
): Promise<{
  readonly units: readonly PlanUnit[];
  readonly diagnosis: DiagnosisResult;
  readonly site: Site;
}> {
  const store = await workbench.openStore(dir);
  try {
    const [site, diagnosis, seen, samples] = await Promise.all([
      store.site(),
      store.diagnosis(),
      store.observation(),
      store.samples(),
    ]);
    if (site === null || diagnosis === null)
      throw new AftermineError('NotFound', 'E-PLN-311', { where: dir });
    const observation = seen === null || until === undefined ? seen : observationUntil(seen, until);
    return {
      units: unitsOfDiagnosis(site, diagnosis, observation, samples, settings.diagnose),
      diagnosis,
      site,
    };
  } finally {
    await store.close();
  }
}
