import type { PlanResult, SolveLinear } from '../../plan/index.ts';
import type { Alarm } from '../alarms/index.ts';
import type { FanKnowledge, LearnedCurve, UnitPromise } from '../forecast/index.ts';
import { proposeGapPlantings } from '../replan/gap-planting.ts';
import { planChanges } from '../replan/plan-changes.ts';
import { promisedCloseness } from '../replan/promises.ts';
import { proposeRepairs } from '../replan/repairs.ts';
import { type Replanned, replan } from '../replan/replan.ts';
import type { FieldRecord } from './field-note.ts';
import { promisesAfter } from './promises-after.ts';
import { gapCases, repairCases, type SeenUnit } from './repair-cases.ts';
import type { SeasonInput } from './season-input.ts';
import { moneyLeft, purseAfter } from './season-money.ts';
import type { Repair, SeasonReplan, SeasonResult } from './season-record.ts';
import { closenessNow } from './unit-season.ts';

/** Learned factors that moved by more than this since the last season are told as a reason for a change of plan. */
const MOVED = 0.05;

export interface Again {
  readonly replan: SeasonReplan;
  readonly promises: readonly UnitPromise[];
  readonly notes: SeasonResult['notes'];
}

/** The rest of the programme planned again; null where nothing is left to begin and nothing to repair. */
export async function planAgain(
  input: SeasonInput,
  units: readonly SeenUnit[],
  learned: readonly LearnedCurve[],
  alarms: readonly Alarm[],
  exposure: ReadonlyMap<string, number>,
  field: FieldRecord,
  knownOf: (unit: number) => FanKnowledge,
  solve: SolveLinear,
): Promise<Again | null> {
  const { year, programme, settings } = input;
  const { plan } = programme;
  const lastStart = plan.start + plan.years - 1;
  const { left } = moneyLeft(programme, year);
  const { replant } = settings.replan;
  const answered = proposeRepairs(
    repairCases(units, alarms, exposure, input, knownOf),
    plan,
    year + 1,
    left,
    replant,
  );
  const repairs = [
    ...answered,
    ...(replant.gaps
      ? proposeGapPlantings(
          gapCases(units, answered, input, knownOf),
          plan,
          year + 1,
          purseAfter(answered, programme, year + 1),
          replant,
          input.seasonAt,
        )
      : []),
  ];
  if (year >= lastStart && repairs.length === 0 && field.postponed.size === 0) return null;
  const of = (paid: readonly Repair[]): Promise<Replanned> =>
    replan(
      {
        year,
        programme,
        library: input.library,
        settings: settings.replan,
        closeness: new Map(
          units.flatMap((unit) => {
            const now = closenessNow(unit);
            return now === null ? [] : [[unit.unit, now] as const];
          }),
        ),
        learned,
        postponed: field.postponed,
        repairs: paid,
        seed: input.seed,
        ...(input.elapsed === undefined ? {} : { elapsed: input.elapsed }),
      },
      solve,
    );
  let paid = repairs;
  let replanned = await of(paid);
  const notes: { key: string; params: Record<string, string | number> }[] = [];
  if (replanned.planned.result.status === 'infeasible' && paid.length > 0) {
    paid = [];
    replanned = await of(paid);
    notes.push({ key: 'season-note.repairs-unpaid', params: { count: repairs.length } });
  }
  const found = replanned.planned.result;
  if (found.status === 'infeasible' || found.status === 'unknown') {
    notes.push({ key: 'season-note.no-replan', params: {} });
    const kept = unchanged(found.status, plan, paid);
    return { replan: kept, promises: promisesAfter(input, units, kept, replanned), notes };
  }
  const changes = planChanges(plan, found, {
    departure: departures(units, year),
    moved: movedMeasures(input.previous?.learned ?? [], learned),
    postponed: field.postponed,
    charged: paid.reduce((sum, { cost }) => sum + cost, 0),
  });
  const had = new Set(plan.units.flatMap(({ id, choice }) => (choice === null ? [] : [id])));
  const movable = found.units.filter(
    ({ id, choice }) => !replanned.committed.has(id) && (choice !== null || had.has(id)),
  ).length;
  const again: SeasonReplan = {
    status: found.status,
    plan: { ...found, front: null },
    changes,
    repairs: paid,
    kept: movable - changes.length,
    movable,
  };
  return { replan: again, promises: promisesAfter(input, units, again, replanned), notes };
}

function unchanged(
  status: SeasonReplan['status'],
  plan: PlanResult,
  repairs: readonly Repair[],
): SeasonReplan {
  return { status, plan, changes: [], repairs, kept: 0, movable: 0 };
}

/** Filtered closeness less what was promised, with its standard deviation. */
function departures(
  units: readonly SeenUnit[],
  year: number,
): ReadonlyMap<string, { readonly closeness: number; readonly sd: number }> {
  return new Map(
    units.flatMap(({ unit, promise, filter }) => {
      const last = filter.at(-1);
      return last === undefined || last.seen === null
        ? []
        : [
            [
              unit,
              {
                closeness: last.state.mean[0] - promisedCloseness(promise, year),
                sd: Math.sqrt(last.state.covariance[0]),
              },
            ] as const,
          ];
    }),
  );
}

function movedMeasures(before: readonly LearnedCurve[], after: readonly LearnedCurve[]): ReadonlySet<string> {
  const old = new Map(before.map((curve) => [`${curve.zone} ${curve.measure}`, curve]));
  return new Set(
    after.flatMap((curve) => {
      const was = old.get(`${curve.zone} ${curve.measure}`);
      const moved =
        Math.abs(curve.rate.factor - (was?.rate.factor ?? 1)) > MOVED ||
        Math.abs(curve.asymptote.factor - (was?.asymptote.factor ?? 1)) > MOVED;
      return moved ? [curve.measure] : [];
    }),
  );
}
