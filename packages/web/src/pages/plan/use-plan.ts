import type { PlanResult } from '@aftermine/science/plan';
import { planWords } from '@aftermine/science/report/plan';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { partQuery, projectQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { useProjectId } from '../../app/use-view.ts';

/** With more units than this the plan is asked for without the sheets of its units; each comes when it is opened. */
export const MANY_PLANNED = 2000;

/** The plan as it was solved last, with its words; `plan` is null where there is none yet, undefined while it is asked for. */
export function usePlan() {
  const id = useProjectId();
  const { language } = useTexts();
  const project = useQuery(projectQuery(id));
  const step = project.data?.steps.find((one) => one.step === 'plan') ?? null;
  const isThere = step !== null && step.state !== 'missing';
  const asked = useQuery({
    ...partQuery<PlanResult>(id, (project.data?.units ?? 0) > MANY_PLANNED ? '/plan/overview' : '/plan'),
    enabled: isThere,
  });
  const plan = step !== null && !isThere ? null : asked.data;
  const words = useMemo(
    () => (plan === null || plan === undefined ? null : planWords(plan, language)),
    [plan, language],
  );
  return { id, project, step, plan, words, error: project.error ?? asked.error, retry: asked.refetch };
}
