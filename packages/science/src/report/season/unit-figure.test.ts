import { describe, expect, test } from 'vitest';
import { exampleSeason, exampleUnitSeason } from '../../control/season/season-example.fixture.ts';
import { seasonTrace } from './season-trace.ts';
import { unitFigure } from './unit-figure.ts';

const facts = { year: 2028, target: 0.8, earlier: [], alarms: [] };

describe('the figure of a unit', () => {
  test('bands of 80 % reach 1.2816 standard deviations to either side, by hand', () => {
    const figure = unitFigure(exampleUnitSeason('B', 1, 2028, null), facts);
    const seen = figure.sightings.find(({ year }) => year === 2028)!;
    expect(seen.seen).toBe(0.45);
    expect([seen.low, seen.high]).toEqual([
      expect.closeTo(0.45 - 1.28155 * 0.02, 5),
      expect.closeTo(0.45 + 1.28155 * 0.02, 5),
    ]);
    const held = figure.filtered.at(-1)!;
    expect(held.expectedHigh - held.expected).toBeCloseTo(1.28155 * 0.03, 5);
    expect(held.high - held.mean).toBeCloseTo(1.28155 * 0.02, 5);
  });

  test('runs from the first promise to the year of acceptance, with room for every value', () => {
    const figure = unitFigure(exampleUnitSeason('B', 1, 2028, null), facts);
    expect([figure.first, figure.season, figure.last, figure.acceptanceYear]).toEqual([
      2025, 2028, 2031, 2031,
    ]);
    expect(figure.worksFrom).toBe(2026);
    expect(figure.top).toBe(1);
    const high = unitFigure(exampleUnitSeason('B', 1, 2028, null), { ...facts, target: 1.13 });
    expect(high.top).toBe(1.2);
  });

  test('years that were not seen are told with their reason, and no value is made up for them', () => {
    const figure = unitFigure(exampleUnitSeason('D', 3, 2028, null), facts);
    expect(figure.sightings).toEqual([]);
    expect(figure.filtered).toEqual([]);
    expect(figure.unseen.map(({ year, reason }) => [year, reason?.reason])).toEqual([
      [2026, 'no-observation'],
      [2027, 'no-observation'],
      [2028, 'no-observation'],
    ]);
  });

  test('a sighting told twice, and out of order, is one sighting in its place', () => {
    const unit = exampleUnitSeason('B', 1, 2028, null);
    const figure = unitFigure({ ...unit, sightings: [unit.sightings[3]!, ...unit.sightings] }, facts);
    expect(figure.sightings.map(({ year }) => year)).toEqual([2025, 2026, 2027, 2028]);
  });

  test('after a unit was promised anew, years before are shown as they were told then', () => {
    const earlier = [2026, 2027].map((year) => seasonTrace(exampleSeason({ year, units: ['A', 'B'] })));
    const unit = exampleUnitSeason('B', 1, 2028, null);
    const anew = {
      ...unit,
      filter: unit.filter.slice(-1),
      promised: [2027, 2028, 2029].map((year) => ({ year, closeness: 0.2 })),
    };
    const figure = unitFigure(anew, { ...facts, earlier });
    expect(figure.filtered.map(({ year, mean }) => [year, mean])).toEqual([
      [2026, 0.35],
      [2027, 0.4],
      [2028, 0.45],
    ]);
    expect(figure.promisedBefore).toEqual([{ year: 2026, closeness: 0.35 }]);
    // The adopted course goes on beside the new promise, which differs from it.
    expect(figure.adopted.map(({ closeness }) => closeness)).toEqual([0.3, 0.35, 0.4, 0.45, 0.5]);
    expect(unitFigure(unit, { ...facts, earlier }).adopted).toEqual([]);
  });

  test('alarms of years that the figure does not show are left out', () => {
    const { alarms } = unitFigure(exampleUnitSeason('A', 0, 2028, null), {
      ...facts,
      alarms: [
        { year: 2028, kind: 'relapse' },
        { year: 1999, kind: 'stall' },
      ],
    });
    expect(alarms).toEqual([{ year: 2028, kind: 'relapse' }]);
  });
});
