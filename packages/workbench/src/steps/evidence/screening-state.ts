import {
  conflictsOf,
  courseOfScreening,
  recordVerdicts,
  type ScreenStage,
  screenerAgreement,
  stoppingSignals,
} from '@aftermine/science/evidence';
import type { ScreeningState } from '../../ports/index.ts';
import type { Review } from './review.ts';

/** How far a stage of screening is: full texts are asked of what title and abstract let in. */
export function screeningState(
  { works, screening }: Pick<Review, 'works' | 'screening'>,
  stage: ScreenStage,
): ScreeningState {
  const verdicts = recordVerdicts(screening, stage);
  const count = (wanted: string): number => verdicts.filter(({ verdict }) => verdict === wanted).length;
  const before =
    stage === 'title-abstract'
      ? works.length
      : recordVerdicts(screening, 'title-abstract').filter(({ verdict }) => verdict === 'include').length;
  const total = Math.max(before, verdicts.length);
  return {
    stage,
    works: total,
    verdicts: verdicts.length,
    included: count('include'),
    excluded: count('exclude'),
    unsure: count('unsure'),
    conflicts: conflictsOf(screening, stage).map(({ record }) => record),
    agreement: screenerAgreement(screening, stage),
    signals: stoppingSignals(courseOfScreening(verdicts), total),
  };
}
