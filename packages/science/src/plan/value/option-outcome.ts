import { isUnknown } from '../../base/index.ts';
import { courseOfPackage, type Draw, type Learned } from '../effect/course-of-package.ts';
import {
  grownAt,
  meanGain,
  type RecoveryCourse,
  recoveryAt,
  withoutAt,
  yearsTo,
} from '../effect/recovery-course.ts';
import type { PlanUnit } from '../facts/plan-unit.ts';
import type { CostItem, Library, LowLikelyHigh } from '../library/index.ts';
import type { DerivedPackage } from '../packages/derive-packages.ts';
import { type BillTemplate, readyMonth } from '../price/bill-of-package.ts';
import type { PackageOutcome } from '../result.ts';
import type { PackageTask } from '../schedule/schedule-package.ts';
import { newShare } from './new-share.ts';

/** tonnes of CO2 in a tonne of carbon. */
const CO2_OF_C = 44 / 12;
/** Years over which soil carbon accumulates (IPCC Tier 1). */
const SOIL_YEARS = 20;
const MOSTLY_RECOVERED = 0.8;

/** What a value rests on beside unit and package. */
export interface OutcomeContext {
  readonly library: Library;
  /** First year of the programme: what money is discounted to. */
  readonly start: number;
  readonly horizon: number;
  readonly discountRate: number;
  readonly localShare: number;
  /** Figures of the draw at hand; likely ones where nothing is uncertain. */
  readonly costOf: (item: CostItem) => number;
  readonly revenueOf: (spread: LowLikelyHigh) => number;
  readonly draw: Draw;
  /** What the seasons so far taught; nothing where absent. */
  readonly learned?: Learned;
  /** Objectives and cost only: soil kept and years until recovered are left out (0 and null). */
  readonly brief?: boolean;
}

/** The likely figure of every triangle. */
export const LIKELY: Pick<OutcomeContext, 'costOf' | 'revenueOf' | 'draw'> = {
  costOf: ({ cost }) => cost[1],
  revenueOf: ([, likely]) => likely,
  draw: ([, likely]) => likely,
};

/**
 * What a package comes to when it begins in a year, over the horizon of H years from the start of the programme:
 *
 * - ecology: A x mean gain of closeness to the reference, in hectares-equivalent
 * - carbon: 44/12 A g [s B (1 - exp(-k t)) + soil min(t, 20)] - works emissions + displaced grid power, t CO2e; g = 1 - r0 / r1 at
 *   the horizon, not below 0: what would have grown without the package is not its gain
 * - livelihood: local labour of the bill and permanent jobs, person-years
 * - npv: (revenue - operating - cost) discounted to the start; carbon is not in it. Of income and permanent jobs only the new share
 *   counts (`newShare`)
 *
 * @param year start year of the package
 */
