import type { FilterCase } from './filter-unit.ts';
import type { Sighting, UnitPromise } from './types.ts';

/** A promise of round numbers: from 0.2 in 2025, works stand in mid-2026, 0.8 of what was planted lives. */
export function madePromise(own: Partial<UnitPromise> = {}): UnitPromise {
  return {
    unit: 'u1',
    areaHa: 10,
    zone: 'semi-arid/dump',
    package: 'p1',
    measure: 'sowing',
    startYear: 2026,
    readyAt: 2026.5,
    from: 2025,
    now: 0.2,
    before: { asymptote: 0.3, rate: 0.04 },
    after: { asymptote: 0.8, rate: 0.15 },
    survival: 0.8,
    spread: { rate: 0.25, asymptote: 0.15 },
    acceptanceYear: 2037,
    ...own,
  };
}

/** What was seen, from a year on; null is a season without a look. */
export function madeSightings(
  from: number,
  values: readonly (number | null)[],
  variance = 0.0009,
): readonly Sighting[] {
  return values.map((closeness, i): Sighting => {
    const year = from + i;
    return closeness === null
      ? { year, closeness, unknown: { kind: 'unknown', reason: 'no-clear-look', params: { year } } }
      : { year, closeness, variance, pixels: 400, validShare: 1 };
  });
}

export function madeCase(values: readonly (number | null)[], own: Partial<UnitPromise> = {}): FilterCase {
  const promise = madePromise(own);
  return { promise, sightings: madeSightings(promise.from, values) };
}
