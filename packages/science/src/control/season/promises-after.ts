import type { UnitPromise } from '../forecast/index.ts';
import { PLANT_GAPS, survivalWithGaps } from '../replan/gap-planting.ts';
import { promiseOf } from '../replan/promises.ts';
import type { Replanned } from '../replan/replan.ts';
import type { SeenUnit } from './repair-cases.ts';
import type { SeasonInput } from './season-input.ts';
import type { SeasonReplan } from './season-record.ts';
import { closenessNow } from './unit-season.ts';

/** Promises of what goes on: units that have begun keep theirs, repaired ones begin a new course, the rest is promised anew. */
export function promisesAfter(
  { programme, library, settings, year, seasonAt }: SeasonInput,
  units: readonly SeenUnit[],
  { repairs, status }: SeasonReplan,
  replanned: Replanned,
): readonly UnitPromise[] {
  const repaired = new Map(repairs.map((repair) => [repair.unit, repair]));
  const seen = new Map(units.map((unit) => [unit.unit, closenessNow(unit)]));
  const states = new Map(units.map(({ unit, filter }) => [unit, filter.at(-1)?.state]));
  const chosen = new Map(
    replanned.planned.chosen.map((option) => [option.candidate.unit.id, option] as const),
  );
  const facts = new Map(replanned.units.map((unit) => [unit.id, unit]));
  return programme.promises.map((promise) => {
    const repair = repaired.get(promise.unit);
    const now = seen.get(promise.unit) ?? null;
    if (repair !== undefined && now !== null && promise.after !== null)
      return {
        ...promise,
        from: year,
        now,
        readyAt: repair.year + 0.5 - seasonAt,
        survival:
          repair.action === PLANT_GAPS
            ? survivalWithGaps(promise, states.get(promise.unit)!)
            : promise.survival,
        before: {
          ...promise.before,
          asymptote: Math.max(promise.before.asymptote, Math.min(now, promise.after.asymptote)),
        },
      };
    if (replanned.committed.has(promise.unit) || status === 'infeasible' || status === 'unknown')
      return promise;
    const option = chosen.get(promise.unit);
    return promiseOf(
      facts.get(promise.unit)!,
      option === undefined ? null : { candidate: option.candidate, year: option.year },
      library,
      {
        from: now === null ? promise.from : year,
        ...(now === null ? {} : { now }),
        acceptanceYears: settings.acceptanceYears,
        seasonAt,
      },
      replanned.learned,
    );
  });
}
