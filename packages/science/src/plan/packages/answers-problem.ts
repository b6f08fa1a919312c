import { FINDING_RULES, limitFor } from '../../diagnose/index.ts';
import type { PlanProblem } from '../facts/plan-unit.ts';
import type { EndUse, Measure } from '../library/index.ts';
import type { Mend } from './mend.ts';

/** Land that can kill or poison. */
export const DANGERS: ReadonlySet<string> = new Set(['stability', 'contamination']);

/** True for what can kill or poison as it is: a critical finding of stability or contamination. */
export function isDanger({ factor, severity }: PlanProblem): boolean {
  return DANGERS.has(factor) && severity === 'critical';
}

/**
 * True where the diagnosis names the measure for the problem. A danger is answered only by a measure that takes it away, that is
 * one that mends its fact: a survey or a design check says how bad it is and leaves it.
 */
export function answersProblem(measure: Measure, problem: PlanProblem): boolean {
  return isDanger(problem) ? takesAway(measure, problem) : isNamedFor(measure, problem);
}

/** True where the diagnosis names the measure for the problem and it mends what the problem is about. */
export function takesAway(measure: Measure, problem: PlanProblem): boolean {
  const fact = problem.factor === 'contamination' ? 'contamination' : problem.indicator;
  return isNamedFor(measure, problem) && measure.mends.some((mend) => mend.fact === fact);
}

function isNamedFor(measure: Measure, problem: PlanProblem): boolean {
  return measure.answers.some((id) => problem.measures.includes(id));
}

/** True where a mend of the package brings the indicator of a problem to the limit of its rule. */
export function mendsProblem(mends: readonly Mend[], problem: PlanProblem, use: EndUse): boolean {
  const rule = FINDING_RULES.find(({ id }) => id === problem.rule);
  const limit = rule === undefined ? null : limitFor(rule.limit, use.land);
  if (rule === undefined || limit === null) return false;
  return mends.some(
    ({ fact, to }) =>
      fact === problem.indicator && to !== null && (rule.beyond === 'below' ? to >= limit : to <= limit),
  );
}
