import { AftermineError } from '../../base/index.ts';
import type { PlanUnit } from '../facts/plan-unit.ts';
import type { Library } from '../library/index.ts';
import { isDanger } from '../packages/answers-problem.ts';
import type { PlanSettings } from '../settings.ts';
import { LIKELY, type OutcomeContext } from '../value/option-outcome.ts';
import { candidateMaker, type UnitCandidates } from './candidates.ts';
import { checkPlanSettings } from './check-settings.ts';
import { fundsOf } from './funds.ts';
import { limitsFor } from './limits.ts';
import { objectiveWeights } from './objective-scales.ts';
import { hasOptions } from './option-table.ts';
import { TableOptions } from './options-of.ts';
import type { Programme, ProgrammeWork } from './programme.ts';
import { chargeFunds, type Steering } from './steering.ts';
import { locksByUnit, type StudyRules } from './study-unit.ts';
import { surveyUnits } from './survey-units.ts';
import { tableOfUnits } from './table-of-units.ts';

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
  const rules: StudyRules = {
    make: candidateMaker(library, settings, start),
    settings,
    context: { ...context, brief: true },
    hazards,
    locks: locksByUnit(settings),
    committed: steering?.committed ?? new Map(),
  };
  const { funds } = chargeFunds(fundsOf(settings, years), steering?.charges ?? [], settings.carryOver);
  const survey = surveyUnits(units, rules, funds);
  const limits = limitsFor(settings, funds, years, survey.payers, context);
  const weights = objectiveWeights(settings);
  const scales = steering?.scales ?? survey.scales;
  const { table, setBack } = tableOfUnits(units, rules, { limits, funds, years, weights, scales, steering });
  const at = new Map(units.map(({ id }, u) => [id, u]));
  const has = (id: string): boolean => {
    const u = at.get(id);
    return u !== undefined && hasOptions(table, u);
  };
  const wanted = new Set([
    ...rules.committed.keys(),
    ...settings.mandatory,
    ...settings.locks.flatMap(({ unit, mode }) => (mode === 'treat' ? [unit] : [])),
  ]);
  for (const id of wanted)
    if (!has(id))
      throw new AftermineError('Infeasible', 'E-PLN-310', { where: 'aftermine.yaml: plan', got: id });
  const waysOf = (u: number): UnitCandidates => {
    const derived = rules.make(units[u]!);
    const places = table.places.subarray(table.candidates[u]!, table.candidates[u + 1]!);
    return { ...derived, candidates: Array.from(places, (place) => derived.candidates[place]!) };
  };
  const programme: Omit<Programme, 'options'> = {
    start,
    years,
    horizon: settings.horizon,
    discountRate: settings.discountRate,
    units: units.map((unit, u) => ({ unit, setBack: setBack[u]! })),
    table,
    accountRows: limits.book.rows,
    waysOf,
    context,
    rows: limits.rows,
    carryOver: limits.carryOver,
    // A hazard nobody can treat is told in the notes; it cannot be demanded.
    mandatory: [...new Set([...wanted, ...[...hazards].filter(has)])].sort(),
    locked: new Map(settings.locks.map(({ unit, mode }) => [unit, mode])),
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
          endUse === undefined ? [{ unit }] : packagesOffered(at.get(unit)!, endUse),
        ),
      )
      .filter((group) => group.length > 1),
    ...grouped,
    funds,
    weights,
    scales,
  };
  return { ...programme, options: new TableOptions(programme) };

  /** Packages of a unit for one end use that may begin in some year. */
  function packagesOffered(u: number, endUse: string): Programme['exclusive'][number] {
    const first = table.candidates[u]!;
    return waysOf(u).candidates.flatMap(({ unit, one }, k) =>
      one.endUse === endUse && table.options[first + k + 1]! > table.options[first + k]!
        ? [{ unit: unit.id, package: one.id }]
        : [],
    );
  }
}

/** The context in which likely figures are taken. */
export function outcomeContext(library: Library, settings: PlanSettings, start: number): OutcomeContext {
  const { horizon, discountRate, localShare } = settings;
  const factors = Float64Array.from({ length: horizon }, (_, t) => (1 + discountRate) ** t);
  return { library, start, horizon, discountRate, localShare, factors, ...LIKELY };
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

function isHazard({ problems }: PlanUnit): boolean {
  return problems.some(isDanger);
}
