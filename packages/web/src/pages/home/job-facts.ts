import type { Job } from 'aftermine/contract';
import type { useTexts } from '../../app/language.ts';
import { durationParts } from '../../parts/numbers.ts';

/** How far a job is, in the few words the first load has: stage k of n, items, time left. */
export function jobFacts(job: Job, t: ReturnType<typeof useTexts>['t']): readonly string[] {
  const left = job.etaS === null ? null : durationParts(job.etaS);
  return [
    job.stage === null ? '' : t('home.stage', { index: job.stage.index, count: job.stage.count }),
    job.total === null ? '' : t('part.job.items', { done: job.done ?? 0, total: job.total }),
    left === null ? '' : t('part.job.eta', { time: t(`part.${left.unit}`, { n: left.n }) }),
  ].filter((fact) => fact !== '');
}
