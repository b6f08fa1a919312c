import type { PlanUnit } from '../facts/plan-unit.ts';
import type { ObjectiveValues } from '../result.ts';
import { addPayers, type Fund } from './funds.ts';
import { ScaleSums } from './objective-scales.ts';
import { type StudyRules, studyUnit } from './study-unit.ts';

/** What has to be known of all units before the options of any are reckoned. */
export interface Survey {
  readonly scales: ObjectiveValues;
  /** Masks over the funds that may pay some public line. */
  readonly payers: ReadonlySet<number>;
}

/**
 * Looks at every unit once and keeps nothing of it: scales of the objectives, and which funds lines may be paid from.
 *
 * @throws what `studyUnit` throws
 */
export function surveyUnits(units: readonly PlanUnit[], rules: StudyRules, funds: readonly Fund[]): Survey {
  const sums = new ScaleSums();
  const payers = new Set<number>();
  for (const unit of units) {
    const { derived, first, sound } = studyUnit(unit, rules);
    const { candidates } = derived;
    // What somebody has to want reaches as far as the demand: it is no measure of what the land could bring.
    sums.add(first.filter((_, place) => !candidates[place]!.one.use.needsDemand));
    for (const place of sound) addPayers(payers, funds, candidates[place]!);
  }
  return { scales: sums.scales(), payers };
}
