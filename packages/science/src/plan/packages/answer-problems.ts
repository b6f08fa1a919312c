import { isUnknown } from '../../base/index.ts';
import { FINDING_RULES, limitFor } from '../../diagnose/index.ts';
import { factOf, type NumberFact, type PlanProblem, type PlanUnit } from '../facts/plan-unit.ts';
import { evaluateGate, type GateContext, isOpen } from '../gates/evaluate-gate.ts';
import type { EndUse, Library, Measure } from '../library/index.ts';
import type { GateResult } from '../result.ts';
import { answersProblem, mendsProblem } from './answers-problem.ts';
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
 * hold. A measure that nothing is needed of here (soil cover named for acid soil that is deep enough) answers nothing. Problems of
 * land use alone (choose another target) have none and stay.
 *
 * @param measures of the package so far
 * @param mended what they bring about
 */
export function answerProblems(
  unit: PlanUnit,
  library: Library,
  use: EndUse,
  measures: readonly Measure[],
  mended: readonly Mend[],
  contextOf: (of: string) => GateContext,
  costOf: (measure: Measure, mends: readonly Mend[]) => number,
): Answered {
  const soil = soilIsHeld(unit, use, contextOf(use.id));
  const before = unit.problems.filter((problem) => !isAnswered(problem, measures, mended, use, soil));
  const added: Measure[] = [];
  const mends: Mend[] = [];
  const gates: GateResult[] = [];
  const after: PlanProblem[] = [];
  for (const problem of before) {
    if (isAnswered(problem, added, mends, use, soil)) continue;
    let best: {
      measure: Measure;
      mends: readonly Mend[];
      gates: readonly GateResult[];
      cost: number;
    } | null = null;
    for (const measure of library.measures) {
      // What brings plants is chosen by the end use, not added on top.
      if (measure.establishes !== undefined || !answersProblem(measure, problem)) continue;
      const own = measure.gates.map((gate) => evaluateGate(gate, unit, contextOf(measure.id)));
      if (!own.every(({ state }) => isOpen(state))) continue;
      const brought = mendsFor(measure, problem, unit, use);
      if (brought === null) continue;
      const cost = costOf(measure, brought);
      if (!(cost > 0)) continue;
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
  mends: readonly Mend[],
  use: EndUse,
  soilHeld: boolean,
): boolean {
  if (measures.some((measure) => answersProblem(measure, problem))) return true;
  if (mendsProblem(mends, problem, use)) return true;
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

/**
 * What a measure added for a problem changes: the indicator of the problem, up to the limit of its rule; null where it can move
 * the indicator but not that far.
 */
function mendsFor(
  measure: Measure,
  problem: PlanProblem,
  unit: PlanUnit,
  use: EndUse,
): readonly Mend[] | null {
  const rule = FINDING_RULES.find(({ id }) => id === problem.rule);
  if (rule === undefined) return [];
  const limit = limitFor(rule.limit, use.land);
  const fact = rule.indicator as NumberFact;
  const own = measure.mends.find((one) => one.fact === fact);
  if (limit === null || own === undefined || own.fact === 'contamination') return [];
  const value = factOf(unit, fact, use.land, 0);
  if (isUnknown(value)) return [];
  // Beyond the limit of another land only: nothing is left to mend on this one.
  if (rule.beyond === 'below' ? value >= limit : value <= limit) return [];
  if (rule.beyond === 'below' ? own.reach < limit : own.reach > limit) return null;
  return [{ measure: measure.id, fact, from: value, to: limit, assumed: false }];
}
