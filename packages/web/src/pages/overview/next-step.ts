import type { ProjectDetail } from 'aftermine/contract';

export type Step = ProjectDetail['steps'][number];

/**
 * The first step that is missing or out of date; one that waits is none. A season is not asked for before there is a plan; open alerts come before reports.
 * Null where everything is up to date.
 */
export function nextStep(
  steps: readonly Pick<Step, 'step' | 'state'>[],
  openAlerts: number,
): Step['step'] | 'alerts' | null {
  const open = steps.filter(({ state }) => state !== 'done' && state !== 'waiting').map(({ step }) => step);
  const plan = steps.find(({ step }) => step === 'plan');
  const first = open.find((step) => step !== 'report' && (step !== 'season' || plan?.state !== 'missing'));
  if (first !== undefined) return first;
  if (openAlerts > 0) return 'alerts';
  return open[0] ?? null;
}

/** Where a step is done and looked at. */
export const STEP_PAGES = {
  observe: '/data',
  diagnose: '/diagnosis',
  plan: '/plan',
  season: '/alerts',
  report: '/reports',
  alerts: '/alerts',
} as const;
