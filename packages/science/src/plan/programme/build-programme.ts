import { AftermineError } from '../../base/index.ts';
import type { PlanUnit } from '../facts/plan-unit.ts';
import type { Library } from '../library/index.ts';
import { DANGERS, isDanger, mendsProblem, takesAway } from '../packages/answers-problem.ts';
import type { PackageOutcome } from '../result.ts';
import type { PlanSettings } from '../settings.ts';
import { LIKELY, type OutcomeContext, optionOutcome } from '../value/option-outcome.ts';
import { type Candidate, candidatesOf, type UnitCandidates } from './candidates.ts';
import { checkPlanSettings } from './check-settings.ts';
import { type Fund, fundsOf } from './funds.ts';
import { limitsOf } from './limits.ts';
import { objectiveScales, objectiveWeights, weightedValue } from './objective-scales.ts';
import type { Programme, ProgrammeOption, ProgrammeWork } from './programme.ts';
import { pruneCandidates, type ValuedCandidate } from './prune-candidates.ts';
import { chargeFunds, type Steering } from './steering.ts';

/** Neighbouring units that are treated together, and the borders between them. */
export type CompartmentsOf = Pick<Programme, 'compartments' | 'boundary'>;

/**
 * Units, library and settings as a programme: candidates of each unit, the options they make year by year, what each comes to and
 * uses, and the rows that all share.
 *
 * @param start first year of the programme
 * @param steering what binds a programme that is under way
 * @throws what `checkPlanSettings` throws; Infeasible `E-PLN-310` where a lock or a duty leaves a unit without any option; Conflict
 * `E-PLN-314` where what has begun on a unit is no package of it
 */
export function buildProgramme(
  units: readonly PlanUnit[],
  library: Library,
  settings: PlanSettings,
  start: number,
  grouped: CompartmentsOf = { compartments: [], boundary: [] },
  steering?: Steering,
): Programme {
  const years = Array.from({ length: settings.years }, (_, i) => start + i);
  checkPlanSettings(settings, units, library, years);
  const context: OutcomeContext = {
    ...outcomeContext(library, settings, start),
    ...(steering?.learned === undefined ? {} : { learned: steering.learned }),
  };
  const hazards = new Set(settings.mandatoryHazards ? units.filter(isHazard).map(({ id }) => id) : []);
  const locked = new Map(settings.locks.map(({ unit, mode }) => [unit, mode]));
  const weights = objectiveWeights(settings);
  const derived = units.map((unit) => candidatesOf(unit, library, settings, start));
  const outcomes = derived.map(({ unit, candidates }) =>
    candidates.map(
      (one): PackageOutcome => optionOutcome(unit, one.one, one.bill, one.tasks, start, context),
    ),
  );
  // What somebody has to want reaches as far as the demand: it is no measure of what the land could bring.
  const own = derived.map(({ candidates }, i) =>
    outcomes[i]!.filter((_, k) => !candidates[k]!.one.use.needsDemand),
  );
  const scales = steering?.scales ?? objectiveScales(own);
  const { funds } = chargeFunds(fundsOf(settings, years), steering?.charges ?? [], settings.carryOver);
  const sound = derived.map((one, i) => {
    const begun = steering?.committed.get(one.unit.id);
    if (begun !== undefined) {
      const k = one.candidates.findIndex((candidate) => candidate.one.id === begun.package);
      if (k === -1)
        throw new AftermineError('Conflict', 'E-PLN-314', { where: one.unit.id, got: begun.package });
      return { harmless: [{ candidate: one.candidates[k]!, outcome: outcomes[i]![k]! }], setBack: 0 };
    }
    const allowed = one.candidates.flatMap((candidate, k) =>
      isAllowed(candidate, settings, hazards) ? [{ candidate, outcome: outcomes[i]![k]! }] : [],
    );
    const harmless = settings.doNoHarm
      ? allowed.filter(({ candidate, outcome }) => !doesHarm(candidate, outcome))
      : allowed;
    return { harmless, setBack: allowed.length - harmless.length };
  });
  const limits = limitsOf(
    settings,
    funds,
    years,
    sound.flatMap(({ harmless }) => harmless.map(({ candidate }) => candidate)),
    context,
  );
  const floors = new Set(limits.rows.flatMap(({ id, sense }) => (sense === '<=' ? [] : [id])));
  const kept = derived.map((one, i): UnitCandidates => {
    const { harmless, setBack } = sound[i]!;
    if (steering?.committed.has(one.unit.id))
      return { ...one, setBack, candidates: harmless.map(({ candidate }) => candidate) };
    const payable = harmless.filter(({ candidate }) => isPayable(candidate, funds));
    const valued = (payable.length > 0 ? payable : harmless).map(
      ({ candidate, outcome }): ValuedCandidate => {
        const { unit, one: of, bill, tasks } = candidate;
        const later =
          years.length === 1 ? outcome : optionOutcome(unit, of, bill, tasks, years.at(-1)!, context);
        return {
          candidate,
          outcome,
          later,
          value: weightedValue(outcome.objectives, weights, scales),
          use: limits.use(candidate, start, outcome),
          needs: worksNeeded(candidate, settings),
        };
      },
    );
    const best = pruneCandidates(valued, settings.packagesPerUnit, floors).map(({ candidate }) => candidate);
    // What the plan in force chose stays in question, or a change of plan could not be told from a choice left out.
    const planned = steering?.planned.get(one.unit.id);
    const before = valued.find(({ candidate }) => candidate.one.id === planned?.package)?.candidate;
    return {
      ...one,
      setBack,
      candidates: before === undefined || best.includes(before) ? best : [...best, before],
    };
  });
  const all = kept.flatMap(({ candidates }) => candidates);
  const options: ProgrammeOption[] = [];
  for (const candidate of all) {
    const lock = settings.locks.filter(({ unit }) => unit === candidate.unit.id);
    const begun = steering?.committed.get(candidate.unit.id);
    if (begun === undefined && !isPayable(candidate, funds)) continue;
    for (const year of begun === undefined ? years : [begun.year]) {
      if (begun === undefined && year < (steering?.from ?? start)) continue;
      if (begun === undefined && lock.some((one) => one.year !== undefined && one.year !== year)) continue;
      const { unit, one, bill, tasks } = candidate;
      // Public works that end after the programme would be paid by nobody; a concession pays its own.
      if (
        begun === undefined &&
        funds.length > 0 &&
        bill.some(
          ({ kind, offset, payer }) =>
            payer === 'public' && kind !== 'upkeep' && year + offset > years.at(-1)!,
        )
      )
        continue;
      const outcome = optionOutcome(unit, one, bill, tasks, year, context);
      options.push({
        candidate,
        year,
        outcome,
        value: weightedValue(outcome.objectives, weights, scales) + loyalty(candidate, year, steering),
        use: limits.use(candidate, year, outcome),
        needs: worksNeeded(candidate, settings),
      });
    }
  }
  const has = new Set(options.map(({ candidate }) => candidate.unit.id));
  const wanted = [
    ...new Set([
      ...(steering?.committed.keys() ?? []),
      ...settings.mandatory,
      ...settings.locks.flatMap(({ unit, mode }) => (mode === 'treat' ? [unit] : [])),
    ]),
  ];
  for (const id of wanted)
    if (!has.has(id))
      throw new AftermineError('Infeasible', 'E-PLN-310', { where: 'aftermine.yaml: plan', got: id });
  return {
    start,
    years,
    horizon: settings.horizon,
    discountRate: settings.discountRate,
    units: kept,
    options,
    rows: limits.rows,
    carryOver: limits.carryOver,
    // A hazard nobody can treat is told in the notes; it cannot be demanded.
    mandatory: [...new Set([...wanted, ...[...hazards].filter((id) => has.has(id))])].sort(),
    locked,
    works: settings.works.flatMap(({ id, cost }) =>
      yearsOfWork(id, years, steering).map((year): ProgrammeWork => {
        const npv = 0 - cost / (1 + settings.discountRate) ** (year - start);
        return {
          id,
          year,
          cost,
          npv,
          value: (weights.npv * npv) / scales.npv,
          use: limits.useOfWork(year, cost),
        };
      }),
    ),
    exclusive: settings.exclusive
      .map((group) =>
        group.flatMap(({ unit, endUse }) =>
          endUse === undefined
            ? [{ unit }]
            : [
                ...new Set(
                  options
                    .filter(({ candidate }) => candidate.unit.id === unit && candidate.one.endUse === endUse)
                    .map(({ candidate }) => candidate.one.id),
                ),
              ].map((id) => ({ unit, package: id })),
        ),
      )
      .filter((group) => group.length > 1),
    ...grouped,
    funds,
    weights,
    scales,
  };
}

