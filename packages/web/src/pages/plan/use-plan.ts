import { type PlanStanding, standingInForce, standingOfSolved } from '@aftermine/science/control';
import type { PlanResult } from '@aftermine/science/plan';
import { planWords } from '@aftermine/science/report/plan';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { programmeQuery } from '../../api/programme-query.ts';
import { partQuery, projectQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { useProjectId, useView } from '../../app/use-view.ts';

/** With more units than this the plan is asked for without the sheets of its units; each comes when it is opened. */
export const MANY_PLANNED = 2000;

/** `key` of the address that shows the plan that was solved last instead of the programme in force. */
export const SOLVED = 'solved';

/**
 * The plan of a page with its words; `plan` is null where there is none yet, undefined while it is asked for. Once one is adopted it
 * is that of the programme in force; the plan that was solved last is shown where the address or the page asks for it.
 *
 * @param page true for a page that compares, which begins with the plan that was solved last
 */
export function usePlan(page: { readonly compares?: boolean } = {}) {
  const id = useProjectId();
  const [{ key }] = useView();
  const { language } = useTexts();
  const project = useQuery(projectQuery(id));
  const step = project.data?.steps.find((one) => one.step === 'plan') ?? null;
  const isThere = step !== null && step.state !== 'missing';
  const hasSeason =
    project.data?.steps.some(
      (one) => one.step === 'season' && one.state !== 'missing' && one.state !== 'waiting',
    ) === true;
  const part = (project.data?.units ?? 0) > MANY_PLANNED ? '/overview' : '';
  const carried = useQuery({ ...partQuery<PlanResult>(id, `/plan${part}`), enabled: isThere });
  const programme = useQuery({ ...programmeQuery(id), enabled: hasSeason });
  const beside = useQuery({
    ...partQuery<PlanResult | null>(id, `/solved-plan${part}`),
    enabled: isThere && hasSeason,
  });
  const solved = programme.data == null ? null : beside.data;
  const record = solved != null && (page.compares === true || key === SOLVED) ? 'solved-plan' : 'plan';
  const isKnown = !hasSeason || (programme.data !== undefined && beside.data !== undefined);
  const shown = record === 'solved-plan' ? solved : carried.data;
  const plan = step !== null && !isThere ? null : isKnown ? shown : undefined;
  const standings = useMemo(
    () => ({
      force: programme.data == null ? null : standingInForce(programme.data),
      solved: programme.data == null || solved == null ? null : standingOfSolved(programme.data, solved),
    }),
    [programme.data, solved],
  );
  const standing: PlanStanding | null = record === 'plan' ? standings.force : standings.solved;
  const words = useMemo(
    () => (plan === null || plan === undefined ? null : planWords(plan, language)),
    [plan, language],
  );
  return {
    id,
    project,
    step,
    plan,
    words,
    /** Record of the store that `plan` is. */
    record: record as 'plan' | 'solved-plan',
    /** What `plan` is to the programme; null before one is adopted. */
    standing,
    /** What the plan beside the programme is; null where there is none. */
    besideStanding: standings.solved,
    /** The plan of the programme in force; null before one is adopted. */
    inForce: programme.data == null ? null : (carried.data ?? null),
    programme,
    error: project.error ?? carried.error ?? beside.error,
    retry: carried.refetch,
  };
}

export type UsedPlan = ReturnType<typeof usePlan>;
