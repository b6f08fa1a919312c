import { AftermineError } from '../../base/index.ts';
import type { PlanUnit } from '../facts/plan-unit.ts';
import { DANGERS, isDanger, mendsProblem, takesAway } from '../packages/answers-problem.ts';
import type { PackageOutcome } from '../result.ts';
import type { PlanSettings } from '../settings.ts';
import { OptionOutcomes, type OutcomeContext } from '../value/option-outcome.ts';
import type { Candidate, CandidateMaker, UnitCandidates } from './candidates.ts';
import type { Commitment } from './steering.ts';

/** What is known of a unit before it is known what all units share. */
export interface UnitStudy {
  readonly derived: UnitCandidates;
  /** By candidate: what it comes to by year, and in the first year. */
  readonly outcomes: readonly OptionOutcomes[];
  readonly first: readonly PackageOutcome[];
  /** Places of the candidates that the settings allow and that do no harm; of a unit under way the one that has begun. */
  readonly sound: readonly number[];
  /** Packages left out because they would set back what has grown. */
  readonly setBack: number;
}

export interface StudyRules {
  readonly make: CandidateMaker;
  readonly settings: PlanSettings;
  /** Objectives and cost only. */
  readonly context: OutcomeContext;
  /** Units that a hazard must be taken from. */
  readonly hazards: ReadonlySet<string>;
  readonly locks: LocksOf;
  readonly committed: ReadonlyMap<string, Commitment>;
}

/** Locks by unit. */
export type LocksOf = ReadonlyMap<string, PlanSettings['locks']>;

/** @throws Conflict `E-PLN-314` where what has begun on the unit is no package of it */
export function studyUnit(unit: PlanUnit, rules: StudyRules): UnitStudy {
  const { make, settings, context, hazards, locks, committed } = rules;
  const derived = make(unit);
  const { candidates } = derived;
  const outcomes = candidates.map(
    ({ one, bill, tasks }) => new OptionOutcomes(unit, one, bill, tasks, context),
  );
  const first = outcomes.map((of) => of.at(context.start));
  const begun = committed.get(unit.id);
  if (begun !== undefined) {
    const place = candidates.findIndex(({ one }) => one.id === begun.package);
    if (place === -1)
      throw new AftermineError('Conflict', 'E-PLN-314', { where: unit.id, got: begun.package });
    return { derived, outcomes, first, sound: [place], setBack: 0 };
  }
  const sound: number[] = [];
  let setBack = 0;
  candidates.forEach((candidate, place) => {
    if (!isAllowed(candidate, locks.get(unit.id) ?? [], hazards)) return;
    if (settings.doNoHarm && doesHarm(candidate, first[place]!)) setBack += 1;
    else sound.push(place);
  });
  return { derived, outcomes, first, sound, setBack };
}

export function locksByUnit({ locks }: PlanSettings): LocksOf {
  const byUnit = new Map<string, PlanSettings['locks'][number][]>();
  for (const lock of locks) {
    const list = byUnit.get(lock.unit);
    if (list === undefined) byUnit.set(lock.unit, [lock]);
    else list.push(lock);
  }
  return byUnit;
}

function isAllowed(
  { unit, one }: Candidate,
  locks: PlanSettings['locks'],
  hazards: ReadonlySet<string>,
): boolean {
  for (const lock of locks) {
    if (lock.mode === 'leave') return false;
    if (lock.endUse !== undefined && lock.endUse !== one.endUse) return false;
  }
  // A hazard is treated by what takes the hazard away.
  return !hazards.has(unit.id) || !one.unresolved.some(isDanger);
}

/** What has grown may be set back only to take a danger away, whatever its severity, for farmland, or where somebody wants the use. */
function doesHarm({ unit, one }: Candidate, { objectives }: PackageOutcome): boolean {
  if (objectives.ecology >= 0 || one.use.farmland || one.use.needsDemand) return false;
  return !unit.problems.some(
    (problem) =>
      DANGERS.has(problem.factor) &&
      (one.parts.some((part) => takesAway(part, problem)) || mendsProblem(one.mends, problem, one.use)),
  );
}
