import type { ObjectiveValues, RecoveryCourse } from '../../plan/index.ts';
import { asymptoteOf, asymptoteSlope, logitOf } from '../forecast/curve-step.ts';
import { ASYMPTOTE_SPREAD, RATE_SPREAD } from '../replan/promises.ts';
import type { DrawnTruth } from './drawn-truth.ts';
import { type CourseEvent, runCourse } from './true-course.ts';
import { carbonInLand, type WorthOption } from './worth-option.ts';
import type { WorthSettings } from './worth-settings.ts';

/** Part of a year in which a corrective planting stands, as the season reckons with it. */
export const REPAIR_AT = 0.5;

/** When things happen, in years of the calendar. */
export interface WorthTimes {
  readonly start: number;
  readonly horizon: number;
  readonly discountRate: number;
  /** Part of a year at which its season is seen. */
  readonly seasonAt: number;
}

/** A future as land meets it. */
export interface TrueFuture {
  readonly truth: DrawnTruth;
  readonly settings: Pick<WorthSettings, 'droughtSurvival'>;
  readonly times: WorthTimes;
}

/** What a choice comes to in a future. */
export interface TrueOutcome {
  readonly objectives: ObjectiveValues;
  readonly publicCost: number;
}

/** True courses of a unit, with and without the package. */
export function trueCourse(
  { candidate, course, grows }: Pick<WorthOption, 'candidate' | 'course' | 'grows'>,
  truth: DrawnTruth,
): Pick<RecoveryCourse, 'now' | 'without' | 'with'> {
  const unit = candidate.unit.id;
  const without = wildCourse(course.without, unit, truth);
  if (grows === null) return { now: course.now, without, with: course.with };
  const { measure, zone, guarded, spread } = grows;
  const at = { measure, zone, unit };
  const drawn = drawnCurve(course.with, spread, {
    reach: truth.deviate('reach', at),
    rate: truth.deviate('rate', at),
  });
  return {
    now: course.now,
    without,
    with: guarded ? { ...drawn, asymptote: Math.max(drawn.asymptote, without.asymptote) } : drawn,
  };
}

/** True course of land without works. */
export function wildCourse(
  planned: RecoveryCourse['without'],
  unit: string,
  truth: DrawnTruth,
): RecoveryCourse['without'] {
  return drawnCurve(
    planned,
    { rate: RATE_SPREAD, asymptote: ASYMPTOTE_SPREAD },
    { reach: truth.wildDeviate('reach', unit), rate: truth.wildDeviate('rate', unit) },
  );
}

/** What happens on a unit under a package and corrective plantings in `repairs`: plantings and die-offs, in order. */
export function courseEvents(
  { candidate, course, grows, year }: Pick<WorthOption, 'candidate' | 'course' | 'grows' | 'year'>,
  repairs: readonly number[],
  { truth, settings, times }: TrueFuture,
): readonly CourseEvent[] {
  const { start, horizon, seasonAt } = times;
  if (grows === null) return [{ kind: 'planting', at: course.readyAfter, survival: course.survival }];
  const survival = truth.survival(grows.survival, grows);
  const plantingAt = (at: number): CourseEvent => {
    // The first season that comes after it decides.
    const season = Math.ceil(at + start - seasonAt);
    return {
      kind: 'planting',
      at,
      survival: truth.isDrought(season) ? settings.droughtSurvival * survival : survival,
    };
  };
  const events: CourseEvent[] = [
    plantingAt(course.readyAfter),
    ...repairs.map((repair) => plantingAt(repair + REPAIR_AT - start)),
  ];
  for (let at = year; at < start + horizon; at += 1) {
    const share = truth.dieOff(candidate.unit.id, at);
    if (share > 0) events.push({ kind: 'die-off', at: at + seasonAt - start, share });
  }
  return events.sort((a, b) => a.at - b.at);
}

/** True closeness of a unit in a season. */
export function trueCloseness(
  option: WorthOption,
  repairs: readonly number[],
  season: number,
  future: TrueFuture,
): number {
  const { start, seasonAt } = future.times;
  return runCourse(
    trueCourse(option, future.truth),
    courseEvents(option, repairs, future),
    season + seasonAt - start,
  ).closeness;
}

/**
 * What a package of a unit, begun in its year and planted again in `repairs`, comes to in a future, by the plan's own measures:
 * ecology is area x mean gain over the horizon against what the land would have done, carbon that of the true stand; money and work
 * are those of the bill and of the repairs.
 */
export function trueOutcome(
  option: WorthOption,
  repairs: readonly number[],
  future: TrueFuture,
): TrueOutcome {
  const { candidate, outcome, repair } = option;
  const { start, horizon, discountRate } = future.times;
  const { areaHa } = candidate.unit;
  const end = runCourse(
    trueCourse(option, future.truth),
    courseEvents(option, repairs, future),
    horizon,
    candidate.one.use.carbon.ratePerYear,
  );
  const done = repairs.filter((year) => year - start < horizon);
  const { carbon, livelihood, npv } = outcome.objectives;
  return {
    objectives: {
      ecology: (areaHa * (end.integral - end.integralWithout)) / horizon,
      carbon: carbon - option.carbonInLand + carbonInLand(option, end, horizon) - done.length * repair.co2T,
      livelihood: livelihood + done.length * repair.personYears,
      npv: done.reduce((sum, year) => sum - repair.cost / (1 + discountRate) ** (year - start), npv),
    },
    publicCost: outcome.publicCost + done.length * repair.cost,
  };
}

/** A curve moved by deviates of logit asymptote and ln rate, as the filter's priors spread them. */
function drawnCurve(
  { asymptote, rate }: RecoveryCourse['with'],
  spread: { readonly rate: number; readonly asymptote: number },
  deviate: { readonly reach: number; readonly rate: number },
): RecoveryCourse['with'] {
  const logit = logitOf(asymptote);
  const held = asymptoteOf(logit);
  const sd = (spread.asymptote * held) / asymptoteSlope(held);
  return {
    asymptote: (asymptote * asymptoteOf(logit + sd * deviate.reach)) / held,
    rate: rate * Math.exp(Math.sqrt(Math.log1p(spread.rate ** 2)) * deviate.rate),
  };
}
