import { AftermineError } from '../../base/index.ts';
import {
  buildProgramme,
  type Candidate,
  type Commitment,
  candidatesOf,
  type Library,
  outcomeContext,
  type PlanResult,
  type PlanSettings,
  type PlanUnit,
  type Programme,
} from '../../plan/index.ts';
import { limitsOf } from '../../plan/programme/limits.ts';
import { adoptProgramme } from '../season/adopt.ts';
import type { ProgrammeRecord } from '../season/programme-record.ts';
import type { ControlSettings } from '../settings.ts';
import type { Look } from './seen-seasons.ts';
import type { WorthTimes } from './true-outcome.ts';
import { type WorthContext, type WorthOption, worthOption } from './worth-option.ts';
import type { WorthSettings } from './worth-settings.ts';

/** A programme whose control is to be valued. */
export interface WorthInput {
  readonly plan: PlanResult;
  readonly units: readonly PlanUnit[];
  readonly library: Library;
  readonly settings: PlanSettings;
  readonly control: ControlSettings;
  readonly worth: WorthSettings;
  /** Last year observed when the plan was made. */
  readonly observedTo: number;
  readonly seasonAt: number;
  /** How units are seen; those that are not named are taken to be seen as their area lets them be. */
  readonly looks: ReadonlyMap<string, Look>;
  readonly seed: number;
}

/** Everything about the programme that is the same in all futures. */
export interface WorthProblem {
  readonly input: WorthInput;
  /** The plan, adopted. */
  readonly record: ProgrammeRecord;
  /** All that could be chosen, by the plan's own rules. */
  readonly programme: Programme;
  readonly times: WorthTimes;
  readonly option: (unit: string, choice: Commitment) => WorthOption;
  /** What a corrective planting takes of the rows of money when it is paid in a year. */
  readonly useOfRepair: (year: number, cost: number) => Readonly<Record<string, number>>;
  readonly lookOf: (unit: PlanUnit) => Look;
}

/** Gap at which the many solves may stop, and the longest that one may take: results must not hang on the clock. */
const GAP = 1e-4;
const PATIENCE_S = 36_000;
/** A unit nobody has looked at: pixels of 30 m, and how far closeness scatters between them. */
const PIXELS_PER_HA = 10_000 / 900;
const SPREAD = 0.15;

/**
 * Prepares a programme for its futures.
 *
 * @throws Conflict `E-CTL-611` where the plan begins nothing: there is nothing to control
 */
export function worthProblem(input: WorthInput): WorthProblem {
  const { plan, units, library, control, observedTo, seasonAt } = input;
  const planned = commitmentsOf(plan);
  if (planned.size === 0)
    throw new AftermineError('Conflict', 'E-CTL-611', { where: 'plan', got: plan.status });
  const settings: PlanSettings = {
    ...input.settings,
    risk: { draws: 0 },
    gap: Math.max(GAP, input.settings.gap),
    timeLimitS: PATIENCE_S,
  };
  const { start, horizon, discountRate } = plan;
  const outcomes = outcomeContext(library, settings, start);
  const context: WorthContext = { library, outcomes, repairShare: control.replan.replant.share };
  const facts = new Map(units.map((unit) => [unit.id, unit]));
  const candidates = new Map<string, ReadonlyMap<string, Candidate>>();
  const candidate = (id: string, of: string): Candidate => {
    let known = candidates.get(id);
    if (known === undefined) {
      const { candidates: all } = candidatesOf(facts.get(id)!, library, settings, start);
      known = new Map(all.map((one) => [one.one.id, one]));
      candidates.set(id, known);
    }
    return known.get(of)!;
  };
  const options = new Map<string, WorthOption>();
  const built = programmeAround(input, settings, planned);
  // A table makes its options anew each time it is asked; every future asks for all of them.
  const programme: Programme = { ...built, options: [...built.options] };
  const last = programme.years.at(-1)!;
  const limits = limitsOf(
    settings,
    programme.funds,
    programme.years,
    programme.options.map((one) => one.candidate),
    outcomes,
  );
  return {
    input: { ...input, settings },
    record: adoptProgramme(plan, units, library, settings, {
      observedTo,
      acceptanceYears: control.acceptanceYears,
      seasonAt,
    }),
    programme,
    times: { start, horizon, discountRate, seasonAt },
    option: (unit, choice) => {
      const key = `${unit} ${choice.package} ${choice.year}`;
      const known = options.get(key);
      if (known !== undefined) return known;
      const made = worthOption(candidate(unit, choice.package), choice.year, context);
      options.set(key, made);
      return made;
    },
    // What falls due after the programme is set aside in its last year.
    useOfRepair: (year, cost) => limits.useOfWork(Math.min(year, last), cost),
    lookOf: ({ id, areaHa }) =>
      input.looks.get(id) ?? { pixels: Math.max(1, Math.round(PIXELS_PER_HA * areaHa)), spread: SPREAD },
  };
}

/** All that could be chosen from the start of the programme, `kept` choices among it. */
export function programmeAround(
  { plan, units, library }: Pick<WorthInput, 'plan' | 'units' | 'library'>,
  settings: PlanSettings,
  kept: ReadonlyMap<string, Commitment>,
): Programme {
  return buildProgramme(units, library, settings, plan.start, undefined, {
    from: plan.start,
    committed: new Map(),
    planned: kept,
    works: new Map(),
    churn: 0,
    charges: [],
    scales: plan.scales,
  });
}

/** What a plan begins, by unit. */
export function commitmentsOf({ units }: Pick<PlanResult, 'units'>): ReadonlyMap<string, Commitment> {
  return new Map(
    units.flatMap(({ id, choice }) =>
      choice === null || choice.year === null
        ? []
        : [[id, { package: choice.id, year: choice.year }] as const],
    ),
  );
}
