import { expect, test } from 'vitest';
import { goalOf } from '../alarms/promise-doubt.ts';
import { madePromise } from '../forecast/made-promise.fixture.ts';
import type { FilterYear } from '../forecast/types.ts';
import { controlSettingsSchema } from '../settings.ts';
import { unitSeason } from './unit-season.ts';

const settings = controlSettingsSchema.parse({});
/** Panels: nothing grows on them, and the plan promises next to nothing. */
const panels = { measure: null, survival: 1, after: { asymptote: 0.3, rate: 2 } };

function seasonOf(closeness: number, year: number, own: Parameters<typeof madePromise>[0]) {
  const promise = madePromise(own);
  const last: FilterYear = {
    year,
    expected: closeness,
    expectedSd: 0.02,
    seen: closeness,
    innovation: 0,
    common: 0,
    state: { year, mean: [closeness, 0, -2], covariance: [1e-4, 0, 0, 0.1, 0, 0.1] },
  };
  const facts = { id: promise.unit, name: null, areaHa: 10 };
  const seen = { promise, sightings: [], filter: [last], fan: [], reach: 0.5, alarms: [] };
  return { promise, season: unitSeason(facts, year, seen, settings) };
}

test('a unit is held to what its own package promised, and reaches that once the works stand', () => {
  const { promise, season } = seasonOf(0.29, 2030, panels);
  expect(season.goal).toBe(goalOf(promise, settings.target));
  expect(season.goal).toBeCloseTo(0.3 - 0.15 * 0.3, 6);
  expect(season.state).toBe('recovered');
});

test('closeness from before the works is no promise kept, and a full promise is held to the general target', () => {
  expect(seasonOf(0.29, 2026, panels).season.state).toBe('waiting');
  const { season } = seasonOf(0.6, 2030, { survival: 1, after: { asymptote: 1.2, rate: 0.5 } });
  expect(season.goal).toBe(settings.target);
  expect(season.state).not.toBe('recovered');
});
