import { describe, expect, test } from 'vitest';
import { END_USES, exampleLibrary, settingsOf, UNITS } from '../plan-example.fixture.ts';
import type { PlanSettings } from '../settings.ts';
import { buildProgramme } from './build-programme.ts';
import type { Programme, ProgrammeOption } from './programme.ts';

const library = exampleLibrary();

function build(more: Readonly<Record<string, unknown>>, of = library): Programme {
  const settings: PlanSettings = settingsOf(more);
  return buildProgramme(UNITS, of, settings, 2025);
}

function optionOf({ options }: Programme, unit: string, id: string, year: number): ProgrammeOption {
  const found = options.find(
    ({ candidate, year: at }) => candidate.unit.id === unit && candidate.one.id === id && at === year,
  );
  expect(found).toBeDefined();
  return found!;
}

const rowsOf = ({ rows }: Programme): readonly (readonly [string, string, number])[] =>
  rows.map(({ id, sense, limit }) => [id, sense, limit]);

test('nothing asked, nothing limited', () => {
  expect(build({}).rows).toEqual([]);
});

describe('money', () => {
  test('of one budget: works now, upkeep year by year, what falls after the programme in its last year', () => {
    const programme = build({ budget: 500_000 });
    expect(rowsOf(programme)).toEqual([2025, 2026, 2027].map((year) => [`budget:${year}`, '<=', 500_000]));
    expect(programme.carryOver).toEqual([['budget:2025', 'budget:2026', 'budget:2027']]);
    // Unit A, 10 ha: 200,000 for planting, 10,000 in each of three years.
    expect(optionOf(programme, 'A', 'forest/planting', 2025).use).toEqual({
      'budget:2025': 200_000,
      'budget:2026': 10_000,
      'budget:2027': 20_000,
    });
    expect(optionOf(programme, 'A', 'forest/planting', 2027).use).toEqual({ 'budget:2027': 230_000 });
  });

  test('works that end after the programme are not begun', () => {
    // On B earth is moved first, plants come in the second spring: not begun in the last year.
    const programme = build({ budget: 1e9 });
    const years = programme.options
      .filter(({ candidate }) => candidate.unit.id === 'B' && candidate.one.endUse === 'forest')
      .map(({ year }) => year);
    expect(years).not.toContain(2028);
    for (const { candidate, year } of programme.options)
      for (const { kind, offset } of candidate.bill)
        if (kind !== 'upkeep') expect(year + offset).toBeLessThanOrEqual(2027);
  });

  test('of a fund with a purpose: only what it may not pay is held against the rest', () => {
    const programme = build({
      years: 1,
      budget: 100_000,
      funds: [{ id: 'green', name: 'Green', amounts: { '2025': 50_000 }, for: { families: ['vegetation'] } }],
    });
    expect(rowsOf(programme)).toEqual([
      ['budget:2025', '<=', 150_000],
      ['funds-public:2025', '<=', 100_000],
    ]);
    expect(optionOf(programme, 'A', 'forest/planting', 2025).use).toEqual({ 'budget:2025': 230_000 });
    expect(optionOf(programme, 'A', 'wild/natural-recovery', 2025).use).toEqual({
      'budget:2025': 30_000,
      'funds-public:2025': 30_000,
    });
  });

  test('what no fund may pay is not offered', () => {
    const programme = build({
      years: 1,
      funds: [{ id: 'green', name: 'Green', amounts: { '2025': 1e9 }, for: { families: ['vegetation'] } }],
    });
    expect(new Set(programme.options.map(({ candidate }) => candidate.one.id))).toEqual(
      new Set(['forest/planting', 'field/planting']),
    );
  });

  test('a fund of the second year is no money in the first', () => {
    const programme = build({
      years: 2,
      budget: { '2025': 100_000 },
      funds: [{ id: 'green', name: 'Green', amounts: { '2026': 50_000 }, for: { families: ['vegetation'] } }],
    });
    const row = programme.rows.find(({ id }) => id.includes('@'))!;
    expect(row).toMatchObject({ id: 'funds-public@2026+green@2025', limit: 100_000 });
    // All of the first year, and of the second what only the budget may pay.
    expect(optionOf(programme, 'A', 'forest/planting', 2025).use[row.id]).toBe(200_000);
    expect(optionOf(programme, 'A', 'wild/natural-recovery', 2026).use[row.id]).toBe(30_000);
    expect(optionOf(programme, 'A', 'forest/planting', 2026).use[row.id]).toBeUndefined();
  });

  test('shared works are held against all money, also in time', () => {
    const programme = build({
      years: 2,
      budget: { '2025': 100_000 },
      funds: [{ id: 'green', name: 'Green', amounts: { '2026': 50_000 }, for: { families: ['vegetation'] } }],
      works: [{ id: 'road', name: 'Road', cost: 1000 }],
      discountRate: 0.1,
    });
    expect(programme.works.map(({ year, use }) => [year, use])).toEqual([
      [2025, { 'budget:2025': 1000, 'funds-public@2026+green@2025': 1000 }],
      [2026, { 'budget:2026': 1000 }],
    ]);
    expect(programme.works.map(({ npv }) => npv)).toEqual([-1000, -1000 / 1.1]);
  });
});

