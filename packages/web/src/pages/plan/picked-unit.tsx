import type { PlannedUnit } from '@aftermine/science/plan';
import { useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { partQuery } from '../../api/resources.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { UnitPlan } from './unit-plan.tsx';
import { MANY_PLANNED } from './use-plan.ts';

/** The sheet of a unit; on large sites it is asked for by itself, because the plan came without it. */
export function PickedUnit(props: ComponentProps<typeof UnitPlan>) {
  const { project, unit, record } = props;
  const isLarge = project.units > MANY_PLANNED;
  const whole = useQuery({
    ...partQuery<PlannedUnit>(project.id, `/${record}/units/${encodeURIComponent(unit.id)}`),
    enabled: isLarge,
  });
  if (!isLarge) return <UnitPlan {...props} />;
  if (whole.error !== null) return <ProblemNote error={whole.error} onRetry={() => void whole.refetch()} />;
  return whole.data === undefined ? <PageSkeleton /> : <UnitPlan {...props} unit={whole.data} />;
}
