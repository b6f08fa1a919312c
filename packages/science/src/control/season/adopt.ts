import {
  candidatesOf,
  type Library,
  type PlanResult,
  type PlanSettings,
  type PlanUnit,
} from '../../plan/index.ts';
import { promiseOf } from '../replan/promises.ts';
import { adoptedUnits, type ProgrammeRecord } from './programme-record.ts';

/**
 * A plan becomes the programme: what it promises of each unit is worked out once and kept, so that no later picture, library or
 * setting moves what seasons are held against.
 *
 * @param observedTo last year observed when the plan was made
 * @param seasonAt part of a year at which its season is seen
 */
export function adoptProgramme(
  plan: PlanResult,
  units: readonly PlanUnit[],
  library: Library,
  settings: PlanSettings,
  times: { readonly observedTo: number; readonly acceptanceYears: number; readonly seasonAt: number },
): ProgrammeRecord {
  const planned = new Map(plan.units.map((unit) => [unit.id, unit.choice]));
  return {
    observedTo: times.observedTo,
    settings,
    libraryHash: library.hash,
    units,
    plan: { ...plan, front: null },
    adopted: adoptedUnits(plan),
    promises: units.map((unit) => {
      const choice = planned.get(unit.id) ?? null;
      const candidate =
        choice === null || choice.year === null
          ? undefined
          : candidatesOf(unit, library, settings, plan.start).candidates.find(
              ({ one }) => one.id === choice.id,
            );
      return promiseOf(unit, candidate === undefined ? null : { candidate, year: choice!.year! }, library, {
        from: times.observedTo,
        acceptanceYears: times.acceptanceYears,
        seasonAt: times.seasonAt,
      });
    }),
    repairs: [],
    seasons: [],
  };
}
