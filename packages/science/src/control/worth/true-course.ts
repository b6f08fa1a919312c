import type { RecoveryCourse } from '../../plan/index.ts';

/** What happens to land on its course, in years from the start of the programme. */
export type CourseEvent =
  | {
      readonly kind: 'planting';
      readonly at: number;
      /** Share of what is planted that lives. */
      readonly survival: number;
    }
  | {
      readonly kind: 'die-off';
      readonly at: number;
      /** Share of what has grown that is lost. */
      readonly share: number;
    };

/** Where land stands on its true course. */
export interface CourseState {
  /** Closeness to the reference. */
  readonly closeness: number;
  /** Share that bears what was planted, and its closeness; that of the rest. */
  readonly planted: number;
  readonly grown: number;
  readonly rest: number;
  /** Sum over what was planted of 1 - exp(-growth x age), shares of the land. */
  readonly maturity: number;
  /** Integral of closeness from 0, and of closeness without any works. */
  readonly integral: number;
  readonly integralWithout: number;
  readonly without: number;
}

/**
 * A true course in two parts, exactly: the share p of the land that bears what was planted, at mean closeness G, and the rest at W.
 *
 *     between events   dG = k1 (K1 - G) dt     dW = k0 (K0 - W) dt     dM = g (p - M) dt
 *     planting, s      q = (1 - p) s of the land leaves the rest:      G = (p G + q W) / (p + q),   p = p + q
 *     die-off, d       d p of the land falls back to where it stood when it was planted and joins the rest;   M = (1 - d) M
 *     closeness        r = p G + (1 - p) W                             without works: r0, on (K0, k0) from the start
 *
 * All parts of one kind run on the same linear equation, so that a mean stands for many plantings without error. A planting when the
 * works stand and nothing else is the course of the plan: r = s r1 + (1 - s) r0.
 *
 * @param course asymptotes and rates; its survival and date are those of the plan and not read here: plantings are events
 * @param events ascending; what lies after `until` is not reached
 * @param growth rate of maturity per year
 * @param until years from the start, >= 0
 */
export function runCourse(
  course: Pick<RecoveryCourse, 'now' | 'without' | 'with'>,
  events: readonly CourseEvent[],
  until: number,
  growth = 0,
): CourseState {
  const { now, without, with: after } = course;
  let [t, p, grown, start, rest, alone] = [0, 0, now, now, now, now];
  let [maturity, integral, integralWithout] = [0, 0, 0];
  const runTo = (next: number): void => {
    const dt = next - t;
    if (dt <= 0) return;
    const [r, rArea] = step(rest, without, dt);
    const [g, gArea] = step(grown, after, dt);
    const [w, wArea] = step(alone, without, dt);
    integral += p * gArea + (1 - p) * rArea;
    integralWithout += wArea;
    maturity = p - (p - maturity) * Math.exp(-growth * dt);
    [rest, grown, alone, t] = [r, p > 0 ? g : r, w, next];
  };
  for (const event of events) {
    if (event.at > until) break;
    runTo(event.at);
    if (event.kind === 'planting') {
      const q = (1 - p) * event.survival;
      if (q <= 0) continue;
      [grown, start] = [(p * grown + q * rest) / (p + q), (p * start + q * rest) / (p + q)];
      p += q;
    } else {
      const lost = p * event.share;
      if (lost <= 0) continue;
      rest = ((1 - p) * rest + lost * start) / (1 - p + lost);
      p -= lost;
      maturity *= 1 - event.share;
    }
  }
  runTo(until);
  return {
    closeness: p * grown + (1 - p) * rest,
    planted: p,
    grown,
    rest,
    maturity,
    integral,
    integralWithout,
    without: alone,
  };
}

/** Closeness dt years on, and its integral on the way. */
function step(
  closeness: number,
  { asymptote, rate }: RecoveryCourse['with'],
  dt: number,
): readonly [closeness: number, area: number] {
  const lag = rate === 0 ? dt : -Math.expm1(-rate * dt) / rate;
  return [
    asymptote - (asymptote - closeness) * Math.exp(-rate * dt),
    asymptote * dt - (asymptote - closeness) * lag,
  ];
}
