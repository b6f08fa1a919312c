import { chargeFunds, type SolveLinear } from '../../plan/index.ts';
import type { ProgrammeRecord } from '../season/programme-record.ts';
import { runSeason } from '../season/run-season.ts';
import type { SeasonResult } from '../season/season-record.ts';
import type { Course } from './policy-outcome.ts';
import { seenSeasons } from './seen-seasons.ts';
import { runCourse } from './true-course.ts';
import { courseEvents, type TrueFuture, trueCourse, wildCourse } from './true-outcome.ts';
import { commitmentsOf, type WorthProblem } from './worth-problem.ts';

/** What yearly steering made of a programme in one future. */
export interface Steered extends Course {
  /** Choices that differed from the plan of the year before, over all seasons. */
  readonly changes: number;
  readonly alarms: number;
  /** Corrective works that seasons proposed and no fund could pay. */
  readonly unpaid: number;
}

/** Money that is no money: rounding of a solver. */
const ROUNDING = 1e-6;

/**
 * Runs a programme through its seasons in one future, by `runSeason` and nothing else: pictures of the true land, what they teach,
 * alarms, corrective works, the rest planned again. Works begin in the year they are planned for; every corrective work is done.
 */
export async function steerProgramme(
  problem: WorthProblem,
  future: TrueFuture,
  solve: SolveLinear,
): Promise<Steered> {
  const { input, times } = problem;
  const { control, library, seed, observedTo } = input;
  let { record } = problem;
  const last = Math.min(
    times.start + input.settings.years - 1 + input.worth.seasonsAfter,
    times.start + times.horizon - 1,
  );
  const seen = new Map(
    record.promises.map(({ unit, now }) => [unit, [{ year: observedTo, closeness: now, deviate: 0 }]]),
  );
  const sites = new Map(record.units.map(({ id }) => [id, '']));
  let previous: Pick<SeasonResult, 'learned'> | null = null;
  let [changes, alarms, unpaid] = [0, 0, 0];
  for (let year = times.start; year <= last; year += 1) {
    for (const [unit, seasons] of seen)
      seasons.push({
        year,
        closeness: closenessIn(unit, year, record, problem, future),
        deviate: future.truth.look(unit, year),
      });
    const years = Array.from({ length: year - observedTo + 1 }, (_, i) => observedTo + i);
    const observation = seenSeasons(
      record.units.map((unit) => ({
        unit: unit.id,
        areaHa: unit.areaHa,
        look: problem.lookOf(unit),
        seasons: seen.get(unit.id)!,
      })),
      years,
      future.truth.isDrought,
      control.filter,
    );
    const { season, programme } = await runSeason(
      {
        year,
        programme: record,
        observation,
        library,
        settings: control,
        fieldNotes: [],
        disturbances: [],
        sites,
        cases: [],
        earlier: new Map(),
        previous,
        seasonAt: times.seasonAt,
        seed,
        madeFrom: NOTHING,
      },
      solve,
    );
    changes += season.replan?.changes.length ?? 0;
    alarms += season.alarms.length;
    const short = uncovered(programme, problem) > ROUNDING;
    if (short) unpaid += season.replan!.repairs.length;
    record = short ? withoutRepairs(programme, record) : programme;
    previous = season;
  }
  return {
    choices: commitmentsOf(record.plan),
    repairs: repairsOf(record),
    works: record.plan.works ?? [],
    changes,
    alarms,
    unpaid,
  };
}

/** True closeness of a unit in a season, under all that has begun by then. */
function closenessIn(
  unit: string,
  year: number,
  record: ProgrammeRecord,
  problem: WorthProblem,
  future: TrueFuture,
): number {
  const { start, seasonAt } = problem.times;
  const until = year + seasonAt - start;
  const choice = commitmentsOf(record.plan).get(unit);
  if (choice === undefined || choice.year > year) {
    const { now, before } = problem.record.promises.find((one) => one.unit === unit)!;
    const without = wildCourse(before, unit, future.truth);
    return runCourse({ now, without, with: without }, [], until).closeness;
  }
  const option = problem.option(unit, choice);
  const events = courseEvents(option, repairsOf(record).get(unit) ?? [], future);
  return runCourse(trueCourse(option, future.truth), events, until).closeness;
}

function repairsOf({ repairs }: Pick<ProgrammeRecord, 'repairs'>): ReadonlyMap<string, readonly number[]> {
  const years = new Map<string, number[]>();
  for (const { unit, year } of repairs)
    years.set(
      unit,
      [...(years.get(unit) ?? []), year].sort((a, b) => a - b),
    );
  return years;
}

/** Cost of corrective works that no fund can pay. */
function uncovered({ repairs }: ProgrammeRecord, { programme, input }: WorthProblem): number {
  return chargeFunds(programme.funds, repairs, input.settings.carryOver).uncovered;
}

/** A programme whose corrective works of this season are not done: what nobody can pay. */
function withoutRepairs(after: ProgrammeRecord, before: ProgrammeRecord): ProgrammeRecord {
  const proposed = new Set(after.repairs.slice(before.repairs.length).map(({ unit }) => unit));
  const earlier = new Map(before.promises.map((promise) => [promise.unit, promise]));
  return {
    ...after,
    repairs: before.repairs,
    promises: after.promises.map((promise) =>
      proposed.has(promise.unit) ? earlier.get(promise.unit)! : promise,
    ),
  };
}

const NOTHING: SeasonResult['madeFrom'] = {
  observation: '',
  plan: '',
  settings: '',
  fieldNotes: null,
  ledger: { entries: 0, head: '' },
};
