import { type Unknown, unknown } from '../../base/index.ts';
import type { ObservationResult } from '../../observe/index.ts';
import { chargeFunds, fundsOf, type Library, type PlanResult, type SolveLinear } from '../../plan/index.ts';
import { type AlertCase, ITSELF, isOpen, type LedgerDraft } from '../actions/index.ts';
import { type Alarm, type Disturbance, falseAlarmRate, raiseAlarms, seasonWeather } from '../alarms/index.ts';
import {
  type FanKnowledge,
  type FilterCase,
  type FilterState,
  type FilterYear,
  forecastFan,
  type LearnedCurve,
  learnSeasons,
  probabilityBelow,
  reachProbability,
  sightingsOf,
  type UnitPromise,
  yearsOf,
} from '../forecast/index.ts';
import { type GapCase, PLANT_GAPS, proposeGapPlantings, survivalWithGaps } from '../replan/gap-planting.ts';
import { moneyLeftOver } from '../replan/money-left-over.ts';
import { planChanges } from '../replan/plan-changes.ts';
import { promisedCloseness, promiseOf } from '../replan/promises.ts';
import { proposeRepairs, type RepairCase } from '../replan/repairs.ts';
import { type Replanned, replan } from '../replan/replan.ts';
import type { ControlSettings } from '../settings.ts';
import { type FieldNote, type FieldRecord, fieldRecord } from './field-note.ts';
import type { ProgrammeRecord } from './programme-record.ts';
import { recheckCases, recheckLines } from './recheck.ts';
import { principles, type ScorecardInput, scorecard } from './scorecard.ts';
import type { Repair, ScorecardLine, SeasonReplan, SeasonResult, UnitSeason } from './season-record.ts';
import { closenessNow, unitSeason } from './unit-season.ts';
import { recoveryWheel, socialWheel } from './wheels.ts';

/** Everything one turn of the loop is made from. */
export interface SeasonInput {
  readonly year: number;
  readonly programme: ProgrammeRecord;
  readonly observation: ObservationResult;
  readonly library: Library;
  readonly settings: ControlSettings;
  readonly fieldNotes: readonly FieldNote[];
  /** New disturbance of the season outside permitted areas, by place. */
  readonly disturbances: readonly Disturbance[];
  /** Village or group of each unit, by which alerts are gathered. */
  readonly sites: ReadonlyMap<string, string>;
  readonly cases: readonly AlertCase[];
  /** Alarms of earlier seasons, by id. */
  readonly earlier: ReadonlyMap<string, Alarm>;
  readonly previous: Pick<SeasonResult, 'learned'> | null;
  readonly seasonAt: number;
  readonly seed: number;
  readonly elapsed?: () => number;
  readonly madeFrom: SeasonResult['madeFrom'];
}

/** A season, the programme as it goes on, and what the history says of it. */
export interface SeasonOutcome {
  readonly season: SeasonResult;
  readonly programme: ProgrammeRecord;
  readonly lines: readonly Omit<LedgerDraft, 'at'>[];
}

/** Learned factors that moved by more than this since the last season are told as a reason for a change of plan. */
const MOVED = 0.05;

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

/** What a season found of a unit. */
type SeenUnit = Pick<UnitSeason, 'unit' | 'promise' | 'filter'>;

interface Again {
  readonly replan: SeasonReplan;
  readonly promises: readonly UnitPromise[];
  readonly notes: SeasonResult['notes'];
}

