import {
  allocateProgramme,
  type Commitment,
  type Programme,
  type ProgrammeOption,
  type SolveLinear,
} from '../../plan/index.ts';
import { leaveDominated } from './leave-dominated.ts';
import { type Course, type PolicyOutcome, policyOutcome, weigh } from './policy-outcome.ts';
import { type TrueFuture, trueOutcome } from './true-outcome.ts';
import type { WorthOption } from './worth-option.ts';
import { programmeAround, type WorthProblem } from './worth-problem.ts';

/** The best that could be done in one future, and whether that is proven to the gap of the solver. */
export interface Perfect {
  readonly course: Course;
  readonly outcome: PolicyOutcome;
  readonly proven: boolean;
}

/** What a policy did, and what it came to. */
export type Taken = Omit<Perfect, 'proven'>;

/** Most corrective plantings of one unit that foresight makes. */
const MOST_REPAIRS = 2;
/** Value below which a difference is rounding. */
const ROUNDING = 1e-9;
/** Between the id of a package and the years of its corrective plantings. */
const MARK = '#';

/**
 * The plan of somebody who knows the future, under the same rows: every option carries its true value, and further options are the
 * same with corrective plantings in the years in which they pay. Courses that were really taken are among them, so that nothing that
 * was done is better than the best.
 *
 * @param taken what other policies did
 */
export async function perfectProgramme(
  problem: WorthProblem,
  future: TrueFuture,
  taken: readonly Taken[],
  solve: SolveLinear,
): Promise<Perfect> {
  const programme = withTaken(
    problem,
    taken.map(({ course }) => course),
  );
  const variants = new Map<string, { readonly choice: Commitment; readonly repairs: readonly number[] }>();
  const byUnit = new Map<string, ProgrammeOption[]>();
  for (const option of programme.options) {
    const { unit, one } = option.candidate;
    const choice = { package: one.id, year: option.year };
    const known = problem.option(unit.id, choice);
    const done = taken.flatMap(({ course: { choices, repairs } }) =>
      same(choices.get(unit.id), choice) ? [repairs.get(unit.id) ?? []] : [],
    );
    for (const repairs of schedules(known, done, problem, future)) {
      const id = repairs.length === 0 ? one.id : `${one.id}${MARK}${repairs.join('+')}`;
      const list = byUnit.get(unit.id) ?? [];
      if (list.some((other) => other.candidate.one.id === id && other.year === option.year)) continue;
      variants.set(`${unit.id} ${id} ${option.year}`, { choice, repairs });
      list.push({
        ...option,
        candidate: { ...option.candidate, one: { ...one, id } },
        value: weigh(trueOutcome(known, repairs, future).objectives, programme),
        use: withRepairs(option.use, known, repairs, problem),
      });
      byUnit.set(unit.id, list);
    }
  }
  const options = [...byUnit.values()].flatMap((list) => leaveDominated(list, programme));
  const allocation = await allocateProgramme(
    { ...programme, options, exclusive: withVariants(programme.exclusive, options) },
    problem.input.settings,
    solve,
    { seed: problem.input.seed },
  );
  const chosen = allocation.choice.map(
    ({ unit, package: of, year }) => [unit, variants.get(`${unit} ${of} ${year}`)!] as const,
  );
  const course: Course = {
    choices: new Map(chosen.map(([unit, { choice }]) => [unit, choice])),
    repairs: new Map(chosen.map(([unit, { repairs }]) => [unit, repairs])),
    works: allocation.works,
  };
  const found =
    allocation.objective === null ? [] : [{ course, outcome: policyOutcome(course, problem, future) }];
  // Within its gap a solver may leave a little; what others found is there for the taking.
  const all = [...found, ...taken];
  return {
    ...all.reduce((a, b) => (b.outcome.value > a.outcome.value ? b : a)),
    proven: allocation.status === 'optimal',
  };
}

/** The programme with every choice that was really made among its options. */
function withTaken(problem: WorthProblem, taken: readonly Course[]): Programme {
  const { programme, input } = problem;
  const has = new Set(programme.options.map(keyOf));
  const missing = taken.filter(({ choices }) =>
    [...choices].some(([unit, choice]) => !has.has(`${unit} ${choice.package} ${choice.year}`)),
  );
  if (missing.length === 0) return programme;
  const more = missing.flatMap(({ choices }) =>
    programmeAround(input, input.settings, choices).options.filter((option) => {
      const key = keyOf(option);
      if (has.has(key)) return false;
      has.add(key);
      return true;
    }),
  );
  return { ...programme, options: [...programme.options, ...more] };
}

function keyOf({ candidate, year }: ProgrammeOption): string {
  return `${candidate.unit.id} ${candidate.one.id} ${year}`;
}

function same(a: Commitment | undefined, b: Commitment): boolean {
  return a?.package === b.package && a.year === b.year;
}

/** Years of corrective plantings that are worth a try: none, those of `done`, and the best additions one by one. */
function schedules(
  option: WorthOption,
  done: readonly (readonly number[])[],
  problem: WorthProblem,
  future: TrueFuture,
): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [[], ...done];
  if (option.grows === null) return all;
  const { start, horizon } = problem.times;
  const last = problem.programme.years.at(-1)!;
  const worthOf = (repairs: readonly number[]): number =>
    weigh(trueOutcome(option, repairs, future).objectives, problem.programme);
  let tried: (readonly number[])[] = [[]];
  for (let n = 0; n < MOST_REPAIRS; n += 1) {
    const next: (readonly number[])[] = [];
    for (const before of tried) {
      const value = worthOf(before);
      const from = Math.max(Math.floor(start + option.course.readyAfter) + 1, (before.at(-1) ?? 0) + 1);
      // Money of the last year pays for all that comes after it: of those years only the best counts.
      let late: { readonly repairs: readonly number[]; readonly value: number } | null = null;
      for (let year = from; year < start + horizon; year += 1) {
        const repairs = [...before, year];
        const gain = worthOf(repairs);
        if (gain <= value + ROUNDING) continue;
        if (year < last) next.push(repairs);
        else if (late === null || gain > late.value) late = { repairs, value: gain };
      }
      if (late !== null) next.push(late.repairs);
    }
    all.push(...next);
    tried = next;
  }
  return all;
}

function withRepairs(
  use: Readonly<Record<string, number>>,
  { repair }: WorthOption,
  repairs: readonly number[],
  problem: WorthProblem,
): Readonly<Record<string, number>> {
  if (repairs.length === 0) return use;
  const sum: Record<string, number> = { ...use };
  for (const year of repairs)
    for (const [row, amount] of Object.entries(problem.useOfRepair(year, repair.cost)))
      if (problem.programme.rows.some(({ id }) => id === row)) sum[row] = (sum[row] ?? 0) + amount;
  return sum;
}

/** Groups that exclude each other name packages: what is planted again is the same package. */
function withVariants(
  exclusive: Programme['exclusive'],
  options: readonly ProgrammeOption[],
): Programme['exclusive'] {
  const ids = new Map<string, Set<string>>();
  for (const { candidate } of options) {
    const { id } = candidate.one;
    const key = `${candidate.unit.id} ${id.split(MARK)[0]!}`;
    ids.set(key, (ids.get(key) ?? new Set()).add(id));
  }
  return exclusive.map((group) =>
    group.flatMap((member) =>
      member.package === undefined
        ? [member]
        : [...(ids.get(`${member.unit} ${member.package}`) ?? [])].map((id) => ({
            unit: member.unit,
            package: id,
          })),
    ),
  );
}
