import {
  type Commitment,
  type Learned,
  LIKELY,
  type Library,
  naturalCourse,
  type PlanInput,
  type Planned,
  type PlanSettings,
  type PlanUnit,
  planProgramme,
  type SolveLinear,
  type Steering,
} from '../../plan/index.ts';
import type { LearnedCurve } from '../forecast/types.ts';
import type { ProgrammeRecord } from '../season/programme-record.ts';
import type { Repair } from '../season/season-record.ts';
import type { ControlSettings } from '../settings.ts';
import { zoneOf } from './promises.ts';

export interface ReplanInput {
  /** The season that was just seen: what begins later may still move. */
  readonly year: number;
  readonly programme: ProgrammeRecord;
  readonly library: Library;
  readonly settings: ControlSettings['replan'];
  /** Filtered closeness of units in the season, by unit; absent where nothing is known. */
  readonly closeness: ReadonlyMap<string, number>;
  readonly learned: readonly LearnedCurve[];
  /** Units whose works were to begin by now and did not, by unit. */
  readonly postponed: ReadonlySet<string>;
  readonly repairs: readonly Repair[];
  readonly seed: number;
  readonly elapsed?: () => number;
}

export interface Replanned {
  readonly planned: Planned;
  /** Facts the rest was planned with. */
  readonly units: readonly PlanUnit[];
  readonly committed: ReadonlyMap<string, Commitment>;
  readonly learned: Learned;
  readonly charges: Steering['charges'];
}

/** A programme under way, ready to be planned again. */
export interface ReplanProblem {
  readonly input: PlanInput & { readonly steering: Steering };
  readonly committed: ReadonlyMap<string, Commitment>;
  readonly learned: Learned;
  readonly charges: Steering['charges'];
}

/**
 * Rolling horizon: what has begun stays with its costs, coefficients are those that the seasons taught (mean less a risk margin),
 * corrective works are paid first, and the rest of the programme is chosen anew under everything the settings ask for, with a
 * bonus for what was planned. The programme keeps its first year and its horizon, so that its value compares from season to season.
 *
 *     factor = exp(ln f - z sd)          of rate and reach, z the risk margin
 *     value  = v + churn |v|             of the option that was planned, v its weighted value
 */
export function replanProblem(input: ReplanInput): ReplanProblem {
  const { year, programme, library, settings } = input;
  const { plan } = programme;
  const committed = new Map<string, Commitment>();
  const planned = new Map<string, Commitment>();
  for (const { id, choice } of plan.units) {
    if (choice === null || choice.year === null) continue;
    const commitment = { package: choice.id, year: choice.year };
    if (choice.year <= year && !input.postponed.has(id)) committed.set(id, commitment);
    else planned.set(id, commitment);
  }
  const units = programme.units.map((unit) =>
    committed.has(unit.id)
      ? unit
      : seenAnew(unit, input.closeness.get(unit.id), year - programme.observedTo, library),
  );
  const learned = learnedFactors(input.learned, settings.riskMargin);
  const charges = [...programme.repairs, ...input.repairs].map(({ year: at, cost }) => ({ year: at, cost }));
  return {
    input: {
      units,
      library,
      settings: openSettings(programme.settings, year),
      start: plan.start,
      seed: input.seed,
      steering: {
        from: year + 1,
        committed,
        planned,
        works: new Map((plan.works ?? []).flatMap((one) => (one.year <= year ? [[one.id, one.year]] : []))),
        churn: settings.churn,
        charges,
        scales: plan.scales,
        learned,
      },
      before: plan.units,
      ...(input.elapsed === undefined ? {} : { elapsed: input.elapsed }),
    },
    committed,
    learned,
    charges,
  };
}

/** Plans the rest of a programme again: `replanProblem`, solved and told as a plan. */
export async function replan(input: ReplanInput, solve: SolveLinear): Promise<Replanned> {
  const { input: problem, ...rest } = replanProblem(input);
  return { planned: await planProgramme(problem, solve), units: problem.units, ...rest };
}

/** Factors on what the library states, by zone and measure; 1 where no season taught anything. */
export function learnedFactors(curves: readonly LearnedCurve[], margin: number): Learned {
  const known = new Map(curves.map((curve) => [`${curve.zone} ${curve.measure}`, curve]));
  const less = ({ factor, sdLog }: LearnedCurve['rate']): number => factor * Math.exp(-margin * sdLog);
  return (unit, measure) => {
    const curve = known.get(`${zoneOf(unit)} ${measure}`);
    return curve === undefined
      ? { rate: 1, reach: 1, survival: 1 }
      : { rate: less(curve.rate), reach: less(curve.asymptote), survival: curve.survival.factor };
  };
}

/**
 * A unit whose course without works leads through what was seen t years after the first look: the closeness it would have had then,
 * K - (K - r) exp(k t), held in 0..1.
 */
function seenAnew(unit: PlanUnit, seen: number | undefined, t: number, library: Library): PlanUnit {
  if (seen === undefined) return unit;
  const held = Math.min(1, Math.max(0, seen));
  const { without } = naturalCourse({ ...unit, recoveryNow: held }, library, LIKELY.draw);
  const then = without.asymptote - (without.asymptote - held) * Math.exp(without.rate * t);
  return { ...unit, recoveryNow: Math.min(1, Math.max(0, then)) };
}

/** Settings without locks on years that have passed: what they bound has begun, or was put off. */
function openSettings(settings: PlanSettings, year: number): PlanSettings {
  return {
    ...settings,
    locks: settings.locks.map((lock) => {
      if (lock.year === undefined || lock.year > year) return lock;
      const { year: _, ...rest } = lock;
      return rest;
    }),
  };
}
