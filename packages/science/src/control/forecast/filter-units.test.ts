import { describe, expect, test } from 'vitest';
import { controlSettingsSchema } from '../settings.ts';
import { filterUnit } from './filter-unit.ts';
import { effectOn, filterUnits, stateOf, yearsOf } from './filter-units.ts';
import { madeCase, madePromise, madeSightings } from './made-promise.fixture.ts';
import { madeSeasons } from './made-seasons.fixture.ts';
import { packLooks } from './packed-looks.ts';

const settings = controlSettingsSchema.parse({}).filter;

describe('filter of all units at once', () => {
  for (const curve of ['saturating', 'logistic'] as const)
    test(`equals the filter of one unit under the same effects of the season, 60 units x 15 seasons (${curve})`, () => {
      const { units, last } = madeSeasons({ units: 60, seed: 2, counted: 0.3 });
      const rules = { ...settings, curve };
      const pooled = units.map((_, u) =>
        u % 2 === 0
          ? undefined
          : {
              shift: [0.3, -0.4] as const,
              covariance: [0.2, 0.05, 0.1] as const,
              unitShare: [0.5, 0.6] as const,
            },
      );
      const all = filterUnits(units, last, rules, pooled);
      units.forEach((unit, u) => {
        const one = filterUnit(unit, last, rules, (year) => effectOn(all, u, year), pooled[u]);
        expect(yearsOf(all, u).length).toBe(one.length);
        yearsOf(all, u).forEach((season, i) => {
          const other = one[i]!;
          expect(season.year).toBe(other.year);
          expect(season.seen).toBe(other.seen);
          for (const key of ['expected', 'expectedSd', 'common'] as const)
            expect(Math.abs(season[key] - other[key])).toBeLessThan(1e-10);
          expect(Math.abs((season.innovation ?? 0) - (other.innovation ?? 0))).toBeLessThan(1e-9);
          season.state.mean.forEach((value, j) => {
            expect(Math.abs(value - other.state.mean[j]!)).toBeLessThan(1e-10);
          });
          season.state.covariance.forEach((value, j) => {
            expect(Math.abs(value - other.state.covariance[j]!)).toBeLessThan(1e-10);
          });
        });
      });
    });

  test('the order of units changes nothing but the order', () => {
    const { units, last } = madeSeasons({ units: 25, seed: 3 });
    const there = filterUnits(units, last, settings);
    const back = filterUnits([...units].reverse(), last, settings);
    yearsOf(back, 0).forEach(({ expected, innovation }, i) => {
      const other = yearsOf(there, 24)[i]!;
      expect(expected).toBeCloseTo(other.expected, 10);
      expect(innovation ?? 0).toBeCloseTo(other.innovation ?? 0, 10);
    });
  });

  test('a drought common to twenty units raises none of their departures, and does not hide the one that failed with it', () => {
    const course = Array.from({ length: 8 }, (_, i) => 0.7 - 0.5 * Math.exp(-0.1456 * i));
    const dry = [...course.slice(0, 7), course[7]! - 0.12];
    const cases = Array.from({ length: 20 }, (_, u) => ({
      promise: madePromise({ unit: `u${u}`, readyAt: 2025 }),
      sightings: madeSightings(2025, u === 0 ? [...dry.slice(0, 7), dry[7]! - 0.2] : dry),
    }));
    const all = filterUnits(cases, 2032, settings);
    const last = cases.map((_, u) => yearsOf(all, u).at(-1)!);
    expect(last[1]!.common).toBeLessThan(-0.11);
    for (const { innovation } of last.slice(1)) expect(Math.abs(innovation!)).toBeLessThan(0.5);
    expect(last[0]!.innovation).toBeLessThan(-3);
  });

  test('units that are promised later begin later, and land without works filters on', () => {
    const cases = [
      madeCase([0.2, 0.21, 0.22, 0.23]),
      madeCase([0.3, 0.31], { from: 2027, readyAt: 2029.5 }),
      madeCase([0.2, 0.2, 0.21, 0.2], {
        readyAt: null,
        after: null,
        measure: null,
        package: null,
        acceptanceYear: null,
      }),
    ];
    const all = filterUnits(cases, 2028, settings);
    expect(yearsOf(all, 1).map(({ year }) => year)).toEqual([2028]);
    expect(stateOf(all, 1, 2027)).toBeNull();
    expect(yearsOf(all, 2).length).toBe(3);
    expect([...all.stands]).toEqual([1, 0, 0]);
  });

  test('states of the last season alone are the same as among all', () => {
    const { units, last } = madeSeasons({ units: 10, seed: 5 });
    const [all, few] = [filterUnits(units, last, settings), filterUnits(units, last, settings, undefined, 1)];
    expect(stateOf(few, 3, last)).toEqual(stateOf(all, 3, last));
    expect(stateOf(few, 3, last - 1)).toBeNull();
  });

  test('a look without a variance above zero is refused', () => {
    const one = madeCase([0.2]);
    expect(() => packLooks([{ ...one, sightings: madeSightings(2025, [0.2, 0.3], 0) }], 2026)).toThrow(
      expect.objectContaining({ code: 'E-CTL-102' }),
    );
  });
});
