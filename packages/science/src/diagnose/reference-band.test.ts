import { describe, expect, test } from 'vitest';
import { unknown } from '../base/index.ts';
import { gapToReference, goalReached, referenceBand } from './reference-band.ts';

const areas = [
  { year: 2021, values: [0.5, 0.6, 0.7, 0.8, 0.9] },
  { year: 2020, values: [0.4, 0.5, 0.6, 0.7, 0.8] },
  { year: 2022, values: [0.3, null, 0.5, 0.4, null] },
  { year: 2023, values: [null, null] },
];

describe('moving reference band', () => {
  test('median and quantiles of each year for itself, by hand', () => {
    // 0.4..0.8: 10 % lies at position 0.4: 0.4 + 0.4 x 0.1 = 0.44; 90 % at 3.6: 0.76
    const band = referenceBand(areas);
    expect(band.map(({ year, count }) => [year, count])).toEqual([
      [2020, 5],
      [2021, 5],
      [2022, 3],
    ]);
    expect(band[0]!.median).toBeCloseTo(0.6, 12);
    expect(band[0]!.low).toBeCloseTo(0.44, 12);
    expect(band[0]!.high).toBeCloseTo(0.76, 12);
    expect(band[2]!.median).toBeCloseTo(0.4, 12);
  });
  test('a window pools the years before, never those after', () => {
    const band = referenceBand(areas, { windowYears: 2, quantiles: [0, 1] });
    expect(band[0]).toMatchObject({ year: 2020, low: 0.4, high: 0.8, count: 5 });
    expect(band[1]).toMatchObject({ year: 2021, low: 0.4, high: 0.9, count: 10 });
    expect(band[3]).toMatchObject({ year: 2023, low: 0.3, high: 0.5, count: 3 });
  });
  test('a drought that moves unit and reference alike leaves the gap as it was', () => {
    const dry = areas.map(({ year, values }) => ({
      year,
      values: values.map((value) => (value === null ? null : value - 0.2)),
    }));
    const [a, b] = [referenceBand(areas), referenceBand(dry)].map((band, i) =>
      gapToReference([{ year: 2021, value: 0.4 - 0.2 * i }], band, 'high'),
    );
    expect(a).toMatchObject({ position: 'below' });
    expect((a as { gap: number }).gap).toBeCloseTo((b as { gap: number }).gap, 12);
  });
  test('refuses quantiles and windows out of range, and a year given twice', () => {
    expect(() => referenceBand(areas, { quantiles: [0.6, 0.9] })).toThrow('E-DIA-203');
    expect(() => referenceBand(areas, { windowYears: 0 })).toThrow('E-DIA-203');
    expect(() => referenceBand([...areas, ...areas])).toThrow('E-DIA-203');
  });
});

describe('gap to the reference', () => {
  const band = referenceBand(areas, { quantiles: [0, 1] });
  const at = (value: number, better: 'low' | 'high' | 'inside') =>
    gapToReference([{ year: 2020, value }], band, better);

  test('shortfall is on the worse side only', () => {
    expect(at(0.3, 'high')).toMatchObject({ year: 2020, position: 'below' });
    expect((at(0.3, 'high') as { shortfall: number }).shortfall).toBeCloseTo(0.1, 12);
    expect(at(0.3, 'low')).toMatchObject({ shortfall: 0, position: 'below' });
    expect(at(0.9, 'high')).toMatchObject({ shortfall: 0, position: 'above' });
    expect((at(0.9, 'inside') as { shortfall: number }).shortfall).toBeCloseTo(0.1, 12);
    expect(at(0.8, 'inside')).toMatchObject({ shortfall: 0, position: 'within' });
  });
  test('the last year both were seen counts', () => {
    const values = [
      { year: 2023, value: 0.9 },
      { year: 2022, value: null },
      { year: 2021, value: 0.6 },
      { year: 2020, value: 0.1 },
    ];
    const gap = gapToReference(values, band, 'high');
    expect(gap).toMatchObject({ year: 2021 });
    expect((gap as { gap: number }).gap).toBeCloseTo(-0.1, 12);
    expect(gapToReference([{ year: 1999, value: 1 }], band, 'high')).toEqual(unknown('no-reference-value'));
  });
});

describe('goals', () => {
  const short = { year: 2020, gap: -0.3, shortfall: 0.1, position: 'below' } as const;
  test('against the reference the band decides', () => {
    expect(goalReached({ kind: 'reference' }, 'ndvi', 0.3, short)).toBe('behind');
    expect(goalReached({ kind: 'reference' }, 'ndvi', 0.3, { ...short, shortfall: 0 })).toBe('reached');
    const none = unknown('no-reference-value');
    expect(goalReached({ kind: 'reference' }, 'ndvi', 0.3, none)).toBe(none);
  });
  test('an accepted novel ecosystem answers to its own floors, not to the reference', () => {
    const goal = {
      kind: 'novel-ecosystem',
      statement: 'Photovoltaic pasture accepted by the county, 2024',
      floors: { ndvi: { min: 0.3 }, erosion: { max: 10 } },
    } as const;
    expect(goalReached(goal, 'ndvi', 0.3, short)).toBe('reached');
    expect(goalReached(goal, 'ndvi', 0.29, short)).toBe('behind');
    expect(goalReached(goal, 'erosion', 10.1, short)).toBe('behind');
    expect(goalReached<string>(goal, 'cover', 0, short)).toBe('not-judged');
    expect(goalReached(goal, 'ndvi', unknown('no-observation'), short)).toEqual(unknown('no-observation'));
  });
});
