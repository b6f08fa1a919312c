import type { DatabaseSync } from 'node:sqlite';
import type { UnitDiagnosis } from '@aftermine/science/diagnose';
import { briefUnit, type PlannedUnit } from '@aftermine/science/plan';
import { deriveRecordList } from './record-lists.ts';

/**
 * Lists beside the whole ones, for pages that show every unit and would read hundreds of megabytes for a few figures of each:
 * `brief` of the plan, `plan-brief` of the programme and of the plan beside it, `verdicts` of the diagnosis (`id`, `score`, `mode`). They are made from the
 * lists just saved, so that they cannot disagree, and run inside the caller's transaction.
 */
export function saveBriefPlan(db: DatabaseSync): void {
  deriveRecordList<PlannedUnit>(db, 'plan', 'units', 'brief', briefUnit);
}

/** As `saveBriefPlan`, of the programme in force. */
export function saveBriefProgramme(db: DatabaseSync): void {
  deriveRecordList<PlannedUnit>(db, 'programme', 'plan-units', 'plan-brief', briefUnit);
}

/** As `saveBriefPlan`, of the plan that stands beside the programme in force. */
export function saveBriefSolved(db: DatabaseSync): void {
  deriveRecordList<PlannedUnit>(db, 'solved-plan', 'plan-units', 'plan-brief', briefUnit);
}

/** As `saveBriefPlan`, of the diagnosis. */
export function saveVerdicts(db: DatabaseSync): void {
  deriveRecordList<UnitDiagnosis>(db, 'diagnosis', 'units', 'verdicts', ({ id, score, mode }) => ({
    id,
    score,
    mode,
  }));
}
