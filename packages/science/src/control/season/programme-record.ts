import type { PlanResult, PlanSettings, PlanUnit } from '../../plan/index.ts';
import type { UnitPromise } from '../forecast/types.ts';

/** The programme as it is in force: what was adopted once, and what each season made of it. */
export interface ProgrammeRecord {
  /** Last year observed when it was adopted: closeness `now` of the first promises was seen then. */
  readonly observedTo: number;
  readonly settings: PlanSettings;
  /** Hash of library and cost file it was made from. */
  readonly libraryHash: string;
  /** Units as the diagnosis saw them when the programme was adopted; gates and prices rest on these. */
  readonly units: readonly PlanUnit[];
  readonly plan: PlanResult;
  readonly promises: readonly UnitPromise[];
  /** Corrective works paid or bound so far, and years of shared works that stand. */
  readonly repairs: readonly { readonly unit: string; readonly year: number; readonly cost: number }[];
  /** Seasons that were closed, in order. */
  readonly seasons: readonly number[];
}
