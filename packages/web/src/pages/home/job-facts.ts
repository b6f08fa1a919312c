import type { Job } from 'aftermine/contract';
import { useCallback } from 'react';
import { useTexts } from '../../app/language.ts';
import { durationParts } from '../../parts/numbers.ts';
import { useStageName } from '../../parts/verb-name.ts';

/** Tells how far a job is, in the few words the first load has: stage k of n and its name, items, time left. */
export function useJobFacts(): (job: Job) => readonly string[] {
  const { t } = useTexts();
  const stageName = useStageName();
  return useCallback(
    (job: Job): readonly string[] => {
      const left = job.etaS === null ? null : durationParts(job.etaS);
      const { stage } = job;
      return [
        stage === null ? '' : t('home.stage', { index: stage.index, count: stage.count }),
        stage === null ? '' : stageName(stage.step),
        job.total === null ? '' : t('part.job.items', { done: job.done ?? 0, total: job.total }),
        left === null ? '' : t('part.job.eta', { time: t(`part.${left.unit}`, { n: left.n }) }),
      ].filter((fact) => fact !== '');
    },
    [t, stageName],
  );
}
