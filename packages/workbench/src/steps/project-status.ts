import { AftermineError, type MessageParam } from '@aftermine/science/base';
import { alertCases, isOpen, type LedgerEntry } from '@aftermine/science/control';
import type { Store, Workbench } from '../ports/index.ts';
import { seasonReportPath } from './control/report-season.ts';
import { libraryOfProject } from './library-of-project.ts';
import type { Project } from './open-project.ts';
import { diagnosisReportPath } from './report-diagnosis.ts';
import { reportPath } from './report-observation.ts';
import { planReportPath } from './report-plan.ts';
import { settingsOfStep } from './settings-of-step.ts';

/** `waiting`: nothing can be done yet, and the reason says what it waits for. */
export type StepState = 'done' | 'stale' | 'missing' | 'waiting';

export interface StepStatus {
  readonly step: 'observe' | 'diagnose' | 'plan' | 'season' | 'report';
  readonly state: StepState;
  /** Catalogue key of the reason. */
  readonly key: string;
  readonly params: Readonly<Record<string, MessageParam>>;
}

/** What of the records a status is judged by; null where a step has left none. */
export interface StatusFacts {
  readonly observation: { readonly years: readonly number[] } | null;
  readonly diagnosis: { readonly units: number; readonly problems: number } | null;
  readonly plan: {
    readonly start: number;
    readonly units: number;
    /** Units on which something is done. */
    readonly chosen: number;
    readonly libraryHash: string | undefined;
  } | null;
}

/**
 * What is done and what is stale, judged by settings and by the presence of results. Whether an input file
 * changed is judged by `observe` itself, which hashes the inputs and redoes only what depends on them.
 *
 * @param known facts of the records where they are at hand; else whole records are read
 */
export async function projectStatus(
  workbench: Workbench,
  project: Project,
  known?: StatusFacts,
): Promise<{ steps: StepStatus[] }> {
  const store = await workbench.openStore(project.dir);
  try {
    const { observation, diagnosis, plan } = known ?? (await factsOf(store));
    const [settings, layers, diagnosed, planned, seasons, ledger] = await Promise.all([
      store.settings(),
      store.layers(),
      store.diagnosisSettings(),
      store.planSettings(),
      store.seasons(),
      store.ledger(),
    ]);
    const lost = layers.filter(
      (layer) => !workbench.files.exists(workbench.paths.join(project.dir, layer.path)),
    );
    let observe: StepStatus;
    if (observation === null)
      observe = { step: 'observe', state: 'missing', key: 'status.no-observation', params: {} };
    else if (settings !== settingsOfStep(project, 'observe'))
      observe = { step: 'observe', state: 'stale', key: 'status.settings-changed', params: {} };
    else if (lost.length > 0)
      observe = {
        step: 'observe',
        state: 'stale',
        key: 'status.layers-missing',
        params: { count: lost.length },
      };
    else {
      const [first, last] = [observation.years[0] ?? 0, observation.years.at(-1) ?? 0];
      observe = {
        step: 'observe',
        state: 'done',
        key: 'status.observed',
        params: { first, last, layers: layers.length },
      };
    }
    const diagnose = diagnoseStatus(project, observe, diagnosis, diagnosed);
    const planning = planStatus(
      project,
      diagnose,
      plan,
      planned,
      seasons.length > 0,
      plan === null ? null : await libraryHash(workbench, project),
    );
    const season = seasonStatus(observation, plan, seasons, ledger.entries);
    const path = reportPath(workbench, project, project.settings.language);
    const reports = [path];
    if (diagnosis !== null) reports.push(diagnosisReportPath(workbench, project, project.settings.language));
    if (plan !== null) reports.push(planReportPath(workbench, project, project.settings.language));
    const closed = seasons.at(-1);
    if (closed !== undefined)
      reports.push(seasonReportPath(workbench, project, closed, project.settings.language));
    const reported = reports.every((one) => workbench.files.exists(one));
    const report: StepStatus = !reported
      ? { step: 'report', state: 'missing', key: 'status.no-report', params: {} }
      : observe.state === 'done' && diagnose.state !== 'stale' && planning.state !== 'stale'
        ? { step: 'report', state: 'done', key: 'status.reported', params: { path } }
        : { step: 'report', state: 'stale', key: 'status.report-older', params: {} };
    return { steps: [observe, diagnose, planning, season, report] };
  } finally {
    await store.close();
  }
}

