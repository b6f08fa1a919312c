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
  /** (1 + discount rate)^t by year t from the start, where many outcomes are taken. */
  readonly factors?: Float64Array;
  /** Objectives, costs and uses only: soil kept, years until recovered and closeness at the end are left out (0, null, that of now). */
  readonly brief?: boolean;
}

/** The likely figure of every triangle. */
export const LIKELY: Pick<OutcomeContext, 'costOf' | 'revenueOf' | 'draw'> = {
  costOf: ({ cost }) => cost[1],
  revenueOf: ([, likely]) => likely,
  draw: ([, likely]) => likely,
};

/**
 * What a package comes to when it begins in a year, see `OptionOutcomes`.
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
  return new OptionOutcomes(unit, one, bill, tasks, context).at(year);
}

/** Sums over the lines of a bill that fall due within the horizon. */
interface BillSums {
  publicCost: number;
  concessionCost: number;
  worksCo2: number;
  personYears: number;
  topsoilM3: number;
}

/**
 * What a package comes to by the year in which it begins, over the horizon of H years from the start of the programme:
 *
 * - ecology: A x mean gain of closeness to the reference, in hectares-equivalent
 * - carbon (gained, or kept out of the air): 44/12 A g [s B (1 - exp(-k t)) + soil min(t, 20)] - works emissions + displaced grid power, t CO2e; g = 1 - r0 / r1 at
 *   the horizon, not below 0: what would have grown without the package is not its gain
 * - livelihood: local labour of the bill and permanent jobs, person-years
 * - npv: (revenue - operating - cost) discounted to the start; carbon is not in it. Of income and permanent jobs only the new share
 *   counts (`newShare`)
 *
 * What does not depend on the year is reckoned once.
 */
export class OptionOutcomes {
  readonly #unit: PlanUnit;
  readonly #one: DerivedPackage;
  readonly #bill: readonly BillTemplate[];
  readonly #context: OutcomeContext;
  readonly #readyYears: number;
  readonly #course: RecoveryCourse;
  readonly #fresh: number;
  readonly #lastOffset: number;
  /** Of all lines; null until a year in which all fall due within the horizon was asked. */
  #whole: BillSums | null = null;

  constructor(
    unit: PlanUnit,
    one: DerivedPackage,
    bill: readonly BillTemplate[],
    tasks: readonly PackageTask[],
    context: OutcomeContext,
  ) {
    this.#unit = unit;
    this.#one = one;
    this.#bill = bill;
    this.#context = context;
    this.#readyYears = readyMonth(tasks) / 12;
    this.#course = courseOfPackage(unit, one, context.library, 0, context.draw, context.learned);
    this.#fresh = newShare(unit, one);
    let last = 0;
    for (const { offset } of bill) last = Math.max(last, offset);
    this.#lastOffset = last;
  }

  /** @param year start year of the package */
  at(year: number): PackageOutcome {
    const { start, horizon, library, localShare, brief = false } = this.#context;
    const one = this.#one;
    const { use } = one;
    const { areaHa } = this.#unit;
    const delay = year - start;
    const readyAfter = delay + this.#readyYears;
    const { now, without, with: grown, survival } = this.#course;
    const course: RecoveryCourse = { now, without, with: grown, survival, readyAfter };
    const standing = Math.max(0, horizon - readyAfter);
    const sums = this.#sums(delay);
    const firstYear = Math.ceil(readyAfter + (use.revenue?.fromYear ?? 0));
    const jobs =
      this.#fresh * areaHa * (use.jobs.unskilled + use.jobs.skilled + use.jobs.specialist) * localShare;
    const { biomassTCHa, ratePerYear, soilTCHaYear } = use.carbon;
    const stock =
      survival * biomassTCHa * (1 - Math.exp(-ratePerYear * standing)) +
      soilTCHaYear * Math.min(standing, SOIL_YEARS);
    const gained = gainedShare(course, horizon);
    const power = use.powerMWhHaYear * areaHa * library.costs.gridFactor * Math.max(0, horizon - firstYear);
    const localPersonYears = sums.personYears + jobs * standing;
    return {
      objectives: {
        ecology: areaHa * meanGain(course, horizon),
        carbon: areaHa * CO2_OF_C * gained * stock - sums.worksCo2 + power,
        livelihood: localPersonYears,
        npv: this.#npv(delay, firstYear),
      },
      ...(power > 0 ? { displacedCo2T: power } : {}),
      publicCost: sums.publicCost,
      concessionCost: sums.concessionCost,
      erosionAvoidedT: brief ? 0 : erosionAvoided(this.#unit, one, course, horizon),
      waterM3: establishmentWater(one, areaHa) + irrigation(this.#unit, one) * standing,
      topsoilM3: sums.topsoilM3,
      farmlandHa: use.farmland ? areaHa : 0,
      recoveryNow: now,
      recoveryEnd: brief ? now : recoveryAt(course, horizon),
      recoveryEndWithout: brief ? now : withoutAt(course, horizon),
      yearsTo80: brief ? null : yearsTo(course, MOSTLY_RECOVERED, horizon),
      localPersonYears,
      permanentJobs: jobs,
    };
  }

  #sums(delay: number): BillSums {
    const { horizon, library, localShare, costOf } = this.#context;
    const isWhole = delay + this.#lastOffset < horizon;
    if (isWhole && this.#whole !== null) return this.#whole;
    const sums: BillSums = { publicCost: 0, concessionCost: 0, worksCo2: 0, personYears: 0, topsoilM3: 0 };
    for (const { item, quantity, offset, payer } of this.#bill) {
      if (delay + offset >= horizon) continue;
      const cost = quantity * costOf(item);
      if (payer === 'public') sums.publicCost += cost;
      else sums.concessionCost += cost;
      sums.worksCo2 += (quantity * item.co2KgPerUnit) / 1000;
      sums.personYears += ((cost * item.labour) / library.costs.personYear) * localShare;
      sums.topsoilM3 += quantity * item.topsoilM3PerUnit;
    }
    if (isWhole) this.#whole = sums;
    return sums;
  }

  /** @param firstYear of revenue, from the start of the programme */
  #npv(delay: number, firstYear: number): number {
    const { horizon, discountRate, costOf, revenueOf, factors } = this.#context;
    const factorOf = (t: number): number => factors?.[t] ?? (1 + discountRate) ** t;
    const { revenue, operating } = this.#one.use;
    let npv = 0;
    for (const { item, quantity, offset } of this.#bill)
      if (delay + offset < horizon) npv -= (quantity * costOf(item)) / factorOf(delay + offset);
    const areaHa = this.#fresh * this.#unit.areaHa;
    const yearly =
      (revenue === undefined ? 0 : areaHa * revenueOf(revenue.perHaYear)) -
      areaHa * (operating?.perHaYear ?? 0);
    if (revenue !== undefined || operating !== undefined)
      for (let t = firstYear; t < horizon; t += 1) npv += yearly / factorOf(t);
    return npv;
  }
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
