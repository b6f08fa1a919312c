import { AftermineError } from '../../base/index.ts';
import type { FilterCase } from './filter-unit.ts';

/** What was seen of all units, season by season, units within; NaN stands for what was not seen, inside only. */
export interface PackedLooks {
  readonly firstYear: number;
  readonly toYear: number;
  readonly seen: Float64Array;
  readonly variance: Float64Array;
}

/**
 * Packs sightings after each promise's first year up to a year.
 *
 * @throws InvalidInput `E-CTL-102` for a sighting without a variance above 0
 */
export function packLooks(cases: readonly FilterCase[], toYear: number): PackedLooks {
  const n = cases.length;
  let firstYear = toYear + 1;
  for (const { promise } of cases) firstYear = Math.min(firstYear, promise.from + 1);
  const span = Math.max(0, toYear - firstYear + 1);
  const seen = new Float64Array(span * n).fill(Number.NaN);
  const variance = new Float64Array(span * n);
  for (let u = 0; u < n; u += 1) {
    const { promise, sightings } = cases[u]!;
    for (const sighting of sightings) {
      if (sighting.closeness === null || sighting.year < promise.from || sighting.year > toYear) continue;
      if (!(sighting.variance > 0))
        throw new AftermineError('InvalidInput', 'E-CTL-102', {
          where: `${promise.unit} ${sighting.year}`,
          got: sighting.variance,
        });
      if (sighting.year === promise.from) continue;
      const i = (sighting.year - firstYear) * n + u;
      seen[i] = sighting.closeness;
      variance[i] = sighting.variance;
    }
  }
  return { firstYear, toYear, seen, variance };
}
