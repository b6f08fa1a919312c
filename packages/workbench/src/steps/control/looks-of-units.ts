import { type Look, leadIndex, seriesOf } from '@aftermine/science/control';
import type { ObservationResult } from '@aftermine/science/observe';

/** Standard deviations of a normal distribution between its quartiles. */
const QUARTILES = 1.349;

/**
 * How each unit was seen in the last year up to one in which it was seen beside its reference: pixels, and the scatter of closeness
 * between them. Units that never were are left out.
 */
export function looksOfUnits(
  observation: ObservationResult | null,
  until: number,
): ReadonlyMap<string, Look> {
  if (observation === null) return new Map();
  return new Map(
    Object.entries(observation.trajectories.units).flatMap(([unit, { gapToReference }]) => {
      const lead = leadIndex(observation, unit);
      const gaps = new Map((gapToReference[lead] ?? []).map(({ year, gap }) => [year, gap]));
      const years = (seriesOf(observation, lead)?.units[unit] ?? []).filter(({ year }) => year <= until);
      for (const year of [...years].reverse()) {
        const gap = gaps.get(year.year);
        if (year.median === null || gap === undefined) continue;
        const reference = year.median - gap;
        if (!(reference > 0) || year.validCount === 0) continue;
        const spread = (year.p75 - year.p25) / QUARTILES / reference;
        return [[unit, { pixels: year.validCount, spread }] as const];
      }
      return [];
    }),
  );
}
