import { type Unknown, unknown } from '../../base/index.ts';
import type { SolveLinear } from '../../plan/index.ts';
import { ITSELF, isOpen, type LedgerDraft } from '../actions/index.ts';
import { type Alarm, falseAlarmRate, raiseAlarms, seasonWeather } from '../alarms/index.ts';
import {
  type FanKnowledge,
  type FilterCase,
  type FilterYear,
  forecastFan,
  learnSeasons,
  reachProbability,
  sightingsOf,
  type UnitPromise,
  yearsOf,
} from '../forecast/index.ts';
import type { ControlSettings } from '../settings.ts';
import { exposures } from './exposures.ts';
import { fieldRecord } from './field-note.ts';
import { planAgain } from './plan-again.ts';
import type { ProgrammeRecord } from './programme-record.ts';
import { recheckCases, recheckLines } from './recheck.ts';
import type { SeenUnit } from './repair-cases.ts';
import { principles, type ScorecardInput, scorecard } from './scorecard.ts';
import type { SeasonInput } from './season-input.ts';
import { moneyAfter } from './season-money.ts';
import type { SeasonResult, UnitSeason } from './season-record.ts';
import { socialLines } from './social-lines.ts';
import { unitSeason } from './unit-season.ts';
import { recoveryWheel, socialWheel } from './wheels.ts';

/** A season, the programme as it goes on, and what the history says of it. */
export interface SeasonOutcome {
  readonly season: SeasonResult;
  readonly programme: ProgrammeRecord;
  readonly lines: readonly Omit<LedgerDraft, 'at'>[];
}

/**
 * One turn of the loop: what was seen against what was promised, what the season teaches, alerts, corrective works, and the rest of
 * the programme planned again.
 */
export async function runSeason(input: SeasonInput, solve: SolveLinear): Promise<SeasonOutcome> {
  const { year, programme, observation, settings } = input;
  const field = fieldRecord(input.fieldNotes, year);
  const seasons = Array.from({ length: year - programme.observedTo }, (_, i) => programme.observedTo + 1 + i);
  const cases = programme.promises.map((promise): FilterCase => {
    const count = field.survival.get(promise.unit);
    return {
      promise,
      sightings: sightingsOf(observation, promise.unit, [promise.from, ...seasons], settings.filter),
      ...(count === undefined ? {} : { count }),
    };
  });
  const learned = learnSeasons(cases, year, settings.filter);
  const filters = new Map(cases.map(({ promise }, u) => [promise.unit, yearsOf(learned.filtered, u)]));
  const weather = seasonWeather(observation, year);
  const exposure = exposures(programme);
  const departed = raiseAlarms({
    ...settings,
    year,
    units: programme.promises.map((promise) => {
      const count = field.survival.get(promise.unit);
      return {
        promise,
        site: input.sites.get(promise.unit) ?? '',
        exposure: exposure.get(promise.unit) ?? 0,
        ...(count === undefined ? {} : { count }),
        resetYear: answeredIn(input, promise.unit),
      };
    }),
    filterOf: (unit) => filters.get(unit) ?? [],
    disturbances: input.disturbances,
    weather,
  });
  const rechecks = recheckCases(input.cases, input.earlier, departed, filters, year);
  const open = new Set(
    input.cases.flatMap(({ alert, state }) =>
      isOpen(state) ? [input.earlier.get(alert)?.unit ?? null] : [],
    ),
  );
  // What somebody is seeing to is no news.
  const alarms = departed.filter(({ unit }) => unit === null || !open.has(unit));
  const knownOf = (u: number): FanKnowledge => ({
    ...(cases[u]!.count === undefined ? {} : { count: cases[u]!.count }),
    pooled: learned.pooled[u]!,
    noise: learned.noise,
  });
  const seen = cases.map(
    ({ promise }): SeenUnit => ({ unit: promise.unit, promise, filter: filters.get(promise.unit)! }),
  );
  const again = await planAgain(input, seen, learned.learned, departed, exposure, field, knownOf, solve);
  // Forecasts come after the plan: there is no need to hold them beside all that may be chosen.
  const units = unitsAfter(input, cases, filters, departed, knownOf);
  const inForce = again?.replan.plan ?? programme.plan;
  const score: ScorecardInput = {
    year,
    units,
    plan: inForce,
    adopted: programme.adopted,
    field,
    repairs: programme.repairs,
    openAlerts: input.cases.filter(({ state }) => isOpen(state)).length + alarms.length,
    closedAlerts: input.cases.filter(({ state }) => state === 'closed').length,
  };
  const lines = scorecard(score);
  const season: SeasonResult = {
    year,
    first: programme.plan.start,
    currency: programme.plan.currency,
    index: observation.fit.gate === 'refused' ? observation.trajectories.boundary.index : 'rsei',
    target: settings.target,
    weather,
    units,
    alarms,
    learned: learned.learned,
    checks: learned.checks,
    replan: again?.replan ?? null,
    money: moneyAfter(programme, year, again?.replan.repairs ?? []),
    wheel: recoveryWheel(units, programme, field),
    social: socialWheel(socialLines(lines, score)),
    scorecard: lines,
    principles: principles(lines, score),
    falseAlarmRate: falseAlarmRate(input.cases),
    notes: again === null ? [{ key: 'season-note.nothing-left', params: {} }] : again.notes,
    madeFrom: input.madeFrom,
  };
  return {
    season,
    programme: {
      ...programme,
      plan: inForce,
      promises: again?.promises ?? programme.promises,
      repairs: [...programme.repairs, ...(again?.replan.repairs ?? [])],
      seasons: [...programme.seasons, year],
    },
    lines: [
      ...recheckLines(rechecks, year),
      ...alarms.map(({ id, kind, unit, rank }) => ({
        by: ITSELF,
        kind: 'raised' as const,
        alert: id,
        detail: { season: year, kind, unit, rank: Number(rank.toFixed(4)) },
      })),
      ...(again === null
        ? []
        : [
            {
              by: ITSELF,
              kind: 'replanned' as const,
              alert: null,
              detail: {
                season: year,
                status: again.replan.status,
                changes: again.replan.changes.length,
                repairs: again.replan.repairs.length,
              },
            },
          ]),
      {
        by: ITSELF,
        kind: 'season-closed' as const,
        alert: null,
        detail: { season: year, alarms: alarms.length },
      },
    ],
  };
}

