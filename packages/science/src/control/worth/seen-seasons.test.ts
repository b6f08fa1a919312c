import { expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { seasonWeather } from '../alarms/season-weather.ts';
import { sightingsOf } from '../forecast/sightings.ts';
import { controlSettingsSchema } from '../settings.ts';
import { seenSeasons } from './seen-seasons.ts';

const { filter } = controlSettingsSchema.parse({});
const YEARS = [2024, 2025, 2026];
const LOOK = { pixels: 90, spread: 0.3 };

function seen(closeness: number, deviate: number, drought = false) {
  const seasons = YEARS.map((year) => ({ year, closeness, deviate }));
  return seenSeasons(
    [{ unit: 'A', areaHa: 8, look: LOOK, seasons }],
    YEARS,
    (year) => drought && year === 2026,
    filter,
  );
}

test('what the control step reads from it is the true closeness, with the variance of the look', () => {
  for (const one of sightingsOf(seen(0.37, 0), 'A', YEARS, filter)) {
    if (one.closeness === null) throw new Error('not seen');
    expect(one.closeness).toBeCloseTo(0.37, 12);
    expect(one.variance).toBeCloseTo(0.3 ** 2 / (90 / filter.pixelsPerLook) + filter.looksNoise ** 2, 12);
  }
});

test('errors are those the filter reckons with: spread, looks and the season', () => {
  const { normal } = chance(1);
  let square = 0;
  for (let n = 0; n < 4000; n += 1) {
    const [one] = sightingsOf(seen(0.9, normal()), 'A', [2025], filter);
    square += (one!.closeness! - 0.9) ** 2;
  }
  const expected = 0.3 ** 2 / 10 + filter.looksNoise ** 2 + filter.seasonNoise ** 2;
  expect(square / 4000 / expected).toBeCloseTo(1, 1);
});

test('a drought lowers the reference with the land: the season is dry, closeness stays', () => {
  const dry = seen(0.5, 0, true);
  expect(seasonWeather(dry, 2026).kind).toBe('dry');
  expect(seasonWeather(dry, 2025).kind).toBe('usual');
  expect(sightingsOf(dry, 'A', [2026], filter)[0]!.closeness).toBeCloseTo(0.5, 12);
});

test('land is never seen below nothing', () => {
  expect(sightingsOf(seen(0.01, -9), 'A', [2025], filter)[0]!.closeness).toBe(0);
});
