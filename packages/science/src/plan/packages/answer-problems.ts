import { isUnknown } from '../../base/index.ts';
import { FINDING_RULES, limitFor } from '../../diagnose/index.ts';
import { factOf, type NumberFact, type PlanProblem, type PlanUnit } from '../facts/plan-unit.ts';
import { evaluateGate, type GateContext, isOpen } from '../gates/evaluate-gate.ts';
import type { EndUse, Library, Measure } from '../library/index.ts';
import type { GateResult } from '../result.ts';
import type { Mend } from './mend.ts';

export interface Answered {
  /** Problems that the package leaves without further measures, and with them. */
  readonly before: readonly PlanProblem[];
  readonly after: readonly PlanProblem[];
  readonly added: readonly Measure[];
  readonly mends: readonly Mend[];
  readonly gates: readonly GateResult[];
}

/** Rules whose problem is that plants are missing: whatever brings plants answers them. */
const PLANTS_MISSING: ReadonlySet<string> = new Set(['vegetation', 'planting']);

/**
 * For each problem that the measures at hand do not answer, the cheapest measure of the library that does and whose own gates
 * hold. Problems of land use alone (choose another target) have none and stay.
 *
 * @param measures of the package so far
 */
export function answerProblems(
  unit: PlanUnit,
  library: Library,
  use: EndUse,
  measures: readonly Measure[],
  contextOf: (of: string) => GateContext,
  costOf: (measure: Measure, mends: readonly Mend[]) => number,
): Answered {
  const soil = soilIsHeld(unit, use, contextOf(use.id));
  const before = unit.problems.filter((problem) => !isAnswered(problem, measures, use, soil));
  const added: Measure[] = [];
  const mends: Mend[] = [];
  const gates: GateResult[] = [];
  const after: PlanProblem[] = [];
  for (const problem of before) {
    if (isAnswered(problem, added, use, soil)) continue;
    let best: {
      measure: Measure;
      mends: readonly Mend[];
      gates: readonly GateResult[];
      cost: number;
    } | null = null;
    for (const measure of library.measures) {
      // What brings plants is chosen by the end use, not added on top.
      if (measure.establishes !== undefined || !answers(measure, problem)) continue;
      const own = measure.gates.map((gate) => evaluateGate(gate, unit, contextOf(measure.id)));
      if (!own.every(({ state }) => isOpen(state))) continue;
      const brought = mendsFor(measure, problem, unit, use);
      const cost = costOf(measure, brought);
      if (best === null || cost < best.cost) best = { measure, mends: brought, gates: own, cost };
    }
    if (best === null) {
      after.push(problem);
      continue;
    }
    added.push(best.measure);
    mends.push(...best.mends);
    gates.push(...best.gates);
  }
  return { before, after, added, mends, gates };
}

/** True where the end use is held against a soil standard and the soil as it is may stay. */
function soilIsHeld(unit: PlanUnit, use: EndUse, context: GateContext): boolean {
  const asked = use.gates.filter(({ fact }) => fact === 'contamination');
  return asked.length > 0 && asked.every((gate) => isOpen(evaluateGate(gate, unit, context).state));
}

function isAnswered(
  problem: PlanProblem,
  measures: readonly Measure[],
  use: EndUse,
  soilHeld: boolean,
): boolean {
  if (measures.some((measure) => answers(measure, problem))) return true;
  if (problem.factor === 'contamination' && soilHeld) return true;
  // A problem of the old target is none where the land becomes something else.
  if (problem.indicator !== null) {
    const rule = FINDING_RULES.find(({ id }) => id === problem.rule);
    if (rule !== undefined && limitFor(rule.limit, use.land) === null) return true;
  }
  if (PLANTS_MISSING.has(problem.factor))
    return (
      !use.vegetated ||
      measures.some(({ establishes, ladder }) => establishes !== undefined && ladder !== 'natural')
    );
  return false;
}

function answers(measure: Measure, problem: PlanProblem): boolean {
  return measure.answers.some((id) => problem.measures.includes(id));
}

/** What a measure added for a problem changes: the indicator of the problem, up to the limit of its rule. */
function mendsFor(measure: Measure, problem: PlanProblem, unit: PlanUnit, use: EndUse): readonly Mend[] {
  const rule = FINDING_RULES.find(({ id }) => id === problem.rule);
  if (rule === undefined) return [];
  const limit = limitFor(rule.limit, use.land);
  const fact = rule.indicator as NumberFact;
  if (limit === null || !measure.mends.some((one) => one.fact === fact)) return [];
  const value = factOf(unit, fact, use.land, 0);
  if (isUnknown(value)) return [];
  return [{ measure: measure.id, fact, from: value, to: limit, assumed: false }];
}
