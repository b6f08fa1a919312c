import type { MessageParam } from '@aftermine/science/base';
import type { DiagnosisResult } from '@aftermine/science/diagnose';
import type { PlanResult } from '@aftermine/science/plan';
import type { Workbench } from '../ports/index.ts';
import type { Project } from './open-project.ts';
import { diagnosisReportPath } from './report-diagnosis.ts';
import { reportPath } from './report-observation.ts';
import { planReportPath } from './report-plan.ts';
import { settingsOfStep } from './settings-of-step.ts';

export type StepState = 'done' | 'stale' | 'missing';

export interface StepStatus {
  readonly step: 'observe' | 'diagnose' | 'plan' | 'report';
  readonly state: StepState;
  /** Catalogue key of the reason. */
  readonly key: string;
  readonly params: Readonly<Record<string, MessageParam>>;
}

/**
 * What is done and what is stale, judged by settings and by the presence of results. Whether an input file
 * changed is judged by `observe` itself, which hashes the inputs and redoes only what depends on them.
 */
export async function projectStatus(
  workbench: Workbench,
  project: Project,
): Promise<{ steps: StepStatus[] }> {
  const store = await workbench.openStore(project.dir);
  try {
    const [observation, settings, layers, diagnosis, diagnosed, plan, planned] = await Promise.all([
      store.observation(),
      store.settings(),
      store.layers(),
      store.diagnosis(),
      store.diagnosisSettings(),
      store.plan(),
      store.planSettings(),
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
    const planning = planStatus(project, diagnose, plan, planned);
    const path = reportPath(workbench, project, project.settings.language);
    const reports = [path];
    if (diagnosis !== null) reports.push(diagnosisReportPath(workbench, project, project.settings.language));
    if (plan !== null) reports.push(planReportPath(workbench, project, project.settings.language));
    const reported = reports.every((one) => workbench.files.exists(one));
    const report: StepStatus = !reported
      ? { step: 'report', state: 'missing', key: 'status.no-report', params: {} }
      : observe.state === 'done' && diagnose.state !== 'stale' && planning.state !== 'stale'
        ? { step: 'report', state: 'done', key: 'status.reported', params: { path } }
        : { step: 'report', state: 'stale', key: 'status.report-older', params: {} };
    return { steps: [observe, diagnose, planning, report] };
  } finally {
    await store.close();
  }
}

/** A diagnosis is as old as the observation and the settings it was made from. */
function diagnoseStatus(
  project: Project,
  observe: StepStatus,
  diagnosis: DiagnosisResult | null,
  settings: string | null,
): StepStatus {
  const step = 'diagnose';
  if (diagnosis === null) return { step, state: 'missing', key: 'status.no-diagnosis', params: {} };
  if (settings !== settingsOfStep(project, 'diagnose'))
    return { step, state: 'stale', key: 'status.settings-changed', params: {} };
  if (observe.state === 'stale') return { step, state: 'stale', key: 'status.report-older', params: {} };
  const problems = diagnosis.findings.filter(({ verdict }) => verdict === 'problem').length;
  return {
    step,
    state: 'done',
    key: 'status.diagnosed',
    params: { units: diagnosis.units.length, findings: problems },
  };
}

/** A plan is as old as the diagnosis and the settings it was made from. */
function planStatus(
  project: Project,
  diagnose: StepStatus,
  plan: PlanResult | null,
  settings: string | null,
): StepStatus {
  const step = 'plan';
  if (plan === null) return { step, state: 'missing', key: 'status.no-plan', params: {} };
  if (settings !== settingsOfStep(project, 'plan'))
    return { step, state: 'stale', key: 'status.settings-changed', params: {} };
  if (diagnose.state !== 'done') return { step, state: 'stale', key: 'status.plan-older', params: {} };
  const units = plan.units.filter(({ choice }) => choice !== null).length;
  return { step, state: 'done', key: 'status.planned', params: { units, all: plan.units.length } };
}