/** The context in which likely figures are taken. */
export function outcomeContext(library: Library, settings: PlanSettings, start: number): OutcomeContext {
  const { horizon, discountRate, localShare } = settings;
  return { library, start, horizon, discountRate, localShare, ...LIKELY };
}

/** Years in which a shared work may be built: the one it was, or any that is left. */
function yearsOfWork(
  id: string,
  years: readonly number[],
  steering: Steering | undefined,
): readonly number[] {
  const built = steering?.works.get(id);
  if (built !== undefined) return [built];
  return steering === undefined ? years : years.filter((year) => year >= steering.from);
}

/** What a choice gains for being the one that was planned. */
function loyalty({ unit, one }: Candidate, year: number, steering: Steering | undefined): number {
  const planned = steering?.planned.get(unit.id);
  return planned?.package === one.id && planned.year === year ? steering!.churn : 0;
}

function isHazard({ problems }: PlanUnit): boolean {
  return problems.some(isDanger);
}

/** True where every public payment has a fund that may make it; without funds money is not counted. */
function isPayable(candidate: Candidate, funds: readonly Fund[]): boolean {
  return (
    funds.length === 0 ||
    candidate.bill.every(
      (line) => line.payer === 'concession' || funds.some((fund) => fund.pays(candidate, line)),
    )
  );
}

function isAllowed({ unit, one }: Candidate, settings: PlanSettings, hazards: ReadonlySet<string>): boolean {
  for (const lock of settings.locks) {
    if (lock.unit !== unit.id) continue;
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

function worksNeeded({ unit, one }: Candidate, { works }: PlanSettings): readonly string[] {
  return works.flatMap(({ id, units, endUses, measures }) => {
    const concerned =
      (units === undefined || units.includes(unit.id)) &&
      (endUses === undefined || endUses.includes(one.endUse)) &&
      (measures === undefined || measures.some((measure) => one.measures.includes(measure)));
    return concerned ? [id] : [];
  });
}
