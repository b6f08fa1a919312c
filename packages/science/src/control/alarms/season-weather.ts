import type { ObservationResult } from '../../observe/index.ts';
import { seriesOf } from '../forecast/sightings.ts';
import type { SeasonWeather } from './types.ts';

/** Years before the season that it is held against, and fewest of them. */
const YEARS_BACK = 10;
const FEWEST_YEARS = 5;
/** Median absolute deviation of a standard normal deviate, inverted. */
const MAD_TO_SD = 1.4826;
/** Least standard deviation of a reference area from year to year: few years may agree by chance. */
const LEAST_SD = 0.01;
/** Standardised departure from which a season is called dry or good: one season in six on either side. */
const UNUSUAL = 1;

/**
 * What a season was like, from the reference areas alone: how far their values lie from those of the ten years before.
 *
 *     d = mean over areas, by pixels, of (x - median) / max(0.01, 1.4826 MAD)
 *
 * Below -1 the season is called dry, above 1 good. With fewer than five earlier years in every area there is no departure.
 */
export function seasonWeather(observation: ObservationResult, year: number): SeasonWeather {
  const lead =
    observation.fit.gate !== 'refused'
      ? 'rsei'
      : (Object.values(observation.trajectories.references)[0]?.index ??
        observation.trajectories.boundary.index);
  let [sum, weight] = [0, 0];
  for (const years of Object.values(seriesOf(observation, lead)?.references ?? {})) {
    const now = years.find((one) => one.year === year);
    const past = years.flatMap((one) =>
      one.median !== null && one.year < year && one.year >= year - YEARS_BACK ? [one.median] : [],
    );
    if (now === undefined || now.median === null || past.length < FEWEST_YEARS) continue;
    const middle = median(past);
    const sd = Math.max(LEAST_SD, MAD_TO_SD * median(past.map((value) => Math.abs(value - middle))));
    sum += (now.validCount * (now.median - middle)) / sd;
    weight += now.validCount;
  }
  if (weight === 0) return { year, departure: null, kind: 'unknown' };
  const departure = sum / weight;
  return { year, departure, kind: departure < -UNUSUAL ? 'dry' : departure > UNUSUAL ? 'good' : 'usual' };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
