import type { PlanStanding } from '@aftermine/science/control';
import type { PlanResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import type { CompareView } from './compare-view.ts';
import type { PlanOption } from './plan-options.ts';
import type { RankBand } from './rank-options.ts';

/** What every part of the comparison is given. */
export interface CompareProps {
  readonly plan: PlanResult;
  readonly words: PlanWords;
  readonly options: readonly PlanOption[];
  /** In the order of the options; null for what takes part in no ranking. */
  readonly bands: readonly (RankBand | null)[];
  /** What the plan that was solved last is to the programme; null before one is adopted. */
  readonly standing: PlanStanding | null;
  readonly view: CompareView;
}
