/** Expected recovery of a unit: closeness to the reference, 0 (bare) .. about 1. */
export interface RecoveryCourse {
  /** Closeness now. */
  readonly now: number;
  /** Without the package: asymptote and rate per year. */
  readonly without: { readonly asymptote: number; readonly rate: number };
  /** With it, from the year the works stand; where nothing grew it stays what it was. */
  readonly with: { readonly asymptote: number; readonly rate: number };
  /** Share that survives the first year. */
  readonly survival: number;
  /** Years after now at which the works stand. */
  readonly readyAfter: number;
}

/**
 * Closeness to the reference t years from now:
 *
 *     r0(t) = K0 - (K0 - r_now) exp(-k0 t)                               without the package
 *     r1(t) = K1 - (K1 - r0(T)) exp(-k1 (t - T)),  t > T                 where plants survived
 *     r(t)  = s r1(t) + (1 - s) r0(t)                                    expected; r = r0 up to T
 *
 * @param t years from now, >= 0
 */
export function recoveryAt(course: RecoveryCourse, t: number): number {
  const without = withoutAt(course, t);
  if (t <= course.readyAfter) return without;
  return course.survival * grownAt(course, t) + (1 - course.survival) * without;
}

/** r1: closeness where plants survived, t from the year the works stand on. */
export function grownAt(course: RecoveryCourse, t: number): number {
  const { asymptote, rate } = course.with;
  const start = withoutAt(course, course.readyAfter);
  return asymptote - (asymptote - start) * Math.exp(-rate * (t - course.readyAfter));
}

/** Closeness without the package. */
export function withoutAt({ now, without: { asymptote, rate } }: RecoveryCourse, t: number): number {
  return asymptote - (asymptote - now) * Math.exp(-rate * t);
}

/** Mean gain over a horizon of H years, (1 / H) times the integral of r - r0 from 0 to H, in closed form. */
export function meanGain(course: RecoveryCourse, horizon: number): number {
  const T = course.readyAfter;
  if (T >= horizon) return 0;
  const { asymptote, rate } = course.with;
  const start = withoutAt(course, T);
  const years = horizon - T;
  // (1 - exp(-k t)) / k, which is t where nothing grows.
  const lag = rate === 0 ? years : -Math.expm1(-rate * years) / rate;
  const grown = asymptote * years - (asymptote - start) * lag;
  return (course.survival * (grown - integralWithout(course, T, horizon))) / horizon;
}

/** First year from now at which the course reaches a closeness; null where not within the horizon. */
export function yearsTo(course: RecoveryCourse, closeness: number, horizon: number): number | null {
  if (recoveryAt(course, horizon) < closeness) return null;
  let [low, high] = [0, horizon];
  if (course.now >= closeness) return 0;
  for (let i = 0; i < 36; i += 1) {
    const middle = (low + high) / 2;
    if (recoveryAt(course, middle) >= closeness) high = middle;
    else low = middle;
  }
  return high;
}

function integralWithout(
  { now, without: { asymptote, rate } }: RecoveryCourse,
  from: number,
  to: number,
): number {
  if (rate === 0) return now * (to - from);
  return (
    asymptote * (to - from) - ((asymptote - now) / rate) * (Math.exp(-rate * from) - Math.exp(-rate * to))
  );
}
