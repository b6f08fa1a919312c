import type { SolveLinear } from '../../plan/index.ts';
import { drawTruth, LIKELY_TRUTH } from './drawn-truth.ts';
import { perfectProgramme, type Taken } from './perfect-programme.ts';
import { type Course, type PolicyOutcome, policyOutcome } from './policy-outcome.ts';
import { steerProgramme } from './steer-programme.ts';
import type { TrueFuture } from './true-outcome.ts';
import { commitmentsOf, type WorthProblem } from './worth-problem.ts';

/** Figures of one policy in one future. */
export interface PolicyFigures {
  /** Weighted objective of the plan. */
  readonly value: number;
  /** Hectares-equivalent of the reference. */
  readonly ecology: number;
  /** Public money over the horizon. */
  readonly cost: number;
}

/** The same future under three policies. */
export interface FutureWorth {
  readonly future: number;
  /** The plan as it was adopted, and nothing else. */
  readonly fixed: PolicyFigures;
  /** Planned with corrective plantings beforehand, by likely figures, and never looked at again. */
  readonly blind: PolicyFigures;
  /** Planned again each season. */
  readonly steered: PolicyFigures;
  /** Planned by somebody who knows the future. */
  readonly perfect: PolicyFigures & { readonly proven: boolean };
  /** Of steering: choices changed, corrective works done, alarms raised, corrective works that no money was left for. */
  readonly changes: number;
  readonly repairs: number;
  readonly alarms: number;
  readonly unpaid: number;
}

/**
 * What the plan could have set down beforehand with the actions that seasons have: the best choices and corrective plantings in the
 * future that the plan reckons with. What it gains is the gain of acting; what steering gains beyond it is that of looking.
 */
export async function blindCourse(problem: WorthProblem, solve: SolveLinear): Promise<Course> {
  const future: TrueFuture = { truth: LIKELY_TRUTH, settings: problem.input.worth, times: problem.times };
  const course = adoptedCourse(problem);
  const adopted = { course, outcome: policyOutcome(course, problem, future) };
  return (await perfectProgramme(problem, future, [adopted], solve)).course;
}

/** One future under the fixed plan, plantings set beforehand, yearly steering and perfect foresight. */
export async function futureWorth(
  problem: WorthProblem,
  blind: Course,
  future: number,
  solve: SolveLinear,
): Promise<FutureWorth> {
  const { input, times } = problem;
  const truth: TrueFuture = {
    truth: drawTruth(input.seed, future, input.worth),
    settings: input.worth,
    times,
  };
  const told = (course: Course): Taken => ({ course, outcome: policyOutcome(course, problem, truth) });
  const fixed = told(adoptedCourse(problem));
  const before = told(blind);
  const course = await steerProgramme(problem, truth, solve);
  const steered = told(course);
  const { outcome, proven } = await perfectProgramme(problem, truth, [fixed, before, steered], solve);
  return {
    future,
    fixed: figuresOf(fixed.outcome),
    blind: figuresOf(before.outcome),
    steered: figuresOf(steered.outcome),
    perfect: { ...figuresOf(outcome), proven },
    changes: course.changes,
    repairs: [...course.repairs.values()].reduce((sum, years) => sum + years.length, 0),
    alarms: course.alarms,
    unpaid: course.unpaid,
  };
}

/** The plan as it was adopted, and nothing else. */
function adoptedCourse({ record: { plan } }: WorthProblem): Course {
  return { choices: commitmentsOf(plan), repairs: new Map(), works: plan.works ?? [] };
}

function figuresOf({ value, objectives, cost }: PolicyOutcome): PolicyFigures {
  return { value, ecology: objectives.ecology, cost };
}
