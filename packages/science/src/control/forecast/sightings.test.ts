import { describe, expect, test } from 'vitest';
import type { ObservationResult, ZoneYear } from '../../observe/index.ts';
import { sightingsOf } from './sightings.ts';

const settings = { looksNoise: 0.02, pixelsPerLook: 9 };
const known = (year: number, median: number, validCount = 90): ZoneYear => ({
  year,
  mean: median,
  median,
  p25: median - 0.06745,
  p75: median + 0.06745,
  validShare: 1,
  pixelCount: validCount,
  validCount,
});
const missed = (year: number): ZoneYear => ({
  year,
  mean: null,
  median: null,
  p25: null,
  p75: null,
  validShare: 0.1,
  pixelCount: 90,
  validCount: 9,
  unknown: { kind: 'unknown', reason: 'no-clear-look', params: { year } },
});

/** Unit at 0.3, 0.36 and unseen; reference at 0.6; a gap for the years in which both were seen. */
function observed(gate: 'pass' | 'refused' = 'pass'): ObservationResult {
  const series = {
    boundary: [],
    units: { U1: [known(2024, 0.3), known(2025, 0.36), missed(2026), known(2027, 0.7), known(2028, 0.3)] },
    references: { R1: [2024, 2025, 2026, 2027].map((year) => known(year, 0.6, 360)) },
  };
  const gaps = [
    { year: 2024, gap: -0.3, low: -0.4, high: -0.2 },
    { year: 2025, gap: -0.24, low: -0.3, high: -0.2 },
    { year: 2027, gap: 0.1, low: 0, high: 0.2 },
  ];
  return {
    fit: { gate },
    rsei: gate === 'pass' ? series : { boundary: [], units: {}, references: {} },
    components: { nbr: series },
    trajectories: {
      units: { U1: { index: 'nbr', gapToReference: { rsei: gaps, nbr: gaps } } },
      references: {},
    },
  } as unknown as ObservationResult;
}

describe('sightings of a unit', () => {
  test('closeness is the median over the reference of the same year, and may pass 1', () => {
    const seen = sightingsOf(observed(), 'U1', [2024, 2025, 2027], settings).map(
      ({ closeness }) => closeness,
    );
    [0.5, 0.6, 7 / 6].forEach((value, i) => {
      expect(seen[i]).toBeCloseTo(value, 12);
    });
  });

  test('variance by hand: pixels of standard deviation 0.1 in ten looks, a reference of forty, and what more pixels do not mend', () => {
    const [one] = sightingsOf(observed(), 'U1', [2024], settings);
    if (one === undefined || one.closeness === null) throw new Error('not seen');
    // (0.01 / 10 + 0.25 x 0.01 / 40) / 0.36 + 0.0004
    expect(one.variance).toBeCloseTo((0.001 + 0.25 * 0.00025) / 0.36 + 0.0004, 12);
    expect(one.pixels).toBe(90);
  });

  test('fewer pixels make a wider variance, and a single look is the most that one pixel block says', () => {
    const at = (pixelsPerLook: number): number => {
      const [one] = sightingsOf(observed(), 'U1', [2024], { ...settings, pixelsPerLook });
      return one?.closeness === null || one === undefined ? Number.NaN : one.variance;
    };
    expect(at(90)).toBeGreaterThan(at(9));
    expect(at(9)).toBeGreaterThan(at(1));
  });

  test('a season without a look, one without its reference and one nobody observed stay unknown, each with its reason', () => {
    const seen = sightingsOf(observed(), 'U1', [2026, 2028, 2031], settings);
    expect(seen.map((one) => (one.closeness === null ? one.unknown.reason : ''))).toEqual([
      'no-clear-look',
      'no-reference-value',
      'no-observation',
    ]);
    expect(sightingsOf(observed(), 'nobody', [2024], settings)[0]).toMatchObject({ closeness: null });
  });

  test('where the ecological index was refused the segmented one is read', () => {
    expect(sightingsOf(observed('refused'), 'U1', [2024], settings)[0]!.closeness).toBeCloseTo(0.5, 12);
  });
});