/** The rest of the programme planned again; null where nothing is left to begin and nothing to repair. */
async function planAgain(
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

/** Public money of the programme that is bound by what has begun and by repairs, and what is left; null without a budget. */
function moneyLeft(
  { plan, repairs }: ProgrammeRecord,
  year: number,
): { readonly bound: number; readonly left: number | null } {
  const bound =
    plan.units.reduce(
      (sum, { choice, bill }) =>
        choice?.year == null || choice.year > year
          ? sum
          : sum + bill.reduce((all, { cost, payer }) => (payer === 'public' ? all + cost : all), 0),
      0,
    ) + repairs.reduce((sum, { cost }) => sum + cost, 0);
  const money = plan.rows.filter(({ id }) => /^budget:\d{4}$/.test(id));
  if (money.length === 0) return { bound, left: null };
  // Rows of a plan that was made again are short by what repairs took already.
  const all = money.reduce((sum, { limit }) => sum + limit, 0);
  const charged = repairs.reduce((sum, { cost }) => sum + cost, 0);
  return { bound, left: all - (bound - charged) };
}

/** Money bound and left once the corrective works of a season are bound too. */
function moneyAfter(
  programme: ProgrammeRecord,
  year: number,
  repairs: readonly Repair[],
): SeasonResult['money'] {
  const { bound, left } = moneyLeft(programme, year);
  const cost = repairs.reduce((sum, one) => sum + one.cost, 0);
  return { bound: bound + cost, left: left === null ? null : left - cost };
}

/** Money that the plan in force leaves over once corrective works so far and those of the season are paid. */
function purseAfter(
  answered: readonly Repair[],
  { plan, repairs, settings }: ProgrammeRecord,
  year: number,
): (cost: number) => boolean {
  const years = Array.from({ length: plan.years }, (_, i) => plan.start + i);
  const { funds } = chargeFunds(fundsOf(settings, years), repairs, settings.carryOver);
  const purse = moneyLeftOver(plan, funds, year, settings.carryOver);
  return answered.every(({ cost }) => purse(cost)) ? purse : () => false;
}

/** Latest season whose alarm on a unit somebody acted on or decided about; null for none. */
function answeredIn({ cases, earlier }: SeasonInput, unit: string): number | null {
  const years = cases.flatMap(({ alert, state }) => {
    const alarm = earlier.get(alert);
    return alarm?.unit === unit && state !== 'new' && state !== 'check' ? [alarm.year] : [];
  });
  return years.length === 0 ? null : Math.max(...years);
}

/** Units whose recovery needs help: those that an alarm says are lost, and those whose forecast stays low. */
function repairCases(
  units: readonly SeenUnit[],
  alarms: readonly Alarm[],
  exposure: ReadonlyMap<string, number>,
  input: SeasonInput,
  knownOf: (unit: number) => FanKnowledge,
): readonly RepairCase[] {
  const { year, programme } = input;
  const byUnit = new Map(
    alarms.flatMap((alarm) =>
      alarm.unit !== null && alarm.corrective.includes('replant') ? [[alarm.unit, alarm] as const] : [],
    ),
  );
  const lately = new Set(programme.repairs.flatMap((one) => (one.year >= year - 1 ? [one.unit] : [])));
  return units.flatMap((unit, u): RepairCase[] => {
    const { promise, filter } = unit;
    const last = filter.at(-1);
    if (last === undefined || promise.measure === null || promise.readyAt === null || promise.readyAt > year)
      return [];
    if (lately.has(unit.unit)) return [];
    const alarm = byUnit.get(unit.unit);
    if (alarm === undefined) return [];
    const probability = shortfall(last.state, promise, input, knownOf(u));
    return [
      {
        unit: unit.unit,
        alarm: alarm.id,
        action: 'replant',
        probability: Math.max(
          probability,
          alarm.kind === 'relapse' || alarm.kind === 'sudden-loss' ? alarm.confidence : 0,
        ),
        exposure: exposure.get(unit.unit) ?? 0,
      },
    ];
  });
}

/** Probability that a unit stays below what replanting asks for, or below its promise where that is less. */
function shortfall(
  state: FilterState,
  promise: UnitPromise,
  { settings, year }: SeasonInput,
  known: FanKnowledge,
): number {
  const { closeness, years } = settings.replan.replant;
  const limit = Math.min(closeness, promisedCloseness(promise, year + years));
  return probabilityBelow(state, promise, year + years, limit, settings.filter, known);
}

/** Units whose works stand, that were seen, and that were not planted again before: a second time adds next to nothing. */
function gapCases(
  units: readonly SeenUnit[],
  answered: readonly Repair[],
  input: SeasonInput,
  knownOf: (unit: number) => FanKnowledge,
): readonly GapCase[] {
  const { year, programme } = input;
  const again = new Set([...programme.repairs, ...answered].map(({ unit }) => unit));
  return units.flatMap(({ unit, promise, filter }, u): GapCase[] => {
    const last = filter.at(-1);
    const { measure, readyAt } = promise;
    if (last === undefined || last.seen === null || measure === null || readyAt === null || readyAt > year)
      return [];
    if (again.has(unit)) return [];
    const probability = shortfall(last.state, promise, input, knownOf(u));
    return [{ promise, state: last.state, probability }];
  });
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

/** Share of the programme's land and public money that lies in each unit, 0..1, with hazards counted double. */
function exposures({ plan, units }: ProgrammeRecord): ReadonlyMap<string, number> {
  const largest = mostOf(plan.units, ({ areaHa }) => areaHa);
  const dearest = mostOf(plan.units, ({ choice }) => choice?.outcome?.publicCost ?? 0);
  const hazards = new Set(
    units.flatMap(({ id, problems }) =>
      problems.some(({ severity }) => severity === 'critical') ? [id] : [],
    ),
  );
  return new Map(
    plan.units.map(({ id, areaHa, choice }) => {
      const share =
        0.5 * Math.sqrt(areaHa / largest) + 0.5 * Math.sqrt((choice?.outcome?.publicCost ?? 0) / dearest);
      return [id, Math.min(1, hazards.has(id) ? 2 * share : share)];
    }),
  );
}

/** Greatest value, above 0. */
function mostOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((most, item) => Math.max(most, of(item)), 1e-9);
}

/** Promises of what goes on: units that have begun keep theirs, repaired ones begin a new course, the rest is promised anew. */
function promisesAfter(
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

/** Lines of the scorecard that say something of the social wheel. */
function socialLines(
  lines: readonly ScorecardLine[],
  { openAlerts, closedAlerts }: ScorecardInput,
): Parameters<typeof socialWheel>[0] {
  const shareOf = (id: string): { share: number | null; value: number; planned: number } => {
    const line = lines.find((one) => one.id === id);
    const [value, planned] = [line?.value, line?.planned];
    return typeof value === 'number' && typeof planned === 'number' && planned > 0
      ? { share: Math.min(1, value / planned), value: Math.round(value), planned: Math.round(planned) }
      : { share: null, value: 0, planned: 0 };
  };
  const [work, farmland] = [shareOf('labour'), shareOf('farmland')];
  const all = openAlerts + closedAlerts;
  return [
    {
      id: 'work',
      share: work.share,
      count: 1,
      evidence: { key: 'social-evidence.work', params: { value: work.value, planned: work.planned } },
    },
    {
      id: 'farmland',
      share: farmland.share,
      count: 1,
      evidence: {
        key: 'social-evidence.farmland',
        params: { value: farmland.value, planned: farmland.planned },
      },
    },
    {
      id: 'feedback',
      share: all > 0 ? closedAlerts / all : null,
      count: all,
      evidence: { key: 'social-evidence.feedback', params: { closed: closedAlerts, all } },
    },
  ];
}
