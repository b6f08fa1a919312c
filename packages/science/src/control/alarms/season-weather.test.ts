import { describe, expect, test } from 'vitest';
import type { ObservationResult } from '../../observe/index.ts';
import { seasonWeather } from './season-weather.ts';

function observed(references: Readonly<Record<string, readonly (number | null)[]>>): ObservationResult {
  return {
    fit: { gate: 'pass' },
    rsei: {
      boundary: [],
      units: {},
      references: Object.fromEntries(
        Object.entries(references).map(([id, values]) => [
          id,
          values.map((median, i) => ({ year: 2020 + i, median, validCount: id === 'large' ? 300 : 100 })),
        ]),
      ),
    },
    components: {},
    trajectories: { boundary: { index: 'nbr' }, references: {} },
  } as unknown as ObservationResult;
}
const past = [0.58, 0.6, 0.62, 0.59, 0.61];

describe('what a season was like', () => {
  test('the departure is in median absolute deviations: 0.06 below a past of 0.6 +- 0.01 is four and a dry season', () => {
    const weather = seasonWeather(observed({ R1: [...past, 0.54] }), 2025);
    expect(weather.kind).toBe('dry');
    expect(weather.departure).toBeCloseTo(-0.06 / 0.014826, 6);
  });

  test('a value in the middle of the past is usual, one far above it good', () => {
    expect(seasonWeather(observed({ R1: [...past, 0.605] }), 2025).kind).toBe('usual');
    expect(seasonWeather(observed({ R1: [...past, 0.7] }), 2025).kind).toBe('good');
  });

  test('areas weigh by their pixels: a dry large one and a usual small one are three quarters of dry', () => {
    const both = seasonWeather(observed({ large: [...past, 0.54], small: [...past, 0.6] }), 2025);
    const alone = seasonWeather(observed({ large: [...past, 0.54] }), 2025);
    expect(both.departure).toBeCloseTo(0.75 * alone.departure!, 12);
  });

  test('one odd year in the past changes little, as it would not with a standard deviation', () => {
    const odd = seasonWeather(observed({ R1: [0.1, ...past, 0.54] }), 2026);
    expect(odd.departure).toBeLessThan(-2);
    expect(odd.kind).toBe('dry');
  });

  test('fewer than five years before, or a season nobody saw, are unknown', () => {
    expect(seasonWeather(observed({ R1: [0.6, 0.6, 0.6, 0.6, 0.5] }), 2024)).toEqual({
      year: 2024,
      departure: null,
      kind: 'unknown',
    });
    expect(seasonWeather(observed({ R1: [...past, null] }), 2025).departure).toBeNull();
    expect(seasonWeather(observed({}), 2025).kind).toBe('unknown');
  });
});
