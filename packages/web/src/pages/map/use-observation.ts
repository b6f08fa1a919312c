import type { ObservationResult } from '@aftermine/science/observe';
import { useQuery } from '@tanstack/react-query';
import type { ProjectDetail } from 'aftermine/contract';
import { partQuery } from '../../api/resources.ts';

/** With more units the whole record is too large for a page; what is picked is asked for by itself. */
export const MANY_UNITS = 3000;

/** The whole record of the observation, where there is one and it is not too large. */
export function useObservation(project: ProjectDetail | undefined) {
  const step = project?.steps.find((one) => one.step === 'observe');
  const isThere = step !== undefined && step.state !== 'missing';
  const isSmall = (project?.units ?? Number.POSITIVE_INFINITY) <= MANY_UNITS;
  const asked = useQuery({
    ...partQuery<ObservationResult>(project?.id ?? '', '/observation'),
    enabled: isThere && isSmall,
    staleTime: 300_000,
  });
  return { isThere, isSmall, record: asked.data ?? null, error: asked.error, refetch: asked.refetch };
}
