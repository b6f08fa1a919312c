import { isUnknown } from '../../base/index.ts';
import { agreementOf, paretoFront, topsis } from '../../choice/index.ts';
import type { AllocationInstance } from '../allocation/instance.ts';
import { solveExact } from '../allocation/solve-exact.ts';
import type { SolveLinear } from '../linear-model.ts';
import { instanceOf } from '../programme/instance-of.ts';
import { chosenWorks } from '../programme/options-of.ts';
import type { Programme, ProgrammeOption, ProgrammeWork } from '../programme/programme.ts';
import {
  type FrontPlan,
  OBJECTIVES,
  type Objective,
  type ObjectiveValues,
  type PlanFront,
} from '../result.ts';
import { greedyChoice } from './greedy-choice.ts';

export interface FrontOptions {
  /** Levels asked of each further objective; the front costs levels^3 solves. */
  readonly levels: number;
  /** Seconds for each solve. */
  readonly timeLimit: number;
  readonly gap: number;
  readonly report?: (done: number, of: number) => void;
}

/** What the other objectives add to the one in the lead, so that among equals the better plan is found (AUGMECON). */
const DELTA = 1e-3;
/** The baseline everybody knows: by value for money, until the money is gone. */
export const GREEDY = 'greedy';

/**
 * Plans that trade the objectives against each other: epsilon-constraint with slack in the objective (AUGMECON). Ecology leads;
 * of carbon, livelihood and NPV a growing part of the range between their worst and best lexicographic optimum is demanded. Plans
 * found twice are told once; dominated ones (the greedy baseline, mostly) stay, marked.
 *
 * @source Mavrotas 2009, doi:10.1016/j.amc.2009.03.037
 */
export async function solveFront(
  programme: Programme,
  solve: SolveLinear,
  options: FrontOptions,
): Promise<PlanFront> {
  const found = new Map<string, Found>();
  const keep = (one: Found | null): Found | null => {
    if (one === null) return null;
    const key = JSON.stringify(one.choice);
    if (!found.has(key)) found.set(key, one);
    return one;
  };
  const others = OBJECTIVES.filter((id) => id !== 'ecology');
  const total = OBJECTIVES.length + options.levels ** others.length;
  let done = 0;
  const tell = (): void => options.report?.((done += 1), total);
  const payoff: Record<Objective, { best: number; worst: number }> = Object.fromEntries(
    OBJECTIVES.map((id) => [id, { best: Number.NEGATIVE_INFINITY, worst: Number.POSITIVE_INFINITY }]),
  ) as Record<Objective, { best: number; worst: number }>;
  for (const lead of OBJECTIVES) {
    const one = keep(await solveOne(programme, lead, {}, solve, options));
    tell();
    if (one === null) continue;
    for (const id of OBJECTIVES) {
      payoff[id].best = Math.max(payoff[id].best, one.objectives[id]);
      payoff[id].worst = Math.min(payoff[id].worst, one.objectives[id]);
    }
  }
  if (found.size === 0) return { plans: [], payoff: zeroes(), agreement: {}, balanced: null };
  for (const steps of grid(options.levels, others.length)) {
    const floors: Partial<Record<Objective, number>> = {};
    others.forEach((id, i) => {
      const { best, worst } = payoff[id];
      if (steps[i]! > 0) floors[id] = worst + ((best - worst) * steps[i]!) / options.levels;
    });
    if (steps.some((step) => step > 0)) keep(await solveOne(programme, 'ecology', floors, solve, options));
    tell();
  }
  const plans = [...found.values()].sort((a, b) => b.objectives.ecology - a.objectives.ecology);
  const greedy = greedyChoice(programme);
  if (greedy !== null && !found.has(JSON.stringify(choiceOf(programme, greedy))))
    plans.push({ ...describe(programme, greedy, []), bound: null, gap: null });
  return tellFront(programme, plans, payoff);
}

interface Found {
  readonly choice: Readonly<Record<string, string | null>>;
  readonly objectives: ObjectiveValues;
  readonly cost: number;
  readonly bound: number | null;
  readonly gap: number | null;
}