function unitsAfter(
  { programme, year, settings }: SeasonInput,
  cases: readonly FilterCase[],
  filters: ReadonlyMap<string, readonly FilterYear[]>,
  alarms: readonly Alarm[],
  knownOf: (unit: number) => FanKnowledge,
): readonly UnitSeason[] {
  const facts = new Map(programme.units.map((unit) => [unit.id, unit]));
  const byUnit = new Map<string, Alarm[]>();
  for (const alarm of alarms)
    if (alarm.unit !== null) byUnit.set(alarm.unit, [...(byUnit.get(alarm.unit) ?? []), alarm]);
  return cases.map(({ promise, sightings }, u) => {
    const filter = filters.get(promise.unit)!;
    const last = filter.at(-1);
    const until = promise.acceptanceYear ?? year + settings.acceptanceYears;
    return unitSeason(
      facts.get(promise.unit)!,
      year,
      {
        promise,
        sightings,
        filter,
        // Of land that nothing is promised of there is nothing to forecast.
        fan:
          last === undefined || promise.package === null
            ? []
            : forecastFan(last.state, promise, Math.max(until, year + 1), settings.filter, knownOf(u)),
        reach: reachOf(last, promise, settings, knownOf(u)),
        alarms: byUnit.get(promise.unit) ?? [],
      },
      settings,
    );
  });
}

function reachOf(
  last: FilterYear | undefined,
  promise: UnitPromise,
  settings: ControlSettings,
  known: FanKnowledge,
): number | Unknown {
  if (last === undefined) return unknown('no-observation');
  if (promise.acceptanceYear === null) return unknown('no-works-yet');
  return reachProbability(last.state, promise, settings.target, settings.filter, known);
}

/** Latest season whose alarm on a unit somebody acted on or decided about; null for none. */
function answeredIn({ cases, earlier }: SeasonInput, unit: string): number | null {
  const years = cases.flatMap(({ alert, state }) => {
    const alarm = earlier.get(alert);
    return alarm?.unit === unit && state !== 'new' && state !== 'check' ? [alarm.year] : [];
  });
  return years.length === 0 ? null : Math.max(...years);
}
