import type { UnitFigure } from '@aftermine/science/report/season';
import { expect, test } from 'vitest';
import { fanRows } from './fan-rows.ts';

const figure = {
  unit: 'U1',
  first: 2030,
  season: 2032,
  last: 2034,
  sightings: [
    { year: 2030, seen: 0.3, low: 0.2, high: 0.4, pixels: 9, validShare: 1 },
    { year: 2032, seen: 0.5, low: 0.4, high: 0.6, pixels: 9, validShare: 1 },
  ],
  filtered: [{ year: 2032, expected: 0, expectedLow: 0, expectedHigh: 0, mean: 0.5, low: 0.4, high: 0.6 }],
  promised: [{ year: 2032, closeness: 0.55 }],
  promisedBefore: [{ year: 2031, closeness: 0.45 }],
  adopted: [],
  fan: [{ year: 2033, p10: 0.4, p25: 0.5, p50: 0.55, p75: 0.6, p90: 0.7 }],
  alarms: [{ year: 2032, kind: 'stall' }],
} as unknown as UnitFigure;

test('every year has a row, and a year that was not seen has no sighting', () => {
  const rows = fanRows(figure);
  expect(rows.map(({ year }) => year)).toEqual([2030, 2031, 2032, 2033, 2034]);
  expect(rows.map(({ seen }) => seen)).toEqual([30, null, 50, null, null]);
  expect(rows.map(({ promised }) => promised)).toEqual([null, 45, 55, null, null]);
  expect(rows.map(({ alerts }) => alerts)).toEqual([0, 0, 1, 0, 0]);
});

test('the fan opens from what the filter holds in the season, the inner half within the outer', () => {
  const opened = fanRows(figure)[2]!;
  expect([opened.p10, opened.p50, opened.p90]).toEqual([40, 50, 60]);
  expect(opened.p25).toBeCloseTo(44.7, 1);
  expect(opened.p75).toBeCloseTo(55.3, 1);
});

test('without a forecast nothing opens', () => {
  const rows = fanRows({ ...figure, fan: [] });
  expect(rows.every(({ p10, p90 }) => p10 === null && p90 === null)).toBe(true);
});
