import { describe, expect, test } from 'vitest';
import type { EndUse, Measure } from '../library/index.ts';
import type { Mend } from '../packages/mend.ts';
import { END_USES, exampleLibrary, exampleUnit, MEASURES } from '../plan-example.fixture.ts';
import { schedulePackage } from '../schedule/schedule-package.ts';
import { type BillTemplate, billOfPackage, priceBook, readyMonth, UnitBills } from './bill-of-package.ts';
import { stagesOf } from './staged-measure.ts';

const library = exampleLibrary();
const soil: Mend = { measure: 'cover-soil', fact: 'soil-depth', from: 10, to: 30, assumed: false };

function bill(measures: readonly Measure[], use: EndUse = END_USES.forest, mends: readonly Mend[] = [soil]) {
  const tasks = schedulePackage(measures);
  return billOfPackage(library, exampleUnit('A'), use, measures, mends, tasks, {
    benchHeightM: 10,
    haulKm: 2,
  });
}
const line = ({ measure, item, quantity, offset, kind, payer }: BillTemplate) => [
  measure,
  item.id,
  quantity,
  offset,
  kind,
  payer,
];

describe('lines and their years', () => {
  test('works when the task begins, upkeep in the years after it ends', () => {
    // Planting from March to the end of May of the first year.
    expect(bill([MEASURES.planting]).map(line)).toEqual([
      ['planting', 'saplings', 10, 0, 'works', 'public'],
      ['planting', 'tending', 10, 1, 'upkeep', 'public'],
      ['planting', 'tending', 10, 2, 'upkeep', 'public'],
      ['planting', 'tending', 10, 3, 'upkeep', 'public'],
    ]);
  });

  test('a task that ends with December is followed by upkeep in January', () => {
    const late: Measure = { ...MEASURES.planting, months: { from: 10, to: 10 } };
    const lines = bill([late]);
    expect(readyMonth(schedulePackage([late]))).toBe(12);
    expect(lines.filter(({ kind }) => kind === 'upkeep').map(({ offset }) => offset)).toEqual([1, 2, 3]);
  });

  test('a task that runs into the next year is kept up from the year after', () => {
    const late: Measure = { ...MEASURES.planting, months: { from: 11, to: 11 } };
    expect(
      bill([late])
        .filter(({ kind }) => kind === 'upkeep')
        .map(({ offset }) => offset),
    ).toEqual([2, 3, 4]);
  });

  test('topsoil is hauled: 10 ha x 20 cm x 100 m3 over 2 km', () => {
    expect(bill([MEASURES['cover-soil']]).map(line)).toEqual([
      ['cover-soil', 'topsoil', 20_000, 0, 'works', 'public'],
      ['cover-soil', 'haul', 40_000, 0, 'haul', 'public'],
    ]);
  });

  test('capital when everything stands, by whoever pays for the end use', () => {
    const use: EndUse = {
      ...END_USES.forest,
      payer: 'concession',
      capital: [{ item: 'fence', per: 'area', amount: 2, source: 'book' }],
    };
    const late: Measure = { ...MEASURES.planting, months: { from: 11, to: 11 } };
    expect(bill([late], use).map(line).at(-1)).toEqual(['forest', 'fence', 20, 1, 'capital', 'concession']);
  });

  test('a measure that has nothing to do has no line', () => {
    expect(bill([MEASURES['cover-soil']], END_USES.forest, [])).toEqual([]);
  });
});

test('an item that the cost file lacks is named, with the measure that needs it', () => {
  const odd: Measure = {
    ...MEASURES.planting,
    quantities: [{ item: 'gold', per: 'area', amount: 1, source: 'book' }],
  };
  expect(() => bill([odd])).toThrow(expect.objectContaining({ code: 'E-PLN-302' }));
});

test('lines that packages of one unit share are those that each has by itself', () => {
  const settings = { benchHeightM: 10, haulKm: 2 };
  const unit = exampleUnit('A', { 'slope-p90': 35 });
  const shared = new UnitBills(priceBook(library), unit, settings);
  const deep: Mend = { ...soil, to: 50 };
  const late: Measure = { ...MEASURES.planting, months: { from: 11, to: 11 } };
  for (const [use, parts, mends] of [
    [END_USES.forest, [MEASURES['cover-soil'], MEASURES.planting], [soil]],
    [END_USES.field, [MEASURES['cover-soil'], MEASURES.planting], [deep]],
    [END_USES.field, [MEASURES.planting, MEASURES['cover-soil']], [soil]],
    [END_USES.forest, [MEASURES['cover-soil'], late], [soil, { ...deep, measure: 'reshape' }]],
    [END_USES.forest, [MEASURES.planting], []],
  ] as const) {
    const tasks = schedulePackage(parts);
    expect(shared.bill(use, stagesOf(parts, tasks), mends, readyMonth(tasks))).toEqual(
      billOfPackage(library, unit, use, parts, mends, tasks, settings),
    );
  }
});