async function solveOne(
  programme: Programme,
  lead: Objective,
  floors: Readonly<Partial<Record<Objective, number>>>,
  solve: SolveLinear,
  { timeLimit, gap }: FrontOptions,
): Promise<Found | null> {
  const valued = programme.options.map((option): ProgrammeOption => {
    const { objectives } = option.outcome;
    let value = objectives[lead] / programme.scales[lead];
    for (const id of OBJECTIVES) if (id !== lead) value += (DELTA * objectives[id]) / programme.scales[id];
    const use: Record<string, number> = { ...option.use };
    for (const id of Object.keys(floors) as Objective[])
      use[`front:${id}`] = objectives[id] / programme.scales[id];
    return { ...option, value, use };
  });
  const rows = (Object.keys(floors) as Objective[]).map((id) => ({
    id: `front:${id}`,
    sense: '>=' as const,
    // A hair below the floor: rounding must not close what the floor itself opened.
    limit: floors[id]! / programme.scales[id] - 1e-9,
    name: { en: id, zh: id },
    measure: '',
  }));
  const works = programme.works.map((work): ProgrammeWork => {
    const npv = work.npv / programme.scales.npv;
    return {
      ...work,
      value: npv * (lead === 'npv' ? 1 : DELTA),
      use: floors.npv === undefined ? work.use : { ...work.use, 'front:npv': npv },
    };
  });
  const changed: Programme = { ...programme, options: valued, works, rows: [...programme.rows, ...rows] };
  const instance: AllocationInstance = instanceOf(changed);
  // Where nothing is worth doing, doing nothing is best.
  if (instance.options.length === 0)
    return rows.length > 0 ? null : { ...describe(programme, [], []), bound: 0, gap: 0 };
  const result = await solveExact(instance, solve, { gap, timeLimit, explain: false, prices: false });
  if (result.objective === null) return null;
  const taken = new Set(result.choice.map(({ unit, package: of, year }) => keyOf(unit, of, year)));
  const chosen = programme.options.filter(({ candidate: { unit, one }, year }) =>
    taken.has(keyOf(unit.id, one.id, year)),
  );
  return {
    ...describe(programme, chosen, chosenWorks(programme, result)),
    bound: result.bound,
    gap: result.gap,
  };
}

function keyOf(unit: string, of: string, year: number): string {
  return `${unit}\u0000${of}\u0000${year}`;
}

function describe(
  programme: Programme,
  chosen: readonly ProgrammeOption[],
  works: readonly ProgrammeWork[],
): Pick<Found, 'choice' | 'objectives' | 'cost'> {
  const objectives: Record<Objective, number> = { ecology: 0, carbon: 0, livelihood: 0, npv: 0 };
  let cost = 0;
  for (const { outcome } of chosen) {
    for (const id of OBJECTIVES) objectives[id] += outcome.objectives[id];
    cost += outcome.publicCost;
  }
  for (const work of works) {
    objectives.npv += work.npv;
    cost += work.cost;
  }
  return { choice: choiceOf(programme, chosen), objectives, cost };
}

function choiceOf(
  programme: Programme,
  chosen: readonly ProgrammeOption[],
): Readonly<Record<string, string | null>> {
  const picked = new Map(
    chosen.map(({ candidate, year }) => [candidate.unit.id, `${candidate.one.id}@${year}`]),
  );
  return Object.fromEntries(programme.units.map(({ unit }) => [unit.id, picked.get(unit.id) ?? null]));
}

function tellFront(programme: Programme, plans: readonly Found[], payoff: PlanFront['payoff']): PlanFront {
  const greedyAt = plans.length - 1;
  const ids = plans.map((plan, i) =>
    plan.bound === null && i === greedyAt ? GREEDY : `P${String(i + 1).padStart(2, '0')}`,
  );
  const values = plans.map(({ objectives }) => OBJECTIVES.map((id) => objectives[id]));
  const { dominatedBy, front } = paretoFront(
    values,
    OBJECTIVES.map(() => ({ better: 'high' as const })),
  );
  const closeness = topsis(
    front.map((i) => values[i]!),
    OBJECTIVES.map((id) => ({ weight: programme.weights[id], better: 'high' as const })),
  );
  const closenessOf = (i: number): number | null =>
    isUnknown(closeness) || !front.includes(i) ? null : closeness.closeness[front.indexOf(i)]!;
  const told = plans.map(
    (plan, i): FrontPlan => ({
      id: ids[i]!,
      ...plan,
      dominatedBy: dominatedBy[i]!.length === 0 ? null : ids[dominatedBy[i]![0]!]!,
      closeness: closenessOf(i),
    }),
  );
  const units = programme.units.map(({ unit }) => unit.id);
  const agreed = agreementOf(front.map((i) => units.map((id) => packageOf(plans[i]!.choice[id] ?? null))));
  const best = [...front].sort((a, b) => (closenessOf(b) ?? 0) - (closenessOf(a) ?? 0))[0];
  return {
    plans: told,
    payoff,
    agreement: Object.fromEntries(
      units.map((id, u) => [id, { share: agreed[u]!.share, choice: agreed[u]!.choice }]),
    ),
    balanced: best === undefined ? null : ids[best]!,
  };
}

/** What is done, whenever: agreement is about packages. */
function packageOf(choice: string | null): string | null {
  return choice === null ? null : choice.slice(0, choice.lastIndexOf('@'));
}

function* grid(levels: number, depth: number): Generator<readonly number[]> {
  const count = levels ** depth;
  for (let n = 0; n < count; n += 1)
    yield Array.from({ length: depth }, (_, i) => Math.floor(n / levels ** i) % levels);
}

function zeroes(): PlanFront['payoff'] {
  return Object.fromEntries(OBJECTIVES.map((id) => [id, { best: 0, worst: 0 }])) as PlanFront['payoff'];
}