async function factsOf(store: Store): Promise<StatusFacts> {
  const [observation, diagnosis, plan] = await Promise.all([
    store.observation(),
    store.diagnosis(),
    store.plan(),
  ]);
  return {
    observation,
    diagnosis:
      diagnosis === null
        ? null
        : {
            units: diagnosis.units.length,
            problems: diagnosis.findings.filter(({ verdict }) => verdict === 'problem').length,
          },
    plan:
      plan === null
        ? null
        : {
            start: plan.start,
            units: plan.units.length,
            chosen: plan.units.filter(({ choice }) => choice !== null).length,
            libraryHash: plan.libraryHash,
          },
  };
}

/** A diagnosis is as old as the observation and the settings it was made from. */
function diagnoseStatus(
  project: Project,
  observe: StepStatus,
  diagnosis: StatusFacts['diagnosis'],
  settings: string | null,
): StepStatus {
  const step = 'diagnose';
  if (diagnosis === null) return { step, state: 'missing', key: 'status.no-diagnosis', params: {} };
  if (settings !== settingsOfStep(project, 'diagnose'))
    return { step, state: 'stale', key: 'status.settings-changed', params: {} };
  if (observe.state === 'stale') return { step, state: 'stale', key: 'status.report-older', params: {} };
  return {
    step,
    state: 'done',
    key: 'status.diagnosed',
    params: { units: diagnosis.units, findings: diagnosis.problems },
  };
}

/** Hash of library, costs and findings as they are today; null where they cannot be read, which is told by planning itself. */
async function libraryHash(workbench: Workbench, project: Project): Promise<string | null> {
  try {
    return (await libraryOfProject(workbench, project)).library.hash;
  } catch (error) {
    if (error instanceof AftermineError) return null;
    throw error;
  }
}

/** A plan is as old as the diagnosis, the settings, the library, its costs and the findings it was made from. */
function planStatus(
  project: Project,
  diagnose: StepStatus,
  plan: StatusFacts['plan'],
  settings: string | null,
  adopted: boolean,
  libraryToday: string | null,
): StepStatus {
  const step = 'plan';
  if (plan === null) return { step, state: 'missing', key: 'status.no-plan', params: {} };
  // An adopted plan goes on season by season; a new diagnosis does not make it stale.
  if (adopted)
    return {
      step,
      state: 'done',
      key: 'status.adopted',
      params: { units: plan.chosen, all: plan.units },
    };
  if (settings !== settingsOfStep(project, 'plan'))
    return { step, state: 'stale', key: 'status.settings-changed', params: {} };
  if (plan.libraryHash !== libraryToday)
    return { step, state: 'stale', key: 'status.library-changed', params: {} };
  if (diagnose.state !== 'done') return { step, state: 'stale', key: 'status.plan-older', params: {} };
  return { step, state: 'done', key: 'status.planned', params: { units: plan.chosen, all: plan.units } };
}

/** Seasons come one after the other: the next is due once its pictures are there. Before the first one nothing is done. */
export function seasonStatus(
  observation: StatusFacts['observation'],
  plan: StatusFacts['plan'],
  seasons: readonly number[],
  entries: readonly LedgerEntry[],
): StepStatus {
  const step = 'season';
  const last = seasons.at(-1);
  const next = last === undefined ? (plan?.start ?? null) : last + 1;
  const due = next !== null && (observation?.years.includes(next) ?? false);
  if (last === undefined) {
    if (due) return { step, state: 'missing', key: 'status.season-first', params: { next } };
    return next === null
      ? { step, state: 'waiting', key: 'status.season-needs-plan', params: {} }
      : { step, state: 'waiting', key: 'status.season-waits', params: { next } };
  }
  const open = alertCases(entries, '').filter(({ state }) => isOpen(state)).length;
  return due
    ? { step, state: 'stale', key: 'status.season-due', params: { last, next, open } }
    : { step, state: 'done', key: 'status.season', params: { last, next: next ?? '-', open } };
}