export function optionOutcome(
  unit: PlanUnit,
  one: DerivedPackage,
  bill: readonly BillTemplate[],
  tasks: readonly PackageTask[],
  year: number,
  context: OutcomeContext,
): PackageOutcome {
  const { library, start, horizon, discountRate } = context;
  const { areaHa } = unit;
  const { use } = one;
  const delay = year - start;
  const readyAfter = delay + readyMonth(tasks) / 12;
  const course = courseOfPackage(unit, one, library, readyAfter, context.draw, context.learned);
  const standing = Math.max(0, horizon - readyAfter);

  let [publicCost, concessionCost, worksCo2, personYears, topsoilM3, npv] = [0, 0, 0, 0, 0, 0];
  for (const line of bill) {
    if (delay + line.offset >= horizon) continue;
    const cost = line.quantity * context.costOf(line.item);
    if (line.payer === 'public') publicCost += cost;
    else concessionCost += cost;
    worksCo2 += (line.quantity * line.item.co2KgPerUnit) / 1000;
    personYears += ((cost * line.item.labour) / library.costs.personYear) * context.localShare;
    topsoilM3 += line.quantity * line.item.topsoilM3PerUnit;
    npv -= cost / (1 + discountRate) ** (delay + line.offset);
  }
  const firstYear = Math.ceil(readyAfter + (use.revenue?.fromYear ?? 0));
  const fresh = newShare(unit, one);
  const revenue = use.revenue === undefined ? 0 : fresh * areaHa * context.revenueOf(use.revenue.perHaYear);
  const operating = fresh * areaHa * (use.operating?.perHaYear ?? 0);
  if (revenue !== 0 || operating !== 0)
    for (let t = firstYear; t < horizon; t += 1) npv += (revenue - operating) / (1 + discountRate) ** t;

  const jobs =
    fresh * areaHa * (use.jobs.unskilled + use.jobs.skilled + use.jobs.specialist) * context.localShare;
  const { biomassTCHa, ratePerYear, soilTCHaYear } = use.carbon;
  const stock =
    course.survival * biomassTCHa * (1 - Math.exp(-ratePerYear * standing)) +
    soilTCHaYear * Math.min(standing, SOIL_YEARS);
  const gained = gainedShare(course, horizon);
  const power = use.powerMWhHaYear * areaHa * library.costs.gridFactor * Math.max(0, horizon - firstYear);
  const water = establishmentWater(one, areaHa) + irrigation(unit, one) * standing;
  return {
    objectives: {
      ecology: areaHa * meanGain(course, horizon),
      carbon: areaHa * CO2_OF_C * gained * stock - worksCo2 + power,
      livelihood: personYears + jobs * standing,
      npv,
    },
    publicCost,
    concessionCost,
    erosionAvoidedT: context.brief === true ? 0 : erosionAvoided(unit, one, course, horizon),
    waterM3: water,
    topsoilM3,
    farmlandHa: use.farmland ? areaHa : 0,
    recoveryNow: course.now,
    recoveryEnd: recoveryAt(course, horizon),
    recoveryEndWithout: withoutAt(course, horizon),
    yearsTo80: context.brief === true ? null : yearsTo(course, MOSTLY_RECOVERED, horizon),
    localPersonYears: personYears + jobs * standing,
    permanentJobs: jobs,
  };
}

/** Share of the closeness at the horizon that would not be there without the package, 0..1. */
function gainedShare(course: RecoveryCourse, horizon: number): number {
  if (course.readyAfter >= horizon) return 0;
  const grown = grownAt(course, horizon);
  return grown > 0 ? Math.max(0, 1 - withoutAt(course, horizon) / grown) : 0;
}

/** Water that plants need until they stand, m3 in all. */
function establishmentWater({ establishing }: DerivedPackage, areaHa: number): number {
  const water = establishing?.establishes?.water;
  return water === undefined ? 0 : areaHa * water.m3PerHaYear * water.years;
}

/** Water of an irrigated land, m3 a year: what the deficit asks to be brought. */
export function irrigation(unit: PlanUnit, one: DerivedPackage): number {
  const mend = one.mends.find(({ fact }) => fact === 'water-deficit');
  return mend?.from == null || mend.to === null ? 0 : unit.areaHa * Math.max(0, mend.from - mend.to);
}

/**
 * Soil kept against what would go without the package, t over the horizon (yearly steps). Loss falls from that of now to C of the
 * end use as the land comes closer to its reference; practices (terraces, ditches) hold back a share from the day they stand.
 */
function erosionAvoided(
  unit: PlanUnit,
  one: DerivedPackage,
  course: RecoveryCourse,
  horizon: number,
): number {
  const loss = unit.indicators.erosion;
  if (isUnknown(loss)) return 0;
  const practice = Math.min(1, ...one.parts.map(({ erosion }) => erosion?.practice ?? 1));
  const room = Math.max(1e-9, 1 - course.now);
  const left = (closeness: number): number =>
    1 - Math.min(1, Math.max(0, (closeness - course.now) / room)) * (1 - one.use.coverFactor);
  let kept = 0;
  for (let t = Math.ceil(course.readyAfter); t < horizon; t += 1)
    kept += loss.value * (left(withoutAt(course, t)) - practice * left(recoveryAt(course, t)));
  return kept * unit.areaHa;
}
