import {
  type Candidate,
  climateOf,
  courseOfPackage,
  LIKELY,
  type Library,
  type OutcomeContext,
  optionOutcome,
  type PackageOutcome,
  type RecoveryCourse,
  readyMonth,
} from '../../plan/index.ts';
import { promiseOf, zoneOf } from '../replan/promises.ts';
import { type CourseState, runCourse } from './true-course.ts';

/** tonnes of CO2 in a tonne of carbon, and years over which soil carbon accumulates, as the plan counts them. */
const CO2_OF_C = 44 / 12;
const SOIL_YEARS = 20;

/** A package of a unit that begins in a year, with all of it that no future changes. */
export interface WorthOption {
  readonly candidate: Candidate;
  readonly year: number;
  /** Course and outcome as the plan has them. */
  readonly course: RecoveryCourse;
  readonly outcome: PackageOutcome;
  /** What is planted; null where nothing is, and then the course is certain. */
  readonly grows: {
    readonly measure: string;
    readonly zone: string;
    /** Land that is only guarded comes at least as far as without. */
    readonly guarded: boolean;
    readonly spread: { readonly rate: number; readonly asymptote: number };
    readonly survival: readonly [number, number, number];
  } | null;
  /** Carbon in plants and soil that the outcome holds, t CO2e. */
  readonly carbonInLand: number;
  /** What one corrective planting takes. */
  readonly repair: { readonly cost: number; readonly personYears: number; readonly co2T: number };
}

/** What options of a programme are made with. */
export interface WorthContext {
  readonly library: Library;
  readonly outcomes: OutcomeContext;
  /** Cost of a corrective planting as a share of the public works of its package. */
  readonly repairShare: number;
}

/** Everything of an option that no future changes. */
export function worthOption(candidate: Candidate, year: number, context: WorthContext): WorthOption {
  const { unit, one, bill, tasks } = candidate;
  const { library, outcomes, repairShare } = context;
  const readyAfter = year - outcomes.start + readyMonth(tasks) / 12;
  const course = courseOfPackage(unit, one, library, readyAfter, LIKELY.draw);
  const establishes = one.establishing?.establishes;
  const option = {
    candidate,
    year,
    course,
    outcome: optionOutcome(unit, one, bill, tasks, year, { ...outcomes, brief: true }),
    grows:
      establishes === undefined
        ? null
        : {
            measure: one.establishing!.id,
            zone: zoneOf(unit),
            guarded: one.establishing!.ladder === 'natural',
            spread: promiseOf(unit, { candidate, year }, library, {
              from: outcomes.start,
              acceptanceYears: 1,
            }).spread,
            survival: establishes.survival[climateOf(unit)],
          },
  };
  const works = bill.filter(({ kind, payer }) => kind === 'works' && payer === 'public');
  const sum = (of: (line: (typeof works)[number]) => number): number =>
    repairShare * works.reduce((total, line) => total + of(line), 0);
  const costOf = ({ quantity, item }: (typeof works)[number]): number => quantity * outcomes.costOf(item);
  const planned = runCourse(
    course,
    [{ kind: 'planting', at: readyAfter, survival: course.survival }],
    outcomes.horizon,
    one.use.carbon.ratePerYear,
  );
  return {
    ...option,
    carbonInLand: carbonInLand(option, planned, outcomes.horizon),
    repair: {
      cost: sum(costOf),
      personYears:
        (sum((line) => costOf(line) * line.item.labour) / library.costs.personYear) * outcomes.localShare,
      co2T: sum(({ quantity, item }) => quantity * item.co2KgPerUnit) / 1000,
    },
  };
}

/**
 * Carbon that plants and soil hold at the horizon beyond what would be there without the package, t CO2e:
 *
 *     44/12 A g [B M + soil min(t, 20) p / s]      g = 1 - r0 / G, not below 0
 *
 * M and p are maturity and share of what was planted, s the survival the plan reckons with: on the course of the plan this is what
 * the plan counts.
 */
export function carbonInLand(
  { candidate, course }: Pick<WorthOption, 'candidate' | 'course'>,
  { planted, grown, maturity, without }: CourseState,
  horizon: number,
): number {
  if (planted <= 0 || grown <= 0 || course.survival <= 0) return 0;
  const { biomassTCHa, soilTCHaYear } = candidate.one.use.carbon;
  const standing = Math.max(0, horizon - course.readyAfter);
  const gained = Math.max(0, 1 - without / grown);
  const soil = soilTCHaYear * Math.min(standing, SOIL_YEARS) * (planted / course.survival);
  return candidate.unit.areaHa * CO2_OF_C * gained * (biomassTCHa * maturity + soil);
}
