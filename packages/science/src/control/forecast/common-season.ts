import { medianInPlace } from '../../series/index.ts';

/** Fewest other units from which a common effect is told. */
const FEWEST_OTHERS = 3;
/** Usual size of a common effect, standard deviations squared. Unverified default of control. */
const USUAL_VARIANCE = 0.25;
/** Variance of the median of n normal deviates is about pi / (2 n). */
const MEDIAN_COST = Math.PI / 2;
/** Fewest units from which the scatter of a season is told, and units that the expectation counts for. */
const FEWEST_SCATTERED = 8;
const EXPECTED_UNITS = 10;
/** Units and seasons that the noise of the settings counts for. Unverified default of control. */
const SETTINGS_SEASONS = 40;
/** Median of |z| of a standard normal deviate. */
const MIDDLE = 0.6744897501960817;
const CAP = 3;
const LEAST_NOISE = 0.5;
const MOST_NOISE = 4;

/** The middle of a season's standardised departures: how many units were seen, and the three values about the middle rank. */
export interface SeasonMiddle {
  readonly units: number;
  /** Ranks m - 1, m and m + 1 (from 0), m half the units rounded down; infinite where there is none. */
  readonly below: number;
  readonly middle: number;
  readonly above: number;
}

/** Middle of the first n departures, which are reordered. */
export function seasonMiddle(departures: Float64Array, n: number): SeasonMiddle {
  if (n > 0) medianInPlace(departures, n);
  const m = n >> 1;
  // Selection leaves smaller values before the middle rank and greater ones behind it.
  let [below, above] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < m; i += 1) if (departures[i]! > below) below = departures[i]!;
  for (let i = m + 1; i < n; i += 1) if (departures[i]! < above) above = departures[i]!;
  return { units: n, below, middle: n > 0 ? departures[m]! : 0, above };
}

/**
 * Common effect of a season on one unit, from the standardised departures of all others: their median, shrunk towards none by
 * what it may err.
 *
 *     m = median of the others     v = pi / (2 n)     t = max(1/4, m^2 - v)     shift = m t / (t + v)
 *
 * A unit never judges itself, and half of the others would have to fail together to be taken for weather. With fewer than three
 * others there is no common effect.
 *
 * @param season of all units seen, the unit itself included
 * @param own departure of the unit
 */
export function commonShift(season: SeasonMiddle, own: number): number {
  const others = season.units - 1;
  if (others < FEWEST_OTHERS) return 0;
  const median = medianOfOthers(season, own);
  const v = MEDIAN_COST / others;
  const t = Math.max(USUAL_VARIANCE, median * median - v);
  return (median * t) / (t + v);
}

/** Median of all departures but one equal to `own`. */
export function medianOfOthers({ units, below, middle, above }: SeasonMiddle, own: number): number {
  if (units % 2 === 0) return own <= below ? middle : below;
  if (own < middle) return (middle + above) / 2;
  if (own > middle) return (below + middle) / 2;
  return (below + above) / 2;
}

/**
 * How many times wider than expected the units of a season scatter about their median, from their median absolute deviation;
 * never below 1, and 1 with fewer than eight units.
 *
 *     s^2 = (10 + n d^2) / (10 + n)     d = MAD / 0.6745
 *
 * @param departures the first n are of the season; they are overwritten
 */
export function seasonSpread(departures: Float64Array, { units: n, below, middle }: SeasonMiddle): number {
  if (n < FEWEST_SCATTERED) return 1;
  const median = n % 2 === 1 ? middle : (below + middle) / 2;
  for (let i = 0; i < n; i += 1) departures[i] = Math.abs(departures[i]! - median);
  const d = medianInPlace(departures, n) / MIDDLE;
  return Math.sqrt(Math.max(1, (EXPECTED_UNITS + n * d * d) / (EXPECTED_UNITS + n)));
}

/** What one departure adds to the noise so far: its square, that of an outlier capped at 3 standard deviations. */
export function noiseOf(departure: number): number {
  return Math.min(CAP * CAP, departure * departure);
}

/**
 * Noise of all seasons so far as a multiple of that of the settings, for the season to come:
 *
 *     w^2 = (40 + sum w_t^2 min(9, d^2)) / (40 + n)     held between 0.5 and 4
 *
 * d is a departure from the common effect in standard deviations told before; the settings count for 40 seasons of units.
 *
 * @param sum of w_t^2 min(9, d^2)
 * @param n departures in it
 */
export function noiseSoFar(sum: number, n: number): number {
  const w = Math.sqrt((SETTINGS_SEASONS + sum) / (SETTINGS_SEASONS + n));
  return Math.min(MOST_NOISE, Math.max(LEAST_NOISE, w));
}