describe('water, soil, crews, land, work', () => {
  test('plants drink in the year they are planted and the next; the last year is not free', () => {
    const programme = build({ water: [{ id: 'well', m3PerYear: 6000 }] });
    const use = (year: number) => optionOf(programme, 'A', 'forest/planting', year).use;
    expect(use(2025)).toEqual({ 'water:well:2025': 5000, 'water:well:2026': 5000 });
    expect(use(2027)).toEqual({ 'water:well:2027': 5000 });
  });

  test('a basin of some units is no matter to others', () => {
    const programme = build({ water: [{ id: 'well', m3PerYear: 6000, units: ['B'] }] });
    expect(optionOf(programme, 'A', 'forest/planting', 2025).use).toEqual({});
  });

  test('topsoil, crews and farmland', () => {
    const programme = build({ topsoil: { stockM3: 1, haulKm: 0 }, crewsHaPerYear: 15, farmlandFloorHa: 5 });
    expect(rowsOf(programme)).toEqual([
      ['topsoil', '<=', 1],
      ['crews:2025', '<=', 15],
      ['crews:2026', '<=', 15],
      ['crews:2027', '<=', 15],
      ['farmland', '>=', 5],
    ]);
    // B: 20 ha x 20 cm for forest (30), x 40 cm for a field (50).
    expect(optionOf(programme, 'B', 'forest/cover-soil+planting+reshape', 2026).use).toEqual({
      topsoil: 40_000,
      'crews:2026': 20,
    });
    expect(optionOf(programme, 'B', 'field/cover-soil+planting+reshape', 2026).use).toEqual({
      topsoil: 80_000,
      'crews:2026': 20,
      farmland: 20,
    });
  });

  test('demand caps the area of an end use', () => {
    const wanted = exampleLibrary(library.measures, [{ ...END_USES.forest, needsDemand: true }]);
    expect(build({}, wanted).options).toHaveLength(0);
    const programme = build({ demand: { forest: 12 } }, wanted);
    expect(rowsOf(programme)).toEqual([['demand:forest', '<=', 12]]);
    expect(optionOf(programme, 'A', 'forest/planting', 2025).use).toEqual({ 'demand:forest': 10 });
  });

  test('several floors of work are added to once each; of two for one year the higher holds', () => {
    const programme = build({
      localShare: 1,
      jobsFloor: [
        { personYears: 1, years: [2025] },
        { personYears: 2, years: [2025, 2026] },
        { village: 'West', personYears: 3, years: [2025] },
      ],
    });
    expect(rowsOf(programme)).toEqual([
      ['jobs:all:2025', '>=', 2],
      ['jobs:all:2026', '>=', 2],
      ['jobs:West:2025', '>=', 3],
    ]);
    // 200,000 of which half is labour at 50,000 a year; then upkeep and 10 x 0.01 jobs, of which
    // three quarters are new: the land stands at 0.2 of the 0.8 that forest reaches here.
    const { use } = optionOf(programme, 'A', 'forest/planting', 2025);
    expect(use['jobs:all:2025']).toBeCloseTo(2, 12);
    expect(use['jobs:all:2026']).toBeCloseTo(0.1 + 0.75 * 0.1, 12);
    expect(use['jobs:West:2025']).toBeUndefined();
  });
});
