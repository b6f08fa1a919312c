import { beforeAll, describe, expect, test } from 'vitest';
import { innovationsOf, learnSeasons, yearsOf } from '../forecast/index.ts';
import { type MadeUnit, madeSeasons } from '../forecast/made-seasons.fixture.ts';
import { controlSettingsSchema } from '../settings.ts';
import { raiseAlarms } from './raise-alarms.ts';

const settings = controlSettingsSchema.parse({});
const made = madeSeasons({ units: 500, seasons: 15, seed: 1, failing: 0.35 });

/** Seasons of alarm by unit, and innovations as each season told them before it was seen. */
const told = new Map<string, number[]>();
const innovations: number[] = [];
const retold: number[] = [];

/** Second season that was seen, from the one in which at least 30 % of what had grown is lost. */
function secondSeen({ failure, sightings }: MadeUnit): number | null {
  const from = failure!.kind === 'sudden' ? failure!.year : failure!.year + 1;
  return sightings.filter(({ year, closeness }) => year >= from && closeness !== null)[1]?.year ?? null;
}

describe('500 made units over 15 seasons, each season judged with what was known by then', () => {
  beforeAll(() => {
    for (let year = made.first; year <= made.last; year += 1) {
      const { filtered } = learnSeasons(made.units, year, settings.filter);
      const seasons = new Map(made.units.map(({ promise }, u) => [promise.unit, yearsOf(filtered, u)]));
      for (const years of seasons.values()) {
        const last = years.at(-1)!;
        if (last.innovation !== null) innovations.push(last.innovation);
      }
      if (year === made.last)
        for (const own of innovationsOf(filtered)) for (const nu of own) if (nu !== null) retold.push(nu);
      const alarms = raiseAlarms({
        ...settings,
        year,
        units: made.units.map(({ promise }) => ({ promise, site: promise.zone, exposure: 0.5 })),
        filterOf: (unit) => seasons.get(unit)!,
        disturbances: [],
        weather: { year, departure: null, kind: 'unknown' },
      });
      for (const { unit } of alarms) told.set(unit!, [...(told.get(unit!) ?? []), year]);
    }
  });

  test('the 80 % band told before covers 76 to 84 %, and so does the record looked back on', () => {
    const covered = (of: readonly number[]): number =>
      of.filter((nu) => Math.abs(nu) <= 1.2815516).length / of.length;
    expect(innovations.length).toBeGreaterThan(6000);
    for (const of of [innovations, retold]) {
      expect(covered(of)).toBeGreaterThan(0.76);
      expect(covered(of)).toBeLessThan(0.84);
    }
  });

  test('nine of ten planted failures are found within two seasons seen, sudden and slow ones', () => {
    const failed = made.units.filter((unit) => unit.failure !== null && secondSeen(unit) !== null);
    expect(failed.length).toBeGreaterThan(50);
    const found = failed.filter((unit) =>
      (told.get(unit.promise.unit) ?? []).some(
        (year) => year >= unit.failure!.year && year <= secondSeen(unit)!,
      ),
    );
    expect(found.length / failed.length).toBeGreaterThanOrEqual(0.9);
  });

  test('false alarms stay below 2 % of unit-years, all kinds counted', () => {
    let [raised, years] = [0, 0];
    for (const { promise, failure } of made.units) {
      const until = failure?.year ?? made.last + 1;
      years += until - made.first;
      raised += (told.get(promise.unit) ?? []).filter((year) => year < until).length;
    }
    expect(years).toBeGreaterThan(6000);
    expect(raised / years).toBeLessThan(0.02);
  });

  test('the drought that no reference explains raises no alarm on any unit that does well', () => {
    const dry = made.units.filter(({ failure }) => failure === null || failure.year > made.drought!);
    expect(dry.filter(({ promise }) => (told.get(promise.unit) ?? []).includes(made.drought!))).toEqual([]);
  });
});
