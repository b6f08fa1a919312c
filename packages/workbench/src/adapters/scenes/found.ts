import type { SceneDraft, SceneProblem } from '@aftermine/science/observe';

/** What one finder found. */
export interface Found {
  readonly drafts: SceneDraft[];
  readonly problems: SceneProblem[];
}
