import { unknown } from '../../base/index.ts';
import type { KnownYear, ObservationResult, ZoneSeries, ZoneYear } from '../../observe/index.ts';
import type { ControlSettings } from '../settings.ts';
import type { Sighting } from './types.ts';

/** Standard deviations of a normal distribution between its quartiles. */
const QUARTILES = 1.349;

/**
 * Closeness of a unit to its reference, year by year: median of the unit over the reference value of the same year, so that what
 * weather does to both falls out. The reference value is the unit's median less its gap.
 *
 *     z   = own / ref                              may exceed 1, never below 0
 *     var = (v(own) + z^2 v(ref)) / ref^2 + l^2    v = ((p75 - p25) / 1.349)^2 / max(1, valid / pixels per look)
 *
 * v(ref) is that of the reference areas of the year together; l is the error that more pixels do not mend.
 *
 * @param years years that are asked for; one that was not seen, or not beside its reference, comes back unknown
 */
export function sightingsOf(
  observation: ObservationResult,
  unitId: string,
  years: readonly number[],
  settings: Pick<ControlSettings['filter'], 'looksNoise' | 'pixelsPerLook'>,
): readonly Sighting[] {
  const trajectory = observation.trajectories.units[unitId];
  const lead = leadIndex(observation, unitId);
  const series = seriesOf(observation, lead);
  const own = new Map((series?.units[unitId] ?? []).map((year) => [year.year, year]));
  const gaps = new Map((trajectory?.gapToReference[lead] ?? []).map(({ year, gap }) => [year, gap]));
  return years.map((year): Sighting => {
    const seen = own.get(year);
    if (seen === undefined) return { year, closeness: null, unknown: unknown('no-observation') };
    if (!isKnown(seen)) return { year, closeness: null, unknown: seen.unknown };
    const gap = gaps.get(year);
    const reference = gap === undefined ? 0 : seen.median - gap;
    if (!(reference > 0)) return { year, closeness: null, unknown: unknown('no-reference-value') };
    const closeness = Math.max(0, seen.median / reference);
    const pixels = samplingVariance(seen, settings.pixelsPerLook);
    const around = referenceVariance(series, year, settings.pixelsPerLook);
    return {
      year,
      closeness,
      variance:
        (pixels + closeness * closeness * around) / (reference * reference) + settings.looksNoise ** 2,
      pixels: seen.validCount,
      validShare: seen.validShare,
    };
  });
}

/** Index that closeness is told by: the ecological one, or the segmented one where that was refused. */
export function leadIndex(observation: ObservationResult, unitId: string): string {
  if (observation.fit.gate !== 'refused') return 'rsei';
  return observation.trajectories.units[unitId]?.index ?? 'ndvi';
}

/** Zone series of an index. */
export function seriesOf(observation: ObservationResult, index: string): ZoneSeries | undefined {
  return index === 'rsei' ? observation.rsei : observation.components[index];
}

function isKnown(year: ZoneYear): year is KnownYear {
  return year.median !== null;
}

function samplingVariance({ p25, p75, validCount }: KnownYear, pixelsPerLook: number): number {
  return ((p75 - p25) / QUARTILES) ** 2 / Math.max(1, validCount / pixelsPerLook);
}

/** Reference areas weigh by their pixels. */
function referenceVariance(series: ZoneSeries | undefined, year: number, pixelsPerLook: number): number {
  let [sum, count] = [0, 0];
  for (const years of Object.values(series?.references ?? {})) {
    const seen = years.find((one) => one.year === year);
    if (seen === undefined || !isKnown(seen)) continue;
    sum += seen.validCount ** 2 * samplingVariance(seen, pixelsPerLook);
    count += seen.validCount;
  }
  return count > 0 ? sum / (count * count) : 0;
}
