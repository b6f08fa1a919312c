import { type Allocated, allocateProgramme } from './allocate-programme.ts';
import { gamePanel } from './cash/game-panel.ts';
import { planFinance } from './cash/plan-finance.ts';
import { tellUnits } from './explain/explain-units.ts';
import { unverifiedDefaults } from './explain/unverified-defaults.ts';
import type { PlanUnit } from './facts/plan-unit.ts';
import type { KnownChoice } from './large/index.ts';
import type { Library } from './library/index.ts';
import type { SolveLinear } from './linear-model.ts';
import { aboutOf, namesOf } from './names-of.ts';
import { notesOfPlan } from './notes-of-plan.ts';
import { buildProgramme, type CompartmentsOf } from './programme/build-programme.ts';
import { chosenWorks } from './programme/options-of.ts';
import type { Programme, ProgrammeOption } from './programme/programme.ts';
import type { Steering } from './programme/steering.ts';
import type { PlannedUnit, PlanResult } from './result.ts';
import { schedulePlan } from './schedule/schedule-plan.ts';
import type { PlanSettings } from './settings.ts';
import { totalOutcome } from './total-outcome.ts';
import { planRisk } from './value/plan-risk.ts';

export interface PlanInput {
  readonly units: readonly PlanUnit[];
  readonly library: Library;
  readonly settings: PlanSettings;
  /** First year of the programme. */
  readonly start: number;
  readonly seed: number;
  readonly grouped?: CompartmentsOf;
  /** What binds a programme that is under way. */
  readonly steering?: Steering;
  /** Units of the plan in force, for what is told of them the same again. */
  readonly before?: readonly PlannedUnit[];
  /** Seconds gone, from whoever has a clock: what the time limit of the settings is held against. */
  readonly elapsed?: () => number;
}

/** A plan and the programme it was chosen from: what a front, a comparison or a risk study goes on with. */
export interface Planned {
  readonly programme: Programme;
  readonly allocation: Allocated;
  readonly chosen: readonly ProgrammeOption[];
  readonly result: PlanResult;
}

/**
 * From units and a measure library to a dated, costed plan: derive packages, price them, allocate under the limits, explain.
 *
 * @throws what `buildProgramme` throws
 */
export async function planProgramme(input: PlanInput, solve: SolveLinear): Promise<Planned> {
  const { units, library, settings, start } = input;
  const programme = buildProgramme(units, library, settings, start, input.grouped, input.steering);
  const allocation = await allocateProgramme(programme, settings, solve, {
    seed: input.seed,
    ...(input.steering === undefined ? {} : { known: planInForce(input.steering) }),
    ...(input.elapsed === undefined ? {} : { elapsed: input.elapsed }),
  });
  return assemblePlan(input, programme, allocation);
}

/** What has begun and what is planned, as a plan to begin the search with. */
function planInForce({ committed, planned }: Steering): readonly KnownChoice[] {
  return [...committed, ...planned].map(([unit, choice]) => ({ unit, ...choice }));
}

/** Tells an allocation of a programme as a plan. */
export function assemblePlan(input: PlanInput, programme: Programme, allocation: Allocated): Planned {
  const { library, settings, start } = input;
  const { units, chosen } = tellUnits(programme, allocation, undefined, input.before);
  const works = chosenWorks(programme, allocation);
  const totals = totalOutcome(
    chosen.map(({ candidate, outcome }) => ({ areaHa: candidate.unit.areaHa, outcome })),
    works,
  );
  const used = new Map(allocation.rows.map((row) => [row.id, row.used]));
  const result: PlanResult = {
    currency: library.costs.currency,
    priceYear: library.costs.priceYear,
    costFile: library.costs.id,
    libraryHash: library.hash,
    start,
    years: settings.years,
    horizon: settings.horizon,
    discountRate: settings.discountRate,
    seed: input.seed,
    status: allocation.status,
    method: allocation.method,
    objective: allocation.objective,
    bound: allocation.bound,
    gap: allocation.gap,
    weights: programme.weights,
    scales: programme.scales,
    units,
    totals,
    rows: programme.rows.map(({ id, sense, limit, name, measure }) => ({
      id,
      sense,
      limit,
      name,
      measure,
      used: used.get(id) ?? 0,
      price: allocation.prices[id] ?? 0,
    })),
    infeasible: allocation.infeasible,
    advice: allocation.why,
    works: works.map(({ id, year, cost }) => ({ id, year, cost })),
    schedule: schedulePlan(chosen, start),
    finance: planFinance(programme, chosen, works, settings),
    risk: planRisk(programme, chosen, programme.context, {
      draws: settings.risk.draws,
      seed: input.seed,
      works: {
        cost: works.reduce((sum, { cost }) => sum + cost, 0),
        npv: works.reduce((sum, { npv }) => sum + npv, 0),
      },
    }),
    games: gamePanel(settings),
    unverified: unverifiedDefaults(library, chosen),
    notes: notesOfPlan(programme, units, settings),
    names: namesOf(library, units),
    about: aboutOf(library, units),
    front: null,
  };
  return { programme, allocation, chosen, result };
}
